"""Sources."""

from datetime import date
from typing import Any

from curation.models import Source
from tests.factories import numbers


def make_source(**fields: Any) -> Source:
    number = next(numbers)
    defaults = {
        "slug": f"source-{number}",
        "name": f"Report {number}",
        "publisher": "A publisher",
        "date": "May 2025",
        "kind": "official",
        "confidence": "high",
        "used_for": "tests",
        "checked_on": date(2026, 11, 23),
    }
    return Source.objects.create(**(defaults | fields))
