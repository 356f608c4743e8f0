"""Days as lists write them, each in one of four forms that is chosen for the whole list. Pure.

A day is read in the form that was chosen or not at all: ``03/04/2026`` is 4 March to one program and 3 April to
another, and a day that does not fit is never turned around so that it would.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

YEAR, DAY, MONTH, WORD = "year", "day", "month", "word"
# What each form is called, with an example.
FORMS = {
    YEAR: "Year first: 2026-11-30",
    DAY: "Day first: 30/11/2026 or 30.11.2026",
    MONTH: "Month first: 11/30/2026",
    WORD: "Month in words: 30 Nov 2026 or November 30, 2026",
}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# A time of the day may follow. The day is the one that is written.
ZONE = r"(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?"
TIME = rf"(?:(?:T|,? +| at )\d{{1,2}}(?:[:.]\d{{2}}){{1,2}}(?:[.,]\d{{1,9}})?(?: ?[ap]\.?m\.?)?{ZONE})?"
# Before it the day of the week.
WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +)?"
NUMBERS = r"(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})"
NAME = r"(?P<name>[a-z]{3,9})\.?"
PATTERNS = {
    YEAR: (r"(?P<year>\d{4})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",),
    DAY: (NUMBERS.replace("one", "day").replace("two", "month"),),
    MONTH: (NUMBERS.replace("one", "month").replace("two", "day"),),
    WORD: (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]{NAME},?[ -](?P<year>\d{{4}})",
        rf"{NAME} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
    ),
}
READERS = {
    form: tuple(re.compile(WEEKDAY + pattern + TIME, re.IGNORECASE | re.ASCII) for pattern in patterns)
    for form, patterns in PATTERNS.items()
}


@dataclass(frozen=True)
class Guess:
    """In which ``form`` days seem to be written; nothing where several are ``fitting`` all of them, or none is."""

    form: str
    fitting: tuple[str, ...]


def read_day(text: str, form: str) -> date | None:
    """The day that ``text`` says in this form, or nothing. Two digits of a year are of this century."""
    plain = " ".join(text.split())
    for reader in READERS[form]:
        if found := reader.fullmatch(plain):
            said = found.groupdict()
            month = _month(said["name"]) if "name" in said else int(said["month"])
            year = int(said["year"])
            try:
                return date(year + 2000 if len(said["year"]) == 2 else year, month, int(said["day"]))
            except ValueError:
                return None
    return None


def guess_form(texts: Iterable[str]) -> Guess:
    """The one form that every day fits. What is no day in any form says nothing of it.

    Where days of two forms stand in one list none is guessed: it would turn those around that fit both.
    """
    days = [{form for form in FORMS if read_day(text, form)} for text in dict.fromkeys(texts)]
    days = [forms for forms in days if forms]
    fitting = tuple(form for form in FORMS if days and all(form in forms for forms in days))
    return Guess(fitting[0] if len(fitting) == 1 else "", fitting)


def is_day(text: str) -> bool:
    """Whether it reads as a day in any form."""
    return any(read_day(text, form) for form in FORMS)


def _month(name: str) -> int:
    """The number of a month by its name, short or whole; 0 for no month."""
    word = name.lower()
    whole = {
        *("january", "february", "march", "april", "may", "june"),
        *("july", "august", "september", "sept", "october", "november", "december"),
    }
    return MONTHS.index(word[:3]) + 1 if word in whole or word in MONTHS else 0
