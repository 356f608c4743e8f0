"""Dates of which only the year or the month may be known, as ISO 8601 writes them: 2021, 2021-03, 2021-03-15. Pure."""

import calendar
import re
from datetime import date

# As a database can hold it; whether there is such a day says ``is_partial``.
PARTIAL_DATE = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"


def is_partial(text: str) -> bool:
    """Whether a text is as much of an ISO 8601 date as may be known: a year, a month or a day that there is."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text, re.ASCII)
    try:
        return bool(found and date(int(found[1]), int(found[2] or 1), int(found[3] or 1)))
    except ValueError:
        return False


def ends_before(starts: str | None, ends: str | None) -> bool:
    """Whether something ends before it begins, as far as both are known: 2021 is not before 2021-03."""
    return bool(starts and ends and ends < starts and not starts.startswith(ends))


def first_day(partial: str) -> date:
    """The first day that it can mean."""
    year, month, day = (*map(int, partial.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(partial: str) -> date:
    """The last day that it can mean."""
    first = first_day(partial)
    match partial.count("-"):
        case 0:
            return date(first.year, 12, 31)
        case 1:
            return date(first.year, first.month, calendar.monthrange(first.year, first.month)[1])
    return first


def words_of(partial: str) -> str:
    """``2021``, ``Mar 2021`` or ``Mar 15, 2021``."""
    first = first_day(partial)
    return f"{first:{('%Y', '%b %Y', '%b %-d, %Y')[partial.count('-')]}}"


def in_words(starts: str, ends: str) -> str:
    """From when to when: without an end it goes on; with nothing but an end it was then."""
    if starts:
        return f"{words_of(starts)} to {words_of(ends) if ends else 'present'}"
    return words_of(ends) if ends else ""
