"""An application is saved and edited, and its posting shown as it was pasted."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from accounts.guards import LearnerRequest, learner_page
from applications.postings.forms import ApplicationForm
from applications.postings.models import Application, PostingText
from applications.postings.opening import frame, opened
from applications.postings.reading_in import take_in
from applications.reading.source import source
from keeping.pages import OwnPages, Words


def _take_in(row: Any) -> None:
    """A new application gets its first stage and what is read of its posting; a later edition of it has them."""
    if row.edition == 1:
        take_in(row, at=timezone.now(), today=timezone.localdate())


APPLICATIONS = OwnPages(
    Application,
    ApplicationForm,
    Words(
        "Applications",
        add="Save the job",
        add_lead="Look it over. Everything can be changed later, and only you see it.",
        keep="Save the job",
        edit="Edit the job",
    ),
    section="applications",
    tab="applications",
    listed_at="applications:applications",
    page_at="applications:application",
    name="application",
    form_template="applications/application_form.html",
    kept=_take_in,
)


@learner_page
def posting(request: LearnerRequest, application: int) -> HttpResponse:
    """The posting as it was pasted, as text; its markup is never rendered."""
    row = opened(request, application)
    text = PostingText.objects.filter(application=row).first()
    context = {
        **frame(row, "applications:posting"),
        "pasted_on": text.pasted_on if text else None,
        "lines": source(text.raw).text.splitlines() if text else [],
        "has_markup": text is not None and source(text.raw).form != "text",
    }
    return render(request, "applications/posting.html", context)


@learner_page
def raw(request: LearnerRequest, application: int) -> HttpResponse:
    """What was pasted, character by character, to be kept elsewhere."""
    rows: Any = PostingText.objects.filter(application__deletion=None, application__user=request.user)
    text = get_object_or_404(rows, application=application)
    response = HttpResponse(text.raw.encode("utf-8", "surrogatepass"), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="posting-{text.pasted_on}.txt"'
    return response
