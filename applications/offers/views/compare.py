"""Up to four offers side by side."""

from typing import Any

from django.db.models import Case, Q, Value, When
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.guards import LearnerRequest, open_page
from applications.offers.comparing import MOST_COMPARED, Side, sides, table
from applications.offers.models import Offer
from applications.offers.rate_form import RateForm
from curation.keys import is_key
from salaries import pay

# What is offered to choose from: the newest state of so many applications.
MOST_OFFERED = 40
# Of an address that somebody put together.
MOST_ASKED = 100


@open_page
def compare_offers(request: LearnerRequest) -> HttpResponse:
    """The offers that the address names, in its order; the learner chooses them and gives the rates."""
    asked = list(dict.fromkeys(int(key) for key in request.GET.getlist("offer") if is_key(key)))[:MOST_ASKED]
    rows: Any = Offer.objects.for_user(request.user).filter(application__deletion=None)
    newest = rows.order_by("application_id", "-on", "-pk").distinct("application_id").values("pk")
    found = rows.with_terms().filter(Q(pk__in=newest) | Q(pk__in=asked))
    # Those that are asked for stay when there are more than fit. With nothing in the list all that would be left is
    # ORDER BY 1, which is the first column.
    last = Case(When(pk__in=asked, then=0), default=1) if asked else Value(1)
    first = found.order_by(last, "-on", "-pk")[: len(asked) + MOST_OFFERED]
    by_key = {row.pk: row for row in sorted(first, key=lambda row: (row.on, row.pk), reverse=True)}
    named = [by_key[key] for key in asked if key in by_key]
    chosen = named[:MOST_COMPARED]
    currencies = list(dict.fromkeys(offer.currency for offer in chosen))
    form = RateForm(request.GET, currencies=currencies)
    compared = sides([offer.terms for offer in chosen], into=form.target, rates=form.rates())
    context = {
        "section": "applications",
        "tab": "applications",
        "crumbs": [("Applications", reverse("applications:applications"))],
        "offered": [(row, row in chosen) for row in by_key.values()],
        "chosen": chosen,
        "most": MOST_COMPARED,
        "too_many": len(named) > MOST_COMPARED,
        "lines": [(line.name, list(zip(chosen, line.cells, strict=True))) for line in table(compared)],
        "rates": _rates(compared),
        "apart": len({side.currency for side in compared}) > 1,
        "rules": pay.RULES.values(),
        "form": form if form.others else None,
    }
    return render(request, "applications/compare_offers.html", context)


def _rates(compared: list[Side]) -> list[str]:
    """The rates that were used, in words, each once."""
    said = (f"1 {side.terms.currency} = {side.rate.normalize():f} {side.currency}" for side in compared if side.rate)
    return list(dict.fromkeys(said))
