"""What is published about pay: the list, and why its sources differ."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from accounts.sharing import same_for_learners
from salaries import board, pay
from salaries.asking import Asked, asked_of, searched, straight_to, suggested
from salaries.counting import choices
from salaries.filters import EVERYTHING, NAMES, Filter, filter_of, matching
from salaries.headlines import headlines
from salaries.models import Distribution, KeptNumber, Occupation
from salaries.reading import claims_of, methods_of
from salaries.shelving import SALARIES, SalaryShelf
from salaries.states import BY, by_state
from salaries.views.around import crumbs, keeps_a_number, select

PER_PAGE = 25


@same_for_learners(unless=keeps_a_number)
@sensitive_variables()  # A learner's kept number is among them.
@require_safe
def salaries(request: HttpRequest) -> HttpResponse:
    """The question of a place and role, the three large figures, the states, and what the filters leave on rulers.

    A place that is meant without a doubt leads to its own page, where the verdict is.
    """
    if address := straight_to(request.GET):
        return redirect(address)
    shelf = SALARIES.newest()
    asked = asked_of(request.GET, shelf)
    search = searched(asked, shelf.finder) if asked.where else None
    if search and search.address:
        return redirect(search.address)
    wanted, others, nonsense = filter_of(request.GET)
    counted = choices(wanted, page=others["page"], per_page=PER_PAGE, shelf=shelf)
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
    large = headlines(large_claims, today=today)
    kept = KeptNumber.objects.for_user(request.user).first() if request.user.is_authenticated else None
    shows_map = not search and wanted == Filter() and page.number == 1
    context = {
        **crumbs(),
        "asked": asked,
        "search": search,
        "states": states(asked, shelf) if shows_map and asked.role else "",
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
        "headlines": large,
        "headlines_old": any(figure.age.old for figure in large),
        "groups": board.build(
            listed,
            claims,
            today=today,
            yearly=others["yearly"],
            number=kept.number if kept else None,
        ),
        "kept": kept,
        "rules": pay.RULES,
        "take": wanted.query(),
    }
    return render(request, "salaries/salaries.html", context)


def states(asked: Asked, shelf: SalaryShelf) -> SafeString:
    """The map of the states with its table, if there are figures: the same for everybody, so it is drawn once a shelf.

    One query the first time.
    """
    key = (asked.role, asked.by)
    if key not in shelf.maps:
        found = by_state(asked.role, by=asked.by)
        context = {"states": found, "by": BY.items(), "asked": asked}
        shelf.maps[key] = render_to_string("salaries/_states.html", context) if found.rows else SafeString()
    return shelf.maps[key]


@same_for_learners()
@require_safe
def why(request: HttpRequest) -> HttpResponse:
    """Why sources say different things, shown on those that a technical project manager meets first."""
    us = Filter(industry="all-industries")
    rows = list(matching(us).with_labels().filter(occupation__core=True).in_order())
    context = {
        **crumbs(here="Why do these differ?"),
        "groups": board.build(rows, claims_of(rows), today=timezone.localdate()),
        "occupations": Occupation.objects.published().filter(core=True),
        **methods_of(rows),
    }
    return render(request, "salaries/why.html", context)


@require_safe
@cache_control(public=True, max_age=3600)
def places(request: HttpRequest) -> JsonResponse:
    """What somebody who is typing a place may mean: ten names at most, each of which finds its place."""
    return JsonResponse({"places": suggested(request.GET.get("where", ""))})
