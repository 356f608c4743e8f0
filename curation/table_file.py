"""The rows of a curated table as lines of a CSV file, and what loading one would change: preview and load follow it.

A cell holds plain text. Lists stand one item per line inside their cell, other rows are named by their slugs. A cell
that a spreadsheet would take for a formula begins with an apostrophe, which reading takes away again.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from curation.content_files import target_of
from curation.csv_lines import Problem, cells_by_line, decoded, quoted

SLUG = "slug"


@dataclass(frozen=True)
class TableFile:
    """A curated table that curators take out and bring back as a file.

    ``columns`` are fields of the model, after its slug. Those in ``lists`` hold one item per line. ``judge`` names what
    only this table refuses, ``warn`` what to look at before loading, in sentences by the number of their line.
    ``finish`` follows a load, with the keys of the rows it wrote.
    """

    model: type[models.Model]
    columns: tuple[str, ...]
    lists: tuple[str, ...] = ()
    judge: Callable[["Plan"], Iterable[Problem]] | None = None
    warn: Callable[["Plan"], dict[int, list[str]]] | None = None
    finish: Callable[[list[int]], None] | None = None

    @cached_property
    def header(self) -> tuple[str, ...]:
        return (SLUG, *self.columns)

    @property
    def name(self) -> str:
        return self.model._meta.label_lower

    @cached_property
    def links(self) -> tuple[str, ...]:
        """The columns that name any number of other rows."""
        return tuple(name for name in self.columns if self.field(name).many_to_many)

    @cached_property
    def references(self) -> tuple[str, ...]:
        """The columns that name one other row."""
        return tuple(name for name in self.columns if self.field(name).many_to_one)

    def field(self, name: str) -> Any:
        return self.model._meta.get_field(name)

    def normal(self, name: str, text: str) -> str:
        """The text of a cell or of a row in the form that comparisons use."""
        parts = [part for line in text.splitlines() if (part := line.strip())]
        if name in self.links:
            return "\n".join(sorted(set(parts)))
        return ("\n" if name in self.lists else " ").join(parts)

    def notation(self) -> list[tuple[str, str]]:
        """Each column with what stands in it."""
        return [(name, " ".join(self._notation(name))) for name in self.header]

    def _notation(self, name: str) -> Iterator[str]:
        column = self.field(name)
        if name == SLUG:
            yield "The lasting name of the row. A new one makes a new row."
        elif name in self.links:
            yield f"Slugs of {target_of(self.model, name)._meta.verbose_name_plural}, one per line inside the cell."
        elif name in self.references:
            yield f"The slug of a {target_of(self.model, name)._meta.verbose_name}."
        elif name in self.lists:
            yield "One per line inside the cell."
        elif column.choices:
            yield f"One of {', '.join(value for value, _ in column.flatchoices)}."
        elif isinstance(column, models.IntegerField):
            yield "A whole number."
        if column.max_length and not column.choices:
            yield f"At most {column.max_length} characters."
        if column.blank:
            yield "May be empty."


@dataclass(frozen=True)
class Line:
    """One row of a file. ``values`` are texts by column in their normal form."""

    number: int
    values: dict[str, str]

    @property
    def slug(self) -> str:
        return self.values[SLUG]


@dataclass(frozen=True)
class Row:
    """A row of the table with its values as the file writes them."""

    pk: int
    retired: bool
    values: dict[str, str]


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
    def items(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The same by the items of each column: what goes is marked ``-``, what comes ``+``, and what stays a space."""
        return [(name, _compared(was.splitlines(), will.splitlines())) for name, was, will in self.differences]


@dataclass
class Plan:
    """What loading a file would do. ``known`` are the keys of the rows that a column can name, by their slugs."""

    table: TableFile
    lines: list[Line]
    problems: list[Problem]
    known: dict[str, dict[str, int]]
    stored: dict[str, Row] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    unchanged: int = 0

    @property
    def new(self) -> int:
        return sum(entry.new for entry in self.entries)

    @property
    def changed(self) -> int:
        return len(self.entries) - self.new

    @property
    def fingerprint(self) -> str:
        """Differs whenever loading would do something else, because the file or the database is another."""
        acts = [[entry.line.values, entry.was, entry.retired] for entry in self.entries]
        return hashlib.sha256(json.dumps([self.unchanged, acts]).encode()).hexdigest()

    @property
    def warnings(self) -> dict[int, list[str]]:
        """What to look at before loading, by line."""
        return self.table.warn(self) if self.table.warn else {}


def _compared(was: list[str], will: list[str]) -> list[tuple[str, str]]:
    items: list[tuple[str, str]] = []
    for _, first, last, begin, end in SequenceMatcher(None, was, will, autojunk=False).get_opcodes():
        stays = was[first:last] == will[begin:end]
        items += [(" " if stays else "-", item) for item in was[first:last]]
        items += [("+", item) for item in will[begin:end] if not stays]
    return items


