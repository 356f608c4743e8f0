"""What a learner does to a milestone: each verb is one transaction, one event, and safe to repeat (rules R3, R4)."""

import hashlib
from datetime import date, datetime

from django.db import transaction
from django.db.models import OuterRef, Subquery

from accounts.models import User
from evidence.models import Evidence
from roadmap.models import (
    HowToItem,
    Milestone,
    MilestoneEvidence,
    MilestoneProgress,
    ProgressEvent,
    ProofLink,
    State,
)
from roadmap.models.progress import EVIDENCE_PER_MILESTONE, LINKS_PER_MILESTONE
from roadmap.recording import apply_link, apply_piece, apply_tick, locked, record, values_of, verb

Kind = ProgressEvent.Kind
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


@verb
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
    progress = locked(user, milestone, at)
    if progress.state == state and progress.skip_reason == skip_reason:
        return None
    before = values_of(progress, (*STATE_FIELDS, "read_version"))
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
    return record(progress, Kind.STATE, before, values_of(progress, tuple(before)), at)


@verb
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
    progress = locked(user, milestone, at)
    before = values_of(progress, (*STATE_FIELDS, "target_on", "read_version"))
    mark = dates_mark(progress)
    progress.started_on, progress.finished_on, progress.target_on = started_on, finished_on, target_on
    if finished_on and progress.state != State.DONE:
        progress.state, progress.skip_reason = State.DONE, ""
        progress.read_version = milestone.version_number
    elif not finished_on and progress.state == State.DONE:
        progress.state = State.DOING if started_on else State.TODO
    elif started_on and progress.state == State.TODO:
        progress.state = State.DOING
    after = values_of(progress, tuple(before))
    if after == before:
        return None
    if seen not in ("", mark):
        raise DatesChangedMeanwhileError
    progress.save()
    return record(progress, Kind.DATES, before, after, at)


@verb
def tick(*, user: User, milestone: Milestone, item: HowToItem, ticked: bool, at: datetime) -> ProgressEvent | None:
    """Tick or untick one line of the milestone's checklist."""
    if item.milestone_id != milestone.pk:
        raise ValueError("The item belongs to another milestone.")
    progress = locked(user, milestone, at)
    if progress.ticks.filter(item=item).exists() == ticked:
        return None
    apply_tick(progress, item.pk, ticked, at)
    return record(progress, Kind.TICK, {"items": {str(item.pk): not ticked}}, {"items": {str(item.pk): ticked}}, at)


@verb
def write_note(*, user: User, milestone: Milestone, note: str, seen: str, at: datetime) -> ProgressEvent | None:
    """Replace the private note.

    ``seen`` is the ``note_mark`` of the note as it was when the learner began to type. Raises
    ``NoteChangedMeanwhileError`` if another window has changed it since, so that the older never silently wins.
    """
    progress = locked(user, milestone, at)
    if progress.note == note:
        return None
    if note_mark(progress.note) != seen:
        raise NoteChangedMeanwhileError
    before = {"note": progress.note}
    progress.note = note
    progress.save(update_fields=["note"])
    return record(progress, Kind.NOTE, before, {"note": note}, at)


def note_mark(note: str) -> str:
    """A short fingerprint of a note, for a form to carry instead of the whole text."""
    return hashlib.sha256(note.encode()).hexdigest()[:16]


def dates_mark(own: MilestoneProgress | None) -> str:
    """The same for the three dates."""
    return note_mark(" ".join(str(getattr(own, name, None)) for name in DATE_FIELDS))


@verb
def add_link(*, user: User, milestone: Milestone, url: str, title: str, at: datetime) -> ProgressEvent | None:
    """Keep an address as proof. Raises ``TooManyLinksError``.

    The same address twice is kept once, under the last ``title`` that was given it.
    """
    progress = locked(user, milestone, at)
    kept = progress.links.filter(removed_at=None)
    before = kept.filter(url=url).first()
    if before and title in ("", before.title):
        return None
    was: dict[str, bool] = {}
    if before:
        # A link that is renamed is one taken away and one added, so that the history can bring the old one back.
        apply_link(progress, before.pk, False, at)
        was = {str(before.pk): True}
    elif kept.count() >= LINKS_PER_MILESTONE:
        raise TooManyLinksError
    added_at = before.added_at if before else at
    link = ProofLink.objects.create(progress=progress, url=url, title=title, added_at=added_at)
    links = {**was, str(link.pk): False}
    return record(progress, Kind.LINK, {"links": links}, {"links": {key: not on for key, on in links.items()}}, at)


