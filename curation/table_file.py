"""A curated table as a file that curators take out and bring back: its columns, and the rows as they are written.

A cell holds plain text. Lists stand one item per line inside their cell, other rows are named by their slugs.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db import models

from curation.content_files import target_of
from curation.csv_lines import Problem
from curation.unseen import without_unseen

if TYPE_CHECKING:
    from curation.table_plan import Plan

SLUG = "slug"


@dataclass(frozen=True)
class TableFile:
    """A curated table that curators take out and bring back as a file.

    ``columns`` are fields of the model, after its slug. Those in ``lists`` hold one item per line; those in ``keys``
    name what is no table. ``judge`` names what only this table refuses, ``warn`` what to look at before
    loading, in sentences by the number of their line. ``finish`` follows a load, with the keys of the rows it wrote.
    """

    model: type[models.Model]
    columns: tuple[str, ...]
    lists: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
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
        plain = str.strip if name in self.texts else without_unseen
        parts = [part for line in text.splitlines() if (part := plain(line))]
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
class Row:
    """A row of the table with its values as the file writes them."""

    pk: int
    retired: bool
    values: dict[str, str]


def exported(table: TableFile, rows: "models.QuerySet[Any]") -> Iterator[list[str]]:
    """Rows of a table as cells of its file, in the table's own order."""
    for row in stored_rows(table, rows):
        yield [row.values[name] for name in table.header]


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
