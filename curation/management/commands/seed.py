"""``manage.py seed``: bring the tables up to date with the content files."""

from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from curation.content_files import SeedError, read_documents
from curation.seeding import all_seeds, seed_database


class Command(BaseCommand):
    help = "Create and update content from the apps' data files. What a curator has edited is left alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--overwrite", action="store_true", help="let the files win over curators' edits")
        parser.add_argument(
            "--data", type=Path, metavar="FOLDER", help="read the files that 'export_content --to' wrote"
        )
        parser.add_argument("--check", action="store_true", help="only validate the files, touch no database")

    def handle(self, *, overwrite: bool, check: bool, data: Path | None, **options: Any) -> None:
        seeds = all_seeds()
        if data:
            root = Path(settings.BASE_DIR)
            seeds = [replace(seed, file=data / seed.file.relative_to(root)) for seed in seeds]
        try:
            if check:
                documents = read_documents(seeds)
                rows = sum(len(table) for table in documents.values())
                self.stdout.write(f"Content files are valid: {rows} rows in {len(documents)} tables.")
                return
            report = seed_database(seeds, at=timezone.now(), overwrite=overwrite)
        except SeedError as error:
            raise CommandError(f"Nothing was changed. {error}") from error
        for line in report.lines():
            self.stdout.write(line)
