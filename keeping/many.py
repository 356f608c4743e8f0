"""Several rows of one table at once: one transaction, an event for each, and safe to repeat (rules R3, R4)."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import OuterRef, Subquery

from accounts.models import User
from keeping.ceilings import refuse_more, refuse_rows
from keeping.declaring import children, needed
from keeping.models import (
    Act,
    Deletion,
    Document,
    Event,
    Own,
    OwnQuerySet,
    named_by,
    plain,
    rows_named,
)
from keeping.verbs import deletion_of, event_of

Row = TypeVar("Row", bound=Own)


@transaction.atomic
def add_all(
    model: type[Row], *, user: User, said: Mapping[uuid.UUID, Document], at: datetime, under: Mapping[str, Own]
) -> list[Row]:
    """Keep several new rows at once, each ``said`` by its token. Those that were kept already stay as they are.

    ``under`` has the rows that all of them belong to, by field. Returns the new ones in their order.
    """
    rows: OwnQuerySet = model._default_manager.all()
    there = set(rows.filter(user=user, token__in=said).values_list("token", flat=True))
    new: list[Any] = []
    pointed = _pointed_to(model, said.values(), user, under)
    for token, values in said.items():
        if token not in there:
            new.append(model(user=user, token=token, created_at=at, **under))
            for name, rows_there in pointed.items():
                setattr(new[-1], name, rows_there.get(values.get(name)))
            new[-1].apply(values)
    rows.bulk_create(new)
    refuse_rows(rows.filter(user=user))
    kept = [(row, said[row.token]) for row in new]
    linked = {name: _link_all(model, name, kept) for name in model.LINKS}
    documents = [
        {name: row.value(name) for name in row.FIELDS} | {name: links.get(row.pk, []) for name, links in linked.items()}
        for row in new
    ]
    Event.objects.bulk_create(
        event_of(row, Act.ADDED, at, after=document) for row, document in zip(new, documents, strict=True)
    )
    refuse_more(user.pk)
    return new


def _pointed_to(
    model: type[Own], said: Iterable[Document], user: User, under: Mapping[str, Own]
) -> dict[str, dict[Any, Any]]:
    """The rows that documents point to, by field and by name. A field that none of them names is left out."""
    fields: list[Any] = [model._meta.get_field(name) for name in model.FIELDS if name not in under]
    found: dict[str, dict[Any, Any]] = {}
    for field in fields:
        names = {values.get(field.name) for values in said} - {None} if field.is_relation else set()
        if names:
            rows = rows_named(field.related_model, list(names), user.pk)
            found[field.name] = {plain(row): row for row in rows}
    return found


def _link_all(model: type[Own], name: str, kept: Iterable[tuple[Any, Document]]) -> dict[int, list[str]]:
    """Link new rows to what their documents name, many to many. Returns the names by row, as a document has them."""
    field: Any = model._meta.get_field(name)
    through, here, there = field.remote_field.through, field.m2m_field_name(), field.m2m_reverse_field_name()
    wanted = [(row, value) for row, values in kept for value in dict.fromkeys(values.get(name, []))]
    by = named_by(field.related_model)
    if not wanted:
        return {}
    named = rows_named(field.related_model, [value for _, value in wanted], wanted[0][0].user_id)
    found = {str(getattr(one, by)): one for one in named}
    linked = [(row, value) for row, value in wanted if value in found]
    through._default_manager.bulk_create(
        through(user_id=row.user_id, **{here: row, there: found[value]}) for row, value in linked
    )
    names: dict[int, list[str]] = {}
    for row, value in linked:
        names.setdefault(row.pk, []).append(value)
    return {pk: sorted(values) for pk, values in names.items()}


@transaction.atomic
def put_all_in_bin(rows: Sequence[Own], *, at: datetime) -> int:
    """Put several rows of one table in the bin, each with what goes along, as ``verbs.put_in_bin`` does with one.

    Those that are there already stay as they are. Returns how many there were.
    """
    if not rows:
        return 0
    model, keys = type(rows[0]), [row.pk for row in rows]
    for parent, field in needed(model):
        above = parent._default_manager.filter(pk__in=[getattr(row, f"{field}_id") for row in rows])
        list(above.order_by("pk").select_for_update())
    own: OwnQuerySet = model._default_manager.all()
    taken: list[Any] = list(own.filter(pk__in=keys, deletion=None).order_by("pk").select_for_update())
    deletions = Deletion.objects.bulk_create(deletion_of(row, at) for row in taken)
    for row, deletion in zip(taken, deletions, strict=True):
        row.deletion = deletion
    own.bulk_update(taken, ["deletion"])
    _record(taken, at)
    _take_along(model, {row.pk: row.deletion for row in taken}, at)
    Deletion.objects.bulk_update(deletions, ["along"])
    refuse_more(rows[0].user_id, putting_away=True)
    return len(taken)


def _record(rows: list[Any], at: datetime) -> None:
    Event.objects.bulk_create(event_of(row, Act.BINNED, at) for row in rows)


def _take_along(model: type[Own], deletions: Mapping[int, Deletion], at: datetime) -> None:
    """Put what belongs to rows in the bin with them, by the key of each, and count it."""
    for child in children(model):
        rows = child.model._default_manager.filter(**{f"{child.field}__in": list(deletions)})
        if not child.stands_alone:
            for row in rows.exclude(deletion=None).select_related("deletion"):
                with_it = deletions[getattr(row, f"{child.field}_id")]
                alone = Deletion.objects.filter(pk=row.deletion_id, waits_for=None).exclude(pk=with_it.pk)
                alone.update(waits_for=with_it)
        taken: list[Any] = list(rows.filter(deletion=None).order_by("pk").select_for_update())
        for row in taken:
            row.deletion = deletions[getattr(row, f"{child.field}_id")]
            row.deletion.along += 1
        if taken:
            above = model._default_manager.filter(pk=OuterRef(f"{child.field}_id")).values("deletion")
            child.model._default_manager.filter(pk__in=[row.pk for row in taken]).update(deletion=Subquery(above))
            _record(taken, at)
            _take_along(child.model, {row.pk: row.deletion for row in taken}, at)