@verb
def remove_link(*, user: User, milestone: Milestone, link_id: int, at: datetime) -> ProgressEvent | None:
    """Take an address off the list. Raises ``ProofLink.DoesNotExist`` for one that is not the learner's own."""
    progress = locked(user, milestone, at)
    link = progress.links.get(pk=link_id)
    if link.removed_at is not None:
        return None
    apply_link(progress, link.pk, False, at)
    return record(progress, Kind.LINK, {"links": {str(link.pk): True}}, {"links": {str(link.pk): False}}, at)


@verb
def attach(*, user: User, milestone: Milestone, piece: Evidence, at: datetime) -> ProgressEvent | None:
    """Say that a piece of the learner's own evidence proves the milestone. Raises ``TooMuchEvidenceError``."""
    if piece.user_id != user.pk:
        raise ValueError("The piece belongs to somebody else.")
    progress = locked(user, milestone, at)
    rows = MilestoneEvidence.objects.filter(milestone=milestone, evidence__user=user)
    if rows.filter(evidence=piece).exists():
        return None
    if rows.count() >= EVIDENCE_PER_MILESTONE:
        raise TooMuchEvidenceError
    apply_piece(progress, piece.pk, True, at)
    return record(progress, Kind.PIECE, {"pieces": {str(piece.pk): False}}, {"pieces": {str(piece.pk): True}}, at)


@verb
def detach(*, user: User, milestone: Milestone, piece: Evidence, at: datetime) -> ProgressEvent | None:
    """Say that a piece does not prove the milestone after all. The piece itself stays as it is."""
    progress = locked(user, milestone, at)
    if not MilestoneEvidence.objects.filter(milestone=milestone, evidence=piece, evidence__user=user).exists():
        return None
    apply_piece(progress, piece.pk, False, at)
    return record(progress, Kind.PIECE, {"pieces": {str(piece.pk): True}}, {"pieces": {str(piece.pk): False}}, at)


@verb
def undo(*, user: User, milestone: Milestone, event_id: int, at: datetime) -> ProgressEvent | None:
    """Take back the learner's last change to this milestone.

    Returns the event that records it, or ``None`` if ``event_id`` is no longer the last change, for instance because
    the button was pressed twice. Raises ``ProgressEvent.DoesNotExist`` for an event that is not the learner's own.
    """
    progress = locked(user, milestone, at)
    event = progress.events.get(pk=event_id)
    if event != progress.events.last():
        return None
    before = dict(event.before)
    for item_id, ticked in before.pop("items", {}).items():
        apply_tick(progress, int(item_id), ticked, at)
    # What goes first: one address is not there twice, not even for a moment.
    for link_id, kept in sorted(before.pop("links", {}).items(), key=lambda link: bool(link[1])):
        apply_link(progress, int(link_id), kept, at)
    for piece_id, kept in before.pop("pieces", {}).items():
        apply_piece(progress, int(piece_id), kept, at)
    for name, value in before.items():
        setattr(progress, name, date.fromisoformat(value) if name in DATE_FIELDS and value else value)
    progress.save()
    return record(progress, event.kind, event.after, event.before, at, undoes=event)


@transaction.atomic
def mark_read(*, user: User, milestone: Milestone, at: datetime) -> None:
    """Remember that the learner has seen the present wording of a milestone they finished."""
    progress = locked(user, milestone, at)
    progress.read_version = milestone.version_number
    progress.save(update_fields=["read_version"])
    now = HowToItem.objects.filter(pk=OuterRef("item")).values("text")
    progress.ticks.update(text=Subquery(now))
