"""A file of claims read line by line: the values of each in their normal form, and what is wrong with the others."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from curation.content_files import plain_value
from curation.csv_lines import Problem, cells_by_line, decoded, quoted
from curation.models import Confidence
from salaries import pay
from salaries.claims_file import COLUMNS, EDITION, FRAME, claim_slug, distribution_slug
from salaries.models import Kind, Level, Period, Statistic

LARGEST = Decimal("9999999999.99")
LONGEST_NAME = 200


@dataclass(frozen=True)
class Line:
    """One claim of a file. ``values`` are texts by column, as an export would write them."""

    number: int
    values: dict[str, str]

    @property
    def distribution(self) -> str:
        return distribution_slug(self.values)

    @property
    def claim(self) -> str:
        return claim_slug(**{name: self.values[name] for name in ("level", "statistic", "period")})


def read(content: bytes) -> tuple[str, list[Line], list[Problem]]:
    """The text of a file, its good lines and the problems of all others, whatever is in it."""
    text, problems = decoded(content)
    if problems:
        return "", [], problems
    lines, problems = read_text(text)
    return text, lines, problems


def read_text(text: str) -> tuple[list[Line], list[Problem]]:
    """The good lines of a file's text, and the problems of all others, in the order of the file."""
    lines: list[Line] = []
    problems: list[Problem] = []
    judge = _Judge()
    for number, cells in cells_by_line(text, COLUMNS, problems):
        values, reasons = judge(cells)
        if reasons:
            problems.append(Problem(number, "; ".join(reasons)))
        else:
            lines.append(Line(number, values))
    if not lines and not problems:
        problems.append(Problem(0, "There are no claims in this file."))
    return lines, [*problems, *_at_odds(lines)]


def _at_odds(lines: list[Line]) -> list[Problem]:
    """Lines that say the same claim twice, or two editions of one distribution."""
    problems = []
    claims: dict[tuple[str, str], int] = {}
    first: dict[str, Line] = {}
    for line in lines:
        key = (line.distribution, line.claim)
        if key in claims:
            problems.append(Problem(line.number, f"the same claim as in line {claims[key]}."))
        claims.setdefault(key, line.number)
        other = first.setdefault(line.distribution, line)
        for name in EDITION:
            if line.values[name] != other.values[name]:
                problems.append(Problem(line.number, f"{name}: not the same as in line {other.number}, which it must."))
    return problems


class _Judge:
    """Brings the cells of a row into their normal form. Cells repeat a lot, so each is judged once."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], tuple[str, str]] = {}

    def __call__(self, row: dict[str, str]) -> tuple[dict[str, str], list[str]]:
        """The values of one row, and the reasons why it cannot be taken."""
        values: dict[str, str] = {}
        reasons = []
        for name in COLUMNS:
            cell = (name, row[name])
            if cell not in self.known:
                self.known[cell] = _judged(name, row[name])
            values[name], reason = self.known[cell]
            if reason:
                reasons.append(f"{name}: {reason}.")
        return values, reasons or _together(values)


def _judged(name: str, text: str) -> tuple[str, str]:
    if not text:
        return text, "" if name in MAY_BE_EMPTY else "this is missing"
    try:
        return RULES[name](text), ""
    except ValueError as error:
        return text, str(error)


def _together(values: dict[str, str]) -> list[str]:
    reasons = []
    if values["level"] != Level.ALL and not values["level_rule"]:
        reasons.append("level_rule: say what made it this level.")
    if not values["retrieved_on"] <= values["checked_on"] < values["review_by"]:
        reasons.append("review_by: first retrieved, then checked, then due for review.")
    if len(distribution_slug(values)) > LONGEST_NAME:
        reasons.append(f"{', '.join(FRAME)}: together they are longer than {LONGEST_NAME} characters.")
    return reasons


def _text(longest: int, text: str) -> str:
    if len(text) > longest:
        raise ValueError(f"longer than {longest} characters")
    return text


def _one_of(choices: list[str], text: str) -> str:
    if text not in choices:
        raise ValueError(f"{quoted(text)} is none of {', '.join(choices)}")
    return text


def _currency(text: str) -> str:
    if not re.fullmatch(r"[A-Z]{3}", text):
        raise ValueError(f"{quoted(text)} is not three capital letters, such as USD")
    return text


def _amount(text: str) -> str:
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        raise ValueError(f"{quoted(text)} is not an amount in digits, such as 95000 or 45.50")
    amount = Decimal(text)
    if amount <= 0:
        raise ValueError("an amount is more than nothing")
    if amount > LARGEST:
        raise ValueError("this is more than anybody is paid")
    if amount != round(amount, 2):
        raise ValueError("two digits after the point are enough")
    return str(plain_value(amount))


def _day(text: str) -> str:
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError(f"{quoted(text)} is not a day such as 2026-11-25") from None


def _as_of(text: str) -> str:
    if not re.match(pay.AS_OF, text):
        raise ValueError(f"{quoted(text)} is not a year, month or day such as 2024, 2024-05 or 2024-05-31")
    return _day(text) if len(text) == len("2024-05-31") else text


def _address(text: str) -> str:
    try:
        URLValidator(("http", "https"))(_text(500, text))
    except ValidationError:
        raise ValueError(f"{quoted(text)} is not an address on the web") from None
    return text


MAY_BE_EMPTY = {"url", "level_rule", "headline"}
RULES: dict[str, Callable[[str], str]] = {
    # Whether these name a row is judged with the database at hand.
    **dict.fromkeys(("source", "occupation", "place", "industry"), str),
    "as_of": _as_of,
    "kind": partial(_one_of, Kind.values),
    "currency": _currency,
    "edition": partial(_text, 200),
    "url": _address,
    "role_as_named": partial(_text, 160),
    "level": partial(_one_of, Level.values),
    "level_rule": partial(_text, 200),
    "statistic": partial(_one_of, Statistic.values),
    "amount": _amount,
    "period": partial(_one_of, Period.values),
    "confidence": partial(_one_of, Confidence.values),
    "retrieved_on": _day,
    "checked_on": _day,
    "review_by": _day,
    "headline": partial(_one_of, ["yes"]),
}
