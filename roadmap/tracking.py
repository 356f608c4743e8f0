"""What a learner does to a milestone: each verb is one transaction, one event, and safe to repeat (rules R3, R4)."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.db.models import OuterRef, Subquery

from accounts.models import User
from evidence.models import Evidence
from keeping.history import all_events_of
from keeping.models import Event
from roadmap.models import (
    HowToItem,
    Milestone,
    MilestoneEvidence,
    MilestoneProgress,
    ProgressAct,
    ProofLink,
    State,
)
from roadmap.models.progress import EVIDENCE_PER_MILESTONE, LINKS_PER_MILESTONE
from roadmap.recording import apply_link, apply_piece, apply_tick, locked, record, refuse_older, values_of, verb

STATE_FIELDS = ("state", "started_on", "finished_on", "skip_reason")
DATE_FIELDS = ("started_on", "finished_on", "target_on")
TAKEN_BACK = (*STATE_FIELDS, "target_on", "read_version", "not_now", "note")


class TooManyLinksError(Exception):
    """The milestone already has as many proof links as a page can hold."""


class TooMuchEvidenceError(Exception):
    """The milestone already has as many pieces of evidence as a page can hold."""


@verb
def change_state(
    *,
    user: User,
    milestone: Milestone,
    state: str,
    today: date,
    at: datetime,
    skip_reason: str = "",
    finished_on: date | None = None,
) -> Event | None:
    """Move the milestone to ``state``. Returns the event, or ``None`` if it stood there already.

    Starting sets the day started and finishing the day finished, unless the learner has set them; ``finished_on`` is
    the day of what was done before today. Putting it back to do clears both; the history keeps them. What was done and
    is not any more is not asked about again.
    """
    progress = locked(user, milestone, at)
    same_day = finished_on is None or finished_on == progress.finished_on
    if progress.state == state and progress.skip_reason == skip_reason and same_day:
        return None
    reopened = progress.state == State.DONE and state in (State.DOING, State.TODO)
    names = (*STATE_FIELDS, "read_version", *(("not_now",) if reopened and not progress.not_now else ()))
    before = values_of(progress, names)
    progress.not_now = progress.not_now or reopened
    progress.state = state
    progress.skip_reason = skip_reason if state == State.SKIPPED else ""
    if state == State.DONE:
        # The learner may have set a start that is still ahead of today in another time zone.
        progress.finished_on = finished_on or (max(today, progress.started_on) if progress.started_on else today)
        progress.read_version = milestone.version_number
    else:
        progress.finished_on = None
    if state == State.DOING and progress.started_on is None:
        progress.started_on = today
    if state == State.TODO:
        progress.started_on = None
    progress.save()
    return record(progress, ProgressAct.STATE, before, values_of(progress, tuple(before)), at)


@verb
def set_dates(
    *,
    user: User,
    milestone: Milestone,
    started_on: date | None,
    finished_on: date | None,
    target_on: date | None,
    at: datetime,
    seen: int | None = None,
) -> Event | None:
    """Set the three dates. A day finished makes the milestone done; taking it away from a done one reopens it.

    ``seen`` is the last event of this milestone that the learner had before them, if they filled in a form. Raises
    ``ChangedMeanwhileError`` if another window has changed a date since.
    """
    progress = locked(user, milestone, at)
    before = values_of(progress, (*STATE_FIELDS, "target_on", "read_version"))
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
    if seen is not None:
        refuse_older(progress, {name: before[name] for name in DATE_FIELDS}, seen=seen)
    progress.save()
    return record(progress, ProgressAct.DATES, before, after, at)


@verb
def say_not_now(*, user: User, milestone: Milestone, not_now: bool, at: datetime) -> Event | None:
    """Remember that the learner does not want to be asked whether they have it already, or does again."""
    progress = locked(user, milestone, at)
    if progress.not_now == not_now:
        return None
    progress.not_now = not_now
    progress.save(update_fields=["not_now"])
    return record(progress, ProgressAct.NOT_NOW, {"not_now": not not_now}, {"not_now": not_now}, at)


@verb
def tick(*, user: User, milestone: Milestone, item: HowToItem, ticked: bool, at: datetime) -> Event | None:
    """Tick or untick one line of the milestone's checklist."""
    if item.milestone_id != milestone.pk:
        raise ValueError("The item belongs to another milestone.")
    progress = locked(user, milestone, at)
    if progress.ticks.filter(item=item).exists() == ticked:
        return None
    apply_tick(progress, item.slug, ticked, at)
    before, after = {"items": {item.slug: not ticked}}, {"items": {item.slug: ticked}}
    return record(progress, ProgressAct.TICK, before, after, at)


