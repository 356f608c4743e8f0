"""What is published about one role, place and industry, and what stands near it."""

from itertools import chain
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from curation.name_order import in_name_order
from salaries import board, pay
from salaries.filters import ANY, Filter
from salaries.models import Distribution, Industry, Level, Occupation, Period, Place, SalaryClaim, Statistic
from salaries.reading import claims_of, methods_of, parts_of
from salaries.rows import Row
from salaries.views.around import crumbs

NEIGHBORS = 24


@require_safe
def distribution(request: HttpRequest, role: str, place: str, industry: str) -> HttpResponse:
    """All years and sources for one role, place and industry, what the figures are and are not, and the neighbors."""
    parts = parts_of([(role, place, industry)])
    if not parts:
        return _nothing_here(request)
    about = parts[0]
    rows = list(
        Distribution.objects.published()
        .with_labels()
        .filter(occupation=about[0], place=about[1], industry=about[2])
        .order_by("-as_of", in_name_order("source__name"), "kind")
    )
    yearly = "yearly" in request.GET
    groups = board.build(rows, claims_of(rows), today=timezone.localdate(), yearly=yearly)
    context = {
        **crumbs(here=str(about[0])),
        "occupation": about[0],
        "place": about[1],
        "industry": about[2],
        "groups": groups,
        "yearly": yearly,
        "stated_otherwise": any(group.period != Period.YEAR for group in groups),
        "rules": pay.RULES,
        "methods": methods_of(rows),
        "token": f"{role}.{place}.{industry}",
        "take": Filter(role=role, place=place, industry=industry, year=ANY).query(),
        **_neighbors(about),
    }
    return render(request, "salaries/distribution.html", context, status=200 if rows else 404)


def _neighbors(about: tuple[Occupation, Place, Industry]) -> dict[str, list[Any]]:
    """The same role in other places, and other roles in the same place, each with its newest median."""
    occupation, place, industry = about
    near = (
        Distribution.objects.published()
        .filter(newest=True, industry=industry)
        .filter(Q(occupation=occupation) | Q(place=place))
        .exclude(occupation=occupation, place=place)
        .with_labels()
        .in_order()
        .annotate(same_role=Q(occupation=occupation))
    )
    seen: dict[tuple[int, int], Distribution] = {}
    for row in chain(
        near.filter(occupation=occupation)[: NEIGHBORS * 2], near.exclude(occupation=occupation)[: NEIGHBORS * 2]
    ):
        seen.setdefault((row.occupation_id, row.place_id), row)
    places = [row for row in seen.values() if row.occupation_id == occupation.pk][:NEIGHBORS]
    roles = [row for row in seen.values() if row.occupation_id != occupation.pk][:NEIGHBORS]
    medians = {
        claim.distribution_id: claim
        for claim in SalaryClaim.objects.filter(
            distribution__in=[*places, *roles], statistic=Statistic.P50, level=Level.ALL, retired_at=None
        ).order_by("-period")
    }
    return {
        "other_places": [(row, _median(row, medians.get(row.pk))) for row in places],
        "other_roles": [(row, _median(row, medians.get(row.pk))) for row in roles],
    }


def _median(row: Distribution, claim: SalaryClaim | None) -> Any:
    if claim is None:
        return ""
    shown = Row(row, claim.period, [claim], equivalent=False, age=pay.Age(old=False, overdue=False))
    return format_html("{} {}", shown.html(claim), claim.period_text)


def _nothing_here(request: HttpRequest) -> HttpResponse:
    return render(request, "salaries/unknown.html", crumbs(here="Not known"), status=404)
