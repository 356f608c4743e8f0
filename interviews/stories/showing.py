"""What other pages show of a learner's stories: that of a question, and those that show evidence."""

from collections.abc import Collection
from typing import Any

from accounts.models import User
from interviews.bank.models import Dimension, Question
from interviews.stories.coverage import why
from interviews.stories.models import Story, StoryEvidence

# Stories that are named under a question; the surest come first.
MOST_ANSWERING = 5


def offer_stories(user: Any, question: Question, dimensions: list[Dimension]) -> dict[str, Any]:
    """What ``interviews/_stories.html`` shows under a question: nothing for a visitor."""
    if not isinstance(user, User):
        return {}
    found = list(Story.objects.for_user(user).answering(question)[: MOST_ANSWERING + 1])
    return {
        "shows_stories": True,
        "answering": [(row, why(said=row.said, shown=row.shown, shared=row.shared)) for row in found[:MOST_ANSWERING]],
        "more_answering": len(found) > MOST_ANSWERING,
    }


def offer_told(user: Any, pieces: Collection[int]) -> dict[str, Any]:
    """The stories behind which each piece of evidence stands, by the key of the piece."""
    rows = StoryEvidence.objects.filter(user=user, evidence__in=pieces, story__deletion=None).select_related("story")
    stories: dict[int, list[tuple[str, str]]] = {}
    for row in rows.order_by("story__headline_key", "story"):
        stories.setdefault(row.evidence_id, []).append((str(row.story), row.story.get_absolute_url()))
    return {"stories": stories}