@verb
def write_note(*, user: User, milestone: Milestone, note: str, seen: int, at: datetime) -> Event | None:
    """Replace the private note.

    ``seen`` is the last event of this milestone when the learner began to type, 0 if there was none. Raises
    ``ChangedMeanwhileError`` if another window has changed the note since, so that the older never silently wins.
    """
    progress = locked(user, milestone, at)
    if progress.note == note:
        return None
    before = {"note": progress.note}
    refuse_older(progress, before, seen=seen)
    progress.note = note
    progress.save(update_fields=["note"])
    return record(progress, ProgressAct.NOTE, before, {"note": note}, at)


@verb
def add_link(*, user: User, milestone: Milestone, url: str, title: str, at: datetime) -> Event | None:
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
        apply_link(progress, str(before.token), False, at)
        was = {str(before.token): True}
    elif kept.count() >= LINKS_PER_MILESTONE:
        raise TooManyLinksError
    added_at = before.added_at if before else at
    link = ProofLink.objects.create(user=user, progress=progress, url=url, title=title, added_at=added_at)
    links = {**was, str(link.token): False}
    became = {name: not kept for name, kept in links.items()}
    return record(progress, ProgressAct.LINK, {"links": links}, {"links": became}, at)


@verb
def remove_link(*, user: User, milestone: Milestone, link_id: int, at: datetime) -> Event | None:
    """Take an address off the list. Raises ``ProofLink.DoesNotExist`` for one that is not the learner's own."""
    progress = locked(user, milestone, at)
    link = progress.links.get(pk=link_id)
    if link.removed_at is not None:
        return None
    name = str(link.token)
    apply_link(progress, name, False, at)
    return record(progress, ProgressAct.LINK, {"links": {name: True}}, {"links": {name: False}}, at)


@verb
def attach(*, user: User, milestone: Milestone, piece: Evidence, at: datetime) -> Event | None:
    """Say that a piece of the learner's own evidence proves the milestone. Raises ``TooMuchEvidenceError``."""
    if piece.user_id != user.pk:
        raise ValueError("The piece belongs to somebody else.")
    progress = locked(user, milestone, at)
    rows = MilestoneEvidence.objects.filter(user=user, milestone=milestone)
    if rows.filter(evidence=piece).exists():
        return None
    if rows.count() >= EVIDENCE_PER_MILESTONE:
        raise TooMuchEvidenceError
    name = str(piece.token)
    apply_piece(progress, name, True, at)
    return record(progress, ProgressAct.PIECE, {"pieces": {name: False}}, {"pieces": {name: True}}, at)


@verb
def detach(*, user: User, milestone: Milestone, piece: Evidence, at: datetime) -> Event | None:
    """Say that a piece does not prove the milestone after all. The piece itself stays as it is."""
    progress = locked(user, milestone, at)
    if not MilestoneEvidence.objects.filter(user=user, milestone=milestone, evidence=piece).exists():
        return None
    name = str(piece.token)
    apply_piece(progress, name, False, at)
    return record(progress, ProgressAct.PIECE, {"pieces": {name: True}}, {"pieces": {name: False}}, at)


@verb
def undo(*, user: User, milestone: Milestone, event_id: int, at: datetime) -> Event | None:
    """Take back the learner's last change to this milestone.

    Returns the event that records it, or ``None`` if ``event_id`` is no longer the last change, for instance because
    the button was pressed twice, or if what was there before cannot be there any more. Raises ``Event.DoesNotExist``
    for an event that is not the learner's own.
    """
    progress = locked(user, milestone, at)
    events = all_events_of(progress)
    event = events.get(pk=event_id)
    if event != events.first():
        return None
    try:
        with transaction.atomic():
            _take_back(progress, event, at)
    except (ValidationError, ValueError, TypeError, DataError, IntegrityError):
        # It was brought, and whoever wrote the file may be anybody.
        return None
    return record(progress, event.act, event.after, event.before, at, undoes=event)


def _take_back(progress: MilestoneProgress, event: Event, at: datetime) -> None:
    before = dict(event.before)
    for slug, ticked in before.pop("items", {}).items():
        apply_tick(progress, slug, ticked, at)
    # What goes first: one address is not there twice, not even for a moment.
    for token, kept in sorted(before.pop("links", {}).items(), key=lambda link: bool(link[1])):
        apply_link(progress, token, kept, at)
    for token, kept in before.pop("pieces", {}).items():
        apply_piece(progress, token, kept, at)
    # Of an event that was brought from elsewhere the rest could be anything, such as whose row it is.
    for name in before.keys() & set(TAKEN_BACK):
        value = before[name]
        setattr(progress, name, date.fromisoformat(value) if name in DATE_FIELDS and value else value)
    progress.save()


@transaction.atomic
def mark_read(*, user: User, milestone: Milestone, at: datetime) -> None:
    """Remember that the learner has seen the present wording of a milestone they finished."""
    if not MilestoneProgress.objects.for_user(user).filter(milestone=milestone).exists():
        return
    progress = locked(user, milestone, at)
    progress.read_version = milestone.version_number
    progress.save(update_fields=["read_version"])
    now = HowToItem.objects.filter(pk=OuterRef("item")).values("text")
    progress.ticks.update(text=Subquery(now))
