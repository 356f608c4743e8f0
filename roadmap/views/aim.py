"""What a learner is after: three questions, the role and the credential."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.guards import LearnerRequest, open_page
from keeping.history import lines_of
from keeping.saving import save
from roadmap.aim_form import AimForm
from roadmap.models import AIM_TOKEN, Aim


@open_page
def aim(request: LearnerRequest) -> HttpResponse:
    """The one row of it: its form, which makes it the first time. Leads back to Today."""
    rows: Any = Aim.objects
    row = rows.for_user(request.user).with_named().first()
    sent = request.POST if request.method == "POST" else None
    form = AimForm(sent, row=row, user=request.user, today=timezone.localdate(), initial={"token": AIM_TOKEN})
    if sent is not None and save(request, form, Aim, row):
        return redirect("home")
    context = {"section": "today", "form": form, "history": lines_of(row) if row else []}
    return render(request, "roadmap/aim.html", context, status=200 if sent is None else 422)
