"""The bin: what was deleted in the last days comes back whole from here; and taking back a change."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.guards import LearnerRequest, learner_page, learner_post, page_of_origin
from keeping import verbs
from keeping.bin import shown
from keeping.declaring import subject_of, table, tables
from keeping.models import Deletion, Event, Own
from keeping.saving import say

PER_PAGE = 25


@learner_page
def bin_page(request: LearnerRequest) -> HttpResponse:
    """Everything that can still be brought back, the newest first. What went along is counted with it."""
    deletions = Deletion.objects.in_bin(request.user, now=timezone.now())
    page = Paginator(deletions, PER_PAGE).get_page(request.GET.get("page"))
    context = {"section": "evidence", "tab": "bin", "page": page, "binned": shown(page)}
    return render(request, "keeping/bin.html", context)


@learner_post(page="keeping:bin")
def restore(request: LearnerRequest, deletion: int) -> HttpResponse:
    found = get_object_or_404(Deletion.objects.select_related("waits_for"), pk=deletion, user=request.user)
    now = timezone.now()
    if found.subject not in tables() or (found.restored_at is None and found.until <= now):
        raise Http404
    row = table(found.subject)._default_manager.filter(user=request.user, token=found.token, deletion=found).first()
    if row is not None and found.waits_for:
        messages.info(request, f"Restore {found.waits_for} first: {found} is part of it.")
    elif row is not None and verbs.bring_back(row, at=now):
        messages.success(request, f"Restored: {found}.")
    else:
        messages.success(request, f"Nothing to restore: {found}.")
    return redirect(page_of_origin(request, reverse("keeping:bin")))


@learner_post(page="keeping:bin")
def undo(request: LearnerRequest, event: int) -> HttpResponse:
    found = get_object_or_404(Event, pk=event, user=request.user, subject__in=tables())
    undone = verbs.undo(user=request.user, event=found, at=timezone.now())
    if undone is None:
        messages.info(request, "Nothing to undo: it has changed since, or it was undone already.")
    else:
        say(request, "It is as it was before.", undone)
    return redirect(page_of_origin(request, reverse("keeping:bin")))


def moved(request: HttpRequest) -> HttpResponse:
    """The bin's address as it was."""
    return redirect("keeping:bin", permanent=True)


@learner_post(page="keeping:bin")
def restore_row(request: LearnerRequest, subject: str, row: int) -> HttpResponse:
    """The button of a page that was opened when buttons named rows."""
    found: Own = get_object_or_404(_table_called(subject).objects.filter(user=request.user), pk=row)
    deletion = found.deletion
    if deletion is None:
        messages.success(request, f"Nothing to restore: {found}.")
        return redirect(page_of_origin(request, reverse("keeping:bin")))
    if (deletion.subject, deletion.token) == (subject_of(found), found.token):
        return restore(request, deletion=deletion.pk)
    raise Http404


def _table_called(name: str) -> type[Own]:
    for label, model in tables().items():
        if label.partition(".")[2] == name:
            return model
    raise Http404
