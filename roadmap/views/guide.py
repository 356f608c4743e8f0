"""The pages around the roadmap: what the role is, how it compares, where it leads, what the market looks like."""

from collections.abc import Callable, Hashable
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.sharing import same_for_learners
from curation.models import Curated
from evidence.models import Credential, Skill
from roadmap.models import ComparisonRow, Duty, EmploymentFigure, MarketFact, Passage, Role
from roadmap.models.guide import RoleFamily


@same_for_learners()
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    return render(request, "roadmap/guide/overview.html", _context(passages=_passages("definition")))


@same_for_learners()
@require_safe
def what_is_a_tpm(request: HttpRequest) -> HttpResponse:
    passages = _passages("definition", "definition-long", "suits-you-if", "naming", "responsibilities")
    duties = Duty.objects.published().select_related("source").prefetch_related(_offered("skills", Skill))
    return render(request, "roadmap/guide/what_is_a_tpm.html", _context(passages=passages, duties=duties))


@same_for_learners()
@require_safe
def comparison(request: HttpRequest) -> HttpResponse:
    rows = ComparisonRow.objects.published().select_related("source").prefetch_related("note_sources")
    return render(request, "roadmap/guide/comparison.html", _context(rows=rows))


@same_for_learners()
@require_safe
def roles(request: HttpRequest) -> HttpResponse:
    members: dict[str, list[Role]] = {family: [] for family in RoleFamily.values}
    for role in Role.objects.published():
        members[role.family].append(role)
    context = _context(members=members, passages=_passages("naming", "level-signals"))
    return render(request, "roadmap/guide/roles.html", context)


@same_for_learners()
@require_safe
def role(request: HttpRequest, role: str) -> HttpResponse:
    queryset = Role.objects.prefetch_related(
        _offered("skills", Skill),
        _offered("credentials", Credential),
        _offered("moves_from", Role),
        _offered("moves_to", Role),
        "sources",
    )
    shown = get_object_or_404(queryset, slug=role)
    crumbs = [("Guide", reverse("guide:guide")), ("Roles", reverse("guide:roles"))]
    return render(request, "roadmap/guide/role.html", _context(role=shown, crumbs=crumbs))


@same_for_learners()
@require_safe
def job_market(request: HttpRequest) -> HttpResponse:
    figures: dict[str, list[EmploymentFigure]] = {by: [] for by in EmploymentFigure.By.values}
    for figure in EmploymentFigure.objects.published().select_related("source"):
        figures[figure.by].append(figure)
    by = EmploymentFigure.By
    context = _context(
        facts=MarketFact.objects.published().select_related("source").prefetch_related("note_sources"),
        years=_tables(figures[by.YEAR], lambda figure: figure.source_id),
        sectors=_tables(figures[by.SECTOR], lambda figure: (figure.source_id, figure.as_of)),
        states=_tables(figures[by.STATE], lambda figure: (figure.source_id, figure.as_of)),
        passages=_passages("reading-pay-data"),
    )
    return render(request, "roadmap/guide/job_market.html", context)


def _tables(
    figures: list[EmploymentFigure], key: Callable[[EmploymentFigure], Hashable]
) -> list[list[EmploymentFigure]]:
    """The figures in order, a table for each key, so that a caption can name the source of all its rows."""
    tables: dict[Hashable, list[EmploymentFigure]] = {}
    for figure in figures:
        tables.setdefault(key(figure), []).append(figure)
    return list(tables.values())


def _offered(name: str, model: type[Curated]) -> "Prefetch[Any]":
    return Prefetch(name, model.objects.published())


def _passages(*slugs: str) -> dict[str, Passage]:
    """The published passages by slug, with hyphens as underscores so that templates can name them."""
    found = Passage.objects.published().filter(slug__in=slugs).select_related("source")
    return {passage.slug.replace("-", "_"): passage for passage in found}


def _context(**context: Any) -> dict[str, Any]:
    return {"section": "guide", "crumbs": [("Guide", reverse("guide:guide"))], **context}
