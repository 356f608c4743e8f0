"""What a learner does to their own rows: each verb is one transaction, one event, and safe to repeat (rules R3, R4)."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import CharField, Func, OuterRef, Q, Subquery, Value

from accounts.models import User
from evidence.catalog.models import Skill
from evidence.ceilings import refuse_more, refuse_rows
from evidence.models.own import BIN_DAYS, Act, Document, Own, OwnEvent, OwnQuerySet
from evidence.records.models import Evidence, HeldCredential, Project, RenewalUnits, SkillStanding

Row = TypeVar("Row", bound=Own)

FIRST_EDITION = Own._meta.get_field("edition").default
# Of each table in the bin. What is older comes into sight as the newer is brought back.
MOST_SHOWN = 100
# Of what happened to one row. What is older stays recorded.
MOST_EVENTS = 50


class ChangedMeanwhileError(Exception):
    """The ``row``, as it is now, was changed in another window since this one was opened."""

    def __init__(self, row: Own) -> None:
        super().__init__()
        self.row = row


@transaction.atomic
def add(
    model: type[Row], *, user: User, token: uuid.UUID, values: Document, at: datetime, seen: int = 0
) -> tuple[Row, OwnEvent | None]:
    """Keep a new row with ``values`` (a document). Returns it with the event, or ``None`` if it was kept already.

    The same ``token`` again is the same form, sent because its answer never arrived. What it says otherwise by now is a
    change of the row that it made, also in the bin, under the rule of ``change``: a form that has ``seen`` nothing yet
    knows the edition it made itself, and no later one.
    """
    row: Any = model(user=user, token=token, created_at=at)
    row.apply(values)
    model._default_manager.bulk_create([row], ignore_conflicts=True)
    kept: Any = model._default_manager.get(user=user, token=token)
    if OwnEvent.objects.filter(user=user, subject=subject_of(kept), row=kept.pk).exists():
        event = change(kept, values=values, seen=seen or FIRST_EDITION, at=at)
        kept.refresh_from_db()
        return kept, event
    refuse_rows(
        model._default_manager.filter(user=user), str(model._meta.verbose_name_plural).removeprefix("learners' ")
    )
    kept.save_links(values)
    return kept, _record(kept, Act.ADDED, {}, kept.document(), at)


@transaction.atomic
def change(row: Row, *, values: Document, seen: int, at: datetime) -> OwnEvent | None:
    """Take over ``values``. Returns the event, or ``None`` if they are there already.

    ``seen`` is the row's edition as it was when the learner began to type. Raises ``ChangedMeanwhileError`` if another
    window has changed it since, so that the older never silently wins.
    """
    locked: Any = _locked(row)
    before = locked.document()
    locked.apply(values)
    after = locked.document() | {name: value for name, value in values.items() if name not in locked.FIELDS}
    if after == before:
        return None
    if locked.edition != seen:
        raise ChangedMeanwhileError(type(locked)._default_manager.get(pk=locked.pk))
    locked.edition += 1
    locked.save()
    locked.save_links(values)
    changed = [name for name in after if after[name] != before.get(name)]
    return _record(
        locked, Act.CHANGED, {name: before.get(name) for name in changed}, {name: after[name] for name in changed}, at
    )


@transaction.atomic
def move(row: Own, *, state: str, before: str, after: str, at: datetime) -> OwnEvent | None:
    """Move one of the row's ``STATES`` on. ``None`` if it is not at ``before`` any more, or the row is in the bin."""
    rows: OwnQuerySet = type(row)._default_manager.filter(pk=row.pk, binned_at=None, **{state: before})
    if not rows.update(**{state: after}):
        return None
    return _record(row, Act.CHANGED, {state: before}, {state: after}, at)


@transaction.atomic
def rate(*, user: User, skill: Skill, values: Document, at: datetime) -> OwnEvent | None:
    """Say how well the learner knows a skill (``now``) or wants to (``wanted``). ``None`` if that is what they said."""
    SkillStanding.objects.bulk_create([SkillStanding(user=user, skill=skill, created_at=at)], ignore_conflicts=True)
    row: SkillStanding = SkillStanding.objects.select_for_update().get(user=user, skill=skill)
    return change(row, values=values, seen=row.edition, at=at)


@transaction.atomic
def rate_all(*, user: User, answers: dict[Skill, int], at: datetime) -> int:
    """Say for several skills at once how well the learner knows them. Returns how many of the answers were new."""
    fresh = [SkillStanding(user=user, skill=skill, created_at=at) for skill in answers]
    SkillStanding.objects.bulk_create(fresh, ignore_conflicts=True)
    levels = {skill.pk: level for skill, level in answers.items()}
    rows = SkillStanding.objects.filter(user=user, skill__in=levels).order_by("pk").select_for_update()
    changed = [(row, row.now) for row in rows if row.now != levels[row.skill_id]]
    for row, _ in changed:
        row.now = levels[row.skill_id]
        row.edition += 1
    SkillStanding.objects.bulk_update([row for row, _ in changed], ["now", "edition"])
    OwnEvent.objects.bulk_create(
        OwnEvent(
            user=user,
            subject=subject_of(row),
            row=row.pk,
            act=Act.CHANGED,
            at=at,
            before={"now": before},
            after={"now": row.now},
        )
        for row, before in changed
    )
    if changed:
        refuse_more(user.pk)
    return len(changed)


@transaction.atomic
def undo_change(*, user: User, event: OwnEvent, at: datetime) -> OwnEvent | None:
    """Take back a change if it is the last that a form made to its row, else return ``None``: pressed twice."""
    events = OwnEvent.objects.filter(user=user, subject=event.subject, row=event.row)
    moves = Q(after__has_any_keys=list(_table(event.subject).STATES))
    if events.exclude(moves).order_by("-pk").first() != event or event.act != Act.CHANGED:
        return None
    row: Any = _table(event.subject).objects.for_user(user).filter(pk=event.row).first()
    return change(row, values=event.before, seen=row.edition, at=at) if row else None


