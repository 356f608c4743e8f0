"""Where a row of content is looked after, and where everybody reads it."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.urls import reverse

from curation.models import Curated, Source


def edited_at(row: Any) -> str:
    """The page of the desk on which a row is edited: its own, or that of the row it belongs to. Empty if none is."""
    found = desk_row(row)
    if found is None:
        return ""
    return reverse(f"admin:{found._meta.app_label}_{found._meta.model_name}_change", args=[found.pk])


def read_at(row: Any) -> str:
    """The public page of a row, or of the row it belongs to. Empty if it has none."""
    if hasattr(row, "get_absolute_url"):
        return str(row.get_absolute_url())
    return next((read_at(owner) for owner in owners(row)), "")


def desk_row(row: Any) -> Any:
    """The row on whose page a row is edited: itself, or the one it belongs to. Nothing if none is."""
    if admin.site.is_registered(type(row)):
        return row
    inlines = {inline.model: model for model, desk in admin.site._registry.items() for inline in desk.inlines}
    parent = inlines.get(type(row))
    return next((owner for owner in owners(row) if type(owner) is parent), None)


def owners(row: Model) -> list[Any]:
    """The rows of content that a row points to and cannot be without. It rests on its source, but is no part of it."""
    return [
        getattr(row, field.name)
        for field in row._meta.concrete_fields
        if field.many_to_one and not field.null and _can_own(field.related_model)
    ]


def _can_own(model: Any) -> bool:
    return issubclass(model, Curated) and model is not Source
