"""What a learner does to a milestone: each verb is one transaction, one event, and safe to repeat (rules R3, R4)."""

import hashlib
from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any, ParamSpec

from django.db import transaction
from django.db.models import OuterRef, Subquery

from accounts.models import User
from evidence.models import Evidence
from keeping.ceilings import refuse_more
from roadmap.counted import count_in
from roadmap.models import (
    ChecklistTick,
    HowToItem,
    Milestone,
    MilestoneEvidence,
    MilestoneProgress,
    MilestoneVersion,
    ProgressEvent,
    ProofLink,
    State,
)
from roadmap.models.progress import EVIDENCE_PER_MILESTONE, LINKS_PER_MILESTONE

Kind = ProgressEvent.Kind
P = ParamSpec("P")
STATE_FIELDS = ("state", "started_on", "finished_on", "skip_reason")
DATE_FIELDS = ("started_on", "finished_on", "target_on")


class TooManyLinksError(Exception):
    """The milestone already has as many proof links as a page can hold."""


class TooMuchEvidenceError(Exception):
    """The milestone already has as many pieces of evidence as a page can hold."""


class NoteChangedMeanwhileError(Exception):
    """The note was changed in another window since this one was opened."""


class DatesChangedMeanwhileError(Exception):
    """The dates were changed in another window since this one was opened."""


def _verb(act: Callable[P, ProgressEvent | None]) -> Callable[P, ProgressEvent | None]:
    """One transaction. What records nothing leaves nothing behind: a press without an effect begins no milestone."""

    @wraps(act)
    def verb(*args: P.args, **kwargs: P.kwargs) -> ProgressEvent | None:
        with transaction.atomic():
            event = act(*args, **kwargs)
            transaction.set_rollback(event is None)
        return event

    return verb


@_verb
def change_state(
    *,
    user: User,
    milestone: Milestone,
    state: str,
    today: date,
    at: datetime,
    skip_reason: str = "",
) -> ProgressEvent | None:
    """Move the milestone to ``state``. Returns the event, or ``None`` if it stood there already.

    Starting sets the day started and finishing the day finished, unless the learner has set them. Putting it back to do
    clears both; the history keeps them.
    """
    progress = _locked(user, milestone, at)
    if progress.state == state and progress.skip_reason == skip_reason:
        return None
    before = _values(progress, (*STATE_FIELDS, "read_version"))
    progress.state = state
    progress.skip_reason = skip_reason if state == State.SKIPPED else ""
    if state == State.DONE:
        # The learner may have set a start that is still ahead of today in another time zone.
        progress.finished_on = max(today, progress.started_on) if progress.started_on else today
        progress.read_version = milestone.version_number
    else:
        progress.finished_on = None
    if state == State.DOING and progress.started_on is None:
        progress.started_on = today
    if state == State.TODO:
        progress.started_on = None
    progress.save()
    return _record(progress, Kind.STATE, before, _values(progress, tuple(before)), at)


@_verb
def set_dates(
    *,
    user: User,
    milestone: Milestone,
    started_on: date | None,
    finished_on: date | None,
    target_on: date | None,
    at: datetime,
    seen: str = "",
) -> ProgressEvent | None:
    """Set the three dates. A day finished makes the milestone done; taking it away from a done one reopens it.

    ``seen`` is the ``dates_mark`` of those that the learner had before them, if they did. Raises
    ``DatesChangedMeanwhileError`` if another window has changed them since.
    """
    progress = _locked(user, milestone, at)
    before = _values(progress, (*STATE_FIELDS, "target_on", "read_version"))
    mark = dates_mark(progress)
    progress.started_on, progress.finished_on, progress.target_on = started_on, finished_on, target_on
    if finished_on and progress.state != State.DONE:
        progress.state, progress.skip_reason = State.DONE, ""
        progress.read_version = milestone.version_number
    elif not finished_on and progress.state == State.DONE:
        progress.state = State.DOING if started_on else State.TODO
    elif started_on and progress.state == State.TODO:
        progress.state = State.DOING
    after = _values(progress, tuple(before))
    if after == before:
        return None
    if seen not in ("", mark):
        raise DatesChangedMeanwhileError
    progress.save()
    return _record(progress, Kind.DATES, before, after, at)


