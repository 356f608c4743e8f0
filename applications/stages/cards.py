"""The columns of the board: how many applications are at each stage, and the newest of each."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, Q, Value, When, Window
from django.db.models.functions import Coalesce, RowNumber

from accounts.models import User
from applications.postings.models import ENDINGS, GOING_ON, Application, Stage
from applications.stages.due import Due, Said, closing, next_due
from applications.stages.following import Cadence, follow_up
from applications.stages.following_up import asked_for_due
from applications.stages.models import Task
from curation.prepared import prepared
from interviews.models import Interview
from keeping.tokens import fresh_token

# A column shows so many; the table has them all.
MOST_CARDS = 50
ENDED = "ended"
COLUMNS = {**{stage.value: stage.label for stage in GOING_ON}, ENDED: "Ended"}


@dataclass(frozen=True)
class Card:
    """An application on the board; ``token`` names the change that a press on it makes."""

    application: Any
    token: uuid.UUID
    closing: Said | None
    due: tuple[Due, Said] | None
    # What is due by the learner's own cadence, in words.
    follow_up: str


@dataclass(frozen=True)
class Column:
    key: str
    name: str
    count: int
    cards: list[Card]

    @property
    def rest(self) -> int:
        """How many it does not show."""
        return self.count - len(self.cards)


def in_columns(rows: Any) -> Any:
    """Applications with the ``column`` that each stands in, and ``at``, its stage: saved if nothing is recorded."""
    at: Any = Coalesce("stage", Value(Stage.SAVED.value))
    ended = When(at__in=[stage.value for stage in ENDINGS], then=Value(ENDED))
    return rows.with_stage().annotate(at=at, column=Case(ended, default=F("at")))


def counts(user: User) -> dict[str, int]:
    """How many applications stand in each column."""
    return dict.fromkeys(COLUMNS, 0) | dict(_counted(user))


@prepared
def _counted(user: User) -> Any:
    rows: Any = Application.objects
    return in_columns(rows.for_user(user)).order_by().values_list("column").annotate(number=Count("pk"))


@dataclass(frozen=True)
class Board:
    """The columns that are shown, and how many applications stand in each column, shown or not."""

    columns: list[Column]
    counts: dict[str, int]


def columns(user: User, *, today: date, only: str = "") -> Board:
    """The columns with their newest cards, or the one that is asked for."""
    found, number = _rows(user, only, MOST_CARDS), counts(user)
    dues, follow_ups = _dues(user, [row.pk for row in found], today=today), _follow_ups(user, today=today)
    cards: dict[str, list[Card]] = {key: [] for key in COLUMNS}
    for row in found:
        near = closing(row.closes_on, today=today, is_saved=row.at == Stage.SAVED) if row.column != ENDED else None
        due = next_due(dues.get(row.pk, ()), today=today) if row.column != ENDED else None
        cards[row.column].append(Card(row, fresh_token(), near, due, follow_ups.get(row.pk, "")))
    shown = [Column(key, name, number[key], cards[key]) for key, name in COLUMNS.items() if only in ("", key)]
    return Board(shown, number)


@prepared
def _rows(user: User, only: str, most: int) -> Any:
    rows: Any = Application.objects
    here = in_columns(rows.for_user(user))
    newest = [F("stage_on").desc(nulls_last=True), F("pk").desc()]
    placed = here.annotate(place=Window(RowNumber(), partition_by=F("column"), order_by=newest))
    shown = placed.filter(Q(column=only) if only else Q(), place__lte=most)
    return shown.only("title", "employer", "closes_on").order_by("column", "place")


def _dues(user: User, keys: list[int], *, today: date) -> dict[int, list[Due]]:
    """What is to be done for each: the first task that is open, the next round, the day of an answer."""
    offers: Any = Application._meta.get_field("offers").related_model
    here = {"user": user, "application__in": keys, "deletion": None}
    found: dict[int, list[Due]] = {}
    for row in _first(Task.objects.filter(**here, done_on=None).exclude(due_on=None), "due_on"):
        found.setdefault(row.application_id, []).append(Due(row.due_on, row.what))
    for row in _first(Interview.objects.filter(**here, on__gte=today), "on"):
        found.setdefault(row.application_id, []).append(Due(row.on, "Interview"))
    for row in _first(offers.objects.filter(**here, answer_by__gte=today), "answer_by"):
        found.setdefault(row.application_id, []).append(Due(row.answer_by, "They want an answer"))
    return found


def _follow_ups(user: User, *, today: date) -> dict[int, str]:
    """What is due by the cadence; what has a day of its own is said by that."""
    if user.is_nobody:
        return {}
    [(going, cadences)] = _going_on(user, today)
    cadence = next(iter(cadences), Cadence())
    found = [follow_up(one, cadence=cadence, today=today) for one in going]
    return {due.pk: due.said for due in found if due and not due.fixed}


@prepared
def _going_on(user: User, today: date) -> Any:
    asked = asked_for_due(today=today)
    return User.objects.filter(pk=user.pk).values_list(asked["going"], asked["cadences"])


def _first(rows: Any, day: str) -> Iterable[Any]:
    """Of each application the row of the earliest day."""
    found: Iterable[Any] = rows.order_by("application_id", day, "pk").distinct("application_id")
    return found
