"""When a held credential has to be renewed, and how far the learner has come in the cycle: plain arithmetic. Pure.

Days are inclusive on both ends. A cycle is counted back from the last day of validity where that is known, else it
rolls on from the day the credential was earned, as if it had been renewed each time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from evidence.catalog.months import DAY, Span, add_years, last_of

# So long before the end a renewal is said to be due.
SOON_DAYS = 180

FOR_GOOD, LATER, SOON, OVER = "for_good", "later", "soon", "over"


def cycle(day: date, *, earned_on: date, expires_on: date | None, years: int) -> Span:
    """The cycle that the units of ``day`` count for, as its first and last day.

    With ``expires_on`` it is the one that ends there, also if it has ended by ``day`` or not yet begun. The first cycle
    begins on the day the credential was earned, even if the issuer rounds its end to a month. Without ``expires_on`` it
    is the one of ``years`` years that ``day`` lies in.
    """
    if expires_on is None:
        number, length = max(day.year - earned_on.year, 0) // years, 12 * years
        if number and day <= last_of(earned_on, number * length):
            number -= 1
        first = last_of(earned_on, number * length) + DAY if number else earned_on
        return Span(first, last_of(earned_on, (number + 1) * length))
    first = add_years(expires_on, -years) + DAY
    # The first one, if less than half of one more fits before it.
    middle_of_the_one_before = first - (expires_on - first) / 2
    return Span(earned_on if earned_on > middle_of_the_one_before else first, expires_on)


@dataclass(frozen=True)
class Reached:
    """The units of one cycle. ``before`` were earned before it and do not count, ``after`` count for a later one."""

    cycle: Span
    needed: Decimal
    earned: Decimal
    before: Decimal
    after: Decimal

    @property
    def missing(self) -> Decimal:
        return max(self.needed - self.earned, Decimal(0))


def reached(
    day: date,
    *,
    earned_on: date,
    expires_on: date | None,
    years: int,
    needed: int,
    units: Iterable[tuple[date, Decimal]],
) -> Reached:
    """How far the units (each with the day it was earned) go in the cycle of ``day``."""
    now = cycle(day, earned_on=earned_on, expires_on=expires_on, years=years)
    earned = before = after = Decimal(0)
    for earned_at, number in units:
        if earned_at < now.first:
            before += number
        elif earned_at > now.last:
            after += number
        else:
            earned += number
    return Reached(now, Decimal(needed), earned, before, after)


def urgency(day: date, last: date | None) -> str:
    """Whether what is valid until ``last`` (the day included) is over on ``day``, over soon, later, or never."""
    if last is None:
        return FOR_GOOD
    if last < day:
        return OVER
    return SOON if (last - day).days <= SOON_DAYS else LATER


def until_in_words(day: date, last: date) -> str:
    """How far ``last`` is from ``day``: "in 12 days", "today", "3 days ago"."""
    days = (last - day).days
    if days == 0:
        return "today"
    number = f"{abs(days):,} day{'' if abs(days) == 1 else 's'}"
    return f"in {number}" if days > 0 else f"{number} ago"
