"""What other pages show of a learner's stories: that of a question, and those that show evidence."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.models import User
from curation.nested import nested
from interviews.bank.models import Competency, Dimension, Question
from interviews.stories.coverage import why
from interviews.stories.grid import Grid, grid
from interviews.stories.models import Story, StoryCompetency, StoryEvidence

# Stories that are named under a question; the surest come first.
MOST_ANSWERING = 5


def offer_stories(user: Any, question: Question, dimensions: list[Dimension]) -> dict[str, Any]:
    """What ``interviews/_stories.html`` shows under a question: nothing for a visitor."""
    if not user.is_authenticated:
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


def story_grid(user: User) -> Grid:
    """How many of a learner's stories are about each thing interviewers ask for, in one query."""
    return grid_of(User.objects.annotate(**asked_for_grid()).get(pk=user.pk))


def asked_for_grid() -> dict[str, Any]:
    """Annotations of a learner, from which ``grid_of`` makes the picture."""
    own = StoryCompetency.objects.filter(user=OuterRef(OuterRef("pk")), story__deletion=None, competency=OuterRef("pk"))
    number = own.order_by().values("competency").annotate(number=Count("pk")).values("number")
    return {
        "told_about": nested(Competency.objects.published(), ToldAbout, number=Coalesce(Subquery(number), Value(0)))
    }


def grid_of(learner: Any) -> Grid:
    return grid([(one.name, one.number) for one in learner.told_about])


@dataclass(frozen=True, slots=True)
class ToldAbout:
    """Something interviewers ask for, and how many stories are about it."""

    name: str
    number: int
