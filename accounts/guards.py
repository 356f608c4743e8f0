"""Guards for pages and acts that only a signed-in learner may see and do."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import get_resolver, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from accounts.models import User
from accounts.typed import show_typed, typed

P = ParamSpec("P")


class LearnerRequest(HttpRequest):
    """A request whose user is known to be signed in."""

    user: User


def learner_post(
    *, page: str
) -> Callable[
    [Callable[Concatenate[LearnerRequest, P], HttpResponse]],
    Callable[Concatenate[HttpRequest, P], HttpResponse],
]:
    """Let only a signed-in learner's POST through.

    A visitor is sent to sign in and then to ``page``, a URL name that takes some of the view's own arguments: never
    back to the act itself, which answers only to POST. What a visitor typed is shown to them again, see ``show_typed``.
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
                return view(cast("LearnerRequest", request), *args, **kwargs)
            if typed(request):
                return show_typed(request)
            response = redirect_to_login(_address_of(page, kwargs))
            if getattr(request, "htmx", False):
                return HttpResponseClientRedirect(response.url)
            return response

        return cast("Callable[Concatenate[HttpRequest, P], HttpResponse]", guarded)

    return decorate


def learner_page(
    view: Callable[Concatenate[LearnerRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A page for the signed-in learner alone: reading, and posting its own form. A visitor signs in first."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method not in ("GET", "HEAD", "POST"):
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        if not request.user.is_authenticated:
            if request.method == "POST" and typed(request):
                return show_typed(request)
            return redirect_to_login(request.path if request.method == "POST" else request.get_full_path())
        return view(cast("LearnerRequest", request), *args, **kwargs)

    return cast("Callable[Concatenate[HttpRequest, P], HttpResponse]", guarded)


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
