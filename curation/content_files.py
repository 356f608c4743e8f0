"""Content files as they are written and what they become: read, checked row by row, and brought into a normal form."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml
from django.core.exceptions import ValidationError
from django.db import models

from curation import yaml_rows

Document = dict[str, Any]

# What the document of a row says beside its fields if its file, or a rule for it, says whether the row is offered.
# Other rows say nothing: whether they are offered is for curators.
RETIRED = "retired"


class SeedError(Exception):
    """A file cannot be seeded. The message names the file, the row and the reason."""


@dataclass(frozen=True)
class Children:
    """Rows that belong to one parent row, are edited with it, and keep the order of the file.

    ``name`` is the list in the file and the related name on the parent; the model has ``slug`` (unique inside the
    parent), ``position`` and ``retired_at``, and points to its parent through ``parent``.
    """

    name: str
    model: type[models.Model]
    parent: str
    fields: tuple[str, ...]
    references: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True)
class Seed:
    """One list of one file that becomes the rows of one table.

    Rows are matched by ``id`` in the file and ``slug`` in the table. ``references`` are foreign keys and ``links``
    many-to-many fields, both written as slugs. With ``ordered`` the row's place in the file becomes its ``position``.
    ``after`` is called with every row that was created or changed, ``finish`` once at the end of a run that changed
    any row, of whatever table. ``load`` reads the file if it is not YAML and raises ``SeedError``, and ``dump`` makes
    the text of such a file from rows as ``load`` gives them; each of ``more`` brings further rows, from tables of
    thousands, except those that the file has too. A row for which ``retires`` holds is still seeded, and no longer
    offered, unless its file says ``retired: false`` or a curator has edited it.
    """

    file: Path
    section: str
    model: type[models.Model]
    fields: tuple[str, ...]
    references: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    children: tuple[Children, ...] = ()
    ordered: bool = False
    after: Callable[[Any], None] | None = None
    finish: Callable[[], None] | None = None
    load: Callable[[Path], dict[str, Any]] | None = None
    dump: Callable[[list[Document]], str] | None = None
    more: tuple[Callable[[], list[dict[str, Any]]], ...] = ()
    retires: Callable[[Document], bool] | None = None

    @property
    def table(self) -> str:
        return self.model._meta.label_lower

    @property
    def lists(self) -> list[str]:
        """The fields of a document that hold rows."""
        return [children.name for children in self.children]


def read_documents(seeds: Iterable[Seed]) -> dict[Seed, dict[str, Document]]:
    """Read and validate every file without touching the database.

    Returns the documents by seed and slug. Raises ``SeedError`` for the first thing that is wrong.
    """
    seeds = list(seeds)
    files: dict[tuple[Path, Any], Any] = {}
    documents: dict[Seed, dict[str, Document]] = {}
    for seed in seeds:
        file = seed.file, seed.load
        if file not in files:
            files[file] = (seed.load or _load)(seed.file)
        rows = files[file].get(seed.section)
        if not isinstance(rows, list):
            raise SeedError(f"{short(seed.file)}: there is no list called '{seed.section}'.")
        documents[seed] = _parse_rows(seed, _with_more(seed, rows))
    _check_references(documents)
    return documents


def further_documents(seed: Seed) -> dict[str, Document]:
    """What ``more`` brings by itself, by slug. Their positions count from their own first."""
    return _parse_rows(seed, _with_more(seed, []))


def _with_more(seed: Seed, rows: list[Any]) -> list[Any]:
    """The rows of a file and then those of ``more``, where one that the file has too is as the file has it."""
    further = [row for more in seed.more for row in more()]
    if not further:
        return rows
    instead = {row["id"]: row for row in rows if isinstance(row, dict) and "id" in row}
    known = {row["id"] for row in further}
    own = [row for row in rows if not (isinstance(row, dict) and row.get("id") in known)]
    return [*own, *(instead.get(row["id"], row) for row in further)]


def _parse_rows(seed: Seed, rows: list[Any]) -> dict[str, Document]:
    documents: dict[str, Document] = {}
    for number, row in enumerate(rows, start=1):
        where = where_is(seed, number)
        slug, document = _parse(seed, row, number, where)
        if slug in documents:
            raise SeedError(f"{where}: the id '{slug}' is used twice.")
        documents[slug] = document
    return documents


def where_is(seed: Seed, number: int, slug: str = "") -> str:
    """File and row, as messages name them."""
    return f"{short(seed.file)}, {seed.section} row {number}" + (f" ({slug})" if slug else "")


def target_of(model: type[models.Model], name: str) -> type[models.Model]:
    """The model that a relation of ``model`` points to."""
    related = model._meta.get_field(name).related_model
    if not (isinstance(related, type) and issubclass(related, models.Model)):
        raise TypeError(f"{model.__name__}.{name} is not a relation.")
    return related


def _load(file: Path) -> dict[str, Any]:
    try:
        content = yaml_rows.read(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SeedError(f"{short(file)}: {' '.join(str(error).split())}") from error
    if not isinstance(content, dict):
        raise SeedError(f"{short(file)}: the file must be a mapping of lists.")
    return content


def _parse(seed: Seed, row: Any, number: int, where: str) -> tuple[str, Document]:
    slug = _slug(seed.model, row, where)
    where = f"{where} ({slug})"
    known = {
        *("id", RETIRED),
        *seed.fields,
        *seed.references,
        *seed.links,
        *(children.name for children in seed.children),
    }
    _refuse_unknown(row, known, where)
    document = _parse_fields(seed.model, row, seed.fields, seed.references, seed.links, where)
    if seed.ordered:
        document["position"] = number
    retired = row.get(RETIRED, bool(seed.retires and seed.retires(document)))
    if not isinstance(retired, bool):
        raise SeedError(f"{where}: {RETIRED} is true or false.")
    if retired or RETIRED in row:
        document[RETIRED] = retired
    for children in seed.children:
        document[children.name] = list(_parse_children(children, row.get(children.name) or [], where))
    return slug, document


def _parse_children(children: Children, rows: Any, where: str) -> Iterator[Document]:
    if not isinstance(rows, list):
        raise SeedError(f"{where}: {children.name} must be a list.")
    seen: set[str] = set()
    for number, row in enumerate(rows, start=1):
        inside = f"{where}, {children.name} {number}"
        slug = _slug(children.model, row, inside)
        if slug in seen:
            raise SeedError(f"{inside}: the id '{slug}' is used twice.")
        seen.add(slug)
        _refuse_unknown(row, {"id", *children.fields, *children.references, *children.links}, inside)
        yield {
            "id": slug,
            **_parse_fields(children.model, row, children.fields, children.references, children.links, inside),
        }


def _slug(model: type[models.Model], row: Any, where: str) -> str:
    if not isinstance(row, dict) or "id" not in row:
        raise SeedError(f"{where}: every row is a mapping with an id.")
    slug = row["id"]
    longest = model._meta.get_field("slug").max_length or 0  # type: ignore[union-attr]
    if not (isinstance(slug, str | int) and re.fullmatch(r"[-a-zA-Z0-9_]+", str(slug)) and len(str(slug)) <= longest):
        raise SeedError(f"{where}: the id {slug!r} must be letters, digits and hyphens, at most {longest}.")
    return str(slug)


def _refuse_unknown(row: dict[str, Any], known: set[str], where: str) -> None:
    unknown = sorted(str(name) for name in row if name not in known)
    if unknown:
        raise SeedError(f"{where}: there is no field called {', '.join(unknown)}.")


def _parse_fields(
    model: type[models.Model],
    row: dict[str, Any],
    fields: tuple[str, ...],
    references: tuple[str, ...],
    links: tuple[str, ...],
    where: str,
) -> Document:
    document: Document = {}
    for name, column, default in columns_of(model, fields):
        value = row.get(name, default)
        if isinstance(value, list | dict):
            raise SeedError(f"{where}: {name}: a single value is wanted, not a list or mapping.")
        try:
            document[name] = _cleaned(column, value)
        except ValidationError as error:
            raise SeedError(f"{where}: {name}: {' '.join(error.messages)}") from None
    for name in references:
        if row.get(name) is None and not model._meta.get_field(name).null:
            raise SeedError(f"{where}: {name} is missing.")
        document[name] = row.get(name)
    for name in links:
        slugs = row.get(name) or []
        if not isinstance(slugs, list) or not all(isinstance(slug, str) for slug in slugs):
            raise SeedError(f"{where}: {name} must be a list of ids.")
        document[name] = sorted(set(slugs))
    return document


@cache
def columns_of(model: type[models.Model], fields: tuple[str, ...]) -> list[tuple[str, "models.Field[Any, Any]", Any]]:
    """The columns of some fields, each with what it is if a row does not say it."""
    columns = [model._meta.get_field(name) for name in fields]
    return [(column.name, column, column.get_default()) for column in columns if isinstance(column, models.Field)]


@lru_cache(maxsize=20_000, typed=True)
def _cleaned(column: "models.Field[Any, Any]", value: Any) -> Any:
    """A value as the row will have it, in plain form: thousands of claims have the same few days and levels.

    Refuses what a field would quietly bend: a bare yes as text, 2.5 as a whole number.
    """
    if isinstance(value, str):
        value = value.strip()
        if "\x00" in value:
            raise ValidationError("the text holds a NUL character.")
    if isinstance(column, models.CharField | models.TextField) and isinstance(value, bool):
        raise ValidationError("YAML reads this as yes or no; put it in quotes if it is text.")
    if isinstance(column, models.IntegerField) and isinstance(value, bool | float):
        raise ValidationError("a whole number is wanted.")
    return plain_value(column.clean(value, None))


def _check_references(documents: dict[Seed, dict[str, Document]]) -> None:
    known: dict[type[models.Model], set[str]] = {}
    for seed, rows in documents.items():
        known.setdefault(seed.model, set()).update(rows)

    def check(model: type[models.Model], names: tuple[str, ...], document: Document, where: str) -> None:
        for name in names:
            wanted = document[name] if isinstance(document[name], list) else [document[name]]
            for slug in wanted:
                if slug is not None and slug not in known.get(target_of(model, name), set()):
                    raise SeedError(f"{where}: {name} names '{slug}', which no file has.")

    for seed, rows in documents.items():
        for number, (slug, document) in enumerate(rows.items(), start=1):
            where = where_is(seed, number, slug)
            check(seed.model, (*seed.references, *seed.links), document, where)
            for children in seed.children:
                for child in document[children.name]:
                    names = (*children.references, *children.links)
                    check(children.model, names, child, f"{where}, {children.name} ({child['id']})")


def short(file: Path) -> str:
    """The file as messages name it, without the folders above the project."""
    return "/".join(file.parts[-3:])


def plain_value(value: Any) -> Any:
    """A value as JSON keeps it, the same whether it came from a file or a row."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value
