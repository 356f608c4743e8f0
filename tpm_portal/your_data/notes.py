"""Notes on milestones that say one thing here and another in the file: both stay, as when two accounts become one."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction

from accounts.models import User
from keeping.models import Event
from keeping.taking.bringing import Choices, Result, bring
from keeping.taking.reading import Taken
from roadmap.models import Milestone, MilestoneProgress, ProgressAct
from tpm_portal.joining import both_notes, join_notes

SUBJECT = MilestoneProgress._meta.label_lower
# The note here and the one in the file, by the slug of the milestone.
Apart = dict[str, tuple[str, str]]


def notes_apart(user: User, taken: Taken) -> Apart:
    """Where both were written on their own and fit together. A note that the other grew out of is no second one."""
    there = {row["milestone"]: row for row in taken.tables[SUBJECT] if row["note"].strip()}
    rows = MilestoneProgress.objects.for_user(user).filter(milestone__slug__in=there).exclude(note="")
    pairs = [(row.milestone.slug, str(row.token), row.note) for row in rows.select_related("milestone")]
    pairs = [(slug, token, note) for slug, token, note in pairs if note.strip() != there[slug]["note"].strip()]
    if not pairs:
        return {}
    here, brought = _written_here(user), _written_there(taken)
    return {
        slug: (note, there[slug]["note"])
        for slug, token, note in pairs
        if there[slug]["note"] not in here[token]
        and note not in brought[there[slug]["token"]]
        and both_notes(note, there[slug]["note"]) not in ("", note.strip(), there[slug]["note"].strip())
    }


def bring_with_notes(user: User, taken: Taken, *, at: datetime, choices: Choices, otherwise: str) -> Result:
    """As ``bring`` does, and both notes of each milestone that has two stay. Raises as ``bring`` does."""
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=user.pk)
        apart = notes_apart(user, taken)
        result = bring(user, taken, at=at, choices=choices, otherwise=otherwise)
        for milestone in Milestone.objects.filter(slug__in=apart).order_by("pk"):
            join_notes(user, milestone, apart[milestone.slug], at)
    return result


def _written_here(user: User) -> dict[str, set[str]]:
    """Every note that ever stood in a row, by its token."""
    found: dict[str, set[str]] = defaultdict(set)
    events = Event.objects.filter(user=user, subject=SUBJECT, act=ProgressAct.NOTE)
    for token, before, after in events.values_list("token", "before", "after"):
        found[str(token)] |= _notes(before, after)
    return found


def _written_there(taken: Taken) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for event in taken.tables[Event._meta.label_lower]:
        if event["subject"] == SUBJECT and event["act"] == ProgressAct.NOTE:
            found[event["token"]] |= _notes(event["before"], event["after"])
    return found


def _notes(*documents: object) -> set[str]:
    return {str(one["note"]) for one in documents if isinstance(one, dict) and "note" in one}
