"""Where an application stands by the changes of its stage, and how long it was at each of them. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Change:
    """An application came to a ``stage`` on a day. The higher its ``number``, the later it was recorded."""

    stage: str
    on: date
    number: int


@dataclass(frozen=True)
class Stay:
    """How long an application was at the stage of a change: ``days`` until the next one, or until today."""

    change: Change
    days: int
    is_current: bool


def in_order(changes: Iterable[Change]) -> list[Change]:
    """As they happened: by day, and of one day as they were recorded."""
    return sorted(changes, key=lambda one: (one.on, one.number))


def current(changes: Iterable[Change]) -> Change | None:
    """The change that says where an application stands: of the latest day the one that was recorded last."""
    ordered = in_order(changes)
    return ordered[-1] if ordered else None


def stays(changes: Iterable[Change], *, today: date) -> list[Stay]:
    """Every change with how long it lasted, the newest first. No stay is shorter than nothing."""
    ordered = in_order(changes)
    ends = [*(one.on for one in ordered[1:]), today]
    found = [
        Stay(change, max((end - change.on).days, 0), number == len(ordered))
        for number, (change, end) in enumerate(zip(ordered, ends, strict=False), start=1)
    ]
    return found[::-1]


def day_of_move(standing: date | None, *, today: date) -> date:
    """The day of a move that is made now. Somebody who has traveled west may have recorded one for tomorrow."""
    return max(standing, today) if standing else today


def days_in_words(days: int) -> str:
    """How long a stay is: ``less than a day`` and ``1 day``, ``9 days``."""
    match days:
        case 0:
            return "less than a day"
        case 1:
            return "1 day"
    return f"{days} days"
