"""What of a learner's rows has a day: each room offers its own, for the calendar, the reminders and the archive."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, OuterRef, Subquery, TextChoices
from django.db.models.functions import Coalesce

from accounts.models import User
from keeping.models import Event

# An edition of another row counts for so much less than one of the row itself.
MOST_EDITIONS = 10_000


class Kind(TextChoices):
    """What others wait for comes first."""

    INTERVIEW = "interview", "Interviews"
    ANSWER = "answer", "Offers that want an answer"
    CLOSING = "closing", "Closing dates of jobs"
    EXAM = "exam", "Exams"
    TASK = "task", "Tasks"
    FOLLOW_UP = "follow_up", "Follow-ups"
    TARGET = "target", "Target dates"
    EXPIRY = "expiry", "Credentials that run out"
    REVIEW = "review", "Questions due for practice"


@dataclass(frozen=True, slots=True)
class Dated:
    """Something on a day (``on``, where the learner is), or from a moment (``at``) to another, both aware.

    ``uid`` stays the same whatever changes, and in another database; ``edition`` rises with each change that shows.
    ``url`` is the path of its page.
    """

    kind: Kind
    uid: str
    title: str
    on: date
    url: str
    changed_at: datetime
    edition: int = 1
    at: datetime | None = None
    ends: datetime | None = None
    where: str = ""
    note: str = ""

    @classmethod
    def of(cls, row: Any, kind: Kind, name: str, *, title: str, on: date, **said: Any) -> "Dated":
        """What a row with a token says, as it was changed last (see ``with_changed_at``); ``name`` says what of it."""
        url = said.pop("url", None) or row.get_absolute_url()
        said = {"changed_at": row.changed_at, "edition": row.edition} | said
        return cls(kind, f"{name}-{row.token}", title, on, url, **said)


# What a room says of learners on the day ``today`` where they are, of days from ``since`` on: each with whose it is.
Room = Callable[..., Iterable[tuple[int, Dated]]]
_offers: dict[Room, tuple[Kind, ...]] = {}


def offer(room: Room, *kinds: Kind) -> None:
    """To be called by each room at the start, with all the kinds that it can name. Twice is once."""
    _offers[room] = kinds


def dated(user: User, *, today: date, since: date, kinds: Collection[Kind] = tuple(Kind)) -> list[Dated]:
    """Everything of these kinds, in order: by day, by the clock, and what others wait for first."""
    return dated_of([user], today=today, since=since, kinds=kinds)[user.pk]


def dated_of(
    users: Collection[User], *, today: date, since: date, kinds: Collection[Kind] = tuple(Kind)
) -> dict[int, list[Dated]]:
    """The same of several learners for whom it is the same day, by their keys, in no more queries than of one."""
    order = {kind: number for number, kind in enumerate(Kind)}
    found: dict[int, list[Dated]] = {user.pk: [] for user in users}
    for room, can in _offers.items():
        if not set(can).isdisjoint(kinds):
            for key, one in room(users, today=today, since=since):
                if one.kind in kinds:
                    found[key].append(one)
    for rows in found.values():
        rows.sort(key=lambda one: (one.on, one.at is None, one.at or one.on, order[one.kind], one.title))
    return found


def with_changed_at(rows: Any, *, since: str = "created_at") -> Any:
    """Rows that the history names, each with when it last changed: ``since`` is the field that says when it began."""
    events = Event.objects.filter(user=OuterRef("user"), subject=rows.model._meta.label_lower, token=OuterRef("token"))
    return rows.annotate(changed_at=Coalesce(Subquery(events.order_by("-pk").values("at")[:1]), F(since)))


def edition_with(row: Any, other: Any) -> int:
    """The edition of what names another row too, or none: it rises with each change of either."""
    return int(row.edition) * MOST_EDITIONS + min(other.edition if other else 0, MOST_EDITIONS - 1)
