"""``manage.py daily``: all that is due once a day. It can run twice, also at once."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from tpm_portal.daily import do_all


class Command(BaseCommand):
    help = "Do all that is due once a day, and say a line about each. Ends with 1 if something failed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--if-due", action="store_true", help="only if it was not done yet on this day in UTC")

    def handle(self, *, if_due: bool, **options: Any) -> None:
        day = do_all(now=timezone.now(), if_due=if_due)
        if options["verbosity"]:
            self.stdout.write("\n".join(day.lines))
        if day.failed:
            sys.exit(1)
