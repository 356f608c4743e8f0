"""A value that a fault of ours moved is put back, or left as it is: one press each."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.guards import LearnerRequest, learner_post, page_of_origin
from evidence.records import recovering
from evidence.records.models import Recovery
from keeping.saving import say


@learner_post(page="evidence:pieces")
def settle(request: LearnerRequest, recovery: int) -> HttpResponse:
    found = get_object_or_404(Recovery, pk=recovery, user=request.user)
    answer = request.POST.get("answer")
    if answer not in ("take", "keep"):
        raise Http404
    row, event = recovering.settle(found, take=answer == "take", at=timezone.now())
    if row is None:
        raise Http404
    if event:
        say(request, f"It is as it was before: {row}.", event)
    else:
        messages.info(request, f"It stays as it is: {row}.")
    return redirect(page_of_origin(request, row.get_absolute_url()))
