"""What of an application is near: its closing date, and what is to be done by a day. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from interviews.dates.days import days_left

# Days ahead within which something is near.
NEAR = 14


@dataclass(frozen=True)
class Due:
    """Something with a day, in words."""

    on: date
    what: str


@dataclass(frozen=True)
class Said:
    """How far away something is, in words, and whether its day is over."""

    text: str
    is_past: bool


def closing(closes_on: date | None, *, today: date, is_saved: bool) -> Said | None:
    """What a closing date says if it is near; once it is past, only as long as nobody has applied."""
    if closes_on is None or (closes_on - today).days > NEAR:
        return None
    if closes_on < today:
        return Said(f"closed {days_left(today, closes_on)}", is_past=True) if is_saved else None
    return Said(f"closes {days_left(today, closes_on)}", is_past=False)


def next_due(dues: Iterable[Due], *, today: date) -> tuple[Due, Said] | None:
    """The first of what is to be done, if it is near or overdue."""
    first = min(dues, key=lambda one: (one.on, one.what), default=None)
    if first is None or (first.on - today).days > NEAR:
        return None
    is_past = first.on < today
    return first, Said(f"{'was due ' if is_past else ''}{days_left(today, first.on)}", is_past)
