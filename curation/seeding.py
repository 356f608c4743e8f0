"""Content from files to rows by a three-way rule: the file, the row, and what was last seeded into the row.

A missing row is created. A row that nobody has edited since the last seeding follows its file. A row that a curator
has edited is left alone and reported. Nothing is ever deleted. Each app names its files and fields in ``<app>/seed.py``
as a list called ``SEEDS``; everything else happens here.
"""

import importlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.utils.module_loading import module_has_submodule

from curation.models import SeedRecord

Document = dict[str, Any]

# One number for the whole project: two machines that are deployed at once seed one after the other.
ADVISORY_LOCK = 2_026_1123


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
    """One list of one YAML file that becomes the rows of one table.

    Rows are matched by ``id`` in the file and ``slug`` in the table. ``references`` are foreign keys and ``links``
    many-to-many fields, both written as slugs. With ``ordered`` the row's place in the file becomes its ``position``.
    ``after`` is called with every row that was created or changed.
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

    @property
    def table(self) -> str:
        return self.model._meta.label_lower


@dataclass
class Report:
    """What a run did, as lists of ``"app.model slug"``."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    overwritten: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    unchanged: int = 0

    @property
    def changes(self) -> int:
        return len(self.created) + len(self.updated) + len(self.overwritten)


def all_seeds() -> list[Seed]:
    """Every app's ``SEEDS`` in the order of ``INSTALLED_APPS``, which is the order of who may refer to whom."""
    seeds: list[Seed] = []
    for config in apps.get_app_configs():
        if config.module is not None and module_has_submodule(config.module, "seed"):
            seeds += importlib.import_module(f"{config.name}.seed").SEEDS
    return seeds


def read_documents(seeds: Iterable[Seed]) -> dict[Seed, dict[str, Document]]:
    """Read and validate every file without touching the database.

    Returns the documents by seed and slug. Raises ``SeedError`` for the first thing that is wrong.
    """
    seeds = list(seeds)
    files: dict[Path, Any] = {}
    documents: dict[Seed, dict[str, Document]] = {}
    for seed in seeds:
        if seed.file not in files:
            files[seed.file] = _load(seed.file)
        rows = files[seed.file].get(seed.section)
        if not isinstance(rows, list):
            raise SeedError(f"{_short(seed.file)}: there is no list called '{seed.section}'.")
        documents[seed] = {}
        for number, row in enumerate(rows, start=1):
            where = f"{_short(seed.file)}, {seed.section} row {number}"
            slug, document = _parse(seed, row, number, where)
            if slug in documents[seed]:
                raise SeedError(f"{where}: the id '{slug}' is used twice.")
            documents[seed][slug] = document
    _check_references(documents)
    return documents


@transaction.atomic
def seed_database(seeds: Iterable[Seed], *, at: datetime, overwrite: bool = False) -> Report:
    """Bring the tables up to date with their files in one transaction and say what was done.

    Raises ``SeedError`` and changes nothing if any file is wrong.
    """
    documents = read_documents(seeds)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])
    report = Report()
    slugs: dict[type[models.Model], dict[str, Any]] = {}
    for seed, rows in documents.items():
        _seed_table(seed, rows, slugs, report, at=at, overwrite=overwrite)
    return report


def _seed_table(
    seed: Seed,
    rows: dict[str, Document],
    slugs: dict[type[models.Model], dict[str, Any]],
    report: Report,
    *,
    at: datetime,
    overwrite: bool,
) -> None:
    records = {record.key: record for record in SeedRecord.objects.filter(table=seed.table)}
    existing = {instance.slug: instance for instance in _with_everything(seed)}
    to_write: dict[str, Any] = {}
    for slug, document in rows.items():
        label = f"{seed.table} {slug}"
        record = records.get(slug)
        if slug not in existing:
            report.created.append(label)
            to_write[slug] = seed.model(slug=slug)
            continue
        current = document_of(seed, existing[slug])
        if current == document:
            report.unchanged += 1
            if record is None or record.document != document:
                _remember(seed, slug, document, at)
        elif record is not None and record.document == current:
            report.updated.append(label)
            to_write[slug] = existing[slug]
        elif overwrite:
            report.overwritten.append(label)
            to_write[slug] = existing[slug]
        else:
            report.kept.append(label)
    report.gone += [f"{seed.table} {slug}" for slug in records if slug not in rows]

    for slug, instance in to_write.items():
        _write_row(seed, instance, rows[slug], slugs)
    # Links go last: a milestone may name a prerequisite that stands further down in the file.
    for slug, instance in to_write.items():
        for name in seed.links:
            getattr(instance, name).set(_find_all(seed.model, name, rows[slug][name], slugs))
        for children in seed.children:
            _write_children(children, instance, rows[slug][children.name], slugs, at)
        _remember(seed, slug, rows[slug], at)
    if seed.after:
        for slug in to_write:
            seed.after(_with_everything(seed).get(slug=slug))


def document_of(seed: Seed, instance: Any) -> Document:
    """The row as its file would write it, in the normal form that comparisons use."""
    document = _document(instance, seed.fields, seed.references, seed.links)
    if seed.ordered:
        document["position"] = instance.position
    for children in seed.children:
        rows = [child for child in getattr(instance, children.name).all() if child.retired_at is None]
        rows.sort(key=lambda child: (child.position, child.slug))
        document[children.name] = [
            {"id": child.slug, **_document(child, children.fields, children.references, children.links)}
            for child in rows
        ]
    return document


