"""``manage.py doctor``: whether everything that the site needs is well, and what to do where it is not."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from tpm_portal.doctor import finding
from tpm_portal.doctor.looking import look


class Command(BaseCommand):
    help = (
        "Look at settings, database, mail and all else. Ends with 0 if all is well, 1 with warnings, 2 with failures."
    )
    # It says itself what they say.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", dest="as_json", help="for a program")

    def handle(self, *, as_json: bool, **options: Any) -> None:
        found = look()
        self.stdout.write(finding.as_json(found) if as_json else finding.as_text(found))
        sys.exit(finding.EXIT[finding.worst(found)])
