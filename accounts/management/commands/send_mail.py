"""``manage.py send_mail``: send what waits in the outbox now. Processes that serve pages do so by themselves."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from accounts.outbox import send_due


class Command(BaseCommand):
    help = "Send the mail that is due, and say how much waits."

    def handle(self, **options: Any) -> None:
        done = send_due(at=timezone.now())
        self.stdout.write(f"Mail: {done.sent} sent, {done.failed} not sent and tried again later.")
