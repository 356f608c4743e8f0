"""The practice of the last 14 days as small bars, one for each day. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

DAYS = 14
# In units of the picture, which the page scales to its width.
PITCH, WIDTH, HEIGHT, STUB = 20, 14, 48, 3
# A day with fewer than so many questions does not fill the height, so that one question alone looks like one.
FULL = 5


@dataclass(frozen=True)
class Day:
    """A day's bar. A day without practice has a stub, so that one sees that it is there."""

    on: date
    number: int
    x: int
    y: int
    height: int


@dataclass(frozen=True)
class Fortnight:
    days: tuple[Day, ...]
    width: int = DAYS * PITCH - (PITCH - WIDTH)
    height: int = HEIGHT
    bar_width: int = WIDTH

    @property
    def total(self) -> int:
        return sum(day.number for day in self.days)

    @property
    def practiced(self) -> int:
        return sum(day.number > 0 for day in self.days)

    @property
    def words(self) -> str:
        """``12 questions on 5 of the last 14 days``."""
        if not self.total:
            return f"No practice in the last {DAYS} days"
        return f"{self.total} question{'s' * (self.total != 1)} on {self.practiced} of the last {DAYS} days"


def fortnight(practiced: Mapping[date, int], *, today: date) -> Fortnight:
    """The last 14 days up to ``today``, the oldest first. ``practiced`` is how many questions there were on a day."""
    days = [today - timedelta(days=DAYS - 1 - place) for place in range(DAYS)]
    most = max([FULL, *(practiced.get(day, 0) for day in days)])
    return Fortnight(tuple(_day(day, practiced.get(day, 0), place, most) for place, day in enumerate(days)))


def _day(on: date, number: int, place: int, most: int) -> Day:
    height = max(round(HEIGHT * number / most), STUB)
    return Day(on, number, place * PITCH, HEIGHT - height, height)
