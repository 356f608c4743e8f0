"""The learner's projects: the list, one of them, and what they do to it."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from accounts.guards import LearnerRequest, learner_page, open_page
from evidence.catalog.eligibility import SORTS
from evidence.catalog.worth import SORT_NAMES, WORTH_NAMES, at_a_glance, because, text_length
from evidence.records import recovering
from evidence.records.forms.projects import ProjectForm
from evidence.records.models import Evidence, Project
from keeping.history import lines_of
from keeping.pages import PER_PAGE, OwnPages, Words

# The form of a new one is quick: five answers, everything else folded.
PROJECTS = OwnPages(
    Project,
    ProjectForm,
    Words(
        "Projects",
        add="Add a project",
        add_lead="Rough first: five answers, about a minute. Everything else can be added later.",
        keep="Save project",
        edit="Edit the project",
        save="Save the project",
    ),
    section="evidence",
    tab="projects",
    listed_at="evidence:projects",
    page_at="evidence:project",
    name="project",
    form_template="evidence/project_form.html",
)


@open_page
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
    shown = get_object_or_404(Project.objects.for_user(request.user).with_named(), pk=project)
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
