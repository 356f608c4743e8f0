"""What joins the apps; its checks of the settings are registered at the start."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "tpm_portal"

    def ready(self) -> None:
        from tpm_portal import checks  # noqa: F401
