"""What stands near a role, place and industry: areas of a state, other roles, what an industry is made of."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils.html import format_html

from salaries.finding import Finder
from salaries.models import Distribution, Industry, Level, Occupation, Place, PlaceKind, SalaryClaim, Statistic
from salaries.naming import figure

# More than any state has areas, any place roles or any industry parts.
MOST = 240


@dataclass
class Near:
    """Distributions with the median of each: places and industries of the same role, and roles of the same place."""

    places: list[tuple[Distribution, Any]] = field(default_factory=list)
    roles: list[tuple[Distribution, Any]] = field(default_factory=list)
    industries: list[tuple[Distribution, Any]] = field(default_factory=list)


def state_of(place: Place) -> Place | None:
    """The state or region that a place is or lies in."""
    return next((one for one in place.around if one.kind == PlaceKind.REGION), None)


def areas_of(state: Place, finder: Finder) -> set[str]:
    """The slugs of the areas that lie in a state, or reach into it as New York's does into New Jersey."""
    code = state.code.rpartition("-")[2]
    return {one.slug for one in finder.places if code in one.states}


def near(occupation: Occupation, place: Place, industry: Industry, *, finder: Finder) -> Near:
    """In two queries, each list in the order of the catalog and with the newest of every one."""
    state = state_of(place)
    beside = Q(place__parent=place.around[-1], place__kind=PlaceKind.REGION) | Q(place__parent=None)
    if state is not None:
        beside = Q(place__parent=state) | Q(place__slug__in=areas_of(state, finder)) | Q(place=state)
    rows: Any = (
        Distribution.objects.published()
        .filter(newest=True)
        .filter(
            (Q(occupation=occupation, industry=industry) & beside)
            | Q(place=place, industry=industry)
            | Q(occupation=occupation, place=place, industry__parent=industry)
            | (Q(occupation=occupation, place=place, industry__parent=None) if not industry.code else Q(pk=None))
        )
        .exclude(occupation=occupation, place=place, industry=industry)
        .with_labels()
        .in_order()
    )
    seen: dict[tuple[int, int, int], Distribution] = {}
    for row in rows[:MOST]:
        seen.setdefault((row.occupation_id, row.place_id, row.industry_id), row)
    claims = SalaryClaim.objects.filter(
        distribution__in=seen.values(), statistic=Statistic.P50, level=Level.ALL, retired_at=None
    ).order_by("-period")
    medians = {claim.distribution_id: claim for claim in claims}
    found = Near()
    for (role, where, what), row in seen.items():
        one = row, median(row, medians.get(row.pk))
        if where != place.pk:
            found.places.append(one)
        elif role != occupation.pk:
            found.roles.append(one)
        elif what != industry.pk:
            found.industries.append(one)
    return found


def median(row: Distribution, claim: SalaryClaim | None) -> Any:
    """The median of a row with its period, empty if none was published."""
    if claim is None:
        return ""
    return format_html("{} {}", figure(claim, row.currency), claim.period_text)
