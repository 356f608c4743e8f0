"""After how many days a learner follows up."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.guards import LearnerRequest, open_page
from applications.stages.forms import HabitsForm
from applications.stages.models import HABITS_TOKEN, Habits
from keeping.history import lines_of
from keeping.saving import save


@open_page
def habits(request: LearnerRequest) -> HttpResponse:
    """The one row of habits: its form, which makes it the first time."""
    rows: Any = Habits.objects
    row = rows.for_user(request.user).first()
    sent = request.POST if request.method == "POST" else None
    begin = {"token": HABITS_TOKEN}
    form = HabitsForm(sent, row=row, user=request.user, today=timezone.localdate(), initial=begin)
    if sent is not None and save(request, form, Habits, row):
        return redirect("applications:habits")
    context = {
        "section": "applications",
        "tab": "tasks",
        "crumbs": [("Tasks", reverse("applications:tasks"))],
        "form": form,
        "history": lines_of(row) if row else [],
    }
    return render(request, "applications/habits.html", context, status=200 if sent is None else 422)
