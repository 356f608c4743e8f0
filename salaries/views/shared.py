"""What several pages about pay have in common: where they stand, their filters, and what they read."""

from typing import Any

from django.urls import reverse

from salaries.filters import NAMES, Choices
from salaries.models import Distribution, Industry, Method, Occupation, Place, SalaryClaim

INDENT = "\N{EM SPACE}"
ANY_LABELS = {
    "role": "Any role",
    "place": "Any place",
    "industry": "Any industry",
    "year": "All years",
    "kind": "Base and total",
    "currency": "All currencies",
}


def crumbs(here: str = "") -> dict[str, Any]:
    """Where a page stands: under the list, or it is the list itself."""
    above = [("Salaries", reverse("salaries:salaries"))] if here else []
    return {"section": "salaries", "crumbs": above, "here": here}


def select(counted: Choices, name: str) -> dict[str, Any]:
    """One filter as a select: its options in groups, each with the number it would leave."""
    groups: dict[str, list[Any]] = {}
    for option in counted.options[name]:
        # A space, not a dash: typing the first letters finds the option.
        text = f"{INDENT * (option.depth - 1)}{option.label} ({option.count})"
        groups.setdefault(option.group, []).append((option.value, text))
    chosen = getattr(counted.filter, name)
    labels = {"ladder": "Job titles", "occupation": "Official occupations", "group": "Groups in surveys"}
    return {
        "name": name,
        "label": NAMES[name],
        "any": ANY_LABELS[name],
        "chosen": chosen,
        "groups": [(labels.get(group, group), members) for group, members in groups.items()],
    }


def claims_of(rows: list[Distribution]) -> list[SalaryClaim]:
    return list(SalaryClaim.objects.filter(distribution__in=rows, retired_at=None).order_by("position"))


def methods_of(rows: list[Distribution]) -> list[Method]:
    """How the sources of some rows work, each once, in the order of the rows."""
    found = {row.source_id: getattr(row.source, "pay_method", None) for row in rows}
    methods = [method for method in found.values() if method is not None and method.retired_at is None]
    for row in rows:
        for method in methods:
            if method.source_id == row.source_id:
                method.source = row.source
    return methods


def parts_of(wanted: list[Any]) -> list[tuple[Occupation, Place, Industry]]:
    """The role, place and industry of each wanted triple of slugs; those of which a part is unknown are left out."""
    if not wanted:
        return []
    roles, places, industries = (
        {row.slug: row for row in queryset.filter(slug__in={slugs[place] for slugs in wanted})}
        for place, queryset in enumerate(
            (
                Occupation.objects.published(),
                Place.objects.published().select_related("parent__parent"),
                Industry.objects.published(),
            )
        )
    )
    return [
        (roles[role], places[place], industries[industry])
        for role, place, industry in wanted
        if role in roles and place in places and industry in industries
    ]
