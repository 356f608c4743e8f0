"""Pages that join the apps: home, and what is shown when something went wrong."""

import sys
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.sitemaps.views import sitemap
from django.core.cache import caches
from django.core.exceptions import SuspiciousOperation
from django.db import InterfaceError, OperationalError, connection
from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.template import loader
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from accounts.days import latest_day
from accounts.guards import held, held_context, sent_by_our_own_page, typed
from accounts.models import OutgoingMail, User
from accounts.throttle_cache import RedisOrDatabase
from curation.names import name_key
from evidence.ledger.loading import changed_rules
from interviews.bank.daily import question_of_the_day
from interviews.dates.days import days_left
from interviews.mock.views.helping import press_again
from interviews.practice.planning import left_today
from roadmap import progress
from roadmap.models import Milestone
from roadmap.standing import Standing
from salaries.headlines import load_headlines
from tpm_portal.context_processors import remembered_theme
from tpm_portal.sitemaps import SITEMAPS

COMING_UP = timedelta(days=21)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """For a visitor: what this is. For a learner: what is next, and what is going on."""
    return today(request) if request.user.is_authenticated else welcome(request)


def welcome(request: HttpRequest) -> HttpResponse:
    standing = Standing(request.user)
    example = Milestone.objects.published().filter(required=True).with_summary().in_order().first()
    day = timezone.localdate()
    context = {
        "standing": standing,
        "example": example,
        "figures": load_headlines(today=day),
        "daily": question_of_the_day(day),
    }
    return render(request, "home.html", context)


def today(request: HttpRequest) -> HttpResponse:
    assert isinstance(request.user, User)
    standing = Standing(request.user)
    rows = standing.rows.values()
    until = timezone.localdate() + COMING_UP
    practice = left_today(request.user, now=timezone.now())
    dated = [row for row in rows if row.target_on and row.target_on <= until and row.place != progress.DONE]
    context = {
        "section": "today",
        "standing": standing,
        "next_row": standing.rows.get(standing.next.key) if standing.next else None,
        "next_reason": standing.next.reasons if standing.next else (),
        "under_way": [row for row in rows if row.place == progress.DOING],
        "coming_up": sorted(dated, key=lambda row: (row.target_on, name_key(row.title))),
        "changed": [row for row in rows if row.changed],
        "new": [row for row in rows if row.place == progress.NEW],
        "untouched": not standing.progress,
        "today": timezone.localdate(),
        "practice": practice,
        "days_left": days_left(timezone.localdate(), practice.interview.on) if practice.interview else "",
        "changed_rules": _changed_rules(request),
        "here": request.path,
    }
    return render(request, "today.html", context)


def _changed_rules(request: HttpRequest) -> list[str]:
    """The credentials of which a rule has changed in a way that matters to the learner."""
    assert isinstance(request.user, User)
    changes = changed_rules(request.user, as_of=timezone.localdate(), latest=latest_day(timezone.now()))
    return list(dict.fromkeys(change.path.credential.name for change in changes))


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """For a load balancer: 200 when the database answers, else the 503 of ``server_error``."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """For whoever looks after the site: ``healthz``, and in words what is away that the site can do without."""
    healthz(request)
    lines = ["The database answers."]
    tries = caches["default"]
    if isinstance(tries, RedisOrDatabase):
        away = tries.is_away()
        lines.append("Redis is away: tries are counted in the database, slower." if away else "Redis answers.")
    waiting = OutgoingMail.objects.aggregate(count=Count("pk"), since=Min("made_at"))
    if waiting["count"]:
        lines.append(f"{waiting['count']} mail to be sent, the oldest since {waiting['since']:%Y-%m-%d %H:%M} UTC.")
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
    add_never_cache_headers(response)
    return response


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For pages that name no icon of their own, the admin's among them."""
    return redirect(static("img/favicon.svg"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /account/",
        "Disallow: /admin/",
        f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    return sitemap(request, SITEMAPS)


# --- When something went wrong. None of these touches the database, which may be what broke. --------------------


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _error(request, 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _error(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Somebody who signed in in another tab, or lost their cookies, gets back what they typed, to press once more."""
    ours = sent_by_our_own_page(request)
    if ours and request.resolver_match and request.resolver_match.view_name == "interviews:help":
        return press_again(request)
    if ours and (typed(request) or request.FILES):
        return held(request)
    return _error(request, 403, name="403_csrf")


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _error(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """The database that is away is told apart from a mistake of ours: it comes back, and nothing was lost."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        response = _error(request, 503, _to_send_again(request))
        response["Retry-After"] = "10"
        add_never_cache_headers(response)
        return response
    return _error(request, 500)


def _to_send_again(request: HttpRequest) -> dict[str, Any]:
    """What somebody typed into a form of ours that the database did not take; empty where there is nothing to hold."""
    try:
        if not sent_by_our_own_page(request):
            return {}
        return {**held_context(request, look_up=False), "csrf_token": get_token(request)}
    except (OSError, SuspiciousOperation, MultiPartParserError):
        return {}  # The host is not ours, or the browser went away in the middle of it.


def _error(request: HttpRequest, status: int, context: dict[str, Any] | None = None, *, name: str = "") -> HttpResponse:
    context = {"theme": remembered_theme(request), **(context or {})}
    return HttpResponse(loader.render_to_string(f"{name or status}.html", context), status=status)
