"""Where everything that comes in begins, and where all of it goes out again with one press."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.guards import LearnerRequest, learner_page, learner_post
from tpm_portal.elsewhere.bringing_in import counted, last_in, take_back
from tpm_portal.elsewhere.looking import FRAME


@learner_page
def start(request: LearnerRequest) -> HttpResponse:
    """The ways in, and what came in last."""
    return render(request, "tpm_portal/elsewhere/start.html", FRAME | {"last": last_in(request.user)})


@learner_post(page="from_elsewhere")
def take_back_from(request: LearnerRequest, token: uuid.UUID) -> HttpResponse:
    """All that came in together with a row goes to the bin."""
    numbers = take_back(request.user, token, at=timezone.now())
    if numbers is None:
        raise Http404
    then = "You can restore what you need for 30 days."
    said = f"Deleted: {counted(numbers)}. {then}" if numbers else "It was already deleted."
    messages.success(request, said)
    return redirect("from_elsewhere")
