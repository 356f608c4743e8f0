"""What loading the file of a curated table would change: preview and load follow it.

What stands in the database already is not judged again: a cell that says the same is good.
"""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from curation.cells import MISSING, in_words, named, one_of, whole_number
from curation.content_files import target_of
from curation.csv_lines import Problem, cells_by_line
from curation.nearness import Names
from curation.side_by_side import Item, side_by_side
from curation.table_file import SLUG, Row, TableFile, stored_rows
from curation.unseen import doubts


@dataclass(frozen=True)
class Line:
    """One row of a file. ``values`` are texts by column in their normal form; those of ``bad`` columns are no good."""

    number: int
    values: dict[str, str]
    bad: frozenset[str] = frozenset()

    @property
    def slug(self) -> str:
        return self.values[SLUG]


@dataclass(frozen=True)
class Entry:
    """A line that changes something. ``was`` holds the stored values, and nothing if the row is new."""

    line: Line
    was: dict[str, str]
    retired: bool

    @property
    def new(self) -> bool:
        return not self.was

    @property
    def differences(self) -> list[tuple[str, str, str]]:
        """The columns that change, with what they were and will be; all that say something, if the row is new."""
        return [
            (name, self.was.get(name, ""), value)
            for name, value in self.line.values.items()
            if self.was.get(name, "") != value and name != SLUG
        ]

    @property
    def items(self) -> list[tuple[str, list[Item]]]:
        """The same by the items of each column."""
        return [(name, side_by_side(was.splitlines(), will.splitlines())) for name, was, will in self.differences]


class Changing:
    """What loading a file would do, whatever its table is: ``entries`` change something."""

    entries: list[Any]
    unchanged: int

    @property
    def new(self) -> int:
        return sum(entry.new for entry in self.entries)

    @property
    def changed(self) -> int:
        return len(self.entries) - self.new

    @property
    def fingerprint(self) -> str:
        """Differs whenever loading would do something else, because the file or the database is another."""
        acts = [[entry.new, entry.retired, entry.line.values, entry.was] for entry in self.entries]
        return hashlib.sha256(json.dumps([self.unchanged, acts]).encode()).hexdigest()


@dataclass
class Plan(Changing):
    """What loading a file would do. ``known`` are the keys of the rows that a column can name, by their slugs.

    ``notes`` are sentences about the file as a whole.
    """

    table: TableFile
    lines: list[Line]
    problems: list[Problem]
    known: dict[str, dict[str, int]]
    stored: dict[str, Row] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    unchanged: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def warnings(self) -> dict[int, list[str]]:
        """What to look at before loading, by line."""
        said = dict(self.table.warn(self)) if self.table.warn else {}
        for entry in self.entries:
            for name, was, will in entry.differences:
                if name in self.table.texts and (sentences := doubts(was, will)):
                    said[entry.line.number] = [
                        *said.get(entry.line.number, []),
                        *(f"{name}: {sentence}" for sentence in sentences),
                    ]
        return said


def plan(table: TableFile, text: str) -> Plan:
    """Judge a file against the database and say what loading it would change. Changes nothing."""
    wanted = Plan(table, [], [], {})
    offers: dict[str, Names] = {}
    for name in (*table.references, *table.links):
        wanted.known[name], offers[name] = named_rows(target_of(table.model, name))
    cells = [
        (number, {name: table.normal(name, row[name]) for name in table.header})
        for number, row in cells_by_line(text, table.header, wanted.problems)
    ]
    if not cells and not wanted.problems:
        wanted.problems.append(Problem(0, f"There are no {table.model._meta.verbose_name_plural} in this file."))
    slugs = {slug for _, values in cells for slug in (values[SLUG], values[SLUG].lower())}
    rows = table.model._default_manager.filter(slug__in=slugs)
    wanted.stored = {row.values[SLUG]: row for row in stored_rows(table, rows)}
    judge = _Judge(table, offers)
    first: dict[str, int] = {}
    for number, texts in cells:
        # Capitals make no other row of it.
        if texts[SLUG] not in wanted.stored and texts[SLUG].lower() in wanted.stored:
            texts[SLUG] = texts[SLUG].lower()
        slug = texts[SLUG]
        row = wanted.stored.get(slug)
        values, wrong = judge(texts, row.values if row else {})
        reasons = in_words(wrong)
        if slug and first.setdefault(slug, number) != number:
            reasons.append(f"{SLUG}: the same as in row {first[slug]}.")
        line = Line(number, values, frozenset(wrong))
        wanted.lines.append(line)
        if reasons:
            wanted.problems.append(Problem(number, " ".join(reasons), slug))
        elif row is not None and row.values == values:
            wanted.unchanged += 1
        else:
            wanted.entries.append(Entry(line, row.values if row else {}, bool(row and row.retired)))
    if table.judge:
        wanted.problems.extend(table.judge(wanted))
    wanted.problems.sort(key=lambda problem: problem.line)
    return wanted


def named_rows(model: type[models.Model]) -> tuple[dict[str, int], Names]:
    """The keys of a table's rows by their slugs, and their slugs by all that people call them."""
    called = [field.name for field in model._meta.concrete_fields if field.name in ("name", "code", "publisher")]
    rows = list(model._default_manager.values_list(SLUG, "pk", *called))
    return {row[0]: row[1] for row in rows}, Names((row[0] for row in rows), {row[0]: row[2:] for row in rows})


def slugs_in(table: TableFile, text: str) -> list[str]:
    """The slugs that a file names, in capitals or not, whatever else stands in its rows."""
    written = [table.normal(SLUG, cells[SLUG]) for _, cells in cells_by_line(text, table.header, [])]
    return [*written, *(slug.lower() for slug in written)]


class _Judge:
    """Reads the cells of rows: what they mean, and why some cannot be taken. Cells repeat, so each is judged once."""

    def __init__(self, table: TableFile, offers: dict[str, Names]) -> None:
        self.table = table
        self.offers = offers
        self.judged: dict[tuple[str, str], tuple[str, str]] = {}

    def __call__(self, values: dict[str, str], stored: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
        """The values of a row, and by column why they cannot be taken. What is ``stored`` just so can."""
        wrong: dict[str, str] = {}
        understood: dict[str, str] = {}
        for name, text in values.items():
            if stored.get(name) == text:
                understood[name] = text
                continue
            cell = (name, text)
            if cell not in self.judged:
                self.judged[cell] = self._understood(name, text)
            understood[name], why = self.judged[cell]
            if why:
                wrong[name] = why
        return understood, wrong

    def _understood(self, name: str, text: str) -> tuple[str, str]:
        column = self.table.field(name)
        if not text:
            return text, "" if column.blank else MISSING
        try:
            if name in self.offers:
                return self.table.normal(name, "\n".join(named(self.offers[name], text.splitlines()))), ""
            if column.choices:
                return one_of((value for value, _ in column.flatchoices), text), ""
            if isinstance(column, models.IntegerField):
                text = str(whole_number(text))
            elif column.max_length and len(text) > column.max_length:
                return text, f"longer than {column.max_length} characters"
            column.run_validators(column.to_python(text))
        except ValidationError as error:
            return text, " ".join(error.messages).rstrip(".")
        except ValueError as error:
            return text, str(error)
        return text, ""
