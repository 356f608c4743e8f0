"""Interviews that are coming up: the list, and what a learner does to one."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Case, F, When
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.guards import LearnerRequest, learner_page, learner_post
from interviews.dates.days import days_left
from interviews.dates.forms import InterviewForm
from interviews.dates.models import Interview
from keeping import verbs
from keeping.saving import save, say

PER_PAGE = 25


@learner_page
def interviews(request: LearnerRequest) -> HttpResponse:
    """All interviews: those to come, the nearest first, then those that are over, the last first."""
    today = timezone.localdate()
    rows = _own(request).order_by(Case(When(on__gte=today, then=F("on"))), "-on", "pk")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "section": "interviews",
        "tab": "dates",
        "page": page,
        "rows": [(row, days_left(today, row.on)) for row in page],
    }
    return render(request, "interviews/dates.html", context)


@sensitive_post_parameters()
@learner_page
def add_interview(request: LearnerRequest) -> HttpResponse:
    return _form_page(request, None)


@sensitive_post_parameters()
@learner_page
def edit_interview(request: LearnerRequest, interview: int) -> HttpResponse:
    rows = Interview.objects.to_edit(request.user, sent=request.method == "POST").select_related("round_type")
    return _form_page(request, get_object_or_404(rows, pk=interview))


@learner_post(page="interviews:interview")
def bin_interview(request: LearnerRequest, interview: int) -> HttpResponse:
    """Put it in the bin. Pressed twice it stays there."""
    row = get_object_or_404(Interview.objects.filter(user=request.user), pk=interview)
    event = verbs.put_in_bin(row, at=timezone.now())
    say(request, f"In the bin: {row}." if event else f"It is in the bin: {row}.", event)
    return redirect("interviews:interviews")


def _own(request: LearnerRequest) -> Any:
    return Interview.objects.for_user(request.user).select_related("round_type")


def _crumbs() -> list[tuple[str, str]]:
    return [("Interviews", reverse("interviews:bank")), ("Interview dates", reverse("interviews:interviews"))]


@sensitive_variables()
def _form_page(request: LearnerRequest, row: Interview | None) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = InterviewForm(sent, row=row, today=timezone.localdate())
    if sent is not None and (kept := save(request, form, Interview, row)):
        # The form of an interview that has been deleted since, sent once more.
        return redirect("keeping:bin" if kept.in_bin else kept)
    crumbs = [*_crumbs(), *([(str(row), row.get_absolute_url())] if row else [])]
    context = {"section": "interviews", "tab": "dates", "form": form, "interview": row, "crumbs": crumbs}
    return render(request, "interviews/date_form.html", context, status=200 if sent is None else 422)
