"""``manage.py backup``: everything that is in the database, in one file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from tpm_portal import last_runs
from tpm_portal.backing_up import BackupError, back_up


class Command(BaseCommand):
    help = "Write everything that is in the database into one file, while the site runs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="where to; var/backups/ if left out")

    def handle(self, *, file: Path | None, **options: Any) -> None:
        name = f"tpm-portal-{timezone.now():%Y%m%d-%H%M%S}.dump"
        file = file or settings.BASE_DIR / "var" / "backups" / name
        try:
            size = back_up(file)
        except BackupError as error:
            raise CommandError(str(error)) from error
        last_runs.note(last_runs.BACKUP, at=timezone.now())
        self.stdout.write(
            f"Everything is in {file} ({size / 1024**2:.1f} MB). It holds what people wrote: keep it as safe as the"
            " database, on another machine. Keep SECRET_KEY with it, without which authenticator apps do not work."
        )
