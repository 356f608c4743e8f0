"""How long something took, as trackers write it: ``1:30``, ``01:30:00``, ``1.5``, ``1,5 h``, ``90 min``, ``1h 30m``.

A plain number says nothing of its unit, which is chosen for the whole list. Pure.
"""

import re
from fractions import Fraction

from curation.numbers import NumberError, decimal

HOURS, MINUTES, SECONDS = "hours", "minutes", "seconds"
UNITS = {HOURS: "Hours", MINUTES: "Minutes", SECONDS: "Seconds"}
PARTS_OF_AN_HOUR = {HOURS: 1, MINUTES: 60, SECONDS: 3600}
# Of one row: no course is longer.
MOST_HOURS = 10_000
CLOCK = re.compile(r"(\d{1,5}):([0-5]\d)(?::([0-5]\d)(?:[.,]\d{1,6})?)?", re.ASCII)
NUMBER = r"\d[\d., ]{0,12}"
WORDS = {
    HOURS: r"h|hr|hrs|hour|hours|std|stunden|heures?|horas?|ore",
    MINUTES: r"m|min|mins|minute|minutes|minuten|minutos?",
    SECONDS: r"s|sec|secs|second|seconds",
}
SAID = re.compile(
    " ?".join(rf"(?:(?P<{unit}>{NUMBER}) ?(?:{words})\b\.?)?,?(?: and)?" for unit, words in WORDS.items()),
    re.IGNORECASE,
)


class DurationError(ValueError):
    """Why a text is no time that something took, in words."""


def hours(text: str, unit: str) -> Fraction:
    """How many hours ``text`` says. ``unit`` is what a plain number counts, or nothing where nobody said.

    Raises ``DurationError``.
    """
    found = _hours(" ".join(text.split()), unit)
    if not 0 < found <= MOST_HOURS:
        raise DurationError("it took no time." if not found else f"this is more than {MOST_HOURS:,} hours.")
    return found


def in_words(spent: Fraction) -> str:
    """Hours, minutes and seconds: ``1 h 30 min``."""
    seconds = round(spent * 3600)
    parts = (seconds // 3600, "h"), (seconds // 60 % 60, "min"), (seconds % 60, "s")
    return " ".join(f"{number:,} {name}" for number, name in parts if number) or "0 min"


def _hours(text: str, unit: str) -> Fraction:
    if clock := CLOCK.fullmatch(text):
        whole, minutes, seconds = (int(part or 0) for part in clock.groups())
        return Fraction(whole * 3600 + minutes * 60 + seconds, 3600)
    said = SAID.fullmatch(text)
    if said and any(said.groupdict().values()):
        return sum(
            (_number(part) / PARTS_OF_AN_HOUR[name] for name, part in said.groupdict().items() if part), Fraction()
        )
    number = _number(text)
    if not unit:
        raise DurationError("say whether these are hours or minutes.")
    return number / PARTS_OF_AN_HOUR[unit]


def _number(text: str) -> Fraction:
    try:
        number = Fraction(decimal(text))
    except NumberError as error:
        raise DurationError(f"{str(error)[:1].lower()}{str(error)[1:]}") from error
    if number < 0:
        raise DurationError("nothing takes less than no time.")
    return number