def exported(table: TableFile, rows: "models.QuerySet[Any]") -> Iterator[list[str]]:
    """Rows of a table as cells of its file, in the table's own order."""
    for row in stored_rows(table, rows):
        yield [row.values[name] for name in table.header]


def read(table: TableFile, content: bytes) -> tuple[str, Plan]:
    """The text of a file and what loading it would change, whatever is in it."""
    text, problems = decoded(content)
    return (text, plan(table, text)) if not problems else ("", Plan(table, [], problems, {}))


def plan(table: TableFile, text: str) -> Plan:
    """Judge a file against the database and say what loading it would change. Changes nothing."""
    known = {
        name: dict(target_of(table.model, name)._default_manager.values_list(SLUG, "pk"))
        for name in (*table.references, *table.links)
    }
    wanted = Plan(table, [], [], known)
    seen: dict[str, int] = {}
    for number, cells in cells_by_line(text, table.header, wanted.problems):
        values = {name: _value(table, name, cells) for name in table.header}
        reasons = [f"{name}: {why}." for name in table.header if (why := _wrong(table, name, values[name], known))]
        first = seen.setdefault(values[SLUG], number)
        if first != number and values[SLUG]:
            reasons.append(f"{SLUG}: the same as in line {first}.")
        if reasons:
            wanted.problems.append(Problem(number, " ".join(reasons)))
        else:
            wanted.lines.append(Line(number, values))
    if not seen and not wanted.problems:
        wanted.problems.append(Problem(0, f"There are no {table.model._meta.verbose_name_plural} in this file."))
    rows = table.model._default_manager.filter(slug__in=[line.slug for line in wanted.lines])
    wanted.stored = {row.values[SLUG]: row for row in stored_rows(table, rows)}
    for line in wanted.lines:
        row = wanted.stored.get(line.slug)
        if row is not None and row.values == line.values:
            wanted.unchanged += 1
        else:
            wanted.entries.append(Entry(line, row.values if row else {}, bool(row and row.retired)))
    if table.judge:
        wanted.problems.extend(table.judge(wanted))
    wanted.problems.sort(key=lambda problem: problem.line)
    return wanted


def slugs_in(table: TableFile, text: str) -> list[str]:
    """The slugs that a file names, whatever else stands in its lines."""
    return [_value(table, SLUG, cells) for _, cells in cells_by_line(text, table.header, [])]


def stored_rows(table: TableFile, rows: "models.QuerySet[Any]") -> list[Row]:
    """What the database holds, in one query and one for each column of links."""
    links: dict[str, dict[int, list[str]]] = {}
    for name in table.links:
        links[name] = {}
        column = table.field(name)
        source, target = column.m2m_field_name(), column.m2m_reverse_field_name()
        pairs = column.remote_field.through._default_manager.filter(**{f"{source}__in": rows.order_by().values("pk")})
        for pk, slug in pairs.values_list(f"{source}_id", f"{target}__slug"):
            links[name].setdefault(pk, []).append(slug)
    plain = [name for name in table.header if name not in links]
    paths = [f"{name}__{SLUG}" if name in table.references else name for name in plain]
    ordered = rows.order_by(*(table.model._meta.ordering or ()), SLUG)
    found = []
    for pk, retired_at, *values in ordered.values_list("pk", "retired_at", *paths):
        texts = {name: "" if value is None else str(value) for name, value in zip(plain, values, strict=True)}
        texts |= {name: "\n".join(slugs.get(pk, [])) for name, slugs in links.items()}
        found.append(Row(pk, retired_at is not None, {name: table.normal(name, texts[name]) for name in table.header}))
    return found


def _wrong(table: TableFile, name: str, text: str, known: dict[str, dict[str, int]]) -> str:
    """Why a cell cannot be taken, or nothing."""
    column = table.field(name)
    if not text:
        return "" if column.blank else "this is missing"
    if name in known:
        unknown = [quoted(slug) for slug in text.splitlines() if slug not in known[name]]
        return f"there is no {', no '.join(unknown)}" if unknown else ""
    if column.choices:
        values = [value for value, _ in column.flatchoices]
        return "" if text in values else f"{quoted(text)} is none of {', '.join(values)}"
    if isinstance(column, models.IntegerField) and not re.fullmatch(r"[0-9]{1,9}", text):
        return f"{quoted(text)} is not a whole number"
    if column.max_length and len(text) > column.max_length:
        return f"longer than {column.max_length} characters"
    try:
        column.run_validators(column.to_python(text))
    except ValidationError as error:
        return " ".join(error.messages).rstrip(".")
    return ""


def _value(table: TableFile, name: str, cells: dict[str, str]) -> str:
    return table.normal(name, cells[name])
