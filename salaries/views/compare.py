"""Up to four distributions side by side."""

import re

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.sharing import same_for_learners
from salaries import board, pay
from salaries.asking import asked_of, label
from salaries.counting import choices
from salaries.filters import Filter
from salaries.models import Distribution
from salaries.reading import claims_of, parts_of
from salaries.shelving import SALARIES
from salaries.views.around import crumbs, select

MOST_COMPARED = 4
SLUG = re.compile(r"[-\w]+", re.ASCII)
# Role, place and industry in one parameter.
ROW = re.compile(r"[-\w]+\.[-\w]+\.[-\w]+", re.ASCII)


@same_for_learners()
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Up to four rows on one ruler, each a role, place and industry with the newest of every source."""
    tokens = list(dict.fromkeys(request.GET.getlist("row")))
    shelf = SALARIES.newest()
    asked, finder = asked_of(request.GET, shelf), shelf.finder
    meant = finder.chosen(asked.where)
    near = [] if meant or not asked.where else [one.place for one in finder.find(asked.where)]
    added = [request.GET.get(name, "") for name in ("role", "place", "industry")]
    added[1] = meant.slug if meant else added[1]
    if all(added) and ".".join(added) not in tokens:
        tokens.append(".".join(added))
    sent = len(tokens)
    wanted = [tuple(token.split(".")) for token in tokens[:MOST_COMPARED] if ROW.fullmatch(token)]
    lost = min(sent, MOST_COMPARED) - len(wanted)
    parts = parts_of(wanted)
    lost += len(wanted) - len(parts)
    tokens = [".".join(row.slug for row in about) for about in parts]
    found = Q()
    for occupation, place, industry in parts:
        found |= Q(occupation=occupation, place=place, industry=industry)
    rows = list(Distribution.objects.published().with_labels().filter(found, newest=True)) if parts else []
    order = {token: number for number, token in enumerate(tokens)}
    rows.sort(key=lambda row: (order[_token(row)], row.source.slug, row.kind))
    last = wanted[-1] if parts and not lost else ("13-1082", "us", "all-industries")
    counted = choices(Filter(role=last[0], place=last[1], industry=last[2]), shelf=shelf)
    context = {
        **crumbs(here="Compare"),
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
        "where": asked.where,
        "known": meant is not None,
        "last": label(finder.by_slug[last[1]]) if last[1] in finder.by_slug else "",
        "near": [
            (label(place), f"?{_rows_query(tokens)}&role={added[0]}&place={place.slug}&industry={added[2]}")
            for place in (near if all(SLUG.fullmatch(added[at]) for at in (0, 2)) else [])
        ],
        "lost": lost,
        "too_many": sent > MOST_COMPARED,
        "full": len(parts) >= MOST_COMPARED,
        "selects": [select(counted, name) for name in ("role", "industry")],
        "yearly": "yearly" in request.GET,
        "yearly_address": f"?{_rows_query(tokens)}&yearly=1",
        "groups": board.build(rows, claims_of(rows), today=timezone.localdate(), yearly="yearly" in request.GET),
        "rules": pay.RULES,
    }
    return render(request, "salaries/compare.html", context)


def _token(row: Distribution) -> str:
    return f"{row.occupation.slug}.{row.place.slug}.{row.industry.slug}"


def _rows_query(tokens: list[str]) -> str:
    return "&".join(f"row={token}" for token in tokens)