@_verb
def tick(*, user: User, milestone: Milestone, item: HowToItem, ticked: bool, at: datetime) -> ProgressEvent | None:
    """Tick or untick one line of the milestone's checklist."""
    if item.milestone_id != milestone.pk:
        raise ValueError("The item belongs to another milestone.")
    progress = _locked(user, milestone, at)
    if progress.ticks.filter(item=item).exists() == ticked:
        return None
    _apply_tick(progress, item.pk, ticked, at)
    return _record(progress, Kind.TICK, {"items": {str(item.pk): not ticked}}, {"items": {str(item.pk): ticked}}, at)


@_verb
def write_note(*, user: User, milestone: Milestone, note: str, seen: str, at: datetime) -> ProgressEvent | None:
    """Replace the private note.

    ``seen`` is the ``note_mark`` of the note as it was when the learner began to type. Raises
    ``NoteChangedMeanwhileError`` if another window has changed it since, so that the older never silently wins.
    """
    progress = _locked(user, milestone, at)
    if progress.note == note:
        return None
    if note_mark(progress.note) != seen:
        raise NoteChangedMeanwhileError
    before = {"note": progress.note}
    progress.note = note
    progress.save(update_fields=["note"])
    return _record(progress, Kind.NOTE, before, {"note": note}, at)


def note_mark(note: str) -> str:
    """A short fingerprint of a note, for a form to carry instead of the whole text."""
    return hashlib.sha256(note.encode()).hexdigest()[:16]


def dates_mark(own: MilestoneProgress | None) -> str:
    """The same for the three dates."""
    return note_mark(" ".join(str(getattr(own, name, None)) for name in DATE_FIELDS))


@_verb
def add_link(*, user: User, milestone: Milestone, url: str, title: str, at: datetime) -> ProgressEvent | None:
    """Keep an address as proof. Raises ``TooManyLinksError``.

    The same address twice is kept once, under the last ``title`` that was given it.
    """
    progress = _locked(user, milestone, at)
    kept = progress.links.filter(removed_at=None)
    before = kept.filter(url=url).first()
    if before and title in ("", before.title):
        return None
    was: dict[str, bool] = {}
    if before:
        # A link that is renamed is one taken away and one added, so that the history can bring the old one back.
        _apply_link(progress, before.pk, False, at)
        was = {str(before.pk): True}
    elif kept.count() >= LINKS_PER_MILESTONE:
        raise TooManyLinksError
    added_at = before.added_at if before else at
    link = ProofLink.objects.create(progress=progress, url=url, title=title, added_at=added_at)
    links = {**was, str(link.pk): False}
    return _record(progress, Kind.LINK, {"links": links}, {"links": {key: not on for key, on in links.items()}}, at)


@_verb
def remove_link(*, user: User, milestone: Milestone, link_id: int, at: datetime) -> ProgressEvent | None:
    """Take an address off the list. Raises ``ProofLink.DoesNotExist`` for one that is not the learner's own."""
    progress = _locked(user, milestone, at)
    link = progress.links.get(pk=link_id)
    if link.removed_at is not None:
        return None
    _apply_link(progress, link.pk, False, at)
    return _record(progress, Kind.LINK, {"links": {str(link.pk): True}}, {"links": {str(link.pk): False}}, at)


@_verb
def attach(*, user: User, milestone: Milestone, piece: Evidence, at: datetime) -> ProgressEvent | None:
    """Say that a piece of the learner's own evidence proves the milestone. Raises ``TooMuchEvidenceError``."""
    if piece.user_id != user.pk:
        raise ValueError("The piece belongs to somebody else.")
    progress = _locked(user, milestone, at)
    rows = MilestoneEvidence.objects.filter(milestone=milestone, evidence__user=user)
    if rows.filter(evidence=piece).exists():
        return None
    if rows.count() >= EVIDENCE_PER_MILESTONE:
        raise TooMuchEvidenceError
    _apply_piece(progress, piece.pk, True, at)
    return _record(progress, Kind.PIECE, {"pieces": {str(piece.pk): False}}, {"pieces": {str(piece.pk): True}}, at)


@_verb
def detach(*, user: User, milestone: Milestone, piece: Evidence, at: datetime) -> ProgressEvent | None:
    """Say that a piece does not prove the milestone after all. The piece itself stays as it is."""
    progress = _locked(user, milestone, at)
    if not MilestoneEvidence.objects.filter(milestone=milestone, evidence=piece, evidence__user=user).exists():
        return None
    _apply_piece(progress, piece.pk, False, at)
    return _record(progress, Kind.PIECE, {"pieces": {str(piece.pk): True}}, {"pieces": {str(piece.pk): False}}, at)


