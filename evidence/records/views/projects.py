"""The learner's projects: the list, one of them, and what they do to it."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.guards import LearnerRequest, learner_page, learner_post
from evidence.catalog.eligibility import SORTS
from evidence.catalog.worth import SORT_NAMES, WORTH_NAMES, at_a_glance, because, text_length
from evidence.records import recovering
from evidence.records.forms.projects import ProjectForm
from evidence.records.models import Evidence, Project
from keeping import verbs
from keeping.history import lines_of
from keeping.saving import save, say

PER_PAGE = 25


@learner_page
def projects(request: LearnerRequest) -> HttpResponse:
    """All projects, the running ones first, with what each counts for in a few words."""
    rows = Project.objects.for_user(request.user).with_pieces().running_first()
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "section": "evidence",
        "tab": "projects",
        "page": page,
        "offers": recovering.offers(request.user, Project),
        "rows": [(project, at_a_glance({sort: project.verdict(sort) for sort in SORTS})) for project in page],
    }
    return render(request, "evidence/projects.html", context)


@learner_page
def project(request: LearnerRequest, project: int) -> HttpResponse:
    """One project: its facts, what it counts for and why, its evidence, its history."""
    shown = get_object_or_404(Project.objects.for_user(request.user), pk=project)
    pieces = Paginator(Evidence.objects.for_user(request.user).filter(project=shown), PER_PAGE)
    words, characters = text_length(shown.description)
    context = {
        "section": "evidence",
        "tab": "projects",
        "project": shown,
        "offers": recovering.offers(request.user, Project, [shown]),
        "crumbs": [("Projects", reverse("evidence:projects"))],
        "worths": [
            (SORT_NAMES[sort], WORTH_NAMES[verdict.worth], because(verdict))
            for sort, verdict in ((sort, shown.verdict(sort)) for sort in SORTS)
        ],
        "twins": Project.objects.same_as(shown)[:PER_PAGE],
        "page": pieces.get_page(request.GET.get("page")),
        "words": words,
        "characters": characters,
        "history": lines_of(shown),
    }
    return render(request, "evidence/project.html", context)


@sensitive_post_parameters()
@learner_page
def add_project(request: LearnerRequest) -> HttpResponse:
    """The quick form: five answers, everything else folded."""
    return _form_page(request, None)


@sensitive_post_parameters()
@learner_page
def edit_project(request: LearnerRequest, project: int) -> HttpResponse:
    rows = Project.objects.to_edit(request.user, sent=request.method == "POST")
    return _form_page(request, get_object_or_404(rows, pk=project))


@learner_post(page="evidence:project")
def bin_project(request: LearnerRequest, project: int) -> HttpResponse:
    """Put it in the bin with its evidence. Pressed twice it stays there."""
    row = get_object_or_404(Project.objects.filter(user=request.user), pk=project)
    along = Evidence.objects.for_user(request.user).filter(project=row).count()
    event = verbs.put_in_bin(row, at=timezone.now())
    with_it = f", with {along} piece{'' if along == 1 else 's'} of evidence" if along else ""
    say(request, f"In the bin: {row}{with_it}." if event else f"It is in the bin: {row}.", event)
    return redirect("evidence:projects")


@sensitive_variables()
def _form_page(request: LearnerRequest, row: Project | None) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = ProjectForm(sent, row=row, today=timezone.localdate())
    if sent is not None and (kept := save(request, form, Project, row)):
        # The form of a project that has been deleted since, sent once more.
        return redirect("keeping:bin" if kept.in_bin else kept)
    crumbs = [("Projects", reverse("evidence:projects"))]
    if row:
        crumbs.append((row.title, row.get_absolute_url()))
    context = {"section": "evidence", "tab": "projects", "form": form, "project": row, "crumbs": crumbs}
    return render(request, "evidence/project_form.html", context, status=200 if sent is None else 422)
