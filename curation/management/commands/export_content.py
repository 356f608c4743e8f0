"""``manage.py export_content``: the content files as they would have to be for the tables as they are."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from curation.content_files import SeedError
from curation.exporting import export
from curation.seeding import all_seeds


class Command(BaseCommand):
    help = (
        "Write the content of the tables back into the apps' data files, or into a folder that 'seed --data' reads. "
        "Rows that say what their file says stay as they are written."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", type=Path, metavar="FOLDER", help="write there instead, a folder for each app")

    def handle(self, *, to: Path | None, **options: Any) -> None:
        root = Path(settings.BASE_DIR)
        try:
            found = export(all_seeds())
        except SeedError as error:
            raise CommandError(f"Nothing was written. {error}") from error
        for file, text in found.texts.items():
            target = (to or root) / file.relative_to(root)
            try:
                if to or found.changed[file]:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    unfinished = target.with_name(f"{target.name}.unfinished")
                    unfinished.write_text(text, encoding="utf-8", newline="")
                    unfinished.replace(target)
            except OSError as error:
                raise CommandError(f"{target}: {error.strerror or error}. The files before it are written.") from error
            number = len(found.changed[file])
            if number:
                self.stdout.write(
                    f"{file.relative_to(root)}: {number} {'row differs' if number == 1 else 'rows differ'}."
                )
        if not any(found.changed.values()):
            self.stdout.write("The tables say what the files say.")
