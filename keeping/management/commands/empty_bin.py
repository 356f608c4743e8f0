"""Delete for good what learners put in the bin long ago. Meant to run once a day; `make run` does it at every start."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from keeping.bin import empty_bin
from keeping.models import BIN_DAYS


class Command(BaseCommand):
    help = f"Delete for good what has been in learners' bins for more than {BIN_DAYS} days."

    def handle(self, *args: Any, **options: Any) -> None:
        number = empty_bin(now=timezone.now())
        if options["verbosity"]:
            self.stdout.write(f"{number} rows deleted for good.")
