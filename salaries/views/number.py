"""Somebody's own number: placed on the ruler, kept only if asked, and never in an address or a log."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from accounts.guards import LearnerRequest, learner_post
from salaries import pay
from salaries.asking import ROLES, SLUG
from salaries.beside import newest_around, places_with, set_beside
from salaries.forms import NumberForm
from salaries.models import Distribution, KeptNumber, Occupation, Period, Place
from salaries.placing import Number
from salaries.reading import claims_of
from salaries.standing import in_place
from salaries.verdicts import Verdict, one_verdict

FIRST = {"currency": "USD", "place": "us"}


@sensitive_variables()
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def number(request: HttpRequest) -> HttpResponse:
    """The form, and after a POST the number among the figures. Nothing is written unless it is to be kept."""
    response = _number(request)
    if request.method == "POST" or request.user.is_authenticated:
        # A visitor's empty form is the same for everybody.
        add_never_cache_headers(response)
    return response


@sensitive_variables()
def _number(request: HttpRequest) -> HttpResponse:
    kept = _kept(request)
    if request.method != "POST":
        if kept is None:
            asked = {
                name: request.GET[name] for name in ("place", "occupation") if SLUG.fullmatch(request.GET.get(name, ""))
            }
            return _page(request, NumberForm(initial=FIRST | asked, currencies=_currencies()))
        form = NumberForm(_as_data(kept), currencies=_currencies(), kept=kept)
        return _page(request, form, kept=kept)
    form = NumberForm(request.POST, currencies=_currencies(), kept=kept)
    if not form.is_valid():
        return _page(request, form, kept=kept, status=422)
    if "keep" in request.POST:
        return _keep(request, form=form, kept=kept)
    return _page(request, form, kept=kept)


@sensitive_variables()
@learner_post(page="salaries:number", visitors=True)
def _keep(request: LearnerRequest, *, form: NumberForm, kept: KeptNumber | None) -> HttpResponse:
    said = "Saved. Only you see it, here and on the ruler."
    if kept is not None and kept.says(**form.cleaned_data):
        return _page(request, form, kept=kept, said=f"{said} Nothing had changed.")
    kept = KeptNumber.objects.keep(user=request.user, at=timezone.now(), **form.cleaned_data)
    return _page(request, form, kept=kept, said=said)


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
    return KeptNumber.objects.for_user(request.user).select_related("place__parent__parent", "occupation").first()


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
        "where": in_place(str(given["place"])),
        "verdict": _verdict(given["place"], given["occupation"], mine),
        "groups": beside.groups,
        "placed": beside.placed,
        "not_compared": beside.not_compared,
        "elsewhere": [] if beside.placed else places_with(mine),
        "conversions": beside.conversions,
    }


def _verdict(place: Place, occupation: Occupation | None, mine: Number) -> Verdict | None:
    """That on the role that was asked for, or on the official one that is every project manager's."""
    role = occupation or Occupation.objects.published().filter(slug=ROLES[0]).first()
    verdict = one_verdict(place=place, occupation=role, number=mine) if role else None
    return verdict if verdict and verdict.number else None


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
