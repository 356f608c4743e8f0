"""The pages around the roadmap: what the role is, how it compares, where it leads, what the market looks like."""

from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from roadmap.models import ComparisonRow, Duty, EmploymentFigure, MarketFact, Passage, PayFigure, Role
from roadmap.models.guide import RoleFamily


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    return render(request, "roadmap/guide/overview.html", _context(passages=_passages("definition")))


@require_safe
def what_is_a_tpm(request: HttpRequest) -> HttpResponse:
    passages = _passages("definition", "definition-long", "suits-you-if", "naming", "responsibilities")
    duties = Duty.objects.published().select_related("source").prefetch_related("skills")
    return render(request, "roadmap/guide/what_is_a_tpm.html", _context(passages=passages, duties=duties))


@require_safe
def comparison(request: HttpRequest) -> HttpResponse:
    rows = ComparisonRow.objects.published().select_related("source").prefetch_related("note_sources")
    return render(request, "roadmap/guide/comparison.html", _context(rows=rows))


@require_safe
def roles(request: HttpRequest) -> HttpResponse:
    members: dict[str, list[Role]] = {family: [] for family in RoleFamily.values}
    for role in Role.objects.published():
        members[role.family].append(role)
    context = _context(members=members, passages=_passages("naming", "level-signals"))
    return render(request, "roadmap/guide/roles.html", context)


@require_safe
def role(request: HttpRequest, role: str) -> HttpResponse:
    others = Role.objects.published()
    queryset = Role.objects.prefetch_related(
        "skills", "credentials", "sources", Prefetch("moves_from", others), Prefetch("moves_to", others)
    )
    shown = get_object_or_404(queryset, slug=role)
    crumbs = [("Guide", reverse("guide:guide")), ("Roles", reverse("guide:roles"))]
    return render(request, "roadmap/guide/role.html", _context(role=shown, crumbs=crumbs))


@require_safe
def job_market(request: HttpRequest) -> HttpResponse:
    figures: dict[str, list[EmploymentFigure]] = {by: [] for by in EmploymentFigure.By.values}
    for figure in EmploymentFigure.objects.published().select_related("source"):
        figures[figure.by].append(figure)
    context = _context(
        facts=MarketFact.objects.published().select_related("source").prefetch_related("note_sources"),
        pay=PayFigure.objects.published().select_related("source"),
        figures=figures,
        passages=_passages("reading-pay-data"),
    )
    return render(request, "roadmap/guide/job_market.html", context)


def _passages(*slugs: str) -> dict[str, Passage]:
    """The published passages by slug, with hyphens as underscores so that templates can name them."""
    found = Passage.objects.published().filter(slug__in=slugs).select_related("source")
    return {passage.slug.replace("-", "_"): passage for passage in found}


def _context(**context: Any) -> dict[str, Any]:
    return {"section": "guide", "crumbs": [("Guide", reverse("guide:guide"))], **context}
