"""The bin: what was deleted in the last days comes back whole from here; and taking back a change."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.guards import LearnerRequest, learner_page, learner_post, page_of_origin
from evidence import keeping
from evidence.models.own import OwnEvent
from evidence.views.own import say

PER_PAGE = 25


@learner_page
def bin_page(request: LearnerRequest) -> HttpResponse:
    """Everything that can still be brought back, the newest first. What a project took along is counted with it."""
    binned = keeping.in_bin(request.user, now=timezone.now())
    context = {
        "section": "evidence",
        "tab": "bin",
        "page": Paginator(binned, PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "evidence/bin.html", context)


@learner_post(page="evidence:bin")
def restore(request: LearnerRequest, subject: str, row: int) -> HttpResponse:
    table = keeping.tables().get(subject)
    if table is None:
        raise Http404
    found = get_object_or_404(table.objects.filter(user=request.user), pk=row)
    in_time = table.objects.in_bin(request.user, now=timezone.now()).filter(pk=row)
    if found.binned_at is not None and not in_time.exists():
        raise Http404
    event = keeping.bring_back(found, at=timezone.now())
    messages.success(request, f"Brought back: {found}." if event else f"It is not in the bin: {found}.")
    return redirect(page_of_origin(request, reverse("evidence:bin")))


@learner_post(page="evidence:bin")
def undo(request: LearnerRequest, event: int) -> HttpResponse:
    found = get_object_or_404(OwnEvent, pk=event, user=request.user)
    undone = keeping.undo_change(user=request.user, event=found, at=timezone.now())
    if undone is None:
        messages.info(request, "Nothing to undo: it has changed since, or it was undone already.")
    else:
        say(request, "It is as it was before.", undone)
    return redirect(page_of_origin(request, reverse("evidence:bin")))
