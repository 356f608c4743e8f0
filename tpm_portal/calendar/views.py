"""The calendar: its page, its address and switches, the feed that a program reads, and the same as a file."""

from collections import Counter
from hashlib import sha256
from typing import Any

from allauth.core.internal import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from accounts.guards import LearnerRequest, learner_page, learner_post
from accounts.secret_links import opens_only_here
from tpm_portal.calendar import linking
from tpm_portal.calendar.forms import FirstForm, KindsForm, MakeForm, WithdrawForm, switches
from tpm_portal.calendar.telling import all_dates, calendar_file, today_of
from tpm_portal.calendar.writing import MEDIA_TYPE

# Far more often than programs look, on several devices.
MOST_AN_HOUR = 120
FILE_NAME = "tpm-portal.ics"


@learner_page
def calendar(request: LearnerRequest) -> HttpResponse:
    """Where dates go out: the address, what it tells, and how programs take it."""
    return _page(request)


@learner_post(page="account_calendar")
def make(request: LearnerRequest) -> HttpResponse:
    """Make an address, in place of the one that the page showed if it showed one."""
    here = linking.link_of(request.user)
    form = MakeForm(request.POST) if here or request.POST.get("seen") else FirstForm(request.POST)
    if not form.is_valid():
        return _page(request, form=form if isinstance(form, FirstForm) else None, status=422)
    try:
        made = linking.make_link(
            user=request.user,
            token=form.cleaned_data["token"],
            seen=form.cleaned_data["seen"],
            kinds=form.cleaned_data.get("kinds"),
            at=timezone.now(),
        )
    except linking.AnotherInForceError:
        messages.info(request, "You have an address already. Here it is.")
    else:
        if made.link.withdrawn_at:
            messages.info(request, "That address was revoked. Make a new one.")
        else:
            messages.success(request, "Your address is ready." if made.new else "Your address was ready already.")
    return redirect("account_calendar")


@learner_post(page="account_calendar")
def kinds(request: LearnerRequest) -> HttpResponse:
    """Switch kinds of dates on and off."""
    form, link = KindsForm(request.POST), linking.link_of(request.user)
    if link is None:
        messages.info(request, "There is no address that could tell them. Make one first.")
        return redirect("account_calendar")
    if not form.is_valid():
        return _page(request, form=form, status=422)
    changed = linking.tell(link, form.cleaned_data["kinds"])
    messages.success(
        request, "Saved. Calendar apps show it when they next look." if changed else "Nothing had changed."
    )
    return redirect("account_calendar")


@learner_post(page="account_calendar")
def withdraw(request: LearnerRequest) -> HttpResponse:
    """Revoke the address: from now on it leads nowhere."""
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        messages.info(request, "Nothing was revoked: that address is not known.")
    elif linking.withdraw(user=request.user, token=form.cleaned_data["token"], at=timezone.now()):
        messages.success(request, "Revoked. The old address leads nowhere now.")
    else:
        messages.info(request, "It was already revoked.")
    return redirect("account_calendar")


@learner_page
def file(request: LearnerRequest) -> HttpResponse:
    """The same once, to be taken into a calendar by hand."""
    chosen = linking.kinds_of(linking.link_of(request.user))
    body = calendar_file(request.user, today=today_of(request.user), kinds=chosen)
    headers = {"Content-Disposition": f'attachment; filename="{FILE_NAME}"'}
    return HttpResponse(body, content_type=MEDIA_TYPE, headers=headers)


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """What a calendar program reads, whoever asks: the secret is the key. Nothing is kept of who did."""
    link = linking.find(secret)
    if link is None:
        return _answer("There is no such calendar.", status=404)
    counted = {"action": "feed", "config": {"feed": f"{MOST_AN_HOUR}/h/key"}, "key": link.secret_hash}
    if ratelimit.consume(request, app="calendar", limit_get=True, **counted) is None:
        waits = _answer("This calendar was asked for too often. Ask again in an hour.", status=429)
        waits.headers["Retry-After"] = "3600"
        return waits
    body = calendar_file(link.user, today=today_of(link.user), kinds=linking.kinds_of(link))
    tag = f'"{sha256(body).hexdigest()}"'
    response: Any = get_conditional_response(request, etag=tag, response=_answer(body, content_type=MEDIA_TYPE))
    response.headers["ETag"] = tag
    return _private(response)


def _answer(body: str | bytes, *, status: int = 200, content_type: str = "text/plain; charset=utf-8") -> HttpResponse:
    return _private(HttpResponse(body, status=status, content_type=content_type))


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _page(request: LearnerRequest, *, form: KindsForm | None = None, status: int = 200) -> HttpResponse:
    link = linking.link_of(request.user)
    if link:
        link.user = request.user
    chosen = linking.kinds_of(link)
    numbers = Counter(one.kind for one in all_dates(request.user, today=today_of(request.user)))
    secret = linking.secret_in(link) if link else ""
    seen = {"seen": link.token if link else None}
    form = form or (KindsForm(initial=seen) if link else FirstForm())
    context = {
        "section": "account",
        "tab": "calendar",
        "link": link,
        "form": form,
        "again": MakeForm(initial=seen),
        "switches": switches(form, chosen, numbers),
        "number": sum(numbers[kind] for kind in chosen),
        **(_addresses(request, secret) if secret else {}),
    }
    return render(request, "calendar/calendar.html", context, status=status)


def _addresses(request: LearnerRequest, secret: str) -> dict[str, Any]:
    """The address, and the same as apps open it."""
    address = request.build_absolute_uri(reverse("account_calendar_feed", args=[secret]))
    webcal = f"webcal://{address.partition('://')[2]}"
    return {"address": address, "webcal": webcal, "only_here": opens_only_here(address)}
