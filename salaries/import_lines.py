"""A file of claims read row by row: what each cell means, or why it cannot be taken."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property, partial

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from curation import days, numbers
from curation.cells import MISSING, decimal_number, one_of, whole_number, yes_or_no
from curation.content_files import plain_value
from curation.csv_lines import Problem, cells_by_line
from curation.models import Confidence
from curation.row_states import OFFERED, RETIRED, STATE
from curation.unseen import quoted, without_unseen
from salaries import pay
from salaries.claims_file import COLUMNS, ERROR, FRAME, OTHER_FILES, PEOPLE, claim_slug, distribution_slug
from salaries.models import Kind, Level, Period, Statistic

LARGEST = Decimal("9999999999.99")
LONGEST_NAME = 200
MOST_PEOPLE = 2_147_483_647
FIXED = ("level", "statistic", "period")
TEXTS = ("edition", "role_as_named", "level_rule")
DAYS = ("retrieved_on", "checked_on", "review_by")


@dataclass(frozen=True)
class ClaimLine:
    """One row of a file. ``values`` are texts by column, as an export would write them; ``wrong`` says by column why
    some cannot be taken, and what these say is as it was written. ``state`` says whether it is offered, or nothing.
    """

    number: int
    values: dict[str, str]
    wrong: dict[str, str] = field(default_factory=dict)
    state: str = ""

    @cached_property
    def distribution(self) -> str:
        return distribution_slug(self.values)

    @cached_property
    def claim(self) -> str:
        return claim_slug(**{name: self.values[name] for name in FIXED})

    @property
    def name(self) -> str:
        """What the claim is called in all data that is taken out."""
        return f"{self.distribution}/{self.claim}"

    def good(self, *names: str) -> bool:
        """Whether some of its cells can be taken."""
        return not self.wrong.keys() & set(names)

    @property
    def known(self) -> bool:
        """Whether it is clear which claim it is."""
        return self.good(*FRAME, *FIXED)


@dataclass
class Read:
    """What a file says: its rows, what is wrong with it as a whole, and what to know about how it was read."""

    lines: list[ClaimLine] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_text(text: str, other_files: Mapping[tuple[str, ...], str] | None = None) -> Read:
    """The rows of a file's text, in their order."""
    read = Read()
    rows = [
        (number, {name: normal(name, text) for name, text in cells.items()})
        for number, cells in cells_by_line(
            text, COLUMNS, read.problems, {**OTHER_FILES, **(other_files or {})}, (*PEOPLE, ERROR, STATE)
        )
    ]
    if not rows and not read.problems:
        read.problems.append(Problem(0, "There are no claims in this file."))
    shape, example = days.shape_of(cells[name] for _, cells in rows for name in ("as_of", *DAYS))
    judge = _Judge(shape)
    read.lines = [replace(judge(cells), number=number) for number, cells in rows]
    if judge.shaped:
        read.notes.append(f"Days such as {judge.shaped} were read as {shape}, because {example} can only be that.")
    return read


def normal(name: str, text: str) -> str:
    """The text of a cell or of a stored value in the form that comparisons use."""
    return re.sub(r"\r\n?", "\n", text).strip() if name in TEXTS else without_unseen(text)


class _Judge:
    """Says what the cells of a row mean. Cells repeat a lot, so each is judged once."""

    def __init__(self, shape: str) -> None:
        self.shape = shape
        # A day that was understood by the shape of the others.
        self.shaped = ""
        self.judged: dict[tuple[str, str], tuple[str, str]] = {}

    def __call__(self, row: dict[str, str]) -> ClaimLine:
        values: dict[str, str] = {}
        wrong: dict[str, str] = {}
        for cell in row.items():
            if cell not in self.judged:
                self.judged[cell] = self._judged(*cell)
            name = cell[0]
            values[name], why = self.judged[cell]
            if why:
                wrong[name] = why
        state = values.pop(STATE, "")
        return ClaimLine(0, values, wrong | _together(row, values, wrong), state)

    def _judged(self, name: str, text: str) -> tuple[str, str]:
        if not text:
            return text, "" if name in MAY_BE_EMPTY else MISSING
        try:
            if name not in DAYS and name != "as_of":
                return RULES[name](text), ""
            try:
                return RULES[name](text), ""
            except days.UnclearError:
                if not self.shape:
                    raise
                self.shaped = self.shaped or text
                return RULES[name](text, self.shape), ""
        except ValueError as error:
            return text, str(error)


