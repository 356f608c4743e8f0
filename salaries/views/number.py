"""Somebody's own number: placed on the ruler, kept only if asked, and never in an address or a log."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from accounts.guards import LearnerRequest, learner_post
from salaries import pay
from salaries.beside import newest_around, places_with, set_beside
from salaries.forms import NumberForm
from salaries.models import Distribution, KeptNumber, Period
from salaries.reading import claims_of

FIRST = {"currency": "USD", "place": "us"}


@never_cache
@sensitive_variables()
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def number(request: HttpRequest) -> HttpResponse:
    """The form, and after a POST the number among the figures. Nothing is written unless it is to be kept."""
    kept = _kept(request)
    if request.method != "POST":
        if kept is None:
            return _page(request, NumberForm(initial=FIRST, currencies=_currencies()))
        form = NumberForm(_as_data(kept), currencies=_currencies(), kept=kept)
        return _page(request, form, kept=kept)
    form = NumberForm(request.POST, currencies=_currencies(), kept=kept)
    if not form.is_valid():
        return _page(request, form, kept=kept, status=422)
    if "keep" in request.POST and request.user.is_authenticated:
        said = "Kept. Only you see it: on this page and on the ruler."
        if kept is not None and kept.says(**form.cleaned_data):
            return _page(request, form, kept=kept, said=f"{said} Nothing had changed.")
        kept = KeptNumber.objects.keep(user=request.user, at=timezone.now(), **form.cleaned_data)
        return _page(request, form, kept=kept, said=said)
    return _page(request, form, kept=kept)


@never_cache
@sensitive_variables()
@sensitive_post_parameters()
@learner_post(page="salaries:number")
def forget(request: LearnerRequest) -> HttpResponse:
    """Delete the kept number. It stays in the form, so that whoever pressed by mistake can keep it again."""
    kept = _kept(request)
    if kept is None:
        return redirect("salaries:number")
    data = _as_data(kept)
    kept.delete()
    said = "Deleted. We no longer have it; it stands below only until you leave this page."
    return _page(request, NumberForm(data, currencies=_currencies(), kept=kept), said=said)


def _kept(request: HttpRequest) -> KeptNumber | None:
    if not request.user.is_authenticated:
        return None
    return KeptNumber.objects.for_user(request.user).select_related("place", "occupation").first()


def _page(
    request: HttpRequest, form: NumberForm, *, kept: KeptNumber | None = None, said: str = "", status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "section": "salaries",
        "crumbs": [("Salaries", reverse("salaries:salaries"))],
        "form": form,
        "kept": kept,
        "said": said,
        "rules": pay.RULES,
        **(_placed(form) if form.is_bound and form.is_valid() else {}),
    }
    return render(request, "salaries/number.html", context, status=status)


def _placed(form: NumberForm) -> dict[str, Any]:
    """The number among the newest figures of its place and those around it."""
    given, mine = form.cleaned_data, form.number()
    rows = newest_around(given["place"], given["occupation"])
    beside = set_beside(mine, rows, claims_of(rows), level=given["level"], today=timezone.localdate())
    return {
        "mine": pay.money(mine.amount, mine.currency),
        "mine_period": Period(mine.period).label,
        "place": given["place"],
        "groups": beside.groups,
        "placed": beside.placed,
        "not_compared": beside.not_compared,
        "elsewhere": [] if beside.placed else places_with(mine),
        "conversions": beside.conversions,
    }


def _currencies() -> list[str]:
    return list(Distribution.objects.published().order_by("currency").values_list("currency", flat=True).distinct())


def _as_data(kept: KeptNumber) -> dict[str, Any]:
    return {
        "amount": kept.amount,
        "currency": kept.currency,
        "period": kept.period,
        "kind": kept.kind,
        "place": kept.place.slug,
        "occupation": kept.occupation.slug if kept.occupation else "",
        "level": kept.level,
    }
