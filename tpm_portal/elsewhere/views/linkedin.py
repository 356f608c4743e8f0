"""LinkedIn's own archive comes in: brought, looked at, and only then kept."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.guards import LearnerRequest, learner_page, learner_post
from resumes.reading.files import UnreadableError
from tpm_portal.elsewhere.drafts import Said
from tpm_portal.elsewhere.forms import ArchiveForm, ArchiveRowsForm
from tpm_portal.elsewhere.linkedin import Catalog, cells_in, load_catalog, read_archive, skills_in
from tpm_portal.elsewhere.linkedin_cells import Cells, CellsError, written
from tpm_portal.elsewhere.linkedin_cells import read as read_cells
from tpm_portal.elsewhere.looking import CHANGED, FRAME, crumbs, found, keep
from tpm_portal.elsewhere.views.tracker import NOT_WHOLE

NAME = "LinkedIn"
NOTHING = "There are no jobs, degrees, credentials, projects or skills in it."


@sensitive_post_parameters()
@sensitive_variables()
@learner_page
def linkedin(request: LearnerRequest) -> HttpResponse:
    """Bring the archive; then look at what it says."""
    sent = request.method == "POST"
    form = ArchiveForm(request.POST, request.FILES) if sent else ArchiveForm()
    if sent and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            rows, notes = cells_in(file.file, file.name)
            if not rows:
                raise UnreadableError(" ".join([NOTHING, *notes[:3]]))
            text = written(rows)
        except (UnreadableError, CellsError) as error:
            form.add_error("file", str(error))
        else:
            return _looked(request, _form({"said": text}, rows), rows, first=True, notes=notes)
    context = {"form": form, "crumbs": crumbs()}
    return render(request, "tpm_portal/elsewhere/linkedin.html", FRAME | context, status=422 if sent else 200)


@sensitive_post_parameters()
@sensitive_variables()
@learner_post(page="from_linkedin")
def read(request: LearnerRequest) -> HttpResponse:
    """Look at an archive once more, or bring it in as it was looked at."""
    try:
        rows = read_cells(request.POST.get("said", ""))
    except CellsError:
        messages.error(request, NOT_WHOLE)
        return redirect("from_linkedin")
    form = _form(request.POST.dict(), rows)
    if "keep" in request.POST and form.is_valid():
        if form.cleaned_data["seen"] == form.digest:
            said = _said(form, rows, load_catalog())
            return keep(request, said.drafts, len(said.refused))
        form.add_error(None, CHANGED)
    return _looked(request, form, rows)


def _form(data: dict[str, Any], rows: Sequence[Cells]) -> ArchiveRowsForm:
    return ArchiveRowsForm(data, has_projects=any(one.table == "Projects" for one in rows))


def _said(form: ArchiveRowsForm, rows: Sequence[Cells], catalog: Catalog) -> Said:
    chosen = {name: form.cleaned_data.get(name, "") for name in ("part", "kind")}
    return read_archive(rows, catalog, **chosen, today=timezone.localdate())


@sensitive_variables()
def _looked(
    request: LearnerRequest,
    form: ArchiveRowsForm,
    rows: Sequence[Cells],
    *,
    first: bool = False,
    notes: Sequence[str] = (),
) -> HttpResponse:
    catalog = load_catalog()
    context: dict[str, Any] = {"form": form, "first": first, "number": len(rows), "notes": notes, "of": "row"}
    context |= {"skills": skills_in(rows, catalog), "crumbs": crumbs((NAME, "from_linkedin"))}
    valid = form.is_valid()
    if "said" in form.cleaned_data:
        said = _said(form, rows, catalog)
        context |= found(said, user=request.user, data=request.POST) | {"digest": form.digest}
    return render(request, "tpm_portal/elsewhere/linkedin_read.html", FRAME | context, status=200 if valid else 422)
