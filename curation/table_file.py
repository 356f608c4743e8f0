"""A curated table as a file that curators take out and bring back: its columns, and the rows as they are written.

A cell holds plain text. Lists stand one item per line inside their cell, other rows are named by their slugs. Rows that
belong to another row are named by it and their own slug. The last cell says whether the row is offered.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models

from curation import numbers
from curation.content_files import target_of
from curation.csv_lines import Problem
from curation.lines import plain_lines
from curation.row_states import DRAFT, HELP, OFFERED, RETIRED, STATE, state_of
from curation.unseen import without_unseen

if TYPE_CHECKING:
    from curation.table_plan import Plan

SLUG = "slug"
YES, NO = "yes", "no"


@dataclass(frozen=True)
class TableFile:
    """A curated table that curators take out and bring back as a file.

    ``columns`` are fields of the model, after its slug. Those in ``lists`` hold one item per line; those in ``keys``
    name what is no table. ``whole`` is the field that leads to the row that each one is a part of, if any: it stands
    before the slug. ``judge`` names what only this table refuses, ``warn`` what to look at before
    loading, in sentences by the number of their line. ``finish`` follows a load, with the keys of the rows it wrote.
    """

    model: type[models.Model]
    columns: tuple[str, ...]
    lists: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    whole: str = ""
    judge: Callable[["Plan"], Iterable[Problem]] | None = None
    warn: Callable[["Plan"], dict[int, list[str]]] | None = None
    finish: Callable[[list[int]], None] | None = None

    @cached_property
    def naming(self) -> tuple[str, ...]:
        """The columns that say which row it is."""
        return (self.whole, SLUG) if self.whole else (SLUG,)

    @cached_property
    def header(self) -> tuple[str, ...]:
        return (*self.naming, *self.columns)

    @cached_property
    def states(self) -> tuple[str, ...]:
        """The states that a row can be in."""
        return (OFFERED, RETIRED, *([DRAFT] if self.has_drafts else []))

    @cached_property
    def has_drafts(self) -> bool:
        """Whether a row of the table itself can be a draft."""
        return any(field.name == DRAFT for field in self.model._meta.concrete_fields)

    @property
    def name(self) -> str:
        return self.model._meta.label_lower

    def name_in(self, values: Mapping[str, str]) -> str:
        """What a row is called: its slug, after that of what it is a part of."""
        return "/".join(values[name] for name in self.naming)

    @cached_property
    def links(self) -> tuple[str, ...]:
        """The columns that name any number of other rows."""
        return tuple(name for name in self.columns if self.field(name).many_to_many)

    @cached_property
    def references(self) -> tuple[str, ...]:
        """The columns that name one other row."""
        return tuple(name for name in self.header if self.field(name).many_to_one)

    def field(self, name: str) -> Any:
        return self.model._meta.get_field(name)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The columns that hold words to read. In all others what nobody sees means nothing."""
        others = {SLUG, *self.keys, *self.links, *self.references}
        fields = {name: self.field(name) for name in self.header if name not in others}
        return tuple(
            name
            for name, column in fields.items()
            if isinstance(column, models.CharField | models.TextField) and not column.choices
        )

    def normal(self, name: str, text: str) -> str:
        """The text of a cell or of a row in the form that comparisons use."""
        if name in self.texts and name not in self.lists and isinstance(self.field(name), models.TextField):
            return plain_lines(text).strip()
        plain = str.strip if name in self.texts else without_unseen
        parts = [part for line in text.splitlines() if (part := plain(line))]
        if name in self.links:
            return "\n".join(sorted(set(parts)))
        return ("\n" if name in self.lists else " ").join(parts)

    def notation(self) -> list[tuple[str, str]]:
        """Each column with what stands in it."""
        state = f"One of {', '.join(self.states)}. {HELP}"
        return [*((name, " ".join(self._notation(name))) for name in self.header), (STATE, state)]

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
        elif isinstance(column, models.BooleanField):
            yield f"{YES.capitalize()} or {NO}."
        elif column.choices:
            yield f"One of {', '.join(str(value) for value, _ in column.flatchoices)}."
        elif isinstance(column, models.IntegerField):
            yield "A whole number."
        elif isinstance(column, models.DecimalField):
            yield "A number."
        elif isinstance(column, models.DateField):
            yield "A day, such as 2026-12-24."
        if column.max_length and not column.choices:
            yield f"At most {column.max_length} characters."
        if name not in (*self.naming, *self.lists, *self.keys) and column.help_text:
            # In a file there is no box to tick.
            yield str(column.help_text).replace("Tick if", f"{YES.capitalize()} if")
        if may_be_empty(column):
            yield "May be empty."


def may_be_empty(column: Any) -> bool:
    """Whether a row can do without: a yes or no is always said."""
    return bool(column.blank and not isinstance(column, models.BooleanField))


def in_cell(value: Any) -> str:
    """A stored value as its cell says it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Decimal):
        return numbers.written(value.normalize())
    if isinstance(value, list):
        return "\n".join(map(str, value))
    return value.isoformat() if isinstance(value, date) else str(value)


@dataclass(frozen=True)
class Row:
    """A row of the table with its values as the file writes them."""

    pk: int
    state: str
    values: dict[str, str]


def exported(table: TableFile, rows: "models.QuerySet[Any]") -> Iterator[list[str]]:
    """Rows of a table as cells of its file, in the table's own order."""
    for row in stored_rows(table, rows):
        yield [*(row.values[name] for name in table.header), row.state]


def stored_rows(table: TableFile, rows: "models.QuerySet[Any]") -> list[Row]:
    """What the database holds, in one query."""
    linked = {f"_{name}": _slugs(table.field(name)) for name in table.links}
    paths = [
        f"{name}__{SLUG}" if name in table.references else f"_{name}" if name in table.links else name
        for name in table.header
    ]
    is_draft: Any = DRAFT if table.has_drafts else models.Value(False)
    found = []
    for pk, retired_at, draft, *values in (
        rows.order_by(*_order(table)).annotate(**linked).values_list("pk", "retired_at", is_draft, *paths)
    ):
        texts = {name: table.normal(name, in_cell(value)) for name, value in zip(table.header, values, strict=True)}
        found.append(Row(pk, state_of(hidden=retired_at is not None, draft=draft), texts))
    return found


def _slugs(link: Any) -> ArraySubquery:
    """The slugs of what a row of the outer query is linked to."""
    pairs = link.remote_field.through._default_manager.filter(**{link.m2m_field_name(): models.OuterRef("pk")})
    return ArraySubquery(pairs.values(f"{link.m2m_reverse_field_name()}__{SLUG}"))


def _order(table: TableFile) -> tuple[str, ...]:
    """As the table stands, parts after what they are parts of."""
    own = (*(table.model._meta.ordering or ()), SLUG)
    if not table.whole:
        return own  # type: ignore[return-value]
    wholes = target_of(table.model, table.whole)._meta.ordering or ()
    of_wholes = [
        f"-{table.whole}__{str(name)[1:]}" if str(name)[0] == "-" else f"{table.whole}__{name}" for name in wholes
    ]
    return (*of_wholes, f"{table.whole}__{SLUG}", *own)  # type: ignore[arg-type]
