"""Guards for acts that only a signed-in learner may do."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import get_resolver, reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from accounts.models import User

P = ParamSpec("P")

CSRF_FIELD = "csrfmiddlewaretoken"
WHOSE = "whose"
# What a form carries along without anybody having typed it: a field's name, or how a formset's end.
NOT_TYPED = re.compile(
    r"token|seen|back|next|theme|_.*|.*-(?:TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS" + f"|{WHOSE}|{CSRF_FIELD}"
)


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


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What somebody wrote or chose in the form they sent, by field; empty if they only pressed a button.

    Empty also where a password is among it: that is typed again.
    """
    fields = [(name, value) for name, values in request.POST.lists() for value in values if name != CSRF_FIELD]
    if any("password" in name for name in request.POST):
        return []
    return fields if any(value.strip() for name, value in fields if not NOT_TYPED.fullmatch(name)) else []


def is_anothers(request: HttpRequest) -> bool:
    """Whether the form was shown to somebody else than who is signed in now."""
    whose = request.POST.get(WHOSE, "")
    return whose != "" and request.user.is_authenticated and whose != str(request.user.pk)


def show_typed(request: HttpRequest) -> HttpResponse:
    """Nothing was saved, but what was typed is on this page and can be sent again to where it was going.

    Shown to somebody whose session ended while they were writing, and to somebody who has signed in again in another
    tab since they opened the form, which gave that form's token up. If that was somebody else, nothing is shown.
    """
    anothers = is_anothers(request)
    context = {"anothers": True} if anothers else typed_context(request)
    response = render(request, "accounts/typed.html", context, status=403)
    return in_place_of_the_page(response)


def in_place_of_the_page(response: HttpResponse) -> HttpResponse:
    """A form that htmx sent has such an answer put where the page's own would stand; see acts.js."""
    response["HX-Retarget"] = response["HX-Reselect"] = "#page"
    response["HX-Reswap"] = "outerHTML show:window:top"
    add_never_cache_headers(response)
    return response


def typed_context(request: HttpRequest, *, look_up: bool = True) -> dict[str, Any]:
    """What was typed, to be shown and to be sent again to where it was going. A file cannot be sent again.

    ``look_up``: whether the database may be asked for the names of what was chosen.
    """
    fields = typed(request)
    shown = [(name, value) for name, value in fields if value.strip() and not NOT_TYPED.fullmatch(name)]
    # A page of the admin sends columns and keys; its desk says how they read.
    desk = getattr(getattr(request.resolver_match, "func", None), "model_admin", None)
    in_words = getattr(desk, "in_words", None)
    shown = in_words(shown, look_up=look_up) if in_words else [(name.replace("_", " "), value) for name, value in shown]
    files = [file.name for _, chosen in request.FILES.lists() for file in chosen]
    return {"fields": fields, "shown": shown, "files": files, "action": request.get_full_path()}


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
