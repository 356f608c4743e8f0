"""The days on which questions come back for practice, as they stand in a calendar: one line a day."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from accounts.models import User
from curation.nested import nested
from interviews.practice.models import ReviewCard
from interviews.practice.practicing import live
from keeping.dated import Dated, Kind
from keeping.models import Event

KINDS = (Kind.REVIEW,)
CHANGING = ("interviews.reviewcard", "interviews.askedquestion")


@dataclass(frozen=True, slots=True)
class Card:
    due_on: date
    token: str


def dates(users: Collection[User], *, today: date, since: date) -> Iterator[tuple[int, Dated]]:
    """How many come back on each day. What is overdue is due today."""
    events = Event.objects.filter(user=OuterRef("pk"), subject__in=CHANGING).order_by().values("user")
    cards = ReviewCard.objects.filter(live(), user=OuterRef("pk")).order_by("pk")
    learners: Any = User.objects.filter(pk__in=[user.pk for user in users]).annotate(
        cards=nested(cards, Card),
        changes=Coalesce(Subquery(events.annotate(number=Count("pk")).values("number")), 0),
        changed_at=Subquery(events.annotate(last=Max("at")).values("last")),
    )
    for learner in learners:
        days = Counter(max(card.due_on, today) for card in learner.cards)
        for on, number in days.items():
            if on < since:
                continue
            yield (
                learner.pk,
                Dated(
                    kind=Kind.REVIEW,
                    # Two learners' days are two, also in one calendar program.
                    uid=f"practice-{on.isoformat()}-{learner.cards[0].token}",
                    title=f"{number} question{'' if number == 1 else 's'} due for practice",
                    on=on,
                    url=reverse("interviews:practice"),
                    changed_at=learner.changed_at or learner.date_joined,
                    # Once the day has come, what was overdue is added without any change.
                    edition=learner.changes + (on == today),
                ),
            )
