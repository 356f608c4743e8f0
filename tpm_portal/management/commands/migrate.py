"""``manage.py migrate``: Django's own, one at a time, so that two machines of one release do not collide.

An empty database gets its tables at once: see ``tpm_portal/first_tables.py``.
"""

from typing import Any

from django.core.management.commands import migrate

from tpm_portal import first_tables
from tpm_portal.alone import MIGRATING, alone

# Whoever asks for more than "bring everything up to date" is shown what Django does.
ASKED = ("app_label", "migration_name", "plan", "check_unapplied", "fake", "fake_initial")


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        with alone(MIGRATING, wait=True, database=options["database"]):
            if not any(options.get(name) for name in ASKED):
                first_tables.lay(options["database"])
            super().handle(*args, **options)