def _together(row: dict[str, str], values: dict[str, str], wrong: dict[str, str]) -> dict[str, str]:
    """What is wrong with cells beside each other, as far as each alone is good."""
    reasons = {}
    if "level" not in wrong and values["level"] != Level.ALL and not values["level_rule"]:
        reasons["level_rule"] = "say what made it this level"
    if not wrong.keys() & {"amount", "currency"}:
        strange = numbers.amount(row["amount"]).strange_to(values["currency"])
        if strange:
            reasons["amount"] = f"it is written with {strange}, and the currency is {values['currency']}"
    if not wrong.keys() & set(DAYS):
        retrieved, checked, review = (values[name] for name in DAYS)
        if not retrieved <= checked < review:
            reasons["review_by"] = "first retrieved, then checked, then due for review"
    if not wrong.keys() & set(FRAME) and len(distribution_slug(values)) > LONGEST_NAME:
        reasons[", ".join(FRAME)] = f"together they are longer than {LONGEST_NAME} characters"
    return reasons


def _text(longest: int, text: str) -> str:
    if len(text) > longest:
        raise ValueError(f"longer than {longest} characters")
    return text


def _currency(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{3}", text):
        raise ValueError(f"{quoted(text)} is not three letters, such as USD")
    return text.upper()


def _amount(text: str) -> str:
    if re.fullmatch("[0-9]{13,}", text):
        raise ValueError("this is more than anybody is paid")
    amount = decimal_number(text, money=True)
    if amount <= 0:
        raise ValueError("an amount is more than nothing")
    if amount > LARGEST:
        raise ValueError("this is more than anybody is paid")
    if amount != round(amount, 2):
        raise ValueError("two digits after the point are enough")
    return str(plain_value(amount))


def _day(text: str, shape: str = "") -> str:
    day = days.day(text, shape)
    if day is None:
        raise ValueError(f"{quoted(text)} is not a day such as 2026-11-25")
    return day.isoformat()


def _as_of(text: str, shape: str = "") -> str:
    if year := re.fullmatch(r"([0-9]{4})\.0+", text):
        text = year[1]
    if re.match(pay.AS_OF, text):
        return _day(text) if len(text) == len("2024-05-31") else text
    day = days.day(text, shape)
    exact = days.month(text) or (day.isoformat() if day else "")
    if not re.match(pay.AS_OF, exact):
        raise ValueError(f"{quoted(text)} is not a year, month or day such as 2024, 2024-05 or 2024-05-31")
    return exact


def _yes(text: str) -> str:
    """``yes`` or nothing, as spreadsheets write it too."""
    return text if (text := yes_or_no(text)) == "yes" else ""


def _address(text: str) -> str:
    try:
        URLValidator(("http", "https"))(_text(500, text))
    except ValidationError:
        raise ValueError(f"{quoted(text)} is not an address on the web") from None
    return text


def _people(text: str) -> str:
    number = whole_number(text)
    if not 0 <= number <= MOST_PEOPLE:
        raise ValueError(f"{quoted(text)} is no number of people")
    return str(number)


def _error(text: str) -> str:
    error = decimal_number(text)
    if not 0 <= error < 1000 or error != round(error, 1):
        raise ValueError(f"{quoted(text)} is not a percentage with at most one digit after the point")
    return str(plain_value(error))


MAY_BE_EMPTY = {"url", "level_rule", "headline", *PEOPLE, ERROR, STATE}
RULES: dict[str, Callable[..., str]] = {
    # Whether these name a row is judged with the database at hand.
    **dict.fromkeys(("source", "occupation", "place", "industry"), str),
    "as_of": _as_of,
    "kind": partial(one_of, Kind.values),
    "currency": _currency,
    "edition": partial(_text, 200),
    "url": _address,
    "role_as_named": partial(_text, 160),
    "level": partial(one_of, Level.values),
    "level_rule": partial(_text, 200),
    "statistic": partial(one_of, Statistic.values),
    "amount": _amount,
    "period": partial(one_of, Period.values),
    "confidence": partial(one_of, Confidence.values),
    "retrieved_on": _day,
    "checked_on": _day,
    "review_by": _day,
    "headline": _yes,
    "employment": _people,
    "employment_error": _error,
    ERROR: _error,
    STATE: partial(one_of, (OFFERED, RETIRED)),
}
