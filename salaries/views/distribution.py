"""What is published about one role, place and industry, and what stands near it."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from accounts.sharing import same_for_learners
from curation.name_order import in_name_order
from salaries import board, pay
from salaries.asking import EVERYWHERE, ROLES
from salaries.filters import ANY, Filter
from salaries.levels import RULE, conventions, spans
from salaries.models import Distribution, KeptNumber, Period, Place
from salaries.naming import where
from salaries.near import near, state_of
from salaries.placing import Number
from salaries.reading import claims_of, methods_of, parts_of
from salaries.shelving import SALARIES
from salaries.verdicts import Verdict, verdict_of
from salaries.views.around import crumbs, keeps_a_number


@same_for_learners(unless=keeps_a_number)
@sensitive_variables()  # A learner's kept number is among them.
@require_safe
def distribution(request: HttpRequest, role: str, place: str, industry: str) -> HttpResponse:
    """All years and sources for one role, place and industry, what the figures are and are not, and the neighbors."""
    parts = parts_of([(role, place, industry)])
    if not parts:
        return _nothing_here(request)
    about = parts[0]
    # Those of the places around come along for the verdict and stand beside this one's newest.
    found = list(
        Distribution.objects.published()
        .with_labels()
        .filter(Q(place=about[1]) | Q(place__in=about[1].around, newest=True), occupation=about[0], industry=about[2])
        .order_by("-as_of", in_name_order("source__name"), "kind")
    )
    claims, kept = claims_of(found), _kept(request)
    yearly, today = "yearly" in request.GET, timezone.localdate()
    verdict = verdict_of(found, claims, place=about[1], number=kept)
    rows = _in_order(found, about[1], verdict)
    groups = board.build(rows, claims, today=today, yearly=yearly, number=verdict.number if verdict else None)
    own = [row for row in rows if row.place_id == about[1].pk]
    state = state_of(about[1])
    context = {
        **crumbs(here=f"{about[0].name}, {about[1].name}"),
        "occupation": about[0],
        "place": about[1],
        "where": where(about[1]),
        "industry": about[2],
        "state": state,
        "state_has_figures": state is not None and any(row.place_id == state.pk for row in rows),
        "verdict": verdict,
        "spans": spans(verdict) if verdict else [],
        "level_rule": RULE,
        "conventions": conventions(own, claims),
        "on_map": role in ROLES and about[1].around[-1].slug == EVERYWHERE,
        "alone": len(own) == len(rows),
        "groups": groups,
        "yearly": yearly,
        "stated_otherwise": any(group.period != Period.YEAR for group in groups),
        "rules": pay.RULES,
        **methods_of(own),
        "token": f"{role}.{place}.{industry}",
        "take": Filter(role=role, place=place, industry=industry, year=ANY).query(),
        "near": near(*about, finder=SALARIES.newest().finder),
    }
    return render(request, "salaries/distribution.html", context, status=200 if own else 404)


def _kept(request: HttpRequest) -> Number | None:
    """The learner's own number, if they keep one."""
    kept = KeptNumber.objects.for_user(request.user).first() if request.user.is_authenticated else None
    return kept.number if kept else None


def _in_order(found: list[Distribution], place: Place, verdict: Verdict | None) -> list[Distribution]:
    """What the verdict rests on, then the places around, the nearest first, then what else there is of the place.

    Of a place that nothing is published about, nothing is set beside others either.
    """
    here = [row for row in found if row.place_id == place.pk]
    if not here:
        return []
    first = [verdict.here.row] if verdict else []
    chain = [one.pk for one in place.around]
    around = sorted((row for row in found if row.place_id != place.pk), key=lambda row: chain.index(row.place_id))
    return [*first, *around, *(row for row in here if row not in first)]


def _nothing_here(request: HttpRequest) -> HttpResponse:
    return render(request, "salaries/unknown.html", crumbs(here="Not known"), status=404)
