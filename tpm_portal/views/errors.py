"""What is shown when something went wrong. What was typed is never lost on the way.

None of these touches the database, which may be what broke.
"""

import sys
from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import Error, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.middleware.csrf import get_token
from django.template import loader
from django.utils.cache import add_never_cache_headers

from accounts.guards import sent_by_our_own_page
from accounts.typed import show_typed, typed, typed_context
from curation import report_views
from interviews.mock.views import helping
from resumes.review.views import reviewer
from tpm_portal import request_id
from tpm_portal.context_processors import remembered_theme
from tpm_portal.metrics import DATABASE_ERROR

# Pages for somebody without an account, with what says there that nothing is saved yet.
PRESS_AGAIN = {
    "curation:looks_wrong": report_views.press_again,
    "interviews:help": helping.press_again,
    "resumes:reviewer": reviewer.press_again,
}


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _error(request, 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _error(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Somebody who signed in in another tab, or lost their cookies, gets back what they typed, to press once more."""
    ours = sent_by_our_own_page(request)
    again = PRESS_AGAIN.get(request.resolver_match.view_name) if request.resolver_match else None
    if ours and again:
        return again(request)
    if ours and (typed(request) or request.FILES):
        return show_typed(request)
    return _error(request, 403, name="403_csrf")


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _error(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """The database that is away is told apart from a mistake of ours: it comes back, and nothing was lost."""
    error = sys.exc_info()[1]
    away = isinstance(error, OperationalError | InterfaceError)
    if isinstance(error, Error):
        request.META[DATABASE_ERROR] = "away" if away else "refused"
    if away:
        response = _error(request, 503, _to_send_again(request))
        response["Retry-After"] = "10"
        add_never_cache_headers(response)
        return response
    return _error(request, 500)


def _to_send_again(request: HttpRequest) -> dict[str, Any]:
    """What somebody typed into a form of ours that the database did not take; empty where nothing was."""
    try:
        if not sent_by_our_own_page(request):
            return {}
        return {**typed_context(request, look_up=False), "csrf_token": get_token(request)}
    except (OSError, SuspiciousOperation, MultiPartParserError):
        return {}  # The host is not ours, or the browser went away in the middle of it.


def _error(request: HttpRequest, status: int, context: dict[str, Any] | None = None, *, name: str = "") -> HttpResponse:
    contact, contact_url = settings.CONTACT
    context = {
        "theme": remembered_theme(request),
        # By these whoever looks after the site finds what was logged.
        **{"number": request_id.current(), "contact": contact, "contact_url": contact_url},
        **(context or {}),
    }
    return HttpResponse(loader.render_to_string(f"{name or status}.html", context), status=status)
