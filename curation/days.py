"""Days and months as people and spreadsheets write them. One reading is taken; of several none, unless told which.

Pure.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *(("jan", "january"), ("feb", "february"), ("mar", "march"), ("apr", "april"), ("may",), ("jun", "june")),
            *(("jul", "july"), ("aug", "august"), ("sep", "sept", "september"), ("oct", "october")),
            *(("nov", "november"), ("dec", "december")),
        ),
        start=1,
    )
    for name in names
}
MONTH = rf"({'|'.join(sorted(MONTHS, key=len, reverse=True))})"
YEAR = "([0-9]{4}|[0-9]{2})"
# Midnight, which other programs write after a day.
MIDNIGHT = re.compile(r"(?<=[0-9])[T ]00:00(:00(\.0+)?)?(Z|\+00:00)?\Z")
NUMBERS = re.compile(r"([0-9]{1,4})([-/.])([0-9]{1,2})\2([0-9]{1,4})")
DAY_FIRST = re.compile(rf"([0-9]{{1,2}})[- ]{MONTH}\.?[-, ]+{YEAR}", re.IGNORECASE)
MONTH_FIRST = re.compile(rf"{MONTH}\.? ([0-9]{{1,2}}),? ([0-9]{{4}})", re.IGNORECASE)
MONTH_ALONE = (
    re.compile(r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})"),
    re.compile(r"(?P<month>[0-9]{1,2})[-/.](?P<year>[0-9]{4})"),
    re.compile(rf"(?P<name>{MONTH})\.?[- ](?P<year>{YEAR})", re.IGNORECASE),
)


class UnclearError(ValueError):
    """A text may be one day or another, in words."""


SHAPES = ("month/day/year", "day/month/year")


def in_words(day: date) -> str:
    return f"{day:%B} {day.day}, {day:%Y}"


def day(text: str, shape: str = "") -> date | None:
    """The day that a text names, or ``None`` if it names none.

    ``shape`` says which of ``SHAPES`` is meant where both could be. Without it such a text raises
    ``UnclearError``.
    """
    readings = _readings(text)
    days = sorted(set(readings.values()))
    if len(days) > 1 and shape not in readings:
        both = " or ".join(in_words(day) for day in days)
        raise UnclearError(f"'{text}' may be {both}. Write {days[0].isoformat()} or {days[1].isoformat()}")
    return readings.get(shape, days[0]) if days else None


def month(text: str) -> str | None:
    """The month that a text names, as ``2023-06``, or ``None``."""
    for form in MONTH_ALONE:
        if match := form.fullmatch(text):
            named = match.groupdict()
            number = MONTHS[named["name"].lower()] if named.get("name") else int(named["month"])
            return f"{_year(named['year']):04}-{number:02}" if 1 <= number <= 12 else None
    return None


def shape_of(texts: Iterable[str]) -> tuple[str, str]:
    """In which shape a file writes its days, with the text that says so. Nothing if none does, or two disagree."""
    found: dict[str, str] = {}
    for text in dict.fromkeys(texts):
        readings = _readings(text)
        if len(readings) == 1 and (shape := next(iter(readings))) in SHAPES:
            found.setdefault(shape, text)
    return next(iter(found.items())) if len(found) == 1 else ("", "")


def _readings(text: str) -> dict[str, date]:
    """The days that a text may name, by how it would be read."""
    text = MIDNIGHT.sub("", text)
    found: dict[str, tuple[int, int, int]] = {}
    if match := NUMBERS.fullmatch(text):
        first, sign, second, third = match.groups()
        if len(first) == 4 and len(third) <= 2:
            found["year first"] = (int(first), int(second), int(third))
        elif len(first) <= 2 and len(third) in (2, 4):
            year = _year(third)
            found["day/month/year"] = (year, int(second), int(first))
            # With points between them the day is first everywhere.
            if sign != ".":
                found["month/day/year"] = (year, int(first), int(second))
                if len(first) == len(second) == len(third) == 2:
                    found["year first"] = (_year(first), int(second), int(third))
    elif match := DAY_FIRST.fullmatch(text):
        found["named"] = (_year(match[3]), MONTHS[match[2].lower()], int(match[1]))
    elif match := MONTH_FIRST.fullmatch(text):
        found["named"] = (int(match[3]), MONTHS[match[1].lower()], int(match[2]))
    return {shape: day for shape, parts in found.items() if (day := _day(*parts))}


def a_year_before(day: date) -> date:
    """The same day of the year before; February 29 becomes the 28th."""
    return _moved(day, -1)


def a_year_after(day: date) -> date:
    """The same day of the year after; February 29 becomes the 28th."""
    return _moved(day, 1)


def _moved(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return (day - timedelta(days=1)).replace(year=day.year + years)


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _year(digits: str) -> int:
    """Two digits are of the years 1970 to 2069."""
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 70 else 1900)
