"""What the page of a question shows of a learner's stories."""

from typing import Any

from accounts.models import User
from interviews.bank.models import Dimension, Question
from interviews.stories.coverage import why
from interviews.stories.models import Story

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
