"""Several new rows of one table at once: one transaction, an event for each, and safe to repeat (rules R3, R4)."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction

from accounts.models import User
from keeping.ceilings import refuse_more, refuse_rows
from keeping.models import Act, Document, Event, Own, OwnQuerySet, named_by, rows_named
from keeping.verbs import event_of

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
    for token, values in said.items():
        if token not in there:
            new.append(model(user=user, token=token, created_at=at, **under))
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
