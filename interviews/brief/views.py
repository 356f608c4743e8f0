"""An interview with its plan per day, and the brief to print the evening before."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from accounts.guards import LearnerRequest, learner_page
from accounts.models import User
from interviews.brief.briefing import brief_for, headlines_for
from interviews.dates.days import days_left
from interviews.dates.models import Interview
from interviews.dates.slots import brief_page, interview_page
from interviews.dates.the_day import ToDo, on_the_day
from interviews.practice.planning import plan_for
from keeping.history import lines_of

# Of the days until an interview, as many as are shown unfolded.
DAYS_SHOWN = 3


@learner_page
def interview(request: LearnerRequest, interview: int) -> HttpResponse:
    """One interview: the plan per day until it, with every question linked, and its history."""
    row = get_object_or_404(_own(request), pk=interview)
    plan = plan_for(request.user, now=timezone.now(), interview=row)
    context = {
        "section": "interviews",
        "tab": "dates",
        "interview": row,
        "left": days_left(timezone.localdate(), row.on),
        "crumbs": _crumbs(),
        "plan": plan,
        "days": plan.days[:DAYS_SHOWN] if plan else [],
        "later": plan.days[DAYS_SHOWN:] if plan else [],
        "the_day": _the_day(request.user, row) if plan else [],
        "history": lines_of(row),
        **interview_page.context(request.user, row),
    }
    return render(request, "interviews/date.html", context)


@learner_page
def brief(request: LearnerRequest, interview: int) -> HttpResponse:
    """One page to print: the questions weakest first with the learner's answers in short, stories, the rubric."""
    row = get_object_or_404(_own(request), pk=interview)
    context = {
        "section": "interviews",
        "tab": "dates",
        "interview": row,
        "left": days_left(timezone.localdate(), row.on),
        "crumbs": [*_crumbs(), (str(row), row.get_absolute_url())],
        "brief": brief_for(request.user, row, now=timezone.now()),
        **brief_page.context(request.user, row),
    }
    return render(request, "interviews/date_brief.html", context)


def _the_day(user: User, row: Interview) -> list[ToDo]:
    """What to do on the day of an interview, in one query."""
    return on_the_day(
        on=row.on,
        at=row.at,
        place=row.place,
        online=any(part.url for part in row.places),
        stories=headlines_for(user, row),
        asking=len(row.asking),
    )


def _own(request: LearnerRequest) -> Any:
    return Interview.objects.for_user(request.user).select_related("round_type")


def _crumbs() -> list[tuple[str, str]]:
    return [("Interviews", reverse("interviews:bank")), ("Interview dates", reverse("interviews:interviews"))]
