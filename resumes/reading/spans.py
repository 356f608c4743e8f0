"""Dates and spans of time in a line of a resume, in the ways in which people write them. Pure.

A date is as much of ISO 8601 as is said: of "Summer 2016" and of "03/04/2019", which may be two days, only the year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from curation.days import MONTHS

_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_YEAR = r"(?:19[4-9]|20[0-9])[0-9]"
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_NUMBER = r"(?:1[0-2]|0?[1-9])"
# The longest first: each of them begins like a shorter one.
_POINTS = (
    rf"{_DAY}(?: of)?[ -]{_MONTH},?[ -]{_YEAR}",
    rf"{_MONTH} {_DAY},? {_YEAR}",
    rf"{_MONTH},?[ -]?(?:of )?(?:{_YEAR}|['\u2018\u2019][0-9]{{2}})",
    rf"{_MONTH}[/-](?:{_YEAR}|[0-9]{{2}})",
    rf"(?:Spring|Summer|Autumn|Fall|Winter),?(?: of)? {_YEAR}",
    rf"Q[1-4][ /-]?{_YEAR}",
    rf"{_YEAR}-[01][0-9]-[0-3][0-9]",
    rf"[0-9]{{1,2}}[/.][0-9]{{1,2}}[/.]{_YEAR}",
    rf"{_YEAR}[-/.]{_NUMBER}(?![0-9])",
    rf"{_NUMBER} ?[-/.] ?{_YEAR}",
    _YEAR,
)
_POINT = f"(?:{'|'.join(_POINTS)})"
# Only beside another date it is clear that these are no fractions.
_SHORT = rf"{_NUMBER}/['\u2019]?[0-9]{{2}}"
_NOW = r"(?:present|now|current(?:ly)?|today|ongoing|to date|till date|date)\b"
_DASH = r"[-\u2010-\u2015\u2212~]"
_TO = rf"(?:\s*{_DASH}+\s*|\s+(?:to|until|till|through|thru)\s+)"
_EXPIRES = r"(?:expires?|expiring|valid (?:until|through|to)|exp\.?)"
_BEFORE = r"(?<![\w$€£¥/+.:#-])"
_AFTER = r"(?![\w%+/]|[.,:]\d|-\w)"
_FORMS = (
    rf"(?:from\s+)?(?P<first>{_POINT}){_TO}(?P<last>{_POINT}|{_NOW})",
    rf"(?P<first_short>{_SHORT}){_TO}(?P<last_short>{_SHORT}|{_NOW})",
    rf"(?P<first_month>{_MONTH})\s*{_DASH}\s*(?P<last_month>{_MONTH})[ ,]+(?P<year>{_YEAR})",
    rf"(?P<first_year>{_YEAR})(?:\s*[\u2012-\u2014]\s*|/(?=1[3-9]|[2-9]))(?P<last_year>[0-9]{{2}})",
    rf"(?:since|from)\s+(?P<since>{_POINT})",
    rf"(?P<point>{_POINT})",
)


@cache
def _span() -> "re.Pattern[str]":
    """So long a pattern is made ready once somebody brings a resume: no start waits for it."""
    return re.compile(_BEFORE + "(?:" + "|".join(_FORMS) + ")" + _AFTER, re.IGNORECASE)


# How long it was, which many write behind it: (2 yrs 3 mos).
_COUNT = r"[0-9]+\+?\s*(?:years?|yrs?|months?|mos?)\b\.?"
_LONG = rf"{_COUNT}(?:,?\s*(?:and\s+)?{_COUNT})?"
_HOW_LONG = re.compile(rf"\s*(?:[(·•,|]\s*)?{_LONG}\s*\)?", re.IGNORECASE)
_ONLY_HOW_LONG = re.compile(rf"\s*\(?\s*{_LONG}\s*\)?\s*", re.IGNORECASE)
_AROUND = " \t()[],|·•:-\u2013\u2014"
_EXPIRY = re.compile(rf"\b{_EXPIRES}:?\s*(?:on\s+|in\s+)?$", re.IGNORECASE)


@dataclass(frozen=True)
class Span:
    """Dates in a line, from the character ``begin`` up to but not with ``end``.

    Of a single date ``starts`` is empty; of what still goes on ``ends`` is.
    """

    starts: str
    ends: str
    begin: int
    end: int

    @property
    def is_range(self) -> bool:
        return bool(self.starts)


def spans_in(line: str) -> list[Span]:
    """The dates and spans of a line in their order. A span that ends before it begins is none."""
    return list(_spans(line))


def date_in(text: str) -> str:
    """The date that a text is, as far as it is said, or nothing if it is none."""
    text = text.strip()
    found = spans_in(text)
    whole = len(found) == 1 and not found[0].is_range and (found[0].begin, found[0].end) == (0, len(text))
    return found[0].ends if whole else ""


def is_how_long(line: str) -> bool:
    """Whether a line says nothing but a duration: "4 years 2 months"."""
    return bool(_ONLY_HOW_LONG.fullmatch(line))


def expires(line: str, span: Span) -> bool:
    """Whether a date is the one on which something runs out."""
    return bool(_EXPIRY.search(line[: span.begin]))


def without(line: str, spans: list[Span]) -> str:
    """A line without its dates; a tab stands where one was, as it parts what is before it from what is behind."""
    for span in reversed(spans):
        line = f"{line[: span.begin].rstrip(_AROUND)}\t{line[span.end :].lstrip(_AROUND)}"
    return line.strip()


def _spans(line: str) -> Iterator[Span]:
    place = 0
    while found := _span().search(line, place):
        place = found.end()
        ends = found.end()
        if longer := _HOW_LONG.match(line, ends):
            ends = longer.end()
        if dates := _dates(found):
            yield Span(*dates, begin=found.start(), end=ends)


def _dates(found: "re.Match[str]") -> tuple[str, str] | None:
    said = {name: text for name, text in found.groupdict().items() if text}
    if "point" in said:
        point = _iso(said["point"])
        return ("", point) if point else None
    if "since" in said:
        starts, ends = _iso(said["since"]), ""
        return (starts, "") if starts else None
    if first := said.get("first") or said.get("first_short", ""):
        last = said.get("last") or said["last_short"]
        now = bool(re.fullmatch(_NOW, last, re.IGNORECASE))
        starts, ends = _iso(first), "" if now else _iso(last)
        if not starts or not (ends or now):
            return None
    elif "year" in said:
        starts, ends = (_iso(f"{said[name]} {said['year']}") for name in ("first_month", "last_month"))
    else:
        starts, ends = said["first_year"], f"{said['first_year'][:2]}{said['last_year']}"
    shared = min(len(starts), len(ends))
    return (starts, ends) if starts[:shared] <= ends[:shared] else None


def _iso(text: str) -> str:
    """One date as far as it is said, or nothing if there is no such day."""
    text = text.lower()
    if named := re.search(rf"({_MONTH})", text):
        month = MONTHS[named[1].rstrip(".")]
        rest = text[named.end() :]
        numbers = [int(number) for number in re.findall(r"[0-9]+", text[: named.start()] + " " + rest)]
        # Of two numbers the year is the last one, and the other the day.
        return _written(_full(numbers[-1]), month, numbers[0] if len(numbers) == 2 else 0)
    numbers = [int(number) for number in re.findall(r"[0-9]+", text)]
    if text.startswith(("q", "s", "a", "f", "w")):
        return _written(numbers[-1])
    if len(numbers) == 1:
        return _written(numbers[0])
    if len(numbers) == 2:
        year, month = numbers if numbers[0] > 31 else numbers[::-1]
        return _written(_full(year), month)
    if numbers[0] > 31:
        return _written(*numbers)
    first, second, year = numbers
    if "." in text or first > 12:
        return _written(year, second, first)
    if second > 12 or first == second:
        return _written(year, first, second)
    return _written(year)


def _written(year: int, month: int = 0, day: int = 0) -> str:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return ""
    return "-".join([f"{year:04}", *(f"{number:02}" for number in (month, day if month else 0) if number)])


def _full(year: int) -> int:
    """Two digits are of the years 1970 to 2069, as everywhere on this site."""
    return year if year > 99 else year + (2000 if year < 70 else 1900)
