"""What is published about pay: the list, and why its sources differ."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from salaries import board, pay
from salaries.counting import choices
from salaries.filters import EVERYTHING, NAMES, Filter, filter_of, matching
from salaries.headlines import headlines
from salaries.models import Distribution, KeptNumber, Occupation
from salaries.placing import Number
from salaries.reading import claims_of, methods_of
from salaries.views.around import crumbs, select

PER_PAGE = 25


@sensitive_variables()  # A learner's kept number is among them.
@require_safe
def salaries(request: HttpRequest) -> HttpResponse:
    """The three large figures, and the distributions that the filters leave on their rulers."""
    wanted, others, nonsense = filter_of(request.GET)
    counted = choices(wanted, page=others["page"], per_page=PER_PAGE)
    wanted = counted.filter
    # The page's own object list is only its numbers: the rows have been found with the counts.
    page = Paginator(range(counted.total()), PER_PAGE).get_page(others["page"])
    # The large figures' distributions come along in the same query: the page has no other use for them.
    found = Distribution.objects.all().with_labels().in_bulk([*counted.rows, *counted.large])
    listed = [found[pk] for pk in counted.rows]
    claims = claims_of(list(found.values()))
    large_claims = [claim for claim in claims if claim.headline]
    for claim in large_claims:
        claim.distribution = found[claim.distribution_id]
    today = timezone.localdate()
    kept = KeptNumber.objects.for_user(request.user).first() if request.user.is_authenticated else None
    context = {
        **crumbs(),
        "filter": wanted,
        "selects": [select(counted, name) for name in NAMES],
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
def why(request: HttpRequest) -> HttpResponse:
    """Why sources say different things, shown on those that a technical project manager meets first."""
    us = Filter(industry="all-industries")
    rows = list(matching(us).with_labels().filter(occupation__core=True).in_order())
    context = {
        **crumbs(here="Why do these differ?"),
        "groups": board.build(rows, claims_of(rows), today=timezone.localdate()),
        "occupations": Occupation.objects.published().filter(core=True),
        "methods": methods_of(rows),
    }
    return render(request, "salaries/why.html", context)
