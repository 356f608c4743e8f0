"""What all verbs of ``roadmap.tracking`` do: lock the learner's row, apply, and record it as one event."""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any, ParamSpec

from django.db import transaction

from accounts.models import User
from evidence.models import Evidence
from keeping.ceilings import refuse_more
from keeping.history import all_events_of
from keeping.meanwhile import ChangedMeanwhileError
from keeping.models import Document, Event
from keeping.verbs import event_of
from roadmap.counted import count_in
from roadmap.models import (
    ChecklistTick,
    HowToItem,
    Milestone,
    MilestoneEvidence,
    MilestoneProgress,
    MilestoneVersion,
)

P = ParamSpec("P")


def verb(act: Callable[P, Event | None]) -> Callable[P, Event | None]:
    """One transaction. What records nothing leaves nothing behind: a press without an effect begins no milestone."""

    @wraps(act)
    def once(*args: P.args, **kwargs: P.kwargs) -> Event | None:
        with transaction.atomic():
            event = act(*args, **kwargs)
            transaction.set_rollback(event is None)
        return event

    return once


def locked(user: User, milestone: Milestone, at: datetime) -> MilestoneProgress:
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


def record(
    progress: MilestoneProgress,
    act: str,
    before: dict[str, Any],
    after: dict[str, Any],
    at: datetime,
    undoes: Event | None = None,
) -> Event:
    refuse_more(progress.user_id)
    version = MilestoneVersion.objects.filter(milestone=progress.milestone_id).order_by("-number").first()
    if version is None:
        version = progress.milestone.record_version(at=at)
    event = event_of(progress, act, at, before=before, after=after, version=version.number, undoes=undoes)
    event.save()
    return event


def refuse_older(progress: MilestoneProgress, there: Document, *, seen: int) -> None:
    """Raise ``ChangedMeanwhileError`` if something of what is ``there`` was changed after the event ``seen`` last.

    What is no event of this milestone was not seen: pages that were opened before there were such numbers say others.
    """
    events = all_events_of(progress)
    known = seen if events.filter(pk=seen).exists() else 0
    for event in events.filter(pk__gt=known, after__has_any_keys=list(there)):
        if any(event.before.get(name) != event.after.get(name) for name in there):
            raise ChangedMeanwhileError(edition=events.values_list("pk", flat=True)[0], there=there)


def values_of(progress: MilestoneProgress, names: tuple[str, ...]) -> dict[str, Any]:
    values = {name: getattr(progress, name) for name in names}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def apply_tick(progress: MilestoneProgress, slug: str, ticked: bool, at: datetime) -> None:
    if not ticked:
        progress.ticks.filter(item__slug=slug).delete()
        return
    # A line that is gone for good by now cannot be ticked any more.
    item = HowToItem.objects.filter(milestone=progress.milestone_id, slug=slug).first()
    if item:
        ChecklistTick.objects.create(
            user_id=progress.user_id, progress=progress, item=item, ticked_at=at, text=item.text
        )


def apply_link(progress: MilestoneProgress, token: str, kept: bool, at: datetime) -> None:
    progress.links.filter(token=token).update(removed_at=None if kept else at)


def apply_piece(progress: MilestoneProgress, token: str, kept: bool, at: datetime) -> None:
    user, milestone = progress.user_id, progress.milestone_id
    if not kept:
        MilestoneEvidence.objects.filter(user=user, milestone=milestone, evidence__token=token).delete()
        return
    # A piece that is gone for good by now cannot prove anything any more.
    piece = Evidence.objects.filter(user=user, token=token).first()
    if piece:
        MilestoneEvidence.objects.bulk_create(
            [MilestoneEvidence(user_id=user, milestone_id=milestone, evidence=piece, added_at=at)],
            ignore_conflicts=True,
        )
