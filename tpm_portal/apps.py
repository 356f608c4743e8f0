"""What joins the apps; its checks of the settings are registered at the start."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class PortalConfig(AppConfig):
    name = "tpm_portal"

    def ready(self) -> None:
        from accounts import nameless
        from tpm_portal import checks  # noqa: F401
        from tpm_portal.joining import move
        from tpm_portal.roles import bring_in_step
        from tpm_portal.your_data.leaving import erase_rows

        nameless.movers.append(move)
        nameless.erasers.append(erase_rows)
        # Permissions are made after all migrations, so no migration can give them to a group. Django speaks of each app
        # that has models, which this one has not: after the last of those there are all permissions.
        last = [app for app in apps.get_app_configs() if app.models_module][-1]
        post_migrate.connect(bring_in_step, sender=last)
