"""What is to be done, for an application or for the search as a whole, and what is due."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.guards import LearnerRequest, learner_post, open_page
from accounts.models import User
from applications.postings.opening import asked_application
from applications.stages.following_up import asked_for_due, due_of
from applications.stages.forms import TaskForm
from applications.stages.models import Task
from keeping import verbs
from keeping.pages import PER_PAGE, OwnPages, Words
from keeping.saving import say

TASKS = OwnPages(
    Task,
    TaskForm,
    Words(
        "Tasks",
        add="Add a task",
        add_lead="One thing, in a few words. With a day it appears on Today when it is due.",
        edit="Edit the task",
    ),
    section="applications",
    tab="tasks",
    listed_at="applications:tasks",
    name="task",
    begin=asked_application,
)


@open_page
def tasks(request: LearnerRequest) -> HttpResponse:
    """What is due, and all tasks: what is open by its day, then what has none, then what is done, the last first."""
    today = timezone.localdate()
    # Tasks stand below themselves.
    learner: Any = User.objects.annotate(**asked_for_due(today=today)).filter(pk=request.user.pk).first()
    due = due_of(learner, today=today, with_tasks=False) if learner else []
    rows: Any = Task.objects.for_user(request.user).select_related("application")
    rows = rows.order_by(F("done_on").desc(nulls_first=True), F("due_on").asc(nulls_last=True), "pk")
    context = {
        "section": "applications",
        "tab": "tasks",
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "today": today,
        "due": due[:PER_PAGE],
        "more_due": len(due[PER_PAGE:]),
    }
    return render(request, "applications/tasks.html", context)


@learner_post(page="applications:tasks")
def done(request: LearnerRequest, task: int) -> HttpResponse:
    """A task is done today."""
    row = _own(request, task)
    if row.done_on:
        say(request, f"It was done already: {row}.", None)
        return redirect("applications:tasks")
    return _say_done(request, row, timezone.localdate().isoformat(), f"Done: {row}.")


@learner_post(page="applications:tasks")
def undone(request: LearnerRequest, task: int) -> HttpResponse:
    """A task is to be done after all."""
    row = _own(request, task)
    return _say_done(request, row, None, f"To be done: {row}.")


def _own(request: LearnerRequest, task: int) -> Any:
    return get_object_or_404(Task.objects.for_user(request.user).with_named(), pk=task)


def _say_done(request: LearnerRequest, row: Any, done_on: str | None, said: str) -> HttpResponse:
    event = verbs.press(row, values={"done_on": done_on}, at=timezone.now())
    say(request, said if event else f"Nothing had changed: {row}.", event)
    return redirect("applications:tasks")
