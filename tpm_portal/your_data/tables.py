"""Every table of a learner's rows for a spreadsheet, whatever tables there are: one file each, if there are any."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from django.apps import apps
from django.db.models import BinaryField, Field, JSONField, Model

from accounts.models import User
from curation.csv_writer import lines
from keeping.taking.naming import TOLD, fields, taken
from tpm_portal.your_data.zipping import File

# What says nothing to anybody who reads a table: which window saved a row, and what it was called long ago.
LEFT_OUT = {"edition", "number_then"}
ROWS_AT_ONCE = 2000
# Rows without words of their own, which are called by the first of what they are about.
CALLED_BY = {
    "roadmap.milestoneprogress": ("milestone",),
    "interviews.answer": ("question", "asked"),
    "interviews.ratedanswer": ("question", "asked"),
    "interviews.reviewcard": ("question", "asked"),
}


def files(user: User) -> Iterator[File]:
    for model in (*taken().values(), *map(apps.get_model, TOLD)):
        yield File(f"tables/{name_of(model)}.csv", table(model, user))


def name_of(model: type[Model]) -> str:
    """The room, and what the rows are called there: ``evidence/projects``."""
    name = str(model._meta.verbose_name_plural)
    words = name.replace("learners' ", "").replace(" of learners", "").replace(" that learners", "").split()
    return f"{model._meta.app_label}/{'-'.join(words)}"


def table(model: type[Model], user: User) -> Iterator[bytes]:
    """The rows as the bytes of a CSV file, the first first. Nothing if there are none."""
    columns = columns_of(model)
    pointed = [field.name for field in columns if field.is_relation]
    pointed += [
        f"{field.name}__{about}" for field in columns if field.is_relation for about in _about(field.related_model)
    ]
    own: Any = model._base_manager.filter(user=user).order_by("pk").select_related(*pointed)
    rows = own.iterator(chunk_size=ROWS_AT_ONCE)
    first = next(rows, None)
    if first is None:
        return
    zone = ZoneInfo(user.time_zone)
    readers = [_reader(field, zone) for field in columns]
    header = [str(field.verbose_name)[:1].upper() + str(field.verbose_name)[1:] for field in columns]

    def cells() -> Iterator[list[str]]:
        yield [read(first) for read in readers]
        for row in rows:
            yield [read(row) for read in readers]

    for line in lines(header, cells()):
        yield line.encode()


def columns_of(model: type[Model]) -> list[Any]:
    return [field for field in fields(model) if not (field.name in LEFT_OUT or isinstance(field, BinaryField))]


def _about(model: type[Model]) -> tuple[str, ...]:
    return CALLED_BY.get(model._meta.label_lower, ())


def _reader(field: "Field[Any, Any]", zone: tzinfo) -> Callable[[Any], str]:
    """What a cell says of a row: words for choices, the name of what it points to, moments where the learner is."""
    if field.choices:
        return lambda row: str(getattr(row, f"get_{field.name}_display")() or "")
    if isinstance(field, JSONField):
        return lambda row: json.dumps(getattr(row, field.name), ensure_ascii=False, default=str)
    return lambda row: _said(getattr(row, field.name), zone)


def _said(value: Any, zone: tzinfo) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.astimezone(zone).isoformat(" ", "seconds")
        case Model():
            return str(next((about for name in _about(type(value)) if (about := getattr(value, name))), value))
        case list():
            return ", ".join(map(str, value))
    return str(value)
