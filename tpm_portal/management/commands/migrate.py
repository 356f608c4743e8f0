"""``manage.py migrate``: Django's own, one at a time, so that two machines of one release do not collide."""

from typing import Any

from django.core.management.commands import migrate

from tpm_portal.alone import MIGRATING, alone


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        with alone(MIGRATING, wait=True, database=options["database"]):
            super().handle(*args, **options)
