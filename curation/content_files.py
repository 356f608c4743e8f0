"""Content files as they are written and what they become: read, checked row by row, and brought into a normal form."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from django.core.exceptions import ValidationError
from django.db import models

Document = dict[str, Any]


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
    any row, of whatever table. ``load`` reads the file if it is not YAML and raises ``SeedError``.
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
    files: dict[Path, Any] = {}
    documents: dict[Seed, dict[str, Document]] = {}
    for seed in seeds:
        if seed.file not in files:
            files[seed.file] = (seed.load or _load)(seed.file)
        rows = files[seed.file].get(seed.section)
        if not isinstance(rows, list):
            raise SeedError(f"{short(seed.file)}: there is no list called '{seed.section}'.")
        documents[seed] = {}
        for number, row in enumerate(rows, start=1):
            where = where_is(seed, number)
            slug, document = _parse(seed, row, number, where)
            if slug in documents[seed]:
                raise SeedError(f"{where}: the id '{slug}' is used twice.")
            documents[seed][slug] = document
    _check_references(documents)
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
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 (a subclass of SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SeedError(f"{short(file)}: {' '.join(str(error).split())}") from error
    if not isinstance(content, dict):
        raise SeedError(f"{short(file)}: the file must be a mapping of lists.")
    return content


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Safe, fast where libyaml is there, and strict: a key written twice is an error instead of a silent loss."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(None, None, f"the key '{key}' is used twice", node.start_mark)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return mapping


def _parse(seed: Seed, row: Any, number: int, where: str) -> tuple[str, Document]:
    slug = _slug(seed.model, row, where)
    where = f"{where} ({slug})"
    known = {
        "id",
        *seed.fields,
        *seed.references,
        *seed.links,
        *(children.name for children in seed.children),
    }
    _refuse_unknown(row, known, where)
    document = _parse_fields(seed.model, row, seed.fields, seed.references, seed.links, where)
    if seed.ordered:
        document["position"] = number
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
    longest = model._meta.get_field("slug").max_length  # type: ignore[union-attr]
    try:
        models.SlugField(max_length=longest).clean(slug, None)
    except ValidationError:
        raise SeedError(f"{where}: the id {slug!r} must be letters, digits and hyphens, at most {longest}.") from None
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
    for name in fields:
        column = model._meta.get_field(name)
        assert isinstance(column, models.Field)
        value = row.get(name, column.get_default())
        if isinstance(value, str):
            value = value.strip()
            if "\x00" in value:
                raise SeedError(f"{where}: {name}: the text holds a NUL character.")
        _refuse_wrong_kind(column, value, f"{where}: {name}")
        try:
            document[name] = plain_value(column.clean(value, None))
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


def _refuse_wrong_kind(column: "models.Field[Any, Any]", value: Any, where: str) -> None:
    """Stop what a field would quietly bend: a list or a bare yes as text, 2.5 as a whole number."""
    if isinstance(value, list | dict):
        raise SeedError(f"{where}: a single value is wanted, not a list or mapping.")
    if isinstance(column, models.CharField | models.TextField) and isinstance(value, bool):
        raise SeedError(f"{where}: YAML reads this as yes or no; put it in quotes if it is text.")
    if isinstance(column, models.IntegerField) and isinstance(value, bool | float):
        raise SeedError(f"{where}: a whole number is wanted.")


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
