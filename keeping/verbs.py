"""What a learner does to their own rows: each verb is one transaction, one event, and safe to repeat (rules R3, R4)."""

import uuid
from datetime import datetime
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.db.models import F, Q

from accounts.models import User
from keeping.ceilings import refuse_more, refuse_rows
from keeping.declaring import children, needed, subject_of, table
from keeping.meanwhile import ChangedMeanwhileError
from keeping.models import NAME_LENGTH, Act, Deletion, Document, Event, Own, OwnQuerySet

Row = TypeVar("Row", bound=Own)

FIRST_EDITION = Own._meta.get_field("edition").default


@transaction.atomic
def add(
    model: type[Row], *, user: User, token: uuid.UUID, values: Document, at: datetime, seen: int = 0
) -> tuple[Row, Event | None]:
    """Keep a new row with ``values`` (a document). Returns it with the event, or ``None`` if it was kept already.

    The same ``token`` again is the same form, sent because its answer never arrived. What it says otherwise by now is a
    change of the row that it made, also in the bin, under the rule of ``change``: a form that has ``seen`` nothing yet
    knows the edition it made itself, and no later one.
    """
    row: Any = model(user=user, token=token, created_at=at)
    row.apply(values)
    model._default_manager.bulk_create([row], ignore_conflicts=True)
    rows: OwnQuerySet = model._default_manager.all()
    kept: Any = rows.with_named().get(user=user, token=token)
    last = Event.objects.filter(user=user, subject=subject_of(kept), token=token).order_by("-pk").first()
    # What this form made may be gone for good by now: then it makes another.
    if last and (last.act != Act.BINNED or kept.in_bin):
        event = change(kept, values=values, seen=seen or FIRST_EDITION, at=at)
        return rows.with_named().get(pk=kept.pk), event
    refuse_rows(rows.filter(user=user))
    kept.save_links(values)
    return kept, _record(kept, Act.ADDED, at, after=kept.document())


@transaction.atomic
def change(row: Row, *, values: Document, seen: int, at: datetime, undoes: Event | None = None) -> Event | None:
    """Take over ``values``. Returns the event, or ``None`` if they are there already.

    ``seen`` is the row's edition as it was when the learner began to type. Raises ``ChangedMeanwhileError`` if another
    window has changed it since, so that the older never silently wins.
    """
    locked: Any = _locked(row)
    before = locked.document()
    locked.apply(values)
    after = before | {name: locked.value(name) for name in locked.FIELDS} | locked.hanging(values)
    changed = [name for name in after if after[name] != before.get(name)]
    if not changed:
        return None
    if locked.edition != seen:
        there: Own = type(locked)._default_manager.get(pk=locked.pk)
        raise ChangedMeanwhileError(edition=there.edition, there=before, row=there)
    locked.edition += 1
    locked.save()
    locked.save_links(values)
    was, became = {name: before.get(name) for name in changed}, {name: after[name] for name in changed}
    return _record(locked, Act.CHANGED, at, before=was, after=became, undoes=undoes)


@transaction.atomic
def press(row: Own, *, values: Document, at: datetime) -> Event | None:
    """Take over what a press says that says one thing only: whatever another window changes at that moment stays.

    Returns the event, or ``None`` if that is so already.
    """
    return change(row, values=values, seen=_locked(row).edition, at=at)


@transaction.atomic
def move(row: Own, *, state: str, before: str, after: str, at: datetime) -> Event | None:
    """Move one of the row's ``STATES`` on. ``None`` if it is not at ``before`` any more, or the row is in the bin."""
    rows: OwnQuerySet = type(row)._default_manager.filter(pk=row.pk, deletion=None, **{state: before})
    if not rows.update(**{state: after}):
        return None
    return _record(row, Act.CHANGED, at, before={state: before}, after={state: after})


@transaction.atomic
def undo(*, user: User, event: Event, at: datetime) -> Event | None:
    """Take back a change if it is the last that a form made to its row, else return ``None``: pressed twice.

    So it does where what was there before cannot be there any more, by a rule that came since or another row.

    Of what it would link again, that is left out which is gone for good. Rows of the same table that the same act put
    in the bin, as one that was joined with this, come back too.
    """
    # Locked first: whoever changes the row at the same moment has done so by then.
    here: OwnQuerySet = table(event.subject).objects.for_user(user).filter(token=event.token)
    row = here.select_for_update(of=("self",)).first()
    if row is None:
        return None
    events = Event.objects.filter(user=user, subject=event.subject, token=event.token)
    moves = Q(after__has_any_keys=list(table(event.subject).STATES))
    if events.exclude(moves).order_by("-pk").first() != event or event.act != Act.CHANGED:
        return None
    values = event.before | row.links_left(event.before)
    try:
        with transaction.atomic():
            undone = change(row, values=values, seen=row.edition, at=at, undoes=event)
    except (ValidationError, DataError, IntegrityError):
        return None
    binned = Deletion.objects.filter(user=user, subject=event.subject, at=event.at, restored_at=None)
    for gone in table(event.subject).objects.filter(user=user, token__in=binned.values("token")).order_by("pk"):
        bring_back(gone, at=at)
    return undone


