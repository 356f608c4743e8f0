"""How the learner's ratings go over time, as pictures, figures and words."""

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from accounts.guards import LearnerRequest, open_page
from interviews.practice import trends as arithmetic
from interviews.practice.models import DimensionScore, RatedAnswer
from interviews.practice.showing import last_fortnight

# The newest so many answers are compared. Older ones stay recorded.
MOST = 500
NO_CATEGORY = "Questions without a category"


@open_page
def trends(request: LearnerRequest) -> HttpResponse:
    scores = DimensionScore.objects.select_related("dimension").order_by("dimension__position", "pk")
    rows = RatedAnswer.objects.filter(user=request.user, corrected=False).select_related(
        "question__category", "asked__category"
    )
    newest = rows.prefetch_related(Prefetch("scores", scores)).order_by("-pk")[:MOST]
    rated = [
        arithmetic.Rated(
            on=timezone.localdate(row.at),
            category=_category(row),
            scores={score.dimension.name: score.score for score in row.scores.all()},
        )
        for row in newest
    ]
    # From the oldest on, so that the newest day stands.
    practiced = {answer.category: answer.on for answer in reversed(rated)}
    categories = arithmetic.by_category(rated)
    context = {
        "section": "interviews",
        "tab": "practice",
        "crumbs": [("Practice", reverse("interviews:practice"))],
        "number": len(rated),
        "scored": sum(bool(answer.scores) for answer in rated),
        "fortnight": last_fortnight(request.user, today=timezone.localdate()),
        "words": arithmetic.in_words(categories, practiced, today=timezone.localdate()),
        "parts": [("By category", categories), ("By dimension", arithmetic.by_dimension(rated))],
        "width": arithmetic.WIDTH,
        "height": arithmetic.HEIGHT,
    }
    return render(request, "interviews/trends.html", context)


def _category(row: RatedAnswer) -> str:
    found = row.question or row.asked
    return found.category.name if found and found.category else NO_CATEGORY
