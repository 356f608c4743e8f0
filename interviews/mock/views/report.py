"""The report of a mock interview, and rating its answers there."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from accounts.guards import LearnerRequest, learner_page, learner_post
from interviews.bank.models import Dimension
from interviews.mock import mocking
from interviews.mock.mocking import Phase
from interviews.mock.models import MockInterview, MockQuestion
from interviews.mock.reporting import report_for
from interviews.mock.views.helping import links_context
from interviews.mock.views.mock import addresses_at, own_mocks, unkept
from interviews.practice.forms.answers import RateForm
from interviews.practice.models import Grade


@learner_page
def report(request: LearnerRequest, mock: int) -> HttpResponse:
    """How it went, question by question, and what to do next."""
    row = get_object_or_404(own_mocks(request), pk=mock)
    return _report_page(request, row) if row.phase == Phase.DONE else redirect(row)


@sensitive_post_parameters()
@learner_post(page="interviews:mock_report")
def rate(request: LearnerRequest, mock: int, place: int) -> HttpResponse:
    """Keep how an answer went; the review queue and the trends know it from then on."""
    row = get_object_or_404(own_mocks(request), pk=mock)
    question = get_object_or_404(row.questions.select_related("question"), place=place, place__lte=row.place)
    if row.phase != Phase.DONE:
        return redirect(row)
    form = _rate_form(place, list(Dimension.objects.for_category(question.question.category_id)), request.POST)
    if not form.is_valid():
        return _report_page(request, row, place, form)
    cleaned = form.cleaned_data
    rated = mocking.rate(
        row,
        place=place,
        token=cleaned["token"],
        grade=cleaned["grade"],
        scores=form.scores(),
        at=timezone.now(),
    )
    if rated is None or not rated.new:
        messages.info(request, f"Question {place} is rated already.")
    else:
        version = f" What you wrote is version {rated.kept.version.number} of your answer." if rated.kept else ""
        messages.success(
            request,
            f"Question {place}: {Grade(cleaned['grade']).label.lower()}.{version} "
            f"It comes back on {rated.card.due_on:%b %-d, %Y}.",
        )
    return redirect(f"{reverse('interviews:mock_report', args=[row.pk])}#question-{place}")


def _rate_form(place: int, dimensions: list[Dimension], data: Any = None) -> RateForm:
    return RateForm(data, dimensions=dimensions, initial={"seen": 0}, auto_id=f"rate_{place}_%s")


def _start_address(row: MockInterview, *, category_id: int | None = None) -> str:
    """The form filled in as a run was started; with ``category_id`` that category alone, and another seed."""
    chosen = {
        "minutes": row.minutes,
        "round_type": row.round_type_id,
        "level": row.level,
        "mix": row.mix,
        "category": category_id or row.category_id or "",
    }
    if category_id is None:
        chosen["seed"] = row.seed
    return f"{reverse('interviews:mocks')}?{urlencode(chosen)}#start-heading"


def _unsent(mock: MockInterview, question: MockQuestion) -> list[dict[str, str]]:
    """What the page needs to find text on the device that was typed for a question and never sent, and to send it."""
    name = f"question {question.place}"
    names = {Phase.QUESTION: name} | ({Phase.FOLLOW_UP: f"the follow-up of {name}"} if question.follow_up else {})
    return [
        {
            **addresses_at(mock, question.place, phase),
            "name": name,
            "kept": getattr(question, mocking.TEXT[phase]).strip(),
        }
        for phase, name in names.items()
    ]


def _report_page(
    request: LearnerRequest, row: MockInterview, place: int = 0, refused: RateForm | None = None
) -> HttpResponse:
    """The report; with the form of the question at ``place`` as it was refused."""
    report = report_for(row)
    open_at = place or next((one.row.place for one in report.unrated), 0)
    parts = []
    for one in report.questions:
        form = refused if one.row.place == place else _rate_form(one.row.place, one.dimensions)
        parts.append({"one": one, "form": form, "open": one.row.place == open_at, "unsent": _unsent(row, one.row)})
    context = {
        "section": "interviews",
        "tab": "mock",
        "crumbs": [("Interviews", reverse("interviews:bank")), ("Mock interview", reverse("interviews:mocks"))],
        "mock": row,
        "report": report,
        "parts": parts,
        "again_url": _start_address(row),
        "alone_url": _start_address(row, category_id=report.weakest.category.pk) if report.weakest else "",
        "links": links_context(row, now=timezone.now()),
    }
    return unkept(render(request, "interviews/mock_report.html", context, status=422 if refused else 200))
