"""The table of applications: searched, filtered, sorted, and the looks at it that somebody has saved."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from accounts.guards import LearnerRequest, open_page
from applications.postings.models import Application, Stage
from applications.stages.due import closing
from applications.stages.listing import listed, sources
from applications.stages.looks import CLOSES, EMPLOYER, SINCE, STAGE, TITLE, Look, LookForm, look_of
from applications.stages.models import SavedView
from applications.stages.switching import switch
from applications.stages.view_form import SavedViewForm
from curation.keys import is_key
from keeping.pages import PER_PAGE, OwnPages, Words


def _begun(request: LearnerRequest) -> dict[str, Any]:
    """What the address says of a new one: what it filters and how it sorts."""
    return {"query": look_of(request.GET.get("query", "")).query()}


VIEWS = OwnPages(
    SavedView,
    SavedViewForm,
    Words(
        "Saved views",
        add="Save this view",
        add_lead="Its filters and its order, one press away from the table.",
        keep="Save the view",
        edit="Rename the view",
    ),
    section="applications",
    tab="applications",
    listed_at="applications:table",
    name="view",
    begin=_begun,
    above=(("Applications", "applications:applications"),),
)
HEADERS = (("Job", TITLE), ("Employer", EMPLOYER), ("Stage", STAGE), ("Since", SINCE), ("Closes", CLOSES))


@open_page
def table(request: LearnerRequest) -> HttpResponse:
    """All applications, or those that fit what is asked; ``?view=`` asks what was saved under it."""
    opened = _opened(request)
    asked = QueryDict(look_of(opened.query).query()) if opened else request.GET
    form = LookForm(asked, sources=sources(request.user))
    look, today = form.look, timezone.localdate()
    rows = listed(request.user, look, today=today)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    views: Any = SavedView.objects
    context = {
        **switch("applications:table"),
        "form": form,
        "look": look,
        "page": page,
        "rows": [(row, closing(row.closes_on, today=today, is_saved=row.at == Stage.SAVED)) for row in page],
        "headers": [(name, f"?{look.sorted_by(sort).query()}", sort == look.sort) for name, sort in HEADERS],
        "anything": page.paginator.count or Application.objects.for_user(request.user).exists(),
        "views": [(view, view == opened) for view in views.for_user(request.user)],
        "opened": opened,
        "new_view": _new(request, look),
    }
    return render(request, "applications/table.html", context)


def _opened(request: LearnerRequest) -> Any:
    """The saved view that is asked for, or 404."""
    key = request.GET.get("view", "")
    if not key:
        return None
    rows: Any = SavedView.objects
    return get_object_or_404(rows.for_user(request.user), pk=key if is_key(key) else 0)


def _new(request: LearnerRequest, look: Look) -> SavedViewForm:
    begin = {"query": look.query()}
    return SavedViewForm(None, row=None, user=request.user, today=timezone.localdate(), initial=begin)
