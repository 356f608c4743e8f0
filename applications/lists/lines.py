"""What each line of a list says of an application, and what in it cannot be read: a cell is kept as it is, or not."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from applications.lists.cells import NOTE, Cells, Wrong, address, day, read_cells
from applications.lists.columns import DAYS, PERIODS, REMOTE, TYPES, folded
from applications.lists.sheets import Sheet
from applications.postings.models import Application, Stage
from curation.numbers import Amount, NumberError, amount
from curation.unseen import quoted
from keeping.models import Document

FIGURES = ("pay_least", "pay_most")
LARGEST = Decimal(10) ** 12
# The note of a stage whose day the list does not give: it is put to the last day that it does give.
NO_DAY = "The list did not say on which day."


@dataclass(frozen=True)
class Choices:
    """How a list is to be read: a field or nothing for each column, the form of its days, its words for stages."""

    columns: tuple[str, ...]
    form: str = ""
    stages: Mapping[str, str] = field(default_factory=dict)
    currency: str = ""
    period: str = ""


@dataclass(frozen=True)
class Change:
    """A stage on a day; without a day it is that of the bringing in."""

    stage: str
    on: date | None
    note: str = ""


@dataclass(frozen=True)
class Line:
    """One application as a line says it, without the cells that are ``wrong``. ``content`` names what it says."""

    number: int
    values: Document
    changes: tuple[Change, ...]
    wrong: tuple[Wrong, ...]

    @property
    def name(self) -> str:
        return ", ".join(filter(None, (self.values.get("title"), self.values.get("employer"))))

    @property
    def content(self) -> str:
        said = [[one.stage, one.on.isoformat() if one.on else ""] for one in self.changes]
        return json.dumps([self.values, said], sort_keys=True, default=str)

    @property
    def stage(self) -> str:
        """The name of the stage that it comes to."""
        return Stage(self.changes[-1].stage).label

    @property
    def days(self) -> str:
        """Each stage with its day, as it will stand in the history."""
        return ", ".join(
            f"{Stage(one.stage).label} {f'{one.on:%b %-d, %Y}' if one.on else 'today'}" for one in self.changes
        )


def read_lines(sheet: Sheet, choices: Choices, *, latest: date) -> list[Line]:
    """Every line of a list as it was chosen to be read. ``latest`` is the last day on which something can have been."""
    return [_Reader(sheet.names, choices, latest).read(number, cells) for number, cells in sheet.lines]


class _Reader:
    """Reads one line after the other."""

    def __init__(self, names: list[str], choices: Choices, latest: date) -> None:
        self.names = names
        self.choices = choices
        self.latest = latest
        self.cells = Cells({})

    def read(self, number: int, cells: list[str]) -> Line:
        self.cells = read_cells(self.names, self.choices.columns, cells, self._cell)
        said, wrong = self.cells.said, self.cells.wrong
        values = {name: value for name, value in said.items() if name not in (*DAYS[:3], "stage")}
        values = self._pay(values) | self._note()
        if "closes_on" in values:
            values["closes_on"] = values["closes_on"].isoformat()
        if not said.get("title") and not any(one.column == self.cells.of.get("title") for one in wrong):
            self.cells.refuse("title", "there is no job title.")
        return Line(number, values, self._changes(said), tuple(wrong))

    def _cell(self, name: str, cell: str) -> Any:
        """The value of a cell. Raises ``ValueError`` with the reason where it is none."""
        if name in DAYS:
            return day(cell, self.choices.form, latest=None if name == "closes_on" else self.latest)
        match name:
            case "stage":
                if stage := self.choices.stages.get(folded(cell), ""):
                    return stage
                raise ValueError(f"{quoted(cell)} is not matched to a stage.")
            case "url":
                return address(cell)
            case "remote":
                return _known(REMOTE, cell, "neither remote nor on site nor hybrid")
            case "employment_types":
                words = re.split(r"[,;/|]", cell)
                return list(dict.fromkeys(_known(TYPES, word, "no type of employment") for word in words))
            case "pay_period":
                return _known(PERIODS, cell, "no period")
            case "pay_currency":
                if re.fullmatch("[A-Za-z]{3}", cell):
                    return cell.upper()
                raise ValueError(f"{quoted(cell)} is not the three letters of a currency.")
            case "pay_least" | "pay_most":
                return _figure(cell)
        return _line(name, cell)

    def _pay(self, values: Document) -> Document:
        """Figures with their currency and period, or without: a figure of nothing in particular is none."""
        figures: dict[str, Amount] = {name: values.pop(name) for name in FIGURES if name in values}
        values = {"pay_currency": self.choices.currency, "pay_period": self.choices.period} | values
        for name, one in figures.items():
            if not values["pay_currency"] or not values["pay_period"]:
                self.cells.refuse(name, "say in which currency and for how long it is.")
            elif strange := one.strange_to(values["pay_currency"]):
                self.cells.refuse(name, f"{strange} is not {values['pay_currency']}.")
            else:
                values[name] = str(one.value)
        least, most = (Decimal(values[name]) if name in values else None for name in FIGURES)
        if least is not None and most is not None and least > most:
            self.cells.refuse("pay_most", "this is less than what it starts from.")
            del values["pay_least"], values["pay_most"]
        if not any(name in values for name in FIGURES):
            values = {name: value for name, value in values.items() if name not in ("pay_currency", "pay_period")}
        return values

    def _note(self) -> Document:
        text, limit = self.cells.note("\n\n"), _limit(NOTE)
        if len(text) > limit:
            self.cells.wrong.append(Wrong(self.cells.notes[-1][0], f"it is longer than {limit:,} characters."))
            return {}
        return {NOTE: text} if text else {}

    def _changes(self, said: dict[str, Any]) -> tuple[Change, ...]:
        """What happened on which day. A list that was begun later than an application was sent says nothing of when
        that was saved."""
        saved, applied, on = (said.get(name) for name in DAYS[:3])
        stage = said.get("stage", "")
        found = []
        if applied:
            found.append(Change(Stage.APPLIED.value, applied))
        if stage not in ("", Stage.SAVED) and not (stage == Stage.APPLIED and applied):
            if on and applied and on < applied:
                self.cells.refuse("stage_on", f"{on:%b %-d, %Y} is before the day of applying.")
                on = None
            known = max((day for day in (saved, applied) if day), default=None)
            found.append(Change(stage, on or known, "" if on else NO_DAY))
        first = found[0].on if found else None
        if not found:
            found.append(Change(Stage.SAVED.value, saved or on))
        elif saved and first and saved <= first:
            found.insert(0, Change(Stage.SAVED.value, saved))
        return tuple(found)


def _known(words: Mapping[str, str], cell: str, what: str) -> str:
    if found := words.get(folded(cell)):
        return found
    raise ValueError(f"{quoted(cell)} is {what} that we know.")


def _figure(cell: str) -> Amount:
    try:
        found = amount(cell)
    except NumberError as error:
        raise ValueError(f"{quoted(cell)}: {error}") from error
    if not 0 < found.value < LARGEST or found.value != round(found.value, 2):
        raise ValueError(f"{quoted(cell)} is no pay that can be saved.")
    return found


def _line(name: str, cell: str) -> str:
    """Text on one line, as long as its field takes."""
    text, limit = " ".join(cell.split()), _limit(name)
    if len(text) > limit:
        raise ValueError(f"it is longer than {limit:,} characters.")
    return text


def _limit(name: str) -> int:
    limit: Any = Application._meta.get_field(name)
    return int(limit.max_length)
