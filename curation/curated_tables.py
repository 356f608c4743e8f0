"""Which tables are curated: those of content, and those of the links that rows of content have to others."""

from functools import cache
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db import models

from curation.models import Curated


@cache
def curated_tables() -> dict[str, type[models.Model]]:
    """The model of each curated table, by the table's name."""
    contents = [model for model in apps.get_models() if issubclass(model, Curated)]
    links = [link.remote_field.through for model in contents for link in links_of(model)]
    return {model._meta.db_table: model for model in (*contents, *links)}


def links_of(model: type[models.Model]) -> list[Any]:
    """The many-to-many fields of a model itself, not those that lead to it."""
    return list(model._meta.local_many_to_many)


@cache
def link_of(table: str) -> Any:
    """The many-to-many field whose links a table holds, or nothing if it is no table of links."""
    for model in curated_tables().values():
        for link in links_of(model):
            if link.remote_field.through._meta.db_table == table:
                return link
    return None


def ends_of(link: Any) -> tuple[str, str]:
    """The columns of a table of links: of the row that has them, and of those they lead to."""
    return str(link.m2m_column_name()), str(link.m2m_reverse_name())


@cache
def whole_of(table: str) -> tuple[type[models.Model], str] | None:
    """Of what the rows of a table are parts, on whose page they are edited, and by which column; or nothing."""
    if link := link_of(table):
        return link.model, ends_of(link)[0]
    model = curated_tables()[table]
    for desk in admin.site._registry.values():
        if any(inline.model is model for inline in desk.inlines):
            column = next(one.column for one in model._meta.concrete_fields if one.related_model is desk.model)
            return desk.model, str(column)
    return None


@cache
def parts_of(model: type[models.Model]) -> list[str]:
    """The tables of what belongs to a row of a model: parts that are edited with it, and its links."""
    return [table for table in curated_tables() if (whole := whole_of(table)) and whole[0] is model]


@cache
def is_kept(model: type[models.Model]) -> bool:
    """Whether what points to a row may be a learner's: then it is retired and never deleted (rule R2)."""
    pointing = [
        field.related_model
        for field in model._meta.get_fields(include_hidden=True)
        if isinstance(field, models.ForeignObjectRel)
    ]
    return any(one._meta.db_table not in curated_tables() and not _is_of_curators(one) for one in pointing)


def _is_of_curators(model: type[models.Model]) -> bool:
    return model._meta.app_label == "curation"
