"""Money and time as pay is stated: yearly equivalents, dates as exact as their source, when a figure is old. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

# A year, a month or a day by ISO 8601, as exact as the source is.
AS_OF = r"^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"

# Full time all year round: 52 weeks of 5 days and 40 hours, holidays included. Arithmetic, not a source's figure.
PER_YEAR = {"year": Decimal(1), "month": Decimal(12), "day": Decimal(260), "hour": Decimal(2080)}
RULES = {
    "month": "12 months",
    "day": "52 weeks of 5 days, 260 days a year",
    "hour": "52 weeks of 40 hours, 2,080 hours a year",
}

# Pay that is about a time more than this many years ago is marked as old.
OLD_AFTER_YEARS = 2

SIGNS = {"USD": "$", "GBP": "£", "EUR": "€"}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


def yearly(amount: Decimal, period: str) -> Decimal:
    """What ``amount`` per ``period`` comes to in a year of full-time work, by ``RULES``. Raises ``KeyError``."""
    return amount * PER_YEAR[period]


def in_period(amount: Decimal, period: str, wanted: str) -> Decimal:
    """``amount`` per ``period`` as an amount per ``wanted``, by the same rules, unrounded."""
    return amount * PER_YEAR[period] / PER_YEAR[wanted]


def money(amount: Decimal, currency: str) -> str:
    """An amount as readers see it: ``$102,320``, ``£68,750``, ``AUD 144,000``; cents only where there are any."""
    rounded = amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    digits = f"{rounded:,.2f}" if rounded % 1 else f"{rounded:,.0f}"
    return f"{SIGNS[currency]}{digits}" if currency in SIGNS else f"{currency} {digits}"


def whole(amount: Decimal) -> Decimal:
    """Rounded to whole units, halves up: for what we worked out ourselves, where cents would feign exactness."""
    return amount.quantize(Decimal(1), rounding=ROUND_HALF_UP)


def as_of_text(as_of: str) -> str:
    """``2024`` stays, ``2024-05`` becomes ``May 2024`` and ``2024-05-31`` becomes ``May 31, 2024``."""
    year, *rest = as_of.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    return f"{month} {int(rest[1])}, {year}" if len(rest) > 1 else f"{month} {year}"


def no_such_day(as_of: str) -> bool:
    """Whether it has the shape of a day that the calendar does not have, such as ``2024-02-31``."""
    if not re.fullmatch(AS_OF, as_of) or len(as_of) < len("2024-02-31"):
        return False
    try:
        date.fromisoformat(as_of)
    except ValueError:
        return True
    return False


@dataclass(frozen=True)
class Age:
    """How far a figure can still be trusted on a day."""

    old: bool
    overdue: bool


def age(as_of: str, review_by: date, today: date) -> Age:
    """Old: about a time that ended more than ``OLD_AFTER_YEARS`` years ago. Overdue: not reviewed by its day."""
    stated = tuple(int(part) for part in as_of.split("-"))
    # No month ends later than on a 31st, and no day of it is compared with a day of the next.
    ended = stated + (12, 31)[len(stated) - 1 :]
    return Age(old=(today.year - OLD_AFTER_YEARS, today.month, today.day) > ended, overdue=review_by < today)


def running_backwards(percentiles: Iterable[tuple[int, Decimal]]) -> tuple[int, int] | None:
    """The first two neighboring percentiles of which the higher one has the lower amount, or ``None``."""
    ordered = sorted(percentiles)
    for (lower, small), (upper, large) in pairwise(ordered):
        if large < small:
            return lower, upper
    return None
