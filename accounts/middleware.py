"""What holds for every page that a signed-in person gets: it stays in no cache, and shows times in their own zone.

And whose forms need a token, and to whom a page of allauth's is shown.
"""

import zoneinfo
from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from accounts import devices
from accounts.guards import sent_by_our_own_page
from accounts.sessions import user_of

# The pages of how somebody signs in.
OF_AN_ADDRESS = {"accounts.signing_in_views", "accounts.second_step_views", "accounts.passkey_views"}


class TokenOrOwnPage(CsrfViewMiddleware):
    """Django's protection against forms of other sites, for visitors by the origin alone.

    The pages of visitors are the same for all of them and carry no token. Their browser says where a form comes from,
    and so does that of somebody nameless, of whom such pages may still be open. Whoever signed in sends the token too.
    """

    def process_view(
        self, request: HttpRequest, callback: Any, callback_args: Any, callback_kwargs: Any
    ) -> HttpResponseForbidden | None:
        if request.method == "POST" and sent_by_our_own_page(request) and not _has_name(request):
            request.csrf_processing_done = True  # type: ignore[attr-defined]
            return None
        return super().process_view(request, callback, callback_args, callback_kwargs)


class WhoIsSignedIn(AuthenticationMiddleware):
    """Django's, with the user that the session brings along."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        request.user = SimpleLazyObject(lambda: user_of(request))  # type: ignore[assignment]


def keep_no_copy(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Leave no copy of what a signed-in person sees in a cache, nor behind the browser's Back once they are gone."""

    def middleware(request: HttpRequest) -> HttpResponse:
        was_signed_in = request.user.is_authenticated
        response = get_response(request)
        if was_signed_in or request.user.is_authenticated:
            response.headers["Cache-Control"] = "private, no-store"
            response.headers.pop("Expires", None)
        return response

    return middleware


def activate_time_zone(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Activate the signed-in learner's zone for this request; visitors see UTC."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            with timezone.override(zoneinfo.ZoneInfo(request.user.time_zone)):
                return get_response(request)
        return get_response(request)

    return middleware


def note_when_seen(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Say in the list of devices that this one is still in use: once an hour, and only when something is sent."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and request.user.is_authenticated:
            now = timezone.now()
            if devices.was_here_long_ago(request, at=now):
                devices.remember(request, request.user, at=now)
        return get_response(request)

    return middleware


def show_pages_of_visitors(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Show somebody nameless the pages of allauth's as the visitor they are: they may sign up, or in.

    Where an address and a password are changed they have nothing to change.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def as_visitor(request: HttpRequest, view: Any, *arguments: Any) -> HttpResponse | None:
        if _is_allauths(view):
            if not _has_name(request):
                request.user = AnonymousUser()
        elif view.__module__ in OF_AN_ADDRESS and request.user.is_authenticated and request.user.is_nameless:
            return redirect("account_kept_here")
        return None

    middleware.process_view = as_visitor  # type: ignore[attr-defined]
    return middleware


def _has_name(request: HttpRequest) -> bool:
    return request.user.is_authenticated and not request.user.is_nameless


def _is_allauths(view: Any) -> bool:
    classes = getattr(view, "view_class", type(None)).__mro__
    return any(one.__module__.startswith("allauth.") for one in (view, *classes))
