"""What all verbs of ``roadmap.tracking`` do: lock the learner's row, apply, and record it as one event."""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any, ParamSpec

from django.db import transaction

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
)

P = ParamSpec("P")


def verb(act: Callable[P, ProgressEvent | None]) -> Callable[P, ProgressEvent | None]:
    """One transaction. What records nothing leaves nothing behind: a press without an effect begins no milestone."""

    @wraps(act)
    def once(*args: P.args, **kwargs: P.kwargs) -> ProgressEvent | None:
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


def values_of(progress: MilestoneProgress, names: tuple[str, ...]) -> dict[str, Any]:
    values = {name: getattr(progress, name) for name in names}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def apply_tick(progress: MilestoneProgress, item_id: int, ticked: bool, at: datetime) -> None:
    if ticked:
        text = HowToItem.objects.values_list("text", flat=True).get(pk=item_id)
        ChecklistTick.objects.create(progress=progress, item_id=item_id, ticked_at=at, text=text)
    else:
        progress.ticks.filter(item_id=item_id).delete()


def apply_link(progress: MilestoneProgress, link_id: int, kept: bool, at: datetime) -> None:
    progress.links.filter(pk=link_id).update(removed_at=None if kept else at)


def apply_piece(progress: MilestoneProgress, piece_id: int, kept: bool, at: datetime) -> None:
    rows = MilestoneEvidence.objects.filter(milestone=progress.milestone_id, evidence=piece_id)
    if not kept:
        rows.delete()
    # A piece that is gone for good by now cannot prove anything any more.
    elif Evidence.objects.filter(user=progress.user_id, pk=piece_id).exists():
        MilestoneEvidence.objects.bulk_create(
            [MilestoneEvidence(milestone_id=progress.milestone_id, evidence_id=piece_id, added_at=at)],
            ignore_conflicts=True,
        )
