"""Content from files to rows by a three-way rule: the file, the row, and what was last seeded into the row.

A missing row is created. A field that nobody has edited since the last seeding follows its file. A field that a curator
has edited is left alone and reported, see ``merging``. Nothing is ever deleted. Each app names its files and fields in
``<app>/seed.py`` as a list called ``SEEDS``; everything else happens here.
"""

import importlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.utils.module_loading import module_has_submodule

from curation.changes import Batch, recorded_as
from curation.content_files import RETIRED, Document, Seed, SeedError, plain_value, read_documents, where_is
from curation.defaults import completed
from curation.merging import merge
from curation.models import SeedRecord
from curation.seed_writing import write_many, write_related, write_row

# One number for the whole project: two machines that are deployed at once seed one after the other.
ADVISORY_LOCK = 2_026_1123


@dataclass
class Report:
    """What a run did, as lists of ``"app.model slug"``. A row of which a field was kept may be updated all the same.

    ``fields`` says by row what of it was kept.
    ``waiting`` are rows that another run with the same files may still change.
    """

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    overwritten: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    fields: dict[str, list[str]] = field(default_factory=dict)
    unchanged: int = 0

    @property
    def changes(self) -> int:
        return len(self.created) + len(self.updated) + len(self.overwritten)

    def lines(self) -> Iterator[str]:
        """For the operator: what was left alone or gone, row by row, and how much of each there is."""
        for label in self.overwritten:
            yield f"Overwritten, a curator's edit is gone: {label}"
        for label in self.kept:
            yield f"Left alone, edited by a curator: {label} ({', '.join(self.fields[label])})"
        for label in self.gone:
            yield f"No longer in its file, retire it in the admin if it should go: {label}"
        yield (
            f"Content: {len(self.created)} created, {len(self.updated)} updated, "
            f"{len(self.overwritten)} overwritten, {len(self.kept)} left alone, {self.unchanged} unchanged."
        )


def all_seeds() -> list[Seed]:
    """Every app's ``SEEDS`` in the order of ``INSTALLED_APPS``, which is the order of who may refer to whom."""
    seeds: list[Seed] = []
    for config in apps.get_app_configs():
        if config.module is not None and module_has_submodule(config.module, "seed"):
            seeds += importlib.import_module(f"{config.name}.seed").SEEDS
    return seeds


