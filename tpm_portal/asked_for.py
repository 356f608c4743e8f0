"""What a page is asked for by, and what every page has to be that is kept and sent again, whoever it is for."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

# What a page says of "today" and of how long ago something was may be so old.
SECONDS = 60
# Of what somebody asks with. Longer is no page that anybody asks for twice, and would be kept beside it.
LONGEST = 2_000
# Headers of htmx ask for another answer at the same address.
HTMX = tuple(f"HTTP_HX_{name}" for name in ("REQUEST", "BOOSTED", "TARGET", "TRIGGER", "HISTORY_RESTORE_REQUEST"))
# Whatever an address is made of that a page says of itself, before anything has looked at the request.
SAYS_ITSELF = ("wsgi.url_scheme", "HTTP_X_FORWARDED_PROTO", "HTTP_HOST", "QUERY_STRING", *HTMX)


def asked_for(request: HttpRequest, *besides: Any) -> tuple[Any, ...] | None:
    """Two requests with the same are for the same page of today. ``None`` for what is too long to be kept.

    ``besides`` is what else the page is made of.
    """
    key = (request.path, timezone.localdate(), *map(request.META.get, SAYS_ITSELF), *besides)
    return key if sum(len(str(part)) for part in key) <= LONGEST else None


def may_be_sent_again(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether it is a whole page that sets nothing, and as new as the marks that it would be kept under."""
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        # A view that says so itself: what somebody else shares by a link is made of their rows.
        and ("Cache-Control" not in response.headers or getattr(request, "as_nobody", False))
        and response.headers.get("Content-Type", "").startswith("text/html")
        # See replicas/middleware.py.
        and not getattr(request, "of_unknown_age", False)
    )
