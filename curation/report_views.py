"""Where anybody says that a page or a fact on it looks wrong, without an account."""

import uuid
from datetime import datetime

from allauth.core.internal import ratelimit
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_safe

from curation import public_pages, reporting
from curation.forms import ReportForm

# So many new reports an hour are taken in from one network address.
MOST_AN_HOUR = 10
UNKNOWN_PAGE = (
    "We don't know the page this is about. Open that page, press “This looks wrong” there, and paste your text."
)


@sensitive_post_parameters()
@sensitive_variables()
@never_cache
def looks_wrong(request: HttpRequest) -> HttpResponse:
    """The form about one page of ours, or one fact on it; what it says is kept once. Of no page there is no form."""
    if request.method not in ("GET", "HEAD", "POST"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    sent = request.POST if request.method == "POST" else request.GET
    if request.method != "POST" and not sent:
        return redirect("curation:about")
    place = public_pages.find(sent.get("page", ""), sent.get("row", ""))
    if request.method != "POST":
        if place is None:
            raise Http404
        first = {"token": uuid.uuid4(), "page": place.path, "row": request.GET.get("row", "")}
        return _page(request, place, ReportForm(initial=first))
    form = ReportForm(request.POST)
    if place is None:
        form.add_error(None, UNKNOWN_PAGE)
    if not form.is_valid() or place is None:
        return _page(request, place, form, status=422)
    now = timezone.now()
    said = {name: form.cleaned_data[name] for name in ("token", "what", "instead", "email")}
    if reporting.known(place=place, **said) is None:
        if not _may_say_more(request, now):
            form.add_error(None, _come_back(now))
            return _page(request, place, form, status=429)
        reporting.take_in(place=place, user=request.user if request.user.is_authenticated else None, at=now, **said)
    return redirect(f"{reverse('curation:thanks')}?{urlencode({'page': place.path})}")


def press_again(request: HttpRequest) -> HttpResponse:
    """Nothing is saved: the browser's token is not the form's. What was typed is on this page, to be sent again."""
    place = public_pages.find(request.POST.get("page", ""), request.POST.get("row", ""))
    form = ReportForm(request.POST)
    form.add_error(None, "We couldn't be sure it was you. Please press Send once more.")
    return _page(request, place, form, status=403)


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """It is kept; the way back to the page."""
    place = public_pages.find(request.GET.get("page", ""))
    if place is None:
        raise Http404
    return render(request, "curation/looks_wrong_thanks.html", {"place": place})


def _page(
    request: HttpRequest, place: public_pages.Place | None, form: ReportForm, *, status: int = 200
) -> HttpResponse:
    return render(request, "curation/looks_wrong.html", {"place": place, "form": form}, status=status)


def _may_say_more(request: HttpRequest, now: datetime) -> bool:
    """Count one more report from this network address in this hour of the clock. Whether that is not too many."""
    counted = {"action": f"report-{now:%Y%m%d%H}", "config": {f"report-{now:%Y%m%d%H}": f"{MOST_AN_HOUR}/h/ip"}}
    return ratelimit.consume(request, app="curation", **counted) is not None


def _come_back(now: datetime) -> str:
    minutes = 60 - now.minute
    return (
        f"{MOST_AN_HOUR} reports an hour is what we take from one network. Come back in {minutes} "
        f"minute{'' if minutes == 1 else 's'}; until then copy your text from below."
    )
