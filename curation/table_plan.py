"""What loading the file of a curated table would change: preview and load follow it.

What stands in the database already is not judged again: a cell that says the same is good.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils import timezone

from curation import days
from curation.cells import in_words, one_of
from curation.content_files import target_of
from curation.csv_lines import Problem, cells_by_line
from curation.nearness import Names
from curation.row_states import DRAFT, OFFERED, STATE, notes, remark
from curation.side_by_side import Item, side_by_side
from curation.table_cells import Judge
from curation.table_file import SLUG, YES, Row, TableFile, stored_rows
from curation.table_rules import broken_rules
from curation.unseen import doubts, without_unseen


@dataclass(frozen=True)
class Line:
    """One row of a file. ``values`` are texts by column in their normal form; those of ``bad`` columns are no good.

    ``name`` says which row of the table it is: its slug, after that of what it is a part of. ``state`` is what the file
    says of whether it is offered, and empty if nothing.
    """

    number: int
    name: str
    values: dict[str, str]
    bad: frozenset[str] = frozenset()
    state: str = ""


@dataclass(frozen=True)
class Entry:
    """A line that changes something. ``was`` holds the stored values, and nothing if the row is new.

    ``state`` is that which the row has, or comes in with.
    """

    line: Line
    was: dict[str, str]
    state: str
    naming: tuple[str, ...] = (SLUG,)

    @property
    def new(self) -> bool:
        return not self.was

    @property
    def remark(self) -> str:
        """What to say of a row that is not offered."""
        return remark(self.state, new=self.new)

    @property
    def differences(self) -> list[tuple[str, str, str]]:
        """The columns that change, with what they were and will be; all that say something, if the row is new."""
        return [
            (name, self.was.get(name, ""), value)
            for name, value in self.line.values.items()
            if self.was.get(name, "") != value and name not in self.naming
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
        acts = [[entry.new, entry.state, entry.line.values, entry.was] for entry in self.entries]
        return hashlib.sha256(json.dumps([self.unchanged, acts]).encode()).hexdigest()


@dataclass
class Plan(Changing):
    """What loading a file would do. ``known`` are the keys of the rows that a column can name, by their slugs.

    ``notes`` are sentences about the file as a whole. ``rows`` are those of the entries as they would be stored, by
    their names; ``batch`` is the key of the act once they are.
    """

    table: TableFile
    lines: list[Line]
    problems: list[Problem]
    known: dict[str, dict[str, int]]
    stored: dict[str, Row] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    unchanged: int = 0
    notes: list[str] = field(default_factory=list)
    rows: dict[str, Any] = field(default_factory=dict)
    batch: int | None = None

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


def plan(table: TableFile, text: str, other_files: Mapping[tuple[str, ...], str] | None = None) -> Plan:
    """Judge a file against the database and say what loading it would change. Changes nothing.

    ``other_files`` says by their columns what to say of files that are taken for this one.
    """
    wanted = Plan(table, [], [], {})
    offers = _offers(wanted)
    cells = [
        (number, {name: table.normal(name, row[name]) for name in table.header}, without_unseen(row.get(STATE, "")))
        for number, row in cells_by_line(text, table.header, wanted.problems, other_files, (STATE,))
    ]
    if not cells and not wanted.problems:
        wanted.problems.append(Problem(0, f"There are no {table.model._meta.verbose_name_plural} in this file."))
    slugs = {slug for _, values, _ in cells for slug in (values[SLUG], values[SLUG].lower())}
    rows = table.model._default_manager.filter(slug__in=slugs)
    wanted.stored = {table.name_in(row.values): row for row in stored_rows(table, rows)}
    days_in = [name for name in table.columns if isinstance(table.field(name), models.DateField)]
    shape, example = days.shape_of(values[name] for _, values, _ in cells for name in days_in)
    judge = Judge(table, offers, shape)
    first: dict[str, int] = {}
    kept = []
    for number, texts, said in cells:
        name = _settle(texts, wanted, offers)
        row = wanted.stored.get(name)
        values, wrong = judge(texts, row.values if row else {})
        state, why = _stated(table, said)
        if why:
            wrong[STATE] = why
        reasons = in_words(wrong)
        if name and first.setdefault(name, number) != number:
            reasons.append(f"{SLUG}: the same as in row {first[name]}.")
        line = Line(number, name, values, frozenset(wrong), state)
        wanted.lines.append(line)
        if reasons:
            wanted.problems.append(Problem(number, " ".join(reasons), name))
            continue
        if row is not None and state not in ("", row.state):
            kept.append((name, row.state, state))
        if row is not None and row.values == values:
            wanted.unchanged += 1
        else:
            has = row.state if row else state or OFFERED
            wanted.entries.append(Entry(line, row.values if row else {}, has, table.naming))
    wanted.notes += notes((entry.state for entry in wanted.entries if entry.new), kept)
    if judge.shaped:
        wanted.notes.append(f"Days such as {judge.shaped} were read as {shape}, because {example} can only be that.")
    if table.judge:
        wanted.problems.extend(table.judge(wanted))
    if not wanted.problems:
        wanted.rows = _rows(wanted)
        lines = {entry.line.name: entry.line.number for entry in wanted.entries}
        for name, reasons in broken_rules(table, wanted.rows).items():
            wanted.problems.append(Problem(lines[name], " ".join(reasons), name))
    wanted.problems.sort(key=lambda problem: problem.line)
    return wanted


def _stated(table: TableFile, text: str) -> tuple[str, str]:
    """What a cell says of whether the row is offered, and why it cannot be taken."""
    try:
        return (one_of(table.states, text) if text else ""), ""
    except ValueError as error:
        return text, str(error)


def _offers(wanted: Plan) -> dict[str, Names]:
    """What the columns can name. Two that name rows of one table look once."""
    found: dict[type[models.Model], tuple[dict[str, int], Names]] = {}
    offers: dict[str, Names] = {}
    for name in (*wanted.table.references, *wanted.table.links):
        model = target_of(wanted.table.model, name)
        if model not in found:
            found[model] = named_rows(model)
        wanted.known[name], offers[name] = found[model]
    return offers


def _settle(texts: dict[str, str], wanted: Plan, offers: dict[str, Names]) -> str:
    """Which row a line is about. Capitals make no other row of it."""
    table = wanted.table
    if table.whole:
        texts[table.whole] = offers[table.whole].in_other_letters(texts[table.whole]) or texts[table.whole]
    small = texts | {SLUG: texts[SLUG].lower()}
    if table.name_in(texts) not in wanted.stored and table.name_in(small) in wanted.stored:
        texts[SLUG] = small[SLUG]
    return table.name_in(texts) if any(texts[name] for name in table.naming) else ""


def _rows(wanted: Plan) -> dict[str, Any]:
    """The rows of the entries as loading would leave them, by name. What the file does not change is as stored."""
    table = wanted.table
    changed = [wanted.stored[entry.line.name].pk for entry in wanted.entries if not entry.new]
    stored = {row.pk: row for row in table.model._default_manager.filter(pk__in=changed)}
    rows: dict[str, Any] = {}
    for entry in wanted.entries:
        name = entry.line.name
        row = _new(table, entry.state) if entry.new else stored[wanted.stored[name].pk]
        for column in table.header if entry.new else [one for one, _, _ in entry.differences]:
            text = entry.line.values[column]
            if column in table.references:
                setattr(row, f"{column}_id", wanted.known[column][text] if text else None)
            elif column not in table.links:
                setattr(row, column, _value(table.field(column), text))
        rows[name] = row
    return rows


def _new(table: TableFile, state: str) -> Any:
    row = table.model()
    if state != OFFERED:
        row.retired_at = timezone.now()  # type: ignore[attr-defined]
    if table.has_drafts:
        setattr(row, DRAFT, state == DRAFT)
    return row


def _value(column: Any, text: str) -> Any:
    """What a row holds whose cell says ``text``."""
    if isinstance(column, models.BooleanField):
        return text == YES
    return None if not text and column.null else column.to_python(text)


def named_rows(model: type[models.Model]) -> tuple[dict[str, int], Names]:
    """The keys of a table's rows by their slugs, and their slugs by all that people call them."""
    called = [field.name for field in model._meta.concrete_fields if field.name in ("name", "code", "publisher")]
    rows = list(model._default_manager.values_list(SLUG, "pk", *called))
    return {row[0]: row[1] for row in rows}, Names((row[0] for row in rows), {row[0]: row[2:] for row in rows})


def slugs_in(table: TableFile, text: str, column: str = SLUG) -> list[str]:
    """The slugs that stand in a column of a file, in capitals or not, whatever else stands in its rows."""
    written = [table.normal(column, cells[column]) for _, cells in cells_by_line(text, table.header, [])]
    return [*written, *(slug.lower() for slug in written)]
