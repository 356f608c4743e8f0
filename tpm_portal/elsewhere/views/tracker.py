"""A tracker of time or habits comes in: brought, matched, looked at, and only then kept."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.days import latest_day
from accounts.guards import LearnerRequest, learner_page, learner_post
from applications.lists.sheets import MOST_BYTES, has_names, read_sheet
from tpm_portal.elsewhere.forms import TrackerFileForm, TrackerForm
from tpm_portal.elsewhere.looking import CHANGED, FRAME, crumbs, found, keep
from tpm_portal.elsewhere.tracker import read_tracker
from tpm_portal.elsewhere.tracker_columns import KNOWN

NAME = "A tracker"
NOT_WHOLE = "That did not arrive whole, and nothing was saved. Please bring the file again."


@sensitive_post_parameters()
@sensitive_variables()
@learner_page
def tracker(request: LearnerRequest) -> HttpResponse:
    """Bring a table; then say what its columns are."""
    sent = request.method == "POST"
    form = TrackerFileForm(request.POST, request.FILES) if sent else TrackerFileForm()
    if sent and form.is_valid():
        text = form.said
        headless = not has_names(text, KNOWN)
        sheet = read_sheet(text, with_names=not headless)
        if not sheet.problems:
            match = TrackerForm({"text": text, **({"headless": "on"} if headless else {})}, sheet)
            return _matched(request, match, first=True, in_windows=form.in_windows)
        form.add_error("file" if form.cleaned_data["file"] else "text", [str(one) for one in sheet.problems])
    context = {"form": form, "crumbs": crumbs()}
    return render(request, "tpm_portal/elsewhere/tracker.html", FRAME | context, status=422 if sent else 200)


@sensitive_post_parameters()
@sensitive_variables()
@learner_post(page="from_tracker")
def read(request: LearnerRequest) -> HttpResponse:
    """Look at a table as it is matched now, or bring it in as it was looked at."""
    text = request.POST.get("text", "")
    whole = text.strip() and "\x00" not in text and len(text.encode("utf-8", "replace")) <= MOST_BYTES * 2
    sheet = read_sheet(text, with_names="headless" not in request.POST) if whole else None
    if sheet is None or sheet.problems:
        messages.error(request, " ".join(map(str, sheet.problems)) if sheet else NOT_WHOLE)
        return redirect("from_tracker")
    form = TrackerForm(request.POST.dict(), sheet)
    if "keep" in request.POST and form.is_valid():
        if form.cleaned_data["seen"] == form.digest:
            said = read_tracker(sheet, form.choices, latest=latest_day(timezone.now()))
            return keep(request, said.drafts, len(said.refused))
        form.add_error(None, CHANGED)
    return _matched(request, form)


@sensitive_variables()
def _matched(
    request: LearnerRequest, form: TrackerForm, *, first: bool = False, in_windows: bool = False
) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "first": first, "in_windows": in_windows, "number": len(form.sheet.lines)}
    context |= {"crumbs": crumbs((NAME, "from_tracker")), "of": "row"}
    valid = form.is_valid()
    if valid or CHANGED in form.non_field_errors():
        said = read_tracker(form.sheet, form.choices, latest=latest_day(timezone.now()))
        # What was left out is left out of the same drafts only.
        same = form.cleaned_data["seen"] == form.digest
        context |= found(said, user=request.user, data=request.POST if same else None) | {"digest": form.digest}
    return render(request, "tpm_portal/elsewhere/tracker_read.html", FRAME | context, status=200 if valid else 422)
