"""Marking a resume as sent, and the copies that are kept of what was."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F, Func, IntegerField
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.guards import LearnerRequest, learner_page, learner_post, open_page
from keeping.history import lines_of
from keeping.pages import PER_PAGE
from keeping.saving import put_away
from resumes.making import sending
from resumes.making.downloads import attachment, file_name
from resumes.making.files import FORMATS, FileError
from resumes.making.forms import SendForm
from resumes.making.loading import compose_resume
from resumes.making.models import SentCopy, SentFile
from resumes.making.opening import below, with_layers
from resumes.making.slots import sent_copy_page


@sensitive_post_parameters()
@sensitive_variables()
@learner_page
def send(request: LearnerRequest, resume: int) -> HttpResponse:
    """Keep a copy of the resume as it was sent."""
    row = with_layers(request, resume)
    today = timezone.localdate()
    sent = request.POST if request.method == "POST" else None
    form = SendForm(sent, today=today, purpose=row.purpose)
    error = ""
    if sent is not None and form.is_valid():
        said = form.cleaned_data
        try:
            files, lost = sending.files_of(compose_resume(row, today=today), row)
        except FileError as failed:
            error = f"No copy was saved. {failed}"
        else:
            copy, new = sending.mark_as_sent(row, user=request.user, files=files, at=timezone.now(), **said)
            told = (copy.employer, copy.purpose, copy.on)
            if new and lost:
                names = " and ".join(FORMATS[ending].name for ending in files)
                messages.warning(request, f"Saved as {names}: {copy}. There is no PDF of it. {lost}")
            elif new:
                messages.success(request, f"Saved as it was sent: {copy}.")
            elif told == (said["employer"], said["purpose"], said["on"]):
                messages.success(request, f"It was already saved: {copy}.")
            else:
                messages.error(
                    request,
                    f"This form was sent before, and its copy stays as it was saved: {copy}. To save another, press "
                    "“Mark as sent” again.",
                )
            return redirect("keeping:bin" if copy.in_bin else copy)
    context = {
        **below(row),
        "form": form,
        "error": error,
    }
    return render(request, "resumes/send.html", context, status=200 if sent is None else 422)


@open_page
def sent(request: LearnerRequest) -> HttpResponse:
    """All copies that were sent, the latest first."""
    rows: Any = SentCopy.objects
    page = Paginator(rows.for_user(request.user), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "resumes/sent.html", {"section": "resume", "tab": "sent", "page": page})


@learner_page
def sent_copy(request: LearnerRequest, copy: int) -> HttpResponse:
    """One copy with its files."""
    rows: Any = SentCopy.objects
    row = get_object_or_404(rows.for_user(request.user).with_named(), pk=copy)
    size = Func(F("data"), function="octet_length", output_field=IntegerField())
    context = {
        "section": "resume",
        "tab": "sent",
        "crumbs": [("Sent copies", reverse("resumes:sent"))],
        "copy": row,
        "files": SentFile.objects.filter(copy=row).defer("data").annotate(size=size),
        "history": lines_of(row),
        **sent_copy_page.context(request.user, row),
    }
    return render(request, "resumes/sent_copy.html", context)


@learner_page
def sent_file(request: LearnerRequest, copy: int, ending: str) -> HttpResponse:
    """A file of a copy, byte for byte as it was kept."""
    rows: Any = SentCopy.objects
    row = get_object_or_404(rows.for_user(request.user), pk=copy)
    kept = get_object_or_404(SentFile, copy=row, format=ending)
    name = f"{file_name(request.user.name)}-{row.on:%Y-%m-%d}.{ending}"
    return attachment(bytes(kept.data), FORMATS[ending].media_type, name)


@learner_post(page="resumes:sent_copy")
def bin_sent(request: LearnerRequest, copy: int) -> HttpResponse:
    rows: Any = SentCopy.objects
    put_away(request, get_object_or_404(rows.filter(user=request.user).with_named(), pk=copy))
    return redirect("resumes:sent")
