"""What is published about pay: the list, one distribution, up to four side by side, and why they differ."""

import re
from itertools import chain
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from curation.name_order import in_name_order
from salaries import board, pay
from salaries.counting import choices
from salaries.filters import ANY, EVERYTHING, NAMES, Choices, Filter, asked, matching
from salaries.headlines import headlines
from salaries.models import (
    Distribution,
    Industry,
    KeptNumber,
    Level,
    Method,
    Occupation,
    Period,
    Place,
    SalaryClaim,
    Statistic,
)
from salaries.placing import Number

PER_PAGE = 25
NEIGHBORS = 24
MOST_COMPARED = 4
INDENT = "\N{EM SPACE}"
# Role, place and industry in one parameter.
ROW = re.compile(r"[-\w]+\.[-\w]+\.[-\w]+", re.ASCII)
ANY_LABELS = {
    "role": "Any role",
    "place": "Any place",
    "industry": "Any industry",
    "year": "All years",
    "kind": "Base and total",
    "currency": "All currencies",
}


@sensitive_variables()  # A learner's kept number is among them.
@require_safe
def salaries(request: HttpRequest) -> HttpResponse:
    """The three large figures, and the distributions that the filters leave on their rulers."""
    wanted, others, nonsense = asked(request.GET)
    counted = choices(wanted, page=others["page"], per_page=PER_PAGE)
    wanted = counted.filter
    # The page's own object list is only its numbers: the rows have been found with the counts.
    page = Paginator(range(counted.total()), PER_PAGE).get_page(others["page"])
    # The large figures' distributions come along in the same query: the page has no other use for them.
    found = Distribution.objects.all().with_labels().in_bulk([*counted.rows, *counted.large])
    listed = [found[pk] for pk in counted.rows]
    claims = _claims(list(found.values()))
    large_claims = [claim for claim in claims if claim.headline]
    for claim in large_claims:
        claim.distribution = found[claim.distribution_id]
    today = timezone.localdate()
    kept = KeptNumber.objects.for_user(request.user).first() if request.user.is_authenticated else None
    context = {
        **_page(),
        "filter": wanted,
        "selects": [_select(counted, name) for name in NAMES],
        # Of a default nobody is told: they did not ask for it.
        "unknown": [
            label
            for name, label in NAMES.items()
            if name in nonsense or (name in counted.unknown and request.GET.get(name, "").strip())
        ],
        "chosen": [(NAMES[name], counted.label(name)) for name in wanted.chosen()],
        "nearest": [
            (NAMES[name], counted.label(name), f"?{wider.query()}", left) for name, wider, left in counted.nearest()
        ],
        "everything": f"?{EVERYTHING.query()}",
        "is_default": wanted == Filter(),
        "page": page,
        "yearly": others["yearly"],
        "headlines": headlines(large_claims, today=today),
        "groups": board.build(
            listed,
            claims,
            today=today,
            yearly=others["yearly"],
            number=Number(kept.amount, kept.currency, kept.period, kept.kind) if kept else None,
        ),
        "kept": kept,
        "rules": pay.RULES,
        "take": wanted.query(),
    }
    return render(request, "salaries/salaries.html", context)


