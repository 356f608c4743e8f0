"""Interviews that are coming up: the list, and what a learner does to one."""

from django.core.paginator import Paginator
from django.db.models import Case, F, When
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.guards import LearnerRequest, open_page
from interviews.dates.days import days_left
from interviews.dates.forms import InterviewForm
from interviews.dates.models import BY_THE_CLOCK, Interview
from keeping.pages import PER_PAGE, OwnPages, Words

INTERVIEWS = OwnPages(
    Interview,
    InterviewForm,
    Words(
        "Interview dates",
        add="Add an interview",
        add_lead="The day and the kind of round make a plan for every day until then. Only you can see them.",
        keep="Make the plan",
        edit="Edit the interview",
        save="Save the interview",
    ),
    section="interviews",
    tab="dates",
    above=(("Interviews", "interviews:bank"),),
    listed_at="interviews:interviews",
    page_at="interviews:interview",
    name="interview",
)


@open_page
def interviews(request: LearnerRequest) -> HttpResponse:
    """All interviews: those to come, the nearest first, then those that are over, the last first."""
    today = timezone.localdate()
    rows = Interview.objects.for_user(request.user).select_related("round_type")
    rows = rows.order_by(Case(When(on__gte=today, then=F("on"))), "-on", *BY_THE_CLOCK)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "section": "interviews",
        "tab": "dates",
        "page": page,
        "rows": [(row, days_left(today, row.on)) for row in page],
    }
    return render(request, "interviews/dates.html", context)
