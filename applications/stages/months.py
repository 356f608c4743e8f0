"""Months as a calendar shows them: weeks from Monday to Sunday, and what is before and after. Pure."""

import re
from calendar import Calendar
from dataclasses import dataclass
from datetime import date, timedelta

# Nothing that anybody records is before that, and nobody plans beyond.
FIRST_YEAR, LAST_YEAR = 1950, 2199


@dataclass(frozen=True)
class Month:
    """``first`` is its first day."""

    first: date

    def __str__(self) -> str:
        return f"{self.first:%Y-%m}"

    @property
    def last(self) -> date:
        return (self.first + timedelta(days=31)).replace(day=1) - timedelta(days=1)

    @property
    def weeks(self) -> list[list[date]]:
        """Whole weeks, with the days of other months that they begin or end with."""
        return Calendar(firstweekday=0).monthdatescalendar(self.first.year, self.first.month)

    @property
    def before(self) -> "Month | None":
        day = self.first - timedelta(days=1)
        return month_of(day) if day.year >= FIRST_YEAR else None

    @property
    def after(self) -> "Month | None":
        day = self.last + timedelta(days=1)
        return month_of(day) if day.year <= LAST_YEAR else None


def month_of(day: date) -> Month:
    return Month(day.replace(day=1))


def month_named(text: str) -> Month | None:
    """A month as an address names it, ``2026-12``; none for anything else, or too far away."""
    found = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", text)
    if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        return None
    return Month(date(int(found[1]), int(found[2]), 1))
