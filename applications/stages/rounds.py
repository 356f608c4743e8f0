"""What the pages of an interview show of the application that it is a round of."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, OuterRef, Value, When

from applications.postings.models import Application, Duty, Requirement
from applications.reading.shapes import REQUIRED
from interviews.models import Interview

# What fits on one page to read the evening before, beside the questions and stories.
MOST_ROWS = 10
MOST_DUTIES = 6


def offer_application(user: Any, interview: Interview) -> dict[str, Any]:
    """The application that an interview is a round of, see ``interviews.dates.slots``."""
    row = _application(user, interview).first()
    return {"round_of": (str(row), row.get_absolute_url())} if row else {}


def offer_posting(user: Any, interview: Interview) -> dict[str, Any]:
    """What the posting asks, required rows first, and the work it names, in its own words."""
    required_first = Case(When(strength=REQUIRED, then=Value(0)), default=Value(1))
    rows: Any = Requirement.objects.filter(application=OuterRef("pk"), deletion=None)
    asked = rows.order_by(required_first, "place", "pk").values("quote")[:MOST_ROWS]
    duties = Duty.objects.filter(application=OuterRef("pk")).order_by("place").values("quote")[:MOST_DUTIES]
    # In one query: the brief has many of its own.
    found = _application(user, interview).values_list(ArraySubquery(asked), ArraySubquery(duties)).first()
    headings = ("What they ask", "What you would do")
    said = [(heading, quotes) for heading, quotes in zip(headings, found or ((), ()), strict=True) if quotes]
    return {"said_of_the_job": said} if said else {}


def _application(user: Any, interview: Interview) -> Any:
    rows: Any = Application.objects
    return rows.for_user(user).filter(pk=interview.application_id) if interview.application_id else rows.none()
