"""What the fields of structured data say, in whatever shape they come: a text, a list, a record with a name. Pure."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from applications.reading.closing import read_closing
from applications.reading.json_text import ESCAPES, text_of_value
from applications.reading.markup import decoded
from applications.reading.money import figures
from applications.reading.pay import read_pay, size_fits, usual_period
from applications.reading.shapes import Found, Pay

TYPES = (
    (r"intern(?:ship)?|trainee|werkstudent", "internship"),
    (r"part[-_ ]?time|teilzeit", "part_time"),
    (r"full[-_ ]?time|permanent|regular|vollzeit|unbefristet|cdi", "full_time"),
    (r"temporary|temp|fixed[-_ ]?term|seasonal|cdd|befristet", "fixed_term"),
    (r"contract(?:or)?|freelance|self[-_ ]?employed|b2b|consultant", "contract"),
)
# A day without its year is none here: one does not know when the data was written.
NEVER = date(1, 1, 1)
INTERVALS = (
    ("hour", r"hour|hur|hr"),
    ("day", r"day|daily"),
    ("week", r"week"),
    ("month", r"month|mon\b"),
    ("year", r"year|ann|yr"),
)


def words(value: object) -> str:
    """A text, the name of a record or the first of a list, in one line without markup; "" for anything else."""
    if isinstance(value, list):
        return next(filter(None, map(words, value)), "")
    if isinstance(value, Mapping):
        return words(value.get("name") or value.get("@value") or value.get("label") or "")
    if not isinstance(value, str):
        return ""
    for _ in range(ESCAPES):
        value = decoded(value)
    return " ".join(text_of_value(value).split())


def as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def number(value: object) -> Decimal | None:
    """A figure in full of a number or a text ("88.000", "$88k"); nothing for zero and for what is none."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float | Decimal):
        found = Decimal(str(value))
        return found if found.is_finite() and 0 < found < 10**12 else None
    if isinstance(value, str):
        figure = next(figures(value[:60]), None)
        return figure.amount if figure and figure.amount > 0 else None
    return None


def interval(value: object) -> str:
    """One of ``PERIODS`` or "week", for YEAR, "per-year-salary", "1 YEAR", "HUR"; "" where it says nothing."""
    said = words(value).lower()
    return next((period for period, pattern in INTERVALS if re.search(pattern, said)), "")


def pay_of(least: object, most: object, currency: str, period: str) -> Pay | None:
    """A range of numbers; nothing where it is none for sure."""
    low, high = number(least), number(most)
    size = high if high is not None else low
    if size is None or not re.fullmatch("[A-Z]{3}", currency) or (low and high and low > high):
        return None
    period = period or usual_period(size, currency)
    if not period or period == "week" or not size_fits(size, currency, period):
        return None
    return Pay(None, low, high, currency, period)


def pays_in_words(said: str, country: str) -> tuple[tuple[Pay, ...], str]:
    """What a field that is about pay says in words, and what of it was not read."""
    read = read_pay(f"Salary: {said}", country=country)
    ranges = tuple(Pay(None, pay.least, pay.most, pay.currency, pay.period) for pay in read.ranges)
    return ranges, "" if ranges else said[:200]


def types_of(values: Iterator[str] | list[str]) -> tuple[Found, ...]:
    """The employment types that the words of a field name, in their order."""
    found: dict[str, Found] = {}
    for value in values:
        for part in re.split(r"[,;/|]", value.lower()):
            for pattern, name in TYPES:
                if re.search(rf"(?<![a-z])(?:{pattern})(?![a-z])", part):
                    found.setdefault(name, Found(name))
                    break
    return tuple(found.values())


def day_of(value: object) -> date | None:
    """The day of a date or moment as it is written there, without any turning between time zones."""
    said = words(value)
    if found := re.match(r"(20\d\d)-(\d\d)-(\d\d)", said):
        try:
            return date(*map(int, found.groups()))
        except ValueError:
            return None
    closing = read_closing(f"Closing date: {said[:60]}", pasted_on=NEVER) if said else None
    return closing.day if closing and closing.day.year > 2000 else None
