"""A list of applications comes in: brought, matched, looked at, and only then kept, all of it or nothing."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.days import latest_day
from accounts.guards import LearnerRequest, learner_post, open_page
from applications.lists.bringing_in import bring_in, last_in, take_back
from applications.lists.forms import TOO_LARGE, ListForm, MatchForm
from applications.lists.lines import read_lines
from applications.lists.period_forms import PeriodForm
from applications.lists.planning import Plan, plan
from applications.lists.sheets import MOST_BYTES, has_names, read_sheet

FRAME = {"section": "applications", "tab": "lists"}
# Of the lines that are new, those that are there and those with problems, as many are shown.
MOST_SHOWN = 100


@sensitive_post_parameters()
@sensitive_variables()
@open_page
def lists(request: LearnerRequest) -> HttpResponse:
    """What can come in and go out. A list that is brought is matched next."""
    sent = request.method == "POST"
    form = ListForm(request.POST, request.FILES) if sent else ListForm()
    if sent and form.is_valid():
        text = form.said
        headless = not has_names(text)
        sheet = read_sheet(text, with_names=not headless)
        if not sheet.problems:
            match = MatchForm({"text": text, **({"headless": "on"} if headless else {})}, sheet)
            return _matched(request, match, first=True, in_windows=form.in_windows)
        form.add_error("file" if form.cleaned_data["file"] else "text", [str(one) for one in sheet.problems])
    context = {"form": form, "period": PeriodForm(), "last": last_in(request.user)}
    return render(request, "applications/lists.html", FRAME | context, status=422 if sent else 200)


@sensitive_post_parameters()
@sensitive_variables()
@learner_post(page="applications:lists")
def read(request: LearnerRequest) -> HttpResponse:
    """Look at a list as it is matched now, or bring it in as it was looked at."""
    text = request.POST.get("text", "")
    if not text.strip() or "\x00" in text or len(text.encode("utf-8", "replace")) > MOST_BYTES * 2:
        messages.error(request, TOO_LARGE if text.strip() else "That did not arrive whole. Please bring it again.")
        return redirect("applications:lists")
    sheet = read_sheet(text, with_names="headless" not in request.POST)
    if sheet.problems:
        messages.error(request, " ".join(map(str, sheet.problems)))
        return redirect("applications:lists")
    form = MatchForm(request.POST.dict(), sheet)
    if "keep" not in request.POST or not form.is_valid():
        return _matched(request, form)
    if form.cleaned_data["seen"] != form.digest:
        form.add_error(None, "You chose something else than what was shown. Look it over once more, then bring it in.")
        return _matched(request, form)
    return _kept(request, form)


@sensitive_variables()
def _kept(request: LearnerRequest, form: MatchForm) -> HttpResponse:
    now = timezone.now()
    lines = read_lines(form.sheet, form.choices, latest=latest_day(now))
    without_cells = form.cleaned_data["without_cells"]
    today = timezone.localdate()
    found, rows = bring_in(lines, user=request.user, without_cells=without_cells, today=today, at=now)
    if rows:
        undo = reverse("applications:take_back_list", args=[rows[-1].pk])
        messages.success(request, f"Brought in: {_rest(found, len(rows))}", extra_tags=undo)
    else:
        messages.success(request, f"Nothing new came in: {_rest(found, 0)}")
    return redirect("applications:lists")


def _rest(found: Plan, new: int) -> str:
    """What became of the lines, in a sentence."""
    said = [f"{_number(new, 'application')}"] if new else []
    said += [f"{_number(len(found.there), 'line')} there already"] if found.there else []
    said += [f"{_number(len(found.left), 'line')} left out with problems"] if found.left else []
    return f"{', '.join(said)}."


def _number(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


@sensitive_variables()
def _matched(
    request: LearnerRequest, form: MatchForm, *, first: bool = False, in_windows: bool = False
) -> HttpResponse:
    """How the list is read, with what would come in if that is right. Nothing is kept."""
    context: dict[str, Any] = {"form": form, "first": first, "in_windows": in_windows}
    context["lines"] = len(form.sheet.lines)
    context["crumbs"] = [("In and out", reverse("applications:lists"))]
    # A message about what was chosen otherwise stands above lines that can be looked at all the same.
    if form.is_valid() or ({*form.errors} == {NON_FIELD_ERRORS} and "title" in form.chosen):
        lines = read_lines(form.sheet, form.choices, latest=latest_day(timezone.now()))
        found = plan(lines, user=request.user, without_cells=form.cleaned_data["without_cells"])
        problems = [line for line in lines if line.wrong]
        context |= {
            "looked": True,
            "digest": form.digest,
            "new": [line for _, line in found.new[:MOST_SHOWN]],
            "new_number": len(found.new),
            "there": found.there[:MOST_SHOWN],
            "there_number": len(found.there),
            "problems": problems[:MOST_SHOWN],
            "problem_number": len(problems),
            "left_number": len(found.left),
            "most": MOST_SHOWN,
        }
    return render(request, "applications/match.html", FRAME | context, status=422 if form.errors else 200)


@learner_post(page="applications:lists")
def take_back_list(request: LearnerRequest, application: int) -> HttpResponse:
    """All that came in together with an application goes to the bin, with one press."""
    number = take_back(request.user, application, at=timezone.now())
    if number is None:
        raise Http404
    said = (
        f"Deleted: {_number(number, 'application')}. You can restore {'it' if number == 1 else 'them'} for 30 days."
        if number
        else "It was already deleted."
    )
    messages.success(request, said)
    return redirect("applications:lists")
