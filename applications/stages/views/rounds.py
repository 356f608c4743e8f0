"""The interview dates of an application: the same rows as in the room of interviews."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Case, F, When
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.guards import LearnerRequest, learner_page
from applications.postings.models import Application
from applications.postings.opening import asked_application, frame, opened
from applications.stages.round_forms import RoundForm
from interviews.dates.days import days_left, is_over
from interviews.dates.models import BY_THE_CLOCK
from interviews.models import Interview
from interviews.practice.planning import left_today
from keeping.pages import PER_PAGE, OwnPages, Words

# So much the name of a company may have.
COMPANY_LENGTH = int(Interview._meta.get_field("company").max_length or 0)


def _begun(request: LearnerRequest) -> dict[str, Any]:
    """What the address says of a new one: the application, and with it the employer."""
    asked = asked_application(request)
    rows = Application.objects.for_user(request.user).filter(pk=asked["application"]) if asked else ()
    return next(({"application": row.pk, "company": row.employer[:COMPANY_LENGTH]} for row in rows), {})


ROUNDS = OwnPages(
    Interview,
    RoundForm,
    Words(
        "Interviews",
        add="Add an interview",
        add_lead="With its day, practice is aimed at it, and you get a brief for the evening before.",
        keep="Make the plan",
        edit="Edit the interview",
        save="Save the interview",
    ),
    section="applications",
    tab="applications",
    listed_at="applications:applications",
    name="round",
    begin=_begun,
    above=(("Applications", "applications:applications"),),
    under="application",
    shown_at="applications:rounds",
)


@learner_page
def rounds(request: LearnerRequest, application: int) -> HttpResponse:
    """The interviews of an application: those to come, the nearest first, then those that are over, the last first."""
    row = opened(request, application)
    today = timezone.localdate()
    rows: Any = Interview.objects.for_user(request.user).filter(application=row).select_related("round_type")
    rows = rows.order_by(Case(When(on__gte=today, then=F("on"))), "-on", *BY_THE_CLOCK)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    now = timezone.localtime()
    ahead = {one.pk for one in page if not is_over(one.on, one.at, now=now)}
    left = left_today(request.user, now=now) if ahead else None
    aimed = left.interview.pk if left and left.interview else None
    context = {
        **frame(row, "applications:rounds"),
        "page": page,
        "rows": [
            (one, days_left(today, one.on), one.pk in ahead, left.number if left and one.pk == aimed else None)
            for one in page
        ],
        "add_at": f"{ROUNDS.at('add')}?application={row.pk}",
    }
    return render(request, "applications/rounds.html", context)