def _document(instance: Any, fields: tuple[str, ...], references: tuple[str, ...], links: tuple[str, ...]) -> Document:
    document = {name: _plain(getattr(instance, name)) for name in fields}
    for name in references:
        target = getattr(instance, name)
        document[name] = target.slug if target else None
    for name in links:
        document[name] = sorted(target.slug for target in getattr(instance, name).all())
    return document


def _with_everything(seed: Seed) -> models.QuerySet[Any, Any]:
    prefetch = list(seed.links)
    for children in seed.children:
        prefetch += [
            children.name,
            *(f"{children.name}__{name}" for name in (*children.references, *children.links)),
        ]
    queryset: models.QuerySet[Any] = seed.model._default_manager.all()
    return queryset.select_related(*seed.references).prefetch_related(*prefetch)


def _write_row(seed: Seed, instance: Any, document: Document, slugs: dict[type[models.Model], dict[str, Any]]) -> None:
    _assign(instance, seed.fields, seed.references, document, slugs)
    if seed.ordered:
        instance.position = document["position"]
    instance.save()
    slugs.get(seed.model, {})[instance.slug] = instance


def _write_children(
    children: Children,
    parent: Any,
    documents: list[Document],
    slugs: dict[type[models.Model], dict[str, Any]],
    at: datetime,
) -> None:
    manager = children.model._default_manager
    existing: dict[str, Any] = {child.slug: child for child in manager.filter(**{children.parent: parent})}  # type: ignore[attr-defined]
    for position, document in enumerate(documents, start=1):
        child: Any = existing.pop(document["id"], None) or children.model(
            **{"slug": document["id"], children.parent: parent}
        )
        _assign(child, children.fields, children.references, document, slugs)
        child.position = position
        child.retired_at = None
        child.save()
        for name in children.links:
            getattr(child, name).set(_find_all(children.model, name, document[name], slugs))
    for child in existing.values():
        if child.retired_at is None:
            child.retired_at = at
            child.save()


def _assign(
    instance: Any,
    fields: tuple[str, ...],
    references: tuple[str, ...],
    document: Document,
    slugs: dict[type[models.Model], dict[str, Any]],
) -> None:
    for name in fields:
        setattr(instance, name, instance._meta.get_field(name).to_python(document[name]))
    for name in references:
        found = _find_all(type(instance), name, [document[name]] if document[name] else [], slugs)
        setattr(instance, name, found[0] if found else None)


def _find_all(
    model: type[models.Model], name: str, wanted: list[str], slugs: dict[type[models.Model], dict[str, Any]]
) -> list[Any]:
    target = _target(model, name)
    if target not in slugs:
        slugs[target] = {instance.slug: instance for instance in target._default_manager.all()}  # type: ignore[attr-defined]
    try:
        return [slugs[target][slug] for slug in wanted]
    except KeyError as missing:
        raise SeedError(f"{model._meta.label_lower}: {name} names {missing}, which is not in the database.") from None


def _target(model: type[models.Model], name: str) -> type[models.Model]:
    related = model._meta.get_field(name).related_model
    if not (isinstance(related, type) and issubclass(related, models.Model)):
        raise TypeError(f"{model.__name__}.{name} is not a relation.")
    return related


def _remember(seed: Seed, slug: str, document: Document, at: datetime) -> None:
    SeedRecord.objects.update_or_create(table=seed.table, key=slug, defaults={"document": document, "seeded_at": at})


# --- Files ---


def _load(file: Path) -> dict[str, Any]:
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 (a subclass of SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SeedError(f"{_short(file)}: {' '.join(str(error).split())}") from error
    if not isinstance(content, dict):
        raise SeedError(f"{_short(file)}: the file must be a mapping of lists.")
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
    slug = _slug(row, where)
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
        slug = _slug(row, inside)
        if slug in seen:
            raise SeedError(f"{inside}: the id '{slug}' is used twice.")
        seen.add(slug)
        _refuse_unknown(row, {"id", *children.fields, *children.references, *children.links}, inside)
        yield {
            "id": slug,
            **_parse_fields(children.model, row, children.fields, children.references, children.links, inside),
        }


def _slug(row: Any, where: str) -> str:
    if not isinstance(row, dict) or "id" not in row:
        raise SeedError(f"{where}: every row is a mapping with an id.")
    slug = row["id"]
    try:
        models.SlugField(max_length=80).clean(slug, None)
    except ValidationError:
        raise SeedError(f"{where}: the id {slug!r} must be letters, digits and hyphens, at most 80.") from None
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
        try:
            document[name] = _plain(column.clean(value, None))
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


def _check_references(documents: dict[Seed, dict[str, Document]]) -> None:
    known: dict[type[models.Model], set[str]] = {}
    for seed, rows in documents.items():
        known.setdefault(seed.model, set()).update(rows)

    def check(model: type[models.Model], names: tuple[str, ...], document: Document, where: str) -> None:
        for name in names:
            wanted = document[name] if isinstance(document[name], list) else [document[name]]
            for slug in wanted:
                if slug is not None and slug not in known.get(_target(model, name), set()):
                    raise SeedError(f"{where}: {name} names '{slug}', which no file has.")

    for seed, rows in documents.items():
        for number, (slug, document) in enumerate(rows.items(), start=1):
            where = f"{_short(seed.file)}, {seed.section} row {number} ({slug})"
            check(seed.model, (*seed.references, *seed.links), document, where)
            for children in seed.children:
                for child in document[children.name]:
                    names = (*children.references, *children.links)
                    check(children.model, names, child, f"{where}, {children.name} ({child['id']})")


def _short(file: Path) -> str:
    return "/".join(file.parts[-3:])


def _plain(value: Any) -> Any:
    """A value as JSON keeps it, the same whether it came from a file or a row."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value
