"""Everything to take out: files for a spreadsheet, and a page for an office."""

from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils import timezone

from accounts.guards import LearnerRequest, learner_page
from applications.lists.exporting import Table, applications_table, changes_of, history_table
from applications.lists.period_forms import PeriodForm
from curation.csv_writer import written

FRAME = {"section": "applications", "tab": "lists"}
# On one page: far more than a period has. The file has them all.
MOST_SHOWN = 2000


@learner_page
def applications(request: LearnerRequest) -> HttpResponse:
    """All applications as a file, one line each."""
    if request.method == "POST":
        return HttpResponseNotAllowed(["GET", "HEAD"])
    return _file(applications_table(request.user), f"applications-{timezone.localdate()}.csv")


@learner_page
def history(request: LearnerRequest) -> HttpResponse:
    """Every stage of every application as a file, of a period if one is asked for."""
    if request.method == "POST":
        return HttpResponseNotAllowed(["GET", "HEAD"])
    form = PeriodForm(request.GET)
    if not form.is_valid():
        return _proof(request, form)
    return _file(history_table(changes_of(request.user, **form.cleaned_data)), form.file_name)


@learner_page
def proof(request: LearnerRequest) -> HttpResponse:
    """The same history as a page to print, for an office."""
    if request.method == "POST":
        return HttpResponseNotAllowed(["GET", "HEAD"])
    return _proof(request, PeriodForm(request.GET))


def _proof(request: LearnerRequest, form: PeriodForm) -> HttpResponse:
    valid = form.is_valid()
    changes = changes_of(request.user, **form.cleaned_data) if valid else []
    rows = list(changes[: MOST_SHOWN + 1])
    asked = {name: value for name, value in form.cleaned_data.items() if value} if valid else {}
    context = {
        "form": form,
        "period": form.period if valid else "",
        "stage": dict(form.fields["stage"].choices).get(asked.get("stage")),  # type: ignore[attr-defined]
        "rows": rows[:MOST_SHOWN],
        "beyond": len(rows) > MOST_SHOWN,
        "most": MOST_SHOWN,
        "jobs": len({one.application_id for one in rows[:MOST_SHOWN]}),
        "asked": urlencode(asked),
        "name": request.user.name or request.user.email,
        "now": timezone.now(),
    }
    return render(request, "applications/proof.html", FRAME | context, status=200 if valid else 422)


def _file(table: Table, name: str) -> HttpResponse:
    response = HttpResponse(written(*table), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
