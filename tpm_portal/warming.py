"""What a new worker does before anybody asks: the first pages once, so that no first visitor waits for what they need.

Addresses are looked up, templates compiled and queries put together by that. It only reads, and keeps nothing of it.
"""

import logging
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.urls import resolve
from django_htmx.middleware import HtmxDetails

from accounts.models import User
from accounts.sessions import SessionStore

logger = logging.getLogger(__name__)

# What is not loaded before the first page is sent.
LATER = ("applications.reading.header", "applications.reading.reader")
FOR_VISITORS = ("/", "/roadmap/", "/salaries/")
FOR_LEARNERS = ("/", "/roadmap/", "/evidence/", "/interviews/practice/", "/applications/", "/salaries/")


def steps() -> Iterator[Callable[[], None]]:
    """Each is short, and for the thread that makes pages: whoever asks meanwhile is answered between two of them."""
    for path in FOR_VISITORS:
        yield partial(_try, path, AnonymousUser)
    for path in FOR_LEARNERS:
        yield partial(_try, path, _somebody)
    # Whoever pastes the first posting does not wait for what reads it.
    for module in LATER:
        yield partial(_load, module)


def make(path: str, user: User | AnonymousUser) -> HttpResponse:
    """The page as its view makes it for ``user``, past everything that counts pages, keeps them or lets anybody in."""
    site = urlsplit(settings.SITE_URL)
    environ = {
        **{"REQUEST_METHOD": "GET", "PATH_INFO": path, "HTTP_HOST": site.netloc, "wsgi.url_scheme": site.scheme},
        **{"SERVER_NAME": site.hostname, "SERVER_PORT": str(settings.PORT), "wsgi.input": BytesIO()},
    }
    request = WSGIRequest(environ)
    request.user, request.session = user, SessionStore()
    request.htmx = HtmxDetails(request)  # type: ignore[attr-defined]
    request.resolver_match = match = resolve(path)
    response: HttpResponse = match.func(request, *match.args, **match.kwargs)
    return response


def _try(path: str, who: Callable[[], User | AnonymousUser | None]) -> None:
    try:
        user = who()
        if user is not None:
            make(path, user)
    except Exception:
        # The database may be away. Whoever asks for the page is told what there is to say.
        logger.info("%s could not be made in advance", path, exc_info=True)


def _load(module: str) -> None:
    import_module(module)


def _somebody() -> User | None:
    """Any learner, whose rows are read and forgotten: the newest, as their rows are in memory most likely."""
    return User.objects.filter(is_staff=False, is_active=True).order_by("-pk").first()
