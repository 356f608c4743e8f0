"""``manage.py restore``: a backup in place of what is in the database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from tpm_portal.backing_up import BackupError, people, restore


class Command(BaseCommand):
    help = "Put a backup in place of all that is in the database, and bring it to this release."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="although people have an account here")

    def handle(self, *, file: Path, replace: bool, **options: Any) -> None:
        try:
            if (number := people()) and not replace:
                raise BackupError(
                    f"{number:,} people have an account in this database, and all that is theirs would go. If that is"
                    " what you want, make a backup first and say --replace."
                )
            restore(file)
        except BackupError as error:
            raise CommandError(str(error)) from error
        call_command("migrate", verbosity=0, interactive=False)
        self.stdout.write(f"What {file.name} holds is in the database: {people():,} accounts. Start the site again.")
