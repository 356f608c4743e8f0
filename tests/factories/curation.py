"""Sources, and acts of curators."""

import uuid
from datetime import UTC, date, datetime
from typing import Any

from curation import links
from curation.changes import Batch
from curation.checking import Found
from curation.models import Draft, Report, Source
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


def make_batch(**fields: Any) -> Batch:
    at = datetime(2026, 11, 25, tzinfo=UTC)
    defaults = {"at": at, "what": "Imported claims", "kind": "import", "file_name": "claims.csv"}
    return Batch.objects.create(**(defaults | fields))


def make_draft(row: Any, *, typed: dict[str, Any] | None = None, **fields: Any) -> Draft:
    """A draft of a row, with what its form says and what is typed over that."""
    defaults = {
        **{"table": row._meta.label_lower, "row": row.pk, "title": str(row), "at": datetime.now(UTC)},
        "typed": [[name, str(value)] for name, value in (typed or {}).items()],
    }
    return Draft.objects.create(**(defaults | fields))


def reach(address: str, *, day: date = date(2026, 11, 30), **found: Any) -> None:
    """The address was checked at the noon of a day, and reached if nothing else is said."""
    links.record(
        address,
        Found(**{"state": "reached", "status": 200, **found}),
        at=datetime(*day.timetuple()[:3], 12, tzinfo=UTC),
    )


def make_report(**fields: Any) -> Report:
    """Somebody says that the list of sources looks wrong."""
    defaults = {
        "token": uuid.uuid4(),
        "page": "/about-the-data/sources/",
        "title": "Sources",
        "what": "The date is wrong.",
        "at": datetime(2026, 12, 1, 9, tzinfo=UTC),
    }
    return Report.objects.create(**(defaults | fields))
