"""Bringing a resume in: a file is read, what it says is proposed, and what is ticked is kept. Nothing before that."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.guards import LearnerRequest, learner_post, open_page
from resumes.base.loading import load_recorded
from resumes.base.models import Contact
from resumes.bringing.forms import FileForm, ProposalForm, alike, alike_bullet, beyond, initial_of
from resumes.bringing.keeping_brought import keep_brought
from resumes.reading.bring import Brought, read_brought
from resumes.reading.files import UnreadableError
from resumes.reading.telling import recognized

FRAME = {"section": "resume", "tab": "bring"}


@sensitive_post_parameters()
@sensitive_variables()
@open_page
def bring(request: LearnerRequest) -> HttpResponse:
    """Choose a file; then see what it says, line by line."""
    sent = request.method == "POST"
    form = FileForm(request.POST, request.FILES) if sent else FileForm()
    if sent and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            brought = read_brought(file.read(), file.name)
        except UnreadableError as error:
            form.add_error("file", str(error))
        else:
            return _proposed(request, ProposalForm(initial=_initial(request, brought)), brought=brought)
    return render(request, "resumes/bring.html", FRAME | {"form": form}, status=422 if sent else 200)


def _initial(request: LearnerRequest, brought: Brought) -> dict[str, Any]:
    recorded = load_recorded(request.user, today=timezone.localdate())
    here = {alike(entry) for entry in recorded.entries} | {alike_bullet(one.text) for one in recorded.sentences}
    contact: Any = Contact.objects
    name = brought.name.rpartition(".")[0] or brought.name
    has_contact = contact.for_user(request.user).exists()
    return initial_of(brought.content, name=name, here=frozenset(here), has_contact=has_contact)


def _proposed(
    request: LearnerRequest, form: ProposalForm, *, brought: Brought | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "brought": brought,
        "beyond": beyond(brought.content) if brought else "",
        "recognized": recognized(brought.proposal) if brought and brought.read and brought.proposal else [],
        "leftover": [line.text for line in brought.proposal.leftover] if brought and brought.proposal else [],
    }
    return render(request, "resumes/proposed.html", FRAME | context, status=status)


@sensitive_post_parameters()
@sensitive_variables()
@learner_post(page="resumes:bring", visitors=True)
def keep(request: LearnerRequest) -> HttpResponse:
    """Keep what is ticked."""
    form = ProposalForm(request.POST)
    if not form.is_valid():
        return _proposed(request, form, status=422)
    kept = keep_brought(form, user=request.user, today=timezone.localdate(), at=timezone.now())
    if not kept.numbers and not kept.resume:
        messages.success(request, "Nothing was checked, so nothing was saved.")
        return redirect("resumes:bring")
    messages.success(request, f"Saved: {kept.in_words}." if kept.numbers else "Everything was here already.")
    return redirect(kept.resume or "resumes:resumes")
