"""Suggesting a question of one's own to the curators, who see its text and category and nothing else."""

from datetime import datetime

from django.db import transaction

from evidence import keeping
from interviews.models import AskedQuestion, Category, Origin, Question, QuestionLevel

_STATES = AskedQuestion.Suggestion


def suggest(row: AskedQuestion, *, at: datetime) -> bool:
    """Offer a private question to the curators. Whether that changed anything."""
    return _change(row, _STATES.NONE, _STATES.WAITING, at)


def take_back(row: AskedQuestion, *, at: datetime) -> bool:
    """Make a question private again that no curator has decided about. Whether that changed anything."""
    return _change(row, _STATES.WAITING, _STATES.NONE, at)


def _change(row: AskedQuestion, before: str, after: str, at: datetime) -> bool:
    return keeping.move(row, state="suggestion", before=before, after=after, at=at) is not None


@transaction.atomic
def take_in(row: AskedQuestion, *, at: datetime) -> Question | None:
    """Make a question of the bank from a suggestion: retired until a curator has completed it and brings it back.

    ``None`` if nothing waits: somebody decided already, or the learner took it back.
    """
    if not _change(row, _STATES.WAITING, _STATES.ACCEPTED, at):
        return None
    question: Question = Question.objects.create(
        slug=f"q-suggested-{row.pk}",
        text=row.text,
        category=row.category or Category.objects.published().order_by("position")[0],
        level=QuestionLevel.MID,
        origin=Origin.SUGGESTED,
        retired_at=at,
    )
    AskedQuestion.objects.filter(pk=row.pk).update(became=question)
    return question


def decline(row: AskedQuestion, *, at: datetime) -> bool:
    """Leave a suggestion with its learner. Whether that changed anything."""
    return _change(row, _STATES.WAITING, _STATES.DECLINED, at)
