"""What bringing leaves in order: the bin fits the rows, and the history of each row ends with what stands there."""

from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, Subquery

from keeping.declaring import children, tables
from keeping.models import Act, Deletion, Document, Event, Own
from keeping.taking.differences import HERE, THERE, Comparison, Difference
from keeping.taking.tables import subject_of

Chosen = dict[Difference, str]


def settle_deletions(found: Comparison, chosen: Chosen, at: datetime) -> None:
    """A row that the two had in another place, in the bin or not, is in the bin with one deletion or with none."""
    for one in chosen:
        if not issubclass(one.model, Own) or one.here["deletion"] == one.there["deletion"]:
            continue
        row = one.model._default_manager.get(pk=one.pk)
        named = Deletion.objects.filter(user=found.user, subject=subject_of(row), token=row.token)
        named.filter(restored_at=None).exclude(pk=row.deletion_id or 0).update(restored_at=at, waits_for=None)
        named.filter(pk=row.deletion_id or 0).update(restored_at=None)


def put_along(found: Comparison, chosen: Chosen) -> None:
    """What cannot be without a row that is in the bin is there with it."""
    if not chosen:
        return
    for model in tables().values():
        for child in children(model):
            if child.stands_alone:
                continue
            above = model._default_manager.filter(pk=OuterRef(f"{child.field}_id")).values("deletion")
            out = child.model._default_manager.filter(user=found.user, deletion=None)
            number = {
                key: out.filter(**{f"{child.field}__deletion": key}).count()
                for key in out.exclude(**{f"{child.field}__deletion": None})
                .values_list(f"{child.field}__deletion", flat=True)
                .distinct()
                .order_by()
            }
            if number:
                out.exclude(**{f"{child.field}__deletion": None}).update(deletion=Subquery(above))
            for key, along in number.items():
                Deletion.objects.filter(pk=key).update(along=F("along") + along)


def closing_events(found: Comparison, chosen: Chosen, at: datetime) -> list[Event]:
    """One for each row of which both had gone on by themselves: without it the last event told of something else."""
    added = {(event["subject"], event["token"]) for _, event in found.new.get(Event, [])}
    events = []
    for one, which in chosen.items():
        if not issubclass(one.model, Own):
            continue
        key = (subject_of(one.model()), one.here["token"])
        # The document goes on where this site stopped, or the other way round.
        if which == THERE and key in added and key not in found.only_here:
            continue
        if which == HERE and key not in added:
            continue
        was, became = (one.here, one.there) if which == THERE else (one.there, one.here)
        events += _events(found, one, was, became, at)
    return events


def _events(found: Comparison, one: Difference, was: Document, became: Document, at: datetime) -> list[Event]:
    model: Any = one.model
    common = {"user": found.user, "subject": subject_of(model()), "token": one.here["token"], "at": at}
    events = []
    before, after = _document(one, was), _document(one, became)
    changed = [name for name in after if before[name] != after[name]]
    if changed:
        said = {"before": {name: before[name] for name in changed}, "after": {name: after[name] for name in changed}}
        events.append(Event(act=Act.CHANGED, **said, **common))
    if (was["deletion"] is None) != (became["deletion"] is None):
        events.append(Event(act=Act.RESTORED if became["deletion"] is None else Act.BINNED, **common))
    return events


def _document(one: Difference, row: Document) -> Document:
    """What the history says of a row, see ``Own.document``."""
    model: Any = one.model
    found = {name: row[name] for name in (*model.FIELDS, *model.STATES)}
    for hanging, (here, there) in one.hanging.items():
        rows = [said for _, said in here] if row is one.here else there
        if hanging.name in model.LINKS:
            column = model._meta.get_field(hanging.name).m2m_reverse_field_name()
            found[hanging.name] = sorted(str(said[column]) for said in rows)
        else:
            declared = model.PARTS[hanging.name]
            rows = sorted(rows, key=lambda said: said[declared.place])
            found[hanging.name] = [{name: said[name] for name in declared.fields} for said in rows]
    return found