@_verb
def undo(*, user: User, milestone: Milestone, event_id: int, at: datetime) -> ProgressEvent | None:
    """Take back the learner's last change to this milestone.

    Returns the event that records it, or ``None`` if ``event_id`` is no longer the last change, for instance because
    the button was pressed twice. Raises ``ProgressEvent.DoesNotExist`` for an event that is not the learner's own.
    """
    progress = _locked(user, milestone, at)
    event = progress.events.get(pk=event_id)
    if event != progress.events.last():
        return None
    before = dict(event.before)
    for item_id, ticked in before.pop("items", {}).items():
        _apply_tick(progress, int(item_id), ticked, at)
    # What goes first: one address is not there twice, not even for a moment.
    for link_id, kept in sorted(before.pop("links", {}).items(), key=lambda link: bool(link[1])):
        _apply_link(progress, int(link_id), kept, at)
    for piece_id, kept in before.pop("pieces", {}).items():
        _apply_piece(progress, int(piece_id), kept, at)
    for name, value in before.items():
        setattr(progress, name, date.fromisoformat(value) if name in DATE_FIELDS and value else value)
    progress.save()
    return _record(progress, event.kind, event.after, event.before, at, undoes=event)


@transaction.atomic
def mark_read(*, user: User, milestone: Milestone, at: datetime) -> None:
    """Remember that the learner has seen the present wording of a milestone they finished."""
    progress = _locked(user, milestone, at)
    progress.read_version = milestone.version_number
    progress.save(update_fields=["read_version"])
    now = HowToItem.objects.filter(pk=OuterRef("item")).values("text")
    progress.ticks.update(text=Subquery(now))


def _locked(user: User, milestone: Milestone, at: datetime) -> MilestoneProgress:
    """The learner's row, made and counted in if need be, and locked: whoever presses at the same moment waits here."""
    rows = MilestoneProgress.objects.for_user(user).filter(milestone=milestone).select_for_update()
    found = rows.first()
    if found is None:
        # Two first touches at the same moment take in the roadmap one after the other.
        User.objects.select_for_update(no_key=True).get(pk=user.pk)
        MilestoneProgress.objects.bulk_create(
            [MilestoneProgress(user=user, milestone=milestone, began_at=at)], ignore_conflicts=True
        )
    count_in(user=user, milestone=milestone, first=found is None, at=at)
    return found or rows.get()


def _record(
    progress: MilestoneProgress,
    kind: str,
    before: dict[str, Any],
    after: dict[str, Any],
    at: datetime,
    undoes: ProgressEvent | None = None,
) -> ProgressEvent:
    refuse_more(progress.user_id)
    version = MilestoneVersion.objects.filter(milestone=progress.milestone_id).order_by("-number").first()
    if version is None:
        version = progress.milestone.record_version(at=at)
    return ProgressEvent.objects.create(
        progress=progress, version=version, at=at, kind=kind, before=before, after=after, undoes=undoes
    )


def _values(progress: MilestoneProgress, names: tuple[str, ...]) -> dict[str, Any]:
    values = {name: getattr(progress, name) for name in names}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def _apply_tick(progress: MilestoneProgress, item_id: int, ticked: bool, at: datetime) -> None:
    if ticked:
        text = HowToItem.objects.values_list("text", flat=True).get(pk=item_id)
        ChecklistTick.objects.create(progress=progress, item_id=item_id, ticked_at=at, text=text)
    else:
        progress.ticks.filter(item_id=item_id).delete()


def _apply_link(progress: MilestoneProgress, link_id: int, kept: bool, at: datetime) -> None:
    progress.links.filter(pk=link_id).update(removed_at=None if kept else at)


def _apply_piece(progress: MilestoneProgress, piece_id: int, kept: bool, at: datetime) -> None:
    rows = MilestoneEvidence.objects.filter(milestone=progress.milestone_id, evidence=piece_id)
    if not kept:
        rows.delete()
    # A piece that is gone for good by now cannot prove anything any more.
    elif Evidence.objects.filter(user=progress.user_id, pk=piece_id).exists():
        MilestoneEvidence.objects.bulk_create(
            [MilestoneEvidence(milestone_id=progress.milestone_id, evidence_id=piece_id, added_at=at)],
            ignore_conflicts=True,
        )
