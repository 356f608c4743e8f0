"""The first page: for a visitor what is here, for a learner what comes next."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.days import latest_day
from accounts.models import User
from applications.stages.following_up import due_of
from curation.names import name_key
from evidence.ledger.loading import changed_rules
from interviews.bank.daily import question_of_the_day
from interviews.dates.days import days_left
from interviews.practice.planning import left_today
from resumes.review.points import points_on_today
from roadmap import progress
from roadmap.aim_form import AimForm
from roadmap.asking import asked_about
from roadmap.models import AIM_TOKEN
from roadmap.overview import Overview
from tpm_portal.beside import answers_begun, beside, load_learner
from tpm_portal.doors.carrying import carried
from tpm_portal.doors.eligible_form import EligibleDoorForm
from tpm_portal.doors.examples import example_rating, example_strip
from tpm_portal.doors.interview_form import InterviewDoorForm
from tpm_portal.doors.pay_example import pay_example
from tpm_portal.doors.pay_form import PayDoorForm

COMING_UP = timedelta(days=21)
# Of what is due from applications, the most pressing; the rest is one press away.
MOST_DUE = 5


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """For a visitor: what this is. For a learner: what is next, and what is going on."""
    return today(request) if request.user.is_authenticated else welcome(request)


def welcome(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    overview, pay_form = Overview(request.user), PayDoorForm()
    daily = question_of_the_day(timezone.localdate(now))
    context = {
        "overview": overview,
        "daily": daily,
        "rated": example_rating([each.name for each in daily["dimensions"]]) if daily else [],
        "strip": example_strip(timezone.localdate(now)),
        "interview_form": InterviewDoorForm(now=now),
        "eligible_form": EligibleDoorForm(today=timezone.localdate(now)),
        "pay_form": pay_form,
        "pay_example": pay_example(next(iter(pay_form.roles.values()), None)),
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
    learner = load_learner(request.user, today=day)
    due = due_of(learner, today=day)
    side = beside(
        learner,
        overview.stations,
        has_interview=practice.interview is not None,
        today=day,
        latest=latest_day(timezone.now()),
    )
    begun = answers_begun(learner, has_interview=practice.interview is not None)
    context = {
        "section": "today",
        "overview": overview,
        "next_row": overview.next_row,
        "next_reason": overview.next.reasons if overview.next else (),
        **asked_about(overview),
        "under_way": [row for row in rows if row.place == progress.DOING],
        "coming_up": sorted(dated, key=lambda row: (row.target_on, name_key(row.title))),
        "changed": [row for row in rows if row.changed],
        "new": [row for row in rows if row.place == progress.NEW],
        "beside": side,
        "aim_form": None if side.aim else AimForm(user=request.user, today=day, initial={"token": AIM_TOKEN, **begun}),
        "today": timezone.localdate(),
        "practice": practice,
        "days_left": days_left(timezone.localdate(), practice.interview.on) if practice.interview else "",
        "due": due[:MOST_DUE],
        "more_due": len(due[MOST_DUE:]),
        "resume_points": points_on_today(learner),
        "changed_rules": _changed_rules(request),
        "here": request.path,
        "typed_waiting": bool(carried(request)),
    }
    return render(request, "today.html", context)


def _changed_rules(request: HttpRequest) -> list[str]:
    """The credentials of which a rule has changed in a way that matters to the learner."""
    assert isinstance(request.user, User)
    changes = changed_rules(request.user, as_of=timezone.localdate(), latest=latest_day(timezone.now()))
    return list(dict.fromkeys(change.path.credential.name for change in changes))