@require_safe
def distribution(request: HttpRequest, role: str, place: str, industry: str) -> HttpResponse:
    """All years and sources for one role, place and industry, what the figures are and are not, and the neighbors."""
    parts = _parts([(role, place, industry)])
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
    groups = board.build(rows, _claims(rows), today=timezone.localdate(), yearly=yearly)
    context = {
        **_page(crumb=str(about[0])),
        "occupation": about[0],
        "place": about[1],
        "industry": about[2],
        "groups": groups,
        "yearly": yearly,
        "stated_otherwise": any(group.period != Period.YEAR for group in groups),
        "rules": pay.RULES,
        "methods": _methods(rows),
        "token": f"{role}.{place}.{industry}",
        "take": Filter(role=role, place=place, industry=industry, year=ANY).query(),
        **_neighbors(about),
    }
    return render(request, "salaries/distribution.html", context, status=200 if rows else 404)


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Up to four rows on one ruler, each a role, place and industry with the newest of every source."""
    tokens = list(dict.fromkeys(request.GET.getlist("row")))
    added = [request.GET.get(name, "") for name in ("role", "place", "industry")]
    if all(added) and ".".join(added) not in tokens:
        tokens.append(".".join(added))
    asked_for = len(tokens)
    wanted = [tuple(token.split(".")) for token in tokens[:MOST_COMPARED] if ROW.fullmatch(token)]
    lost = min(asked_for, MOST_COMPARED) - len(wanted)
    parts = _parts(wanted)
    lost += len(wanted) - len(parts)
    tokens = [".".join(row.slug for row in about) for about in parts]
    found = Q()
    for occupation, place, industry in parts:
        found |= Q(occupation=occupation, place=place, industry=industry)
    rows = list(Distribution.objects.published().with_labels().filter(found, newest=True)) if parts else []
    order = {token: number for number, token in enumerate(tokens)}
    rows.sort(key=lambda row: (order[_token(row)], row.source.slug, row.kind))
    last = wanted[-1] if parts and not lost else ("13-1082", "us", "all-industries")
    counted = choices(Filter(role=last[0], place=last[1], industry=last[2]))
    context = {
        **_page(crumb="Compare"),
        "slots": [
            {
                "occupation": about[0],
                "place": about[1],
                "industry": about[2],
                "token": token,
                "without": _rows_query([other for other in tokens if other != token]),
                "found": any(_token(row) == token for row in rows),
            }
            for about, token in zip(parts, tokens, strict=True)
        ],
        "lost": lost,
        "too_many": asked_for > MOST_COMPARED,
        "full": len(parts) >= MOST_COMPARED,
        "selects": [_select(counted, name) for name in ("role", "place", "industry")],
        "yearly": "yearly" in request.GET,
        "yearly_address": f"?{_rows_query(tokens)}&yearly=1",
        "groups": board.build(rows, _claims(rows), today=timezone.localdate(), yearly="yearly" in request.GET),
        "rules": pay.RULES,
    }
    return render(request, "salaries/compare.html", context)


@require_safe
def why(request: HttpRequest) -> HttpResponse:
    """Why sources say different things, shown on those that a technical project manager meets first."""
    us = Filter(industry="all-industries")
    rows = list(matching(us).with_labels().filter(occupation__core=True).in_order())
    context = {
        **_page(crumb="Why do these differ?"),
        "groups": board.build(rows, _claims(rows), today=timezone.localdate()),
        "occupations": Occupation.objects.published().filter(core=True),
        "methods": _methods(rows),
    }
    return render(request, "salaries/why.html", context)


def _page(crumb: str = "") -> dict[str, Any]:
    crumbs = [("Salaries", reverse("salaries:salaries"))] if crumb else []
    return {"section": "salaries", "crumbs": crumbs, "here": crumb}


def _select(counted: Choices, name: str) -> dict[str, Any]:
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


def _claims(rows: list[Distribution]) -> list[SalaryClaim]:
    return list(SalaryClaim.objects.filter(distribution__in=rows, retired_at=None).order_by("position"))


def _methods(rows: list[Distribution]) -> list[Method]:
    """How the sources of some rows work, each once, in the order of the rows."""
    found = {row.source_id: getattr(row.source, "pay_method", None) for row in rows}
    methods = [method for method in found.values() if method is not None and method.retired_at is None]
    for row in rows:
        for method in methods:
            if method.source_id == row.source_id:
                method.source = row.source
    return methods


def _parts(wanted: list[Any]) -> list[tuple[Occupation, Place, Industry]]:
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
    shown = board.Row(row, claim.period, [claim], equivalent=False, age=pay.Age(old=False, overdue=False))
    return format_html("{} {}", shown.html(claim), claim.period_text)


def _nothing_here(request: HttpRequest) -> HttpResponse:
    return render(request, "salaries/unknown.html", _page(crumb="Not known"), status=404)


def _token(row: Distribution) -> str:
    return f"{row.occupation.slug}.{row.place.slug}.{row.industry.slug}"


def _rows_query(tokens: list[str]) -> str:
    return "&".join(f"row={token}" for token in tokens)
