"""Save what you typed? From the door through the sign-up to the one page where somebody says yes or no."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from accounts.guards import LearnerRequest, learner_page, learner_post
from evidence.ledger import loading as ledger
from tpm_portal.doors.carrying import LONGEST, carried, carry, drop
from tpm_portal.doors.eligible_form import eligible_form
from tpm_portal.doors.interview_form import InterviewDoorForm
from tpm_portal.doors.pay_form import PayDoorForm
from tpm_portal.doors.rows import keep_wanted, rows
from tpm_portal.doors.typed_before import let_go, typed_before


@sensitive_variables()
@sensitive_post_parameters()
@require_POST
def bring(request: HttpRequest, door: str) -> HttpResponse:
    """Hold on to what this door and the others were told, and lead to the sign-up or, signed in, to the question."""
    told = _taken(request.POST.get("told", ""))
    if not (told and _form(door, told).is_valid()):
        told.pop("amount", None)
        return redirect(f"{reverse(f'start:{door}')}?{told.urlencode()}")
    for other, query in typed_before(request).items():
        before = _taken(query)
        if other != door and before and _form(other, before).is_valid():
            carry(request, other, before.urlencode())
    carry(request, door, told.urlencode())
    there = reverse("start:keep")
    if request.user.is_authenticated:
        response = redirect(there)
    else:
        messages.info(request, "Almost there. Once you've signed up, you'll see every row and say what to save.")
        response = redirect(f"{reverse('account_signup')}?next={there}")
    let_go(response)
    return response


@sensitive_variables()
@sensitive_post_parameters()
@learner_page
def keep(request: LearnerRequest) -> HttpResponse:
    """The rows that would come of what was typed, each with a box; a yes saves what is ticked."""
    now, waiting = timezone.now(), carried(request)
    found = rows(waiting, user=request.user, now=now, sent=request.POST if request.method == "POST" else None)
    if request.method == "POST" and waiting:
        kept = keep_wanted(found, user=request.user, at=now)
        if kept is not None:
            drop(request)
            said = f"Saved: {', '.join(kept)}." if kept else "Nothing was saved, and what you typed is gone."
            messages.success(request, said)
            return redirect("home")
    context: dict[str, Any] = {"section": "today", "rows": found, "waiting": bool(waiting)}
    return render(request, "tpm_portal/keep.html", context, status=422 if request.method == "POST" and waiting else 200)


@learner_post(page="start:keep")
def discard(request: LearnerRequest) -> HttpResponse:
    """Let go of all of it."""
    if carried(request):
        drop(request)
        messages.success(request, "Gone: nothing of what you typed was saved.")
    return redirect("home")


def _taken(query: str) -> QueryDict:
    """A query as it was sent, empty if no door would take it."""
    return QueryDict(query if "\x00" not in query and len(query) <= LONGEST else "", mutable=True)


def _form(door: str, told: QueryDict) -> Any:
    if door == "pay":
        return PayDoorForm(told)
    if door == "interview":
        return InterviewDoorForm(told, now=timezone.now())
    return eligible_form(told, ledger.load_rules(), ledger.credential_names())
