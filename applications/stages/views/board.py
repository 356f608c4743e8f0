"""The board: every application in the column of its stage, and the presses that move one and take that back."""

from functools import cache
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from accounts.guards import LearnerRequest, learner_post, open_page, page_of_origin
from applications.postings.models import ENDINGS, Stage
from applications.postings.opening import opened
from applications.stages import moving
from applications.stages.cards import COLUMNS, ENDED, columns
from applications.stages.models import StageChange
from applications.stages.stage_forms import MoveForm
from applications.stages.switching import switch
from keeping.meanwhile import ChangedMeanwhileError
from keeping.saving import say


@open_page
def board(request: LearnerRequest) -> HttpResponse:
    """The columns side by side, or below each other on a phone; ``?column=`` shows one of them alone."""
    only = request.GET.get("column", "")
    only = only if only in COLUMNS else ""
    shown = columns(request.user, today=timezone.localdate(), only=only)
    context = {
        **switch("applications:applications"),
        "only": only,
        "columns": [
            (column, [(card, options(card.application.at)) for card in column.cards]) for column in shown.columns
        ],
        "counts": [(key, name, shown.counts[key]) for key, name in COLUMNS.items()],
        "total": sum(shown.counts.values()),
        "going_on": sum(shown.counts.values()) - shown.counts[ENDED],
        "number_ended": shown.counts[ENDED],
        "ended": ENDED,
        "endings": [(stage.value, stage.label) for stage in ENDINGS],
        "here": request.get_full_path(),
    }
    return render(request, "applications/board.html", context)


@cache
def options(stage: str) -> SafeString:
    """All stages as options of a select, of which ``stage`` is chosen. The same on every card of a column."""
    chosen = [(value, mark_safe(" selected") if value == stage else "", label) for value, label in Stage.choices]
    return format_html_join("", '<option value="{}"{}>{}</option>', chosen)


@learner_post(page="applications:applications")
def move(request: LearnerRequest, application: int) -> HttpResponse:
    """One press brings an application to a stage, from anywhere; pressed twice it is recorded once."""
    row = opened(request, application)
    form = MoveForm(request.POST)
    back = page_of_origin(request, reverse("applications:applications"))
    if not form.is_valid():
        messages.error(request, "That press did not arrive whole. Nothing was changed; please try again.")
        return redirect(back)
    stage, token = form.cleaned_data["stage"], form.cleaned_data["token"]
    try:
        moved = moving.move(row, stage=stage, token=token, today=timezone.localdate(), at=timezone.now())
    except ChangedMeanwhileError:
        messages.error(
            request,
            "What this press recorded was changed since, in another window. Nothing was changed; look at it here.",
        )
        return redirect("applications:stages", row.pk)
    _say_moved(request, row, stage, moved)
    return redirect(back)


def _say_moved(request: LearnerRequest, row: Any, stage: str, moved: moving.Moved) -> None:
    where = Stage(stage).label
    if moved.change is None:
        messages.success(request, f"Nothing had changed. At “{where}” already: {row}")
    elif moved.change.in_bin:
        messages.info(request, f"You already undid that. Press once more to move it to “{where}”: {row}")
    else:
        undo = reverse("applications:take_back", args=[moved.change.pk])
        messages.success(request, f"Moved to “{where}”: {row}", extra_tags=undo)


@learner_post(page="applications:applications")
def take_back(request: LearnerRequest, stage: int) -> HttpResponse:
    """The undo of a move: its change goes to the bin, and the application stands where it stood."""
    rows = StageChange.objects.filter(user=request.user, application__deletion=None)
    event, application = moving.take_back(get_object_or_404(rows, pk=stage), at=timezone.now())
    done = "Undone" if event else "It was already undone"
    say(request, f"{done}. At “{application.stage_name}” again: {application}.", event)
    return redirect(page_of_origin(request, reverse("applications:applications")))
