"""Guards for pages and acts of learners, and of visitors where these may begin without an account."""

import zoneinfo
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast
from urllib.parse import urldefrag

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import get_resolver, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from accounts import nameless
from accounts.models import User
from accounts.typed import WHOSE, show_typed, typed

P = ParamSpec("P")
# Says the page for signing in that a session ended without its browser's doing.
ENDED = "ended"


class LearnerRequest(HttpRequest):
    """A request whose user is known to be signed in."""

    user: User


def learner_post(
    *, page: str, visitors: bool = False
) -> Callable[
    [Callable[Concatenate[LearnerRequest, P], HttpResponse]],
    Callable[Concatenate[HttpRequest, P], HttpResponse],
]:
    """Let only a learner's POST through; with ``visitors`` also a visitor's, who has an account from then on.

    Others are sent to sign in and then to ``page``, a URL name that takes some of the view's own arguments: never back
    to the act itself, which answers only to POST. What they typed is shown to them again, see ``show_typed``.
    """

    def decorate(
        view: Callable[Concatenate[LearnerRequest, P], HttpResponse],
    ) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if request.method in ("GET", "HEAD"):
                # Somebody reloads the page of a refused form, or opens its address again: show them where it belongs.
                return redirect(_address_of(page, kwargs))
            if request.method != "POST":
                return HttpResponseNotAllowed(["POST"])
            if request.user.is_authenticated:
                return _used(request, lambda: view(cast("LearnerRequest", request), *args, **kwargs))
            if visitors and _may_begin(request, kwargs):
                return _first_press(request, lambda: view(cast("LearnerRequest", request), *args, **kwargs))
            if typed(request):
                return show_typed(request)
            response = _to_sign_in(request, _address_of(page, kwargs))
            if getattr(request, "htmx", False):
                return HttpResponseClientRedirect(response.url)
            return response

        return cast("Callable[Concatenate[HttpRequest, P], HttpResponse]", guarded)

    return decorate


def learner_page(
    view: Callable[Concatenate[LearnerRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A page for the signed-in learner alone: reading, and posting its own form. A visitor signs in first."""
    return _page(view, visitors=False)


def open_page(
    view: Callable[Concatenate[LearnerRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A learner's page that a visitor may open too, as nobody, and has an account once they post its form."""
    return _page(view, visitors=True)


def _page(
    view: Callable[Concatenate[LearnerRequest, P], HttpResponse], *, visitors: bool
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method not in ("GET", "HEAD", "POST"):
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        if request.user.is_authenticated:
            return _used(request, lambda: view(cast("LearnerRequest", request), *args, **kwargs))
        if visitors and request.method == "POST" and _may_begin(request, kwargs):
            return _first_press(request, lambda: view(cast("LearnerRequest", request), *args, **kwargs))
        if visitors and request.method != "POST" and not _names_own_row(kwargs):
            request.user = nameless.nobody()
            # The same for every visitor, see ready_made.py. Learners have the address too, so no shared cache keeps it.
            request.as_nobody = True  # type: ignore[attr-defined]
            response = view(cast("LearnerRequest", request), *args, **kwargs)
            response["Cache-Control"] = "private, no-store"
            return response
        if request.method == "POST" and typed(request):
            return show_typed(request)
        return _to_sign_in(request, request.path if request.method == "POST" else request.get_full_path())

    return cast("Callable[Concatenate[HttpRequest, P], HttpResponse]", guarded)


def asks_again(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """For what changes how somebody signs in: only for who has shown within five minutes that it is really them.

    Within ``learner_page`` or ``learner_post``. What was sent is kept, and goes on once they have.
    """
    guarded: Callable[P, HttpResponse] = reauthentication_required(view, app="allauth.mfa")
    return guarded


def _to_sign_in(request: HttpRequest, page: str) -> HttpResponseRedirect:
    """To sign in and then to ``page``. Who was signed in until now, as their cookie says, is told that it ended."""
    response = redirect_to_login(page)
    if settings.SESSION_COOKIE_NAME in request.COOKIES and request.session.is_empty():
        return HttpResponseRedirect(f"{response.url}&{ENDED}=1")
    return response


def _may_begin(request: HttpRequest, kwargs: Any) -> bool:
    """Whether the form was shown to a visitor. That of a learner whose session ended says whose it is."""
    return not request.POST.get(WHOSE) and not _names_own_row(kwargs)


def _names_own_row(kwargs: Any) -> bool:
    """A learner's own rows have numbers in their addresses, and what everybody reads has words."""
    return any(isinstance(value, int) for value in kwargs.values())


def _first_press(request: HttpRequest, go: Callable[[], HttpResponse]) -> HttpResponse:
    refused = nameless.begin(request)
    if refused is not None:
        return refused
    with timezone.override(zoneinfo.ZoneInfo(cast("LearnerRequest", request).user.time_zone)):
        response = _used(request, go)
    if getattr(request, "htmx", False) and isinstance(response, HttpResponseRedirect):
        # The whole page, with its frame: it is a learner's from now on.
        response = HttpResponseClientRedirect(urldefrag(response.url).url)
    return nameless.has_begun(request, response)


def _used(request: HttpRequest, go: Callable[[], HttpResponse]) -> HttpResponse:
    nameless.forget_detour(request)
    user = cast("LearnerRequest", request).user
    response = go()
    if request.method == "POST":
        nameless.note_use(user, at=timezone.now())
    return response


def sent_by_our_own_page(request: HttpRequest) -> bool:
    """Whether the browser vouches that a page of this very site sent the form."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def page_of_origin(request: HttpRequest, default: str) -> str:
    """Where a form says that it came from, if that is a page of this site; else ``default``."""
    back = request.POST.get("back", "") or request.GET.get("back", "")
    if back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None) and "\x00" not in back:
        return back
    return default


def _address_of(page: str, kwargs: Any) -> str:
    """Reverse ``page`` with those of ``kwargs`` that its route takes."""
    namespace, _, name = page.rpartition(":")
    resolver = get_resolver()
    if namespace:
        resolver = resolver.namespace_dict[namespace][1]
    wanted = {
        argument for matches in resolver.reverse_dict.getlist(name) for match in matches[0] for argument in match[1]
    }
    return reverse(page, kwargs={argument: value for argument, value in kwargs.items() if argument in wanted})
