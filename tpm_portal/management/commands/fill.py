"""``manage.py fill``: make up learners, to measure with."""

from argparse import ArgumentParser
from datetime import date
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from tpm_portal.filling.making import fill, real_learners


class Command(BaseCommand):
    help = "Make up learners who have recorded what people record, the same each time: to measure with."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--learners", type=int, required=True, help="how many there are to be in the end")
        parser.add_argument(
            "--until", type=date.fromisoformat, default=None, help="their last day, as 2026-12-01; today if left out"
        )
        parser.add_argument("--beside-real-people", action="store_true", help="although somebody has an account here")

    def handle(self, *, learners: int, until: date | None, beside_real_people: bool, **options: Any) -> None:
        if learners < 1:
            raise CommandError("--learners is how many there are to be: 1 or more.")
        if (real := real_learners()) and not beside_real_people:
            raise CommandError(
                f"{real:,} people have an account here. Made-up learners would stand among them: use a database of its"
                " own, or say --beside-real-people."
            )
        began = perf_counter()
        made = fill(learners, until=until or timezone.localdate(), say=lambda there: self._say(there, began))
        self.stdout.write(f"Made up {made:,} learners in {perf_counter() - began:.1f} s.")

    def _say(self, there: int, began: float) -> None:
        self.stdout.write(f"{there:,} learners after {perf_counter() - began:.0f} s")
