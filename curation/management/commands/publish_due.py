"""``manage.py publish_due``: publish the drafts whose day has come. It can run twice, also at once."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from curation.publishing import publish_due


class Command(BaseCommand):
    help = "Publish the drafts whose day has come. What cannot be published waits at the desk and says why."

    def handle(self, **options: Any) -> None:
        done, waiting = publish_due(day=timezone.localdate(), at=timezone.now())
        if options["verbosity"] and (done or waiting):
            self.stdout.write(f"{len(done)} published, {len(waiting)} waiting at the desk with a reason.")
