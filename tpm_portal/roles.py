"""What people at the desk may do: three groups that every migration brings in step with the tables there are.

An editor writes drafts; a curator also publishes, imports and answers; an operator opens and closes accounts and sees
no content of anybody. Who is in which group is for superusers to say. For other rights a site makes groups of its own.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.db import models

from curation.models import Curated

EDITOR, CURATOR, OPERATOR = "Editor", "Curator", "Operator"

# Beside the content: what of the desk's own tables each may do.
EDITORS = {"curation.draft": ("view", "add"), "curation.batch": ("view",), "curation.change": ("view",)}
CURATORS = EDITORS | {
    "curation.report": ("view", "change"),
    # To replace an address wherever it stands.
    "curation.linkcheck": ("view", "change"),
    "interviews.suggestion": ("view", "change"),
    # What an import made goes away when the import is undone, unless something points to it.
    "salaries.salaryclaim": ("delete",),
    "salaries.distribution": ("delete",),
}
OPERATORS = {"accounts.user": ("view", "add", "change"), "curation.linkcheck": ("view",)}


def content() -> set[type[models.Model]]:
    """The tables that are looked after at the desk, and the parts that are edited on their pages."""
    found: set[type[models.Model]] = set()
    for model, desk in admin.site._registry.items():
        if issubclass(model, Curated):
            found |= {model, *(inline.model for inline in desk.inlines)}
    return found


def rights() -> dict[str, set[str]]:
    """By role, its permissions as ``app.codename``."""
    seen = set(_rights(content(), ("view",)))
    kept = set(_rights(content(), ("view", "add", "change")))
    return {
        EDITOR: seen | set(_named(EDITORS)),
        CURATOR: kept | set(_named(CURATORS)),
        OPERATOR: set(_named(OPERATORS)),
    }


def _named(wanted: dict[str, tuple[str, ...]]) -> Iterator[str]:
    for label, acts in wanted.items():
        yield from _rights({apps.get_model(label)}, acts)


def _rights(tables: set[type[models.Model]], acts: tuple[str, ...]) -> Iterator[str]:
    for model in tables:
        for act in acts:
            yield f"{model._meta.app_label}.{act}_{model._meta.model_name}"


def bring_in_step(*, apps: Any = apps, **_: Any) -> None:
    """Give each group what its role may do, no less and no more. Called after every migration, with its ``apps``."""
    if "group" not in apps.all_models["auth"]:
        # It went to a state of the past in which nobody could be in a group.
        return
    known = {
        f"{one.content_type.app_label}.{one.codename}": one for one in Permission.objects.select_related("content_type")
    }
    for name, wanted in rights().items():
        group, _made = Group.objects.get_or_create(name=name)
        # A migration to a state of the past has no permissions for what came later.
        group.permissions.set([known[right] for right in sorted(wanted) if right in known])
