"""Print the JSON Schema of what learners take out: ``manage.py takeout_schema > docs/takeout.schema.json``."""

import json
from typing import Any

from django.core.management.base import BaseCommand

from keeping.taking.schema import schema


class Command(BaseCommand):
    help = "Print the JSON Schema of what learners take out."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(json.dumps(schema(), indent=2, ensure_ascii=False))
