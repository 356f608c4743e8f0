"""Which rows say something else than their files, and what: curators see where the next release leaves a row alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from curation.content_files import Document, Seed, short
from curation.models import SeedRecord
from curation.seeding import all_seeds, document_of, with_everything


@dataclass(frozen=True)
class Difference:
    name: str
    here: str
    file: str


def seed_of(model: type[Model]) -> Seed | None:
    """The file that fills a table, if one does."""
    return _seeds().get(model._meta.label_lower)


@cache
def _seeds() -> dict[str, Seed]:
    return {seed.table: seed for seed in all_seeds()}


def file_of(model: type[Model]) -> str:
    seed = seed_of(model)
    return short(seed.file) if seed else ""


def differences(row: Any) -> list[Difference]:
    """What of a row differs from what its file said at the last seeding."""
    seed = seed_of(type(row))
    record = SeedRecord.objects.filter(table=seed.table, key=row.slug).first() if seed else None
    if seed is None or record is None:
        return []
    return list(between(seed, document_of(seed, with_everything(seed).get(pk=row.pk)), record.document))


def differing(model: type[Model]) -> list[str]:
    """The slugs of the rows of a table that differ from their file."""
    seed = seed_of(model)
    if seed is None:
        return []
    records = dict(SeedRecord.objects.filter(table=seed.table).values_list("key", "document"))
    rows = with_everything(seed).filter(slug__in=records)
    return [row.slug for row in rows if any(between(seed, document_of(seed, row), records[row.slug]))]


def between(seed: Seed, here: Document, file: Document) -> Iterator[Difference]:
    """What differs between two wordings of a row: field by field, and row by row of what lies in it."""
    for name in (name for name in file if name in here):
        if name not in seed.lists:
            if here[name] != file[name]:
                yield Difference(name.replace("_", " "), _text(here[name]), _text(file[name]))
            continue
        rows, wanted = ({row["id"]: row for row in rows} for rows in (here[name], file[name]))
        for key in [*wanted, *(key for key in rows if key not in wanted)]:
            for part in (rows.get(key) or wanted.get(key) or {}).keys() - {"id"}:
                was, now = (found.get(key, {}).get(part) for found in (wanted, rows))
                if was != now:
                    yield Difference(
                        f"{name.replace('_', ' ')} {key}: {part.replace('_', ' ')}", _text(now), _text(was)
                    )
        if list(rows) != list(wanted) and set(rows) == set(wanted):
            yield Difference(f"{name.replace('_', ' ')}: order", ", ".join(rows), ", ".join(wanted))


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


class FileFilter(admin.SimpleListFilter):
    title = "its file"
    parameter_name = "file"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("differs", "Differs from its file"), ("none", "In no file")] if seed_of(model_admin.model) else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        seed = seed_of(queryset.model)
        if seed is not None and self.value() == "differs":
            return queryset.filter(slug__in=differing(queryset.model))
        if seed is not None and self.value() == "none":
            return queryset.exclude(slug__in=SeedRecord.objects.filter(table=seed.table).values("key"))
        return queryset
