"""Response headers that Django has no setting for, and requests that are refused before any page sees them."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template import loader
from django.urls import reverse

from accounts.second_step import has_second_step
from accounts.typed import in_place_of_the_page, is_anothers, show_typed, typed, typed_context
from keeping.ceilings import FullError
from tpm_portal import request_id
from tpm_portal.content_security_policy import AT_THE_DESK
from tpm_portal.context_processors import remembered_theme
from tpm_portal.metrics import ROUTE
from tpm_portal.receiving import FOR_LEARNERS, REFUSED, most_megabytes
from tpm_portal.views.machines import healthz, readyz


def number_requests(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """The outermost of all: whatever is logged of a request says its number, and so does what is answered."""

    def middleware(request: HttpRequest) -> HttpResponse:
        number = request_id.number_of(request.META, believed=settings.BEHIND_PROXY)
        # Not only for as long as we are asked: Django logs an answer of 400 and more afterwards.
        request_id.begin(number)
        response = get_response(request)
        response.headers[request_id.HEADER] = number
        return response

    return middleware


def answer_health(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answer a load balancer, which asks by number and over plain http, before the host and https are insisted on."""
    pages = {reverse(name): (name, view) for name, view in (("healthz", healthz), ("readyz", readyz))}

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path not in pages:
            return get_response(request)
        request.META[ROUTE], view = pages[request.path]
        return view(request)

    return middleware


def isolation_headers(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Keep other sites from embedding ours or sharing its process (Mozilla Observatory's recommendation)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Cross-Origin-Embedder-Policy"] = "require-corp"
        # A page on which answers are spoken asks for the microphone itself.
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()"
        )
        if request.path.startswith(reverse("admin:index")):
            response._csp_replace = {**AT_THE_DESK, **getattr(response, "_csp_replace", {})}  # type: ignore[attr-defined]
        return response

    return middleware


def refuse_nul_in_admin(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """The admin hands the filters of an address to PostgreSQL, which knows no NUL in a text: a 400 and not a 500."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if "%00" in request.META["QUERY_STRING"] and request.path.startswith(reverse("admin:index")):
            raise BadRequest("There is a NUL in the address.")
        return get_response(request)

    return middleware


def show_what_was_typed(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """A curator whose session ended gets back what they typed, as learners do; the admin would only ask to sign in.

    And nobody saves as their own what somebody else has typed, who was signed in when the form was opened.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def show(request: HttpRequest, *view: Any) -> HttpResponse | None:
        if request.method != "POST":
            return None
        at_desk = request.path.startswith(reverse("admin:index")) and not request.user.is_authenticated
        if is_anothers(request) or (at_desk and (typed(request) or request.FILES)):
            return show_typed(request)
        return None

    middleware.process_view = show  # type: ignore[attr-defined]
    return middleware


def say_what_was_refused(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answer a request whose body the server did not take, with the reason in words."""

    def middleware(request: HttpRequest) -> HttpResponse:
        status = request.META.get(REFUSED)
        if status is None:
            return get_response(request)
        context = {
            "theme": remembered_theme(request),
            "megabytes": most_megabytes(request.path),
            "sign_in": request.META.get(FOR_LEARNERS, False),
        }
        page = loader.render_to_string(f"refused/{status}.html", context)
        return HttpResponse(page, status=status)

    return middleware


def say_what_is_full(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Whatever somebody tried to keep beyond the ceilings: nothing was saved, and what they typed is on the page."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, FullError):
            return None
        response = render(request, "full.html", {**typed_context(request), "reason": str(exception)}, status=409)
        return in_place_of_the_page(response)

    middleware.process_exception = process_exception  # type: ignore[attr-defined]
    return middleware


def ask_staff_for_second_step(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Who may open the desk sets a second step up first: a password that leaked would change what everybody reads."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.STAFF_SECOND_FACTOR and request.path.startswith(reverse("admin:index")):
            user = request.user
            if user.is_authenticated and user.is_staff and not has_second_step(user):
                return redirect("account_signing_in")
        return get_response(request)

    return middleware