def seed_database(seeds: Iterable[Seed], *, at: datetime, overwrite: bool = False) -> Report:
    """Bring the tables up to date with their files in one transaction and say what was done.

    Raises ``SeedError`` and changes nothing if any file is wrong.
    """
    documents = read_documents(seeds)
    report = Report()
    slugs: dict[type[models.Model], dict[str, Any]] = {}
    with recorded_as(user_id=None, what="Seeded from files", kind=Batch.Kind.SEED, at=at):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])
        for seed, rows in documents.items():
            _seed_table(seed, rows, slugs, report, at=at, overwrite=overwrite)
        for seed in documents:
            if seed.finish and report.changes:
                seed.finish()
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
    existing = {instance.slug: instance for instance in with_everything(seed)}
    to_write: dict[str, Any] = {}
    # Rows of which a curator has edited something: what they become, and what they are.
    to_merge: dict[str, tuple[Document, Document]] = {}
    remembered: dict[str, Document] = {}
    for slug, document in rows.items():
        label = f"{seed.table} {slug}"
        record = records.get(slug)
        if record is None or record.document != document:
            remembered[slug] = document
        if slug not in existing:
            report.created.append(label)
            to_write[slug] = seed.model(slug=slug)
            continue
        current = document_of(seed, existing[slug])
        if RETIRED in document:
            current[RETIRED] = existing[slug].retired_at is not None
        seeded = completed(seed, record.document) if record else None
        merged = merge(seeded=seeded, current=current, wanted=document, lists=seed.lists)
        if merged.kept and RETIRED in document and not current[RETIRED]:
            # What a curator has worked on is not taken out from under them.
            merged.document[RETIRED] = False
            merged.kept += [RETIRED] * (RETIRED not in merged.kept)
        if overwrite or not merged.kept:
            if current == document:
                report.unchanged += 1
                continue
            (report.overwritten if merged.kept else report.updated).append(label)
            to_write[slug] = existing[slug]
            continue
        report.kept.append(label)
        report.fields[label] = merged.kept
        if merged.document != current:
            to_merge[slug] = merged.document, current
    report.gone += [f"{seed.table} {slug}" for slug in records if slug not in rows]

    new = {slug: instance for slug, instance in to_write.items() if instance.pk is None}
    done = new.keys() if new and write_many(seed, new, rows, slugs, at) else ()
    one_by_one = {slug: instance for slug, instance in to_write.items() if slug not in done}
    for slug, instance in one_by_one.items():
        with _refusals_named(seed, rows, slug):
            write_row(seed, instance, rows[slug], slugs, at)
    # Links go last: a milestone may name a prerequisite that stands further down in the file.
    for slug, instance in one_by_one.items():
        with _refusals_named(seed, rows, slug):
            write_related(seed, instance, rows[slug], slugs, at)
    if to_write:
        # Deferred constraints speak up here, where the file is still known, instead of at the commit.
        with _refusals_named(seed, rows):
            connection.check_constraints()
    for slug, (document, current) in to_merge.items():
        label = f"{seed.table} {slug}"
        try:
            with transaction.atomic():
                write_row(seed, existing[slug], document, slugs, at)
                write_related(seed, existing[slug], document, slugs, at)
                connection.check_constraints()
        except IntegrityError:
            # The file's fields and the curator's do not go together: then the whole row waits for them.
            remembered.pop(slug, None)
            report.waiting.append(label)
            report.fields[label] = [name for name in rows[slug] if current[name] != rows[slug][name]]
            continue
        report.updated.append(label)
        to_write[slug] = existing[slug]
    _remember(seed, remembered, at)
    if seed.after:
        for instance in to_write.values():
            seed.after(instance)


@contextmanager
def _refusals_named(seed: Seed, rows: dict[str, Document], slug: str = "") -> Iterator[None]:
    """What the database refuses is said with file and row, like everything else that is wrong with a file."""
    try:
        yield
    except IntegrityError as error:
        where = where_is(seed, list(rows).index(slug) + 1, slug) if slug else f"{seed.file.name}, {seed.section}"
        raise SeedError(f"{where}: {_reason(seed, error)}") from error


def _reason(seed: Seed, error: IntegrityError) -> str:
    """The constraint's own words if it has some, else its name, else the first line of what the database said."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    constraints = [
        constraint
        for model in (seed.model, *(children.model for children in seed.children))
        for constraint in model._meta.constraints
        if constraint.name == name
    ]
    if constraints:
        return str(constraints[0].get_violation_error_message())
    return str(error).strip().splitlines()[0]


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
    document = {name: plain_value(getattr(instance, name)) for name in fields}
    for name in references:
        target = getattr(instance, name)
        document[name] = target.slug if target else None
    for name in links:
        document[name] = sorted(target.slug for target in getattr(instance, name).all())
    return document


def with_everything(seed: Seed) -> models.QuerySet[Any, Any]:
    prefetch = list(seed.links)
    for children in seed.children:
        prefetch += [
            children.name,
            *(f"{children.name}__{name}" for name in (*children.references, *children.links)),
        ]
    queryset: models.QuerySet[Any] = seed.model._default_manager.all()
    return queryset.select_related(*seed.references).prefetch_related(*prefetch)


def _remember(seed: Seed, documents: dict[str, Document], at: datetime) -> None:
    SeedRecord.objects.bulk_create(
        [
            SeedRecord(table=seed.table, key=slug, document=document, seeded_at=at)
            for slug, document in documents.items()
        ],
        update_conflicts=True,
        unique_fields=["table", "key"],
        update_fields=["document", "seeded_at"],
    )
