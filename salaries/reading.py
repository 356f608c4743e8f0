"""What pages about pay read beside the distributions: their claims, how their sources work, and what they are about."""

from typing import Any

from curation.link_rules import untried
from curation.links import reached
from salaries.models import Distribution, Industry, Occupation, Place, SalaryClaim


def claims_of(rows: list[Distribution]) -> list[SalaryClaim]:
    return list(SalaryClaim.objects.filter(distribution__in=rows, retired_at=None).order_by("position"))


def methods_of(rows: list[Distribution]) -> dict[str, Any]:
    """How the sources of some rows work, each once, in the order of the rows, and when each was last reached.

    As what a page's context gets.
    """
    found = {row.source_id: getattr(row.source, "pay_method", None) for row in rows}
    methods = [method for method in found.values() if method is not None and method.retired_at is None]
    for row in rows:
        for method in methods:
            if method.source_id == row.source_id:
                method.source = row.source
    last = reached(method.source.url for method in methods)
    listed = [(method, last.get(method.source.url, "")) for method in methods]
    return {"methods": listed, "untried": untried(said for method, said in listed if method.source.url)}


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