@transaction.atomic
def put_in_bin(row: Own, *, at: datetime) -> OwnEvent | None:
    """Put a row in the bin; a project takes its evidence along. ``None`` if it is there already."""
    locked: Any = _locked(row)
    if locked.binned_at is not None:
        return None
    type(locked).objects.filter(pk=locked.pk).update(binned_at=at)
    if isinstance(locked, Project):
        taken = Evidence.objects.filter(project=locked, binned_at=None)
        for piece in taken.select_for_update():
            _record(piece, Act.BINNED, {}, {}, at)
        Evidence.objects.filter(project=locked, binned_at=None).update(binned_at=at, binned_with=locked)
    refuse_more(locked.user_id, putting_away=True)
    return _record(locked, Act.BINNED, {}, {}, at)


@transaction.atomic
def bring_back(row: Own, *, at: datetime) -> OwnEvent | None:
    """Bring a row back from the bin, with the evidence that a project took along. ``None`` if it is not there.

    Evidence whose project is still in the bin comes back without it standing there: the project stays where it is.
    """
    locked: Any = _locked(row)
    if locked.binned_at is None:
        return None
    values: dict[str, Any] = {"binned_at": None}
    if isinstance(locked, Evidence):
        values["binned_with"] = None
    type(locked).objects.filter(pk=locked.pk).update(**values)
    if isinstance(locked, Project):
        taken = Evidence.objects.filter(binned_with=locked).exclude(binned_at=None)
        for piece in taken.select_for_update():
            _record(piece, Act.RESTORED, {}, {}, at)
        Evidence.objects.filter(binned_with=locked).update(binned_at=None, binned_with=None)
    refuse_more(locked.user_id, putting_away=True)
    return _record(locked, Act.RESTORED, {}, {}, at)


@dataclass(frozen=True)
class Binned:
    """A row in the bin: what it is, until when it can be brought back, and how much went along with it."""

    row: Any
    subject: str
    kind: str
    name: str
    until: datetime
    along: int = 0


def in_bin(user: User, *, now: datetime) -> list[Binned]:
    """What the learner can bring back, the newest first, in one query, and one more for each table with something.

    What went along with a project comes back with it; so do the units of a credential, hidden while that is here.
    """
    found = []
    for subject, model in _with_something_in_bin(user, now=now).items():
        rows = model.objects.in_bin(user, now=now)
        if model is Project:
            taken = Evidence.objects.filter(binned_with=OuterRef("pk")).exclude(binned_at=None)
            rows = rows.annotate(along=_number_of(taken))
        elif model is Evidence:
            rows = rows.filter(binned_with=None)
        elif model is HeldCredential:
            hidden = RenewalUnits.objects.filter(holding=OuterRef("pk"), binned_at=None)
            rows = rows.select_related("credential").annotate(along=_number_of(hidden))
        elif model is RenewalUnits:
            rows = rows.filter(holding__binned_at=None)
        for row in rows[:MOST_SHOWN]:
            until = row.binned_at + timedelta(days=BIN_DAYS)
            kind = _kind(model)
            found.append(Binned(row, subject, kind, str(row), until, getattr(row, "along", 0)))
    return sorted(found, key=lambda binned: binned.until, reverse=True)


def _with_something_in_bin(user: User, *, now: datetime) -> "dict[str, type[Own]]":
    some: list[Any] = [
        model._default_manager.in_bin(user, now=now)
        .order_by()
        .annotate(subject=Value(subject, CharField()))
        .values_list("subject", flat=True)[:1]
        for subject, model in tables().items()
    ]
    subjects = set(some[0].union(*some[1:], all=True))
    return {subject: model for subject, model in tables().items() if subject in subjects}


def _number_of(rows: Any) -> Subquery:
    """How many there are of ``rows``, which refer to an outer row."""
    return Subquery(rows.order_by().annotate(number=Func("pk", function="count")).values("number"))


@transaction.atomic
def empty_bin(*, now: datetime) -> int:
    """Delete for good what has been in the bin for too long, everybody's. Returns the number of rows."""
    number = 0
    for model in tables().values():
        deleted, _ = model.objects.past_recall(now=now).delete()
        number += deleted
    return number


def history(row: Own) -> "list[OwnEvent]":
    """What happened to a row, the newest first."""
    events = OwnEvent.objects.filter(user_id=row.user_id, subject=subject_of(row), row=row.pk)
    return list(events.order_by("-pk")[:MOST_EVENTS])


def subject_of(row: Own) -> str:
    return str((row._meta.concrete_model or type(row)).__name__).lower()


def _kind(model: type[Own]) -> str:
    name = str(model._meta.verbose_name)
    return name[:1].upper() + name[1:]


def tables() -> dict[str, type[Own]]:
    """Every table of learners' own rows by its name in the history."""
    return {model.__name__.lower(): model for model in Own.__subclasses__()}


def _table(subject: str) -> Any:
    return tables()[subject]


def _locked(row: Row) -> Row:
    rows: OwnQuerySet = type(row)._default_manager.all()
    found: Row = rows.select_for_update().get(pk=row.pk)
    return found


def _record(row: Own, act: str, before: Document, after: Document, at: datetime) -> OwnEvent:
    if act in (Act.ADDED, Act.CHANGED):
        refuse_more(row.user_id)
    return OwnEvent.objects.create(
        user_id=row.user_id, subject=subject_of(row), row=row.pk, act=act, at=at, before=before, after=after
    )
