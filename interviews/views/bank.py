"""The question bank and one question: public pages."""

from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from evidence.models import Skill
from interviews.models import Dimension, Question, RubricScore
from interviews.views.answers import answer_context, for_learner
from interviews.views.stories import stories_context


@require_safe
def bank(request: HttpRequest) -> HttpResponse:
    """All questions along the bank."""
    context = {
        "section": "interviews",
        "tab": "bank",
        "questions": Question.objects.published().with_card().in_order(),
    }
    return render(request, "interviews/bank.html", context)


@require_safe
def question(request: HttpRequest, question: str) -> HttpResponse:
    """One question: what it probes, and, folded, a good answer's points, the rubric and the follow-ups."""
    skills = Skill.objects.published().order_by("name")
    rows = Question.objects.select_related("category", "source").prefetch_related(Prefetch("skills", skills))
    shown = get_object_or_404(rows, slug=question)
    rubric = rubric_of(shown)
    context = {
        "section": "interviews",
        "question": shown,
        "crumbs": [("Interviews", reverse("interviews:bank"))],
        "points": shown.points.splitlines(),
        "follow_ups": shown.follow_ups.splitlines(),
        **rubric,
        **answer_context(request.user, shown, dimensions=list(rubric["dimensions"])),
        **stories_context(request.user, shown),
    }
    return for_learner(request, render(request, "interviews/question.html", context))


def rubric_of(question: Question) -> dict[str, Any]:
    """The dimensions an answer to a question is rated on, and the scale."""
    dimensions = Dimension.objects.for_category(question.category_id)
    return {"dimensions": dimensions, "scale": RubricScore.objects.published()}