@transaction.atomic
def put_in_bin(row: Own, *, at: datetime) -> Event | None:
    """Put a row in the bin, with what it declares to go along. ``None`` if it is there already."""
    _lock_parents(row)
    locked: Any = _locked(row)
    if locked.in_bin:
        return None
    deletion = deletion_of(locked, at)
    deletion.save()
    type(locked)._default_manager.filter(pk=locked.pk).update(deletion=deletion)
    deletion.along = _take_along(deletion, type(locked), [locked.pk])
    deletion.save(update_fields=["along"])
    refuse_more(locked.user_id, putting_away=True)
    return _record(locked, Act.BINNED, at)


def deletion_of(row: Any, at: datetime) -> Deletion:
    """A deletion that is not saved yet, of a row that goes to the bin by itself."""
    name = str(row)
    return Deletion(
        user_id=row.user_id,
        subject=subject_of(row),
        token=row.token,
        name=name if len(name) <= NAME_LENGTH else f"{name[: NAME_LENGTH - 1].rstrip()}…",
        at=at,
    )


def _take_along(deletion: Deletion, model: type[Own], keys: list[int]) -> int:
    """Put what belongs to the rows in the bin with them. Returns how many there were, with what belongs to those."""
    number = 0
    for child in children(model):
        rows = child.model._default_manager.filter(**{f"{child.field}__in": keys})
        if not child.stands_alone:
            alone = rows.exclude(deletion=None).values("deletion")
            Deletion.objects.filter(pk__in=alone, waits_for=None).exclude(pk=deletion.pk).update(waits_for=deletion)
        taken = list(rows.filter(deletion=None).order_by("pk").select_for_update())
        child.model._default_manager.filter(pk__in=[row.pk for row in taken]).update(deletion=deletion)
        _record_all(taken, Act.BINNED, deletion.at)
        number += len(taken)
        if taken:
            number += _take_along(deletion, child.model, [row.pk for row in taken])
    return number


@transaction.atomic
def bring_back(row: Own, *, at: datetime) -> Event | None:
    """Bring a row back from the bin, with all that went along. ``None`` if it is not there, or needs another one first.

    A row that only went along comes back alone: what it belonged to stays where it is.
    """
    _lock_parents(row)
    # The deletion before the row, as whoever empties the bin takes them.
    binned_with = type(row)._default_manager.filter(pk=row.pk).values("deletion")
    deletion = Deletion.objects.filter(pk__in=binned_with).select_for_update().first()
    if deletion is None:
        return None
    locked: Any = _locked(row)
    if locked.deletion_id != deletion.pk:
        return None
    went_along = (deletion.subject, deletion.token) != (subject_of(locked), locked.token)
    if needed(type(locked)) if went_along else deletion.waits_for_id:
        return None
    # Itself first: what goes along may be of the same table.
    type(locked)._default_manager.filter(pk=locked.pk).update(deletion=None)
    if went_along:
        Deletion.objects.filter(pk=deletion.pk).update(along=F("along") - 1)
    else:
        _bring_along(deletion, type(locked), at)
        Deletion.objects.filter(waits_for=deletion).update(waits_for=None)
        Deletion.objects.filter(pk=deletion.pk).update(restored_at=at)
    refuse_more(locked.user_id, putting_away=True)
    return _record(locked, Act.RESTORED, at)


def _bring_along(deletion: Deletion, model: type[Own], at: datetime) -> None:
    for child in children(model):
        taken = list(child.model._default_manager.filter(deletion=deletion).order_by("pk").select_for_update())
        child.model._default_manager.filter(deletion=deletion).update(deletion=None)
        _record_all(taken, Act.RESTORED, at)
        if taken:
            _bring_along(deletion, child.model, at)


def _lock_parents(row: Own) -> None:
    """Lock what a row cannot be without, so that the two do not go to the bin or come back at the same moment."""
    for model, field in needed(type(row)):
        model._default_manager.select_for_update().filter(pk=getattr(row, f"{field}_id")).first()


def _locked(row: Row) -> Row:
    rows: OwnQuerySet = type(row)._default_manager.all()
    found: Row = rows.with_named().select_for_update(of=("self",)).get(pk=row.pk)
    return found


def _record(
    row: Own,
    act: str,
    at: datetime,
    *,
    before: Document | None = None,
    after: Document | None = None,
    undoes: Event | None = None,
) -> Event:
    if act in (Act.ADDED, Act.CHANGED):
        refuse_more(row.user_id)
    event = event_of(row, act, at, before=before, after=after, undoes=undoes)
    event.save()
    return event


def _record_all(rows: list[Any], act: str, at: datetime) -> None:
    Event.objects.bulk_create(event_of(row, act, at) for row in rows)


def event_of(
    row: Any,
    act: str,
    at: datetime,
    *,
    before: Document | None = None,
    after: Document | None = None,
    version: int | None = None,
    undoes: Event | None = None,
) -> Event:
    """An event that is not saved yet, of a row with a ``token`` that is somebody's: an own row or another."""
    return Event(
        user_id=row.user_id,
        subject=subject_of(row),
        token=row.token,
        act=act,
        at=at,
        before=before or {},
        after=after or {},
        version=version,
        undoes=undoes,
    )
