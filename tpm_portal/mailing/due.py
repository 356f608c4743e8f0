"""Which mail is due when, by the clock where the learner is. Pure.

Somebody's dates are looked at twice a day, in the morning and in the evening. All mail goes in the morning; in the
evening only what is to be prepared and was recorded, or moved, since.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Generic, Protocol, TypeVar

DAY = timedelta(days=1)
MORNING, EVENING = time(7), time(18)
# How many days before its day each kind of date is written of, the first time and the last.
LEADS = {
    "interview": (1,),
    "exam": (7, 1),
    "expiry": (90, 30, 7),
    "answer": (1,),
    "closing": (1,),
    "follow_up": (0,),
    "task": (0,),
    "review": (0,),
}
IN_THE_EVENING = frozenset(("interview", "exam"))
# What could not be said on its day, because the site was away, is still said so many days later. No more than that.
LATE = {"follow_up": 2, "task": 2}
# A digest of Monday is sent until Wednesday.
DIGEST_DAYS = 3


class HasDay(Protocol):
    """Something on a day where the learner is, perhaps at a moment of it."""

    @property
    def kind(self) -> str: ...
    @property
    def uid(self) -> str: ...
    @property
    def on(self) -> date: ...
    @property
    def at(self) -> datetime | None: ...


Item = TypeVar("Item", bound=HasDay)


@dataclass(frozen=True)
class Reminder(Generic[Item]):
    """What is written of: ``days`` is how many are left until its day, below none if that is over.

    ``key`` says what was sent. It is another one when the day or the hour is, and for each time before one day.
    """

    item: Item
    key: str
    days: int


def next_look(now: datetime, zone: tzinfo) -> datetime:
    """The first morning or evening after ``now``, in UTC."""
    today = now.astimezone(zone).date()
    return min(look for look in _looks(today - DAY, zone, days=4) if look > now)


def _looks(first: date, zone: tzinfo, *, days: int) -> Iterator[datetime]:
    for number in range(days):
        for clock in (MORNING, EVENING):
            yield datetime.combine(first + number * DAY, clock, zone).astimezone(UTC)


def reminders(items: Iterable[Item], *, now: datetime, zone: tzinfo) -> list[Reminder[Item]]:
    """What is to be written of at this moment, whether it was already or not, in the order of the ``items``."""
    local = now.astimezone(zone)
    found = [_reminder(item, local) for item in items if not at_night(local) or item.kind in IN_THE_EVENING]
    return [one for one in found if one is not None]


def at_night(local: datetime) -> bool:
    """Whether nothing is sent but of what is to be prepared."""
    return not MORNING <= local.time() < EVENING


def _reminder(item: Item, now: datetime) -> Reminder[Item] | None:
    days = (item.on - now.date()).days
    over = item.at <= now if item.at else days < -LATE.get(item.kind, 0)
    # Of several times before a day, those that were missed are not made up for.
    lead = min((lead for lead in LEADS.get(item.kind, ()) if lead >= days), default=None)
    if over or lead is None:
        return None
    # By the clock, like what is recorded: who takes another time zone has the same date.
    when = item.at.astimezone(now.tzinfo).strftime("%Y-%m-%dT%H:%M") if item.at else item.on.isoformat()
    return Reminder(item, f"{item.uid} {when} {lead}", days)


def digest_of(now: datetime, zone: tzinfo) -> date | None:
    """The Monday whose digest is due at this moment, ``None`` if none is."""
    local = now.astimezone(zone)
    monday = local.date() - local.weekday() * DAY
    return monday if local.weekday() < DIGEST_DAYS and not at_night(local) else None


def digest_at(monday: date, zone: tzinfo) -> datetime:
    """When the digest of a Monday is due first, in UTC."""
    return datetime.combine(monday, MORNING, zone).astimezone(UTC)


def days_in_words(days: int) -> str:
    """``today``, ``tomorrow``, ``in 7 days``, ``2 days ago``."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in near:
        return near[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"
