"""Suggesting a question of one's own to the curators, who see its text and category and nothing else."""

import re
import secrets
from datetime import datetime

from django.db import transaction

from interviews.bank.models import Category, Origin, Question, QuestionLevel
from interviews.practice.models import AskedQuestion
from keeping import verbs

_STATES = AskedQuestion.Suggestion
# Stands where the text named the company that the learner had noted. A curator writes something else instead.
COMPANY = "[company]"
# Shorter names are words too often to be told from them whatever their capitals.
SHORTEST_NAME = 4


def suggest(row: AskedQuestion, *, at: datetime) -> bool:
    """Offer a private question to the curators. Whether that changed anything."""
    return _change(row, _STATES.NONE, _STATES.WAITING, at)


def take_back(row: AskedQuestion, *, at: datetime) -> bool:
    """Make a question private again that no curator has decided about. Whether that changed anything."""
    return _change(row, _STATES.WAITING, _STATES.NONE, at)


def _change(row: AskedQuestion, before: str, after: str, at: datetime) -> bool:
    return verbs.move(row, state="suggestion", before=before, after=after, at=at) is not None


@transaction.atomic
def take_in(row: AskedQuestion, *, at: datetime) -> Question | None:
    """Make a draft for the bank from a suggestion: on no page until a curator has completed and published it.

    Its address says nothing of the learner's row or words, and the company that they had noted is not named.

    ``None`` if nothing waits: somebody decided already, or the learner took it back.
    """
    if not _change(row, _STATES.WAITING, _STATES.ACCEPTED, at):
        return None
    question: Question = Question.objects.create(
        slug=f"q-suggested-{secrets.token_hex(4)}",
        # On one line, as the box shows it in which a curator completes it.
        text=without_company(" ".join(row.text.split()), row.company)[:300],
        category=row.category or Category.objects.published().order_by("position")[0],
        level=QuestionLevel.MID,
        origin=Origin.SUGGESTED,
        retired_at=at,
        draft=True,
    )
    AskedQuestion.objects.filter(pk=row.pk).update(became=question)
    return question


def without_company(text: str, company: str) -> str:
    """A text in which a company is not named."""
    name = company.strip()
    capitals = re.IGNORECASE if len(name) >= SHORTEST_NAME else re.NOFLAG
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", COMPANY, text, flags=capitals) if name else text


def unfinished(question: Question) -> str:
    """Why a draft cannot be published yet, or nothing."""
    if question.draft and not question.point_lines:
        return "Complete it first: say what a good answer covers."
    if question.draft and COMPANY in question.text:
        return f"Write something else for {COMPANY} first: there the learner named a company."
    return ""


def decline(row: AskedQuestion, *, at: datetime) -> bool:
    """Leave a suggestion with its learner. Whether that changed anything."""
    return _change(row, _STATES.WAITING, _STATES.DECLINED, at)
