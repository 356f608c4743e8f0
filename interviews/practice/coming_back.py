"""The days on which questions come back for practice, as they stand in a calendar: one line a day."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Max, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from accounts.models import User
from interviews.practice.practicing import live_cards
from keeping.dated import Dated, Kind
from keeping.models import Event

KINDS = (Kind.REVIEW,)
CHANGING = ("interviews.reviewcard", "interviews.askedquestion")


def dates(user: User, *, today: date, since: date) -> Iterator[Dated]:
    """How many come back on each day. What is overdue is due today."""
    # One value for all cards, which the database works out once.
    events = Event.objects.filter(user=user, subject__in=CHANGING).order_by().values("user")
    changes = Coalesce(Subquery(events.annotate(number=Count("pk")).values("number")), 0)
    changed_at = Subquery(events.annotate(last=Max("at")).values("last"))
    cards = live_cards(user).order_by("pk").values_list("due_on", "token", changes, changed_at)
    rows = list(cards)
    days = Counter(max(on, today) for on, *_ in rows)
    for on, number in days.items():
        # Two learners' days are two, also in one calendar program.
        _, first, edition, last = rows[0]
        if on < since:
            continue
        yield Dated(
            kind=Kind.REVIEW,
            uid=f"practice-{on.isoformat()}-{first}",
            title=f"{number} question{'' if number == 1 else 's'} due for practice",
            on=on,
            url=reverse("interviews:practice"),
            changed_at=last or user.date_joined,
            # Once the day has come, what was overdue is added without any change.
            edition=edition + (on == today),
        )
