"""The first page: for a visitor what is here, for a learner what comes next."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.days import latest_day
from accounts.models import User
from applications.stages.following_up import asked_for_due, due_of
from curation.names import name_key
from evidence.ledger.loading import changed_rules
from interviews.bank.daily import question_of_the_day
from interviews.dates.days import days_left
from interviews.practice.planning import left_today
from resumes.review.points import asked_on_today, points_on_today
from roadmap import progress
from roadmap.models import Milestone
from roadmap.overview import Overview
from salaries.headlines import load_headlines

COMING_UP = timedelta(days=21)
# Of what is due from applications, the most pressing; the rest is one press away.
MOST_DUE = 5


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """For a visitor: what this is. For a learner: what is next, and what is going on."""
    return today(request) if request.user.is_authenticated else welcome(request)


def welcome(request: HttpRequest) -> HttpResponse:
    overview = Overview(request.user)
    example = Milestone.objects.published().filter(required=True).with_summary().in_order().first()
    day = timezone.localdate()
    context = {
        "overview": overview,
        "example": example,
        "figures": load_headlines(today=day),
        "daily": question_of_the_day(day),
    }
    return render(request, "home.html", context)


def today(request: HttpRequest) -> HttpResponse:
    assert isinstance(request.user, User)
    overview = Overview(request.user)
    rows = overview.rows.values()
    until = timezone.localdate() + COMING_UP
    practice = left_today(request.user, now=timezone.now())
    dated = [row for row in rows if row.target_on and row.target_on <= until and row.place != progress.DONE]
    day = timezone.localdate()
    # What several rooms ask of the learner, in one query.
    learner: Any = User.objects.annotate(**asked_for_due(today=day), **asked_on_today()).get(pk=request.user.pk)
    due = due_of(learner, today=day)
    context = {
        "section": "today",
        "overview": overview,
        "next_row": overview.rows.get(overview.next.key) if overview.next else None,
        "next_reason": overview.next.reasons if overview.next else (),
        "under_way": [row for row in rows if row.place == progress.DOING],
        "coming_up": sorted(dated, key=lambda row: (row.target_on, name_key(row.title))),
        "changed": [row for row in rows if row.changed],
        "new": [row for row in rows if row.place == progress.NEW],
        "untouched": not overview.progress,
        "today": timezone.localdate(),
        "practice": practice,
        "days_left": days_left(timezone.localdate(), practice.interview.on) if practice.interview else "",
        "due": due[:MOST_DUE],
        "more_due": len(due[MOST_DUE:]),
        "resume_points": points_on_today(learner),
        "changed_rules": _changed_rules(request),
        "here": request.path,
    }
    return render(request, "today.html", context)


def _changed_rules(request: HttpRequest) -> list[str]:
    """The credentials of which a rule has changed in a way that matters to the learner."""
    assert isinstance(request.user, User)
    changes = changed_rules(request.user, as_of=timezone.localdate(), latest=latest_day(timezone.now()))
    return list(dict.fromkeys(change.path.credential.name for change in changes))
