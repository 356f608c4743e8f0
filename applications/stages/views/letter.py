"""The cover letter of an application: begun with a draft of the learner's own words, edited, and downloaded."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.guards import LearnerRequest, learner_page
from applications.postings.models import Application
from applications.postings.opening import frame, opened
from applications.stages.document_forms import LetterForm
from applications.stages.drafting import drafted
from keeping.history import lines_of
from keeping.saving import save
from resumes.making.downloads import attachment


@sensitive_post_parameters()
@sensitive_variables()
@learner_page
def letter(request: LearnerRequest, application: int) -> HttpResponse:
    """The letter as a form; with ``draft`` in the address a draft stands in it, and nothing is saved yet."""
    today = timezone.localdate()
    posted = request.POST if request.method == "POST" else None
    if posted is None:
        row = opened(request, application)
    else:
        rows: Any = Application.objects
        row = get_object_or_404(rows.to_edit(request.user, sent=True).with_stage(), pk=application)
    begins = posted is None and "draft" in request.GET
    typed = {"letter": drafted(row, request.user)} if begins else None
    form = LetterForm(posted, row=row, user=request.user, today=today, typed=typed)
    if posted is not None and (kept := save(request, form, Application, row)):
        return redirect("keeping:bin") if kept.in_bin else redirect("applications:letter", row.pk)
    part = ("Resume and letter", reverse("applications:documents", args=[row.pk]))
    context = {**frame(row), "form": form, "drafted": begins, "history": lines_of(row)}
    context["crumbs"] = [*context["crumbs"], part]
    return render(request, "applications/letter.html", context, status=200 if posted is None else 422)


@learner_page
def letter_text(request: LearnerRequest, application: int) -> HttpResponse:
    """The letter as a text file."""
    row = opened(request, application)
    if not row.letter:
        raise Http404
    return attachment(row.letter.encode(), "text/plain; charset=utf-8", f"cover-letter-{row.pk}.txt")
