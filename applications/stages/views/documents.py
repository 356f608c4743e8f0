"""What was sent for an application: that it was applied for, and the frozen copies of resumes."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.guards import LearnerRequest, learner_page, learner_post
from applications.postings.models import Stage
from applications.postings.opening import frame, opened
from applications.stages import applying
from applications.stages.document_forms import COPY, RESUME, AppliedForm, AttachForm
from applications.stages.models import StageChange
from applications.stages.moving import begin_no_later
from keeping.saving import in_words, keep, say
from resumes.making import sending
from resumes.making.files import FORMATS, FileError
from resumes.making.loading import compose_resume
from resumes.making.opening import with_layers
from resumes.models import SentCopy

MOST_SHOWN = 50


@learner_page
def documents(request: LearnerRequest, application: int) -> HttpResponse:
    """The copies that went out, the letter, and the form that says that they did."""
    row = opened(request, application)
    today = timezone.localdate()
    form: Any = (AttachForm if _applied(row) else AppliedForm)(application=row, user=request.user, today=today)
    return _page(request, row, form)


@sensitive_post_parameters()
@sensitive_variables()
@learner_post(page="applications:documents")
def apply(request: LearnerRequest, application: int) -> HttpResponse:
    """The learner has applied: the stage, and what went out, in one press."""
    row = opened(request, application, sent=True)
    form = AppliedForm(request.POST, application=row, user=request.user, today=timezone.localdate())
    return _sent(request, row, form)


@sensitive_post_parameters()
@sensitive_variables()
@learner_post(page="applications:documents")
def attach_copy(request: LearnerRequest, application: int) -> HttpResponse:
    """One more resume went out."""
    row = opened(request, application, sent=True)
    form = AttachForm(request.POST, application=row, user=request.user, today=timezone.localdate())
    return _sent(request, row, form)


@learner_post(page="applications:documents")
def unlink_copy(request: LearnerRequest, application: int, copy: int) -> HttpResponse:
    """A copy did not go out for this application after all. The copy itself stays."""
    row = opened(request, application)
    rows: Any = SentCopy.objects
    sent = get_object_or_404(rows.for_user(request.user), pk=copy)
    event = applying.unlink(row, sent, at=timezone.now())
    say(request, f"Not sent for this one: {sent}." if event else f"It was not linked: {sent}.", event)
    return redirect("applications:documents", row.pk)


@sensitive_variables()
def _sent(request: LearnerRequest, row: Any, form: Any) -> HttpResponse:
    """Keep what a form says: the files are made first, since only that can fail for good."""
    if not form.is_valid():
        return _page(request, row, form, status=422)
    kind, key = form.what_was_sent
    resume = with_layers(request, key) if kind == RESUME and key else None
    files: dict[str, bytes] = {}
    lost = ""
    if resume:
        try:
            files, lost = sending.files_of(compose_resume(resume, today=timezone.localdate()), resume)
        except FileError as failed:
            return _page(request, row, form, status=422, error=f"Nothing was saved. {failed}")
    with transaction.atomic():
        kept = keep(form, StageChange, user=request.user, at=timezone.now()) if form.marks else None
        if form.errors:
            return _page(request, row, form, status=422)
        if kept:
            begin_no_later(kept[0], at=timezone.now())
            say(request, in_words(*kept, new=True), None)
        if resume:
            said = {"user": request.user, "token": form.cleaned_data[form.named_by], "on": form.cleaned_data["on"]}
            copy, new = applying.freeze(resume, row, files=files, at=timezone.now(), **said)
            _say_frozen(request, copy, files, lost, new=new)
        elif kind == COPY and key:
            _link(request, row, key)
    return redirect("keeping:bin") if row.in_bin else redirect("applications:documents", row.pk)


def _say_frozen(request: LearnerRequest, copy: Any, files: Any, lost: str, *, new: bool) -> None:
    if not new:
        say(request, f"It was already saved, as it was sent: {copy}.", None)
    elif lost:
        names = " and ".join(FORMATS[ending].name for ending in files)
        messages.warning(request, f"Saved as {names}: {copy}. There is no PDF of it. {lost}")
    else:
        say(request, f"Saved as it was sent: {copy}.", None)


def _link(request: LearnerRequest, row: Any, key: int) -> None:
    copy = get_object_or_404(SentCopy.objects.filter(user=request.user), pk=key)
    event = applying.link(row, copy, at=timezone.now())
    say(request, f"Sent for this one: {copy}." if event else f"It was linked already: {copy}.", None)


def _applied(row: Any) -> Any:
    """When it was applied for, if it was."""
    changes = StageChange.objects.filter(application=row, deletion=None, stage=Stage.APPLIED)
    return changes.order_by("-on", "-pk").first()


def _page(request: LearnerRequest, row: Any, form: Any, *, status: int = 200, error: str = "") -> HttpResponse:
    copies: Any = SentCopy.objects
    context = {
        **frame(row, "applications:documents"),
        "form": form,
        "error": error,
        "applied": _applied(row),
        "copies": copies.for_user(request.user).filter(application_rows__application=row)[:MOST_SHOWN],
    }
    return render(request, "applications/documents.html", context, status=status)
