"""What was done without an account goes over to the one that is signed in to, and is named in words."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils import timezone

from accounts.models import User
from keeping.history import all_events_of
from keeping.models import Event
from keeping.taking.bringing import Result
from keeping.taking.merging import merge
from roadmap import tracking
from roadmap.models import Milestone, MilestoneProgress, State

NOTE_LENGTH = MilestoneProgress._meta.get_field("note").max_length or 0

# What is named by another word than its table; the rest of a room's tables hang on one of those that are named.
NAMED = {
    "roadmap.milestoneprogress": ("milestone", "milestones"),
    "evidence.evidence": ("achievement", "achievements"),
    "evidence.project": ("project", "projects"),
    "evidence.position": ("job", "jobs"),
    "evidence.education": ("education", "educations"),
    "evidence.training": ("training", "trainings"),
    "evidence.heldcredential": ("credential", "credentials"),
    "interviews.answer": ("answer", "answers"),
    "interviews.favorite": ("favorite question", "favorite questions"),
    "interviews.story": ("story", "stories"),
    "interviews.interview": ("interview date", "interview dates"),
    "applications.application": ("application", "applications"),
    "salaries.keptnumber": ("pay number", "pay numbers"),
    "roadmap.aim": ("aim", "aims"),
}


def move(mine: User, into: User) -> list[str]:
    """Move all rows of somebody nameless. Of two rows about the same the newer stands, and both histories are kept.

    A milestone that is done on one side is done, and of two notes neither is out of sight.
    """
    at = timezone.now()
    before = [_progress_of(user) for user in (into, mine)]
    result = merge(from_user=mine, into_user=into, at=at)
    notes = 0
    for milestone in before[0].keys() & before[1].keys():
        rows = [progress[milestone] for progress in before]
        _keep_done(into, rows, at)
        notes += join_notes(into, rows[0].milestone, [row.note for row in rows], at)
    said = [f"{notes} {'note' if notes == 1 else 'notes'} beneath yours"] if notes else []
    return [*_counted(result.added, ""), *_counted(result.changed, " updated"), *said] or _along(result)


def _progress_of(user: User) -> dict[int, MilestoneProgress]:
    rows = MilestoneProgress.objects.for_user(user).select_related("milestone")
    return {row.milestone_id: row for row in rows}


def _keep_done(into: User, rows: list[MilestoneProgress], at: datetime) -> None:
    """Where one of two rows about a milestone says that it is done, it is, as that one says."""
    done = next((row for row in rows if row.state == State.DONE), None)
    here = MilestoneProgress.objects.get(user=into, milestone=rows[0].milestone_id)
    if done is not None and here.state != State.DONE:
        tracking.set_dates(
            user=into,
            milestone=done.milestone,
            started_on=done.started_on,
            finished_on=done.finished_on,
            target_on=here.target_on,
            at=at,
        )


def both_notes(first: str, second: str) -> str:
    """Two notes on a milestone as one: the second beneath the first, or the one that holds the other.

    Empty if there is none, or both are too long for one.
    """
    first, second = first.strip(), second.strip()
    if first in second or second in first:
        return max(first, second, key=len)
    both = f"{first}\n\n{second}"
    return both if len(both) <= NOTE_LENGTH else ""


def join_notes(into: User, milestone: Milestone, notes: Sequence[str], at: datetime) -> bool:
    """Of two notes on a milestone neither is out of sight, if both fit. Whether one was put beneath the other."""
    note = both_notes(*notes)
    if not note:
        return False
    here = MilestoneProgress.objects.get(user=into, milestone=milestone)
    seen = all_events_of(here).values_list("pk", flat=True).first() or 0
    tracking.write_note(user=into, milestone=milestone, note=note, seen=seen, at=at)
    return note not in [one.strip() for one in notes]


def _counted(numbers: dict[str, int], more: str) -> Iterator[str]:
    for subject, number in sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0])):
        if subject in NAMED:
            yield f"{number} {NAMED[subject][number != 1]}{more}"


def _along(result: Result) -> list[str]:
    """What has no name of its own, if nothing else came: a tick, the answers to the questions of Today."""
    others = {*result.added, *result.changed} - {Event._meta.label_lower, User._meta.label_lower}
    return ["what you chose and ticked"] if others else []
