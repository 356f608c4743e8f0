"""``manage.py send_reminders``: write to learners what they asked for. Meant for every hour; it can run at any time."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from accounts.outbox import send_due
from tpm_portal import last_runs
from tpm_portal.mailing.sending import write_due


class Command(BaseCommand):
    help = "Send the digests and reminders that are due, each once, however often this runs, also at once."

    def handle(self, **options: Any) -> None:
        written = write_due(now=timezone.now())
        # What another process, or one that ended, has left is sent too.
        done = send_due(at=timezone.now())
        if options["verbosity"]:
            self.stdout.write(
                f"Reminders: {written.looked_at} learners looked at, {written.mails} mails written.\n"
                f"Mail: {done.sent} sent, {done.failed} not sent and tried again later."
            )
        if written.failed:
            self.stderr.write(f"For {written.failed} learners it failed, see the log.")
            sys.exit(1)
        last_runs.note(last_runs.REMINDERS, at=timezone.now())
