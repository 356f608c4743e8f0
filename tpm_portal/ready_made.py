"""Public pages are made once for each edition of the content, and sent as they are to everybody who is not signed in.

Which edition is in force is asked of the database each time: so no worker and no machine sends a page that a curator
has changed. A page that is anybody's own, or that sets a cookie, or that holds a token for a form, is never kept. Rooms
of learners are the same for all who look at them as nobody; they stay here alone, and in no cache that others share.
"""

import hashlib
import time
from collections.abc import Callable
from gzip import decompress
from http.cookies import CookieError, SimpleCookie
from zlib import compressobj

import brotli
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse

from tpm_portal.asked_for import SECONDS, asked_for, may_be_sent_again
from tpm_portal.doors.typed_before import COOKIE as TYPED_BEFORE
from tpm_portal.metrics import READY_MADE, ROUTE
from tpm_portal.shelf_of_pages import Pages, ReadyPage, best_encoding, matches

# In each worker: packed twice, that is some thousand pages.
MOST_BYTES = 16 * 1024 * 1024
# A browser asks each time, or whoever has just signed in would see a visitor's page once more.
CACHE_CONTROL = f"public, max-age=0, s-maxage={SECONDS}"
# The mark of the public pages, see curation/migrations/_public.py.
EDITION = "SELECT coalesce(string_agg(mark::text, ' ' ORDER BY id), '') FROM curation_edition WHERE shelf = 'public'"
# Cookies that make a page somebody's own. Of ours the key knows the colors, and others change nothing on a page.
OWN_COOKIES = {settings.SESSION_COOKIE_NAME, TYPED_BEFORE}

# Files, and what is only ever somebody's own.
NEVER = (settings.STATIC_URL, "/admin/", "/account/")

PAGES = Pages(MOST_BYTES)


def send_ready_made(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The outermost of all that a page passes, save for what numbers requests and answers programs."""

    def middleware(request: HttpRequest) -> HttpResponse:
        theme = _theme(request)
        if theme is None or request.method not in ("GET", "HEAD") or request.path.startswith(NEVER):
            return get_response(request)
        edition, key = _edition(), asked_for(request, theme)
        if edition is None or key is None:
            return get_response(request)
        meta = request.META
        page = PAGES.get(edition, key, now=time.monotonic())
        meta[READY_MADE] = "kept" if page is None else "sent"
        if page is None:
            response = get_response(request)
            if request.method != "GET" or not _same_for_everybody(request, response):
                del meta[READY_MADE]
                return response
            page = _kept(response, route=request.resolver_match.view_name if request.resolver_match else "")
            PAGES.put(edition, key, page, now=time.monotonic())
        meta[ROUTE] = page.route
        return _answer(request, page)

    return middleware


def _theme(request: HttpRequest) -> str | None:
    """The colors of somebody who is not signed in and has nothing of their own here, else ``None``."""
    header = request.META.get("HTTP_COOKIE", "")
    if not header:
        return ""
    try:
        cookies = SimpleCookie(header)
    except CookieError:
        return None
    if not OWN_COOKIES.isdisjoint(cookies):
        return None
    return cookies["theme"].value if "theme" in cookies else ""


def _edition() -> str | None:
    """What is in force, without what Django does before each query: an error is for the page itself to meet."""
    if connection.connection is None:
        return None
    try:
        with connection.connection.cursor() as cursor:
            cursor.execute(EDITION)
            return str(cursor.fetchone()[0])
    except Exception:  # whatever the driver says of a server that is away
        return None


def _same_for_everybody(request: HttpRequest, response: HttpResponse) -> bool:
    return (
        may_be_sent_again(request, response)
        and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
        and not request.user.is_authenticated
        and not getattr(request, "holds_tokens", False)
    )


def _kept(response: HttpResponse, *, route: str) -> ReadyPage:
    content = response.content
    if response.headers.get("Content-Encoding") == "gzip":
        content = decompress(content)
    # Weak: the same page in one packing or another.
    etag = f'W/"{hashlib.blake2b(content, digest_size=12).hexdigest()}"'
    left_out = ("content-encoding", "content-length", "etag", "vary")
    headers = [(name, value) for name, value in response.items() if name.lower() not in left_out]
    vary = dict.fromkeys([*filter(None, map(str.strip, response.headers.get("Vary", "").split(","))), "Cookie"])
    headers += [("Vary", ", ".join(dict.fromkeys([*vary, "Accept-Encoding"])))]
    if "Cache-Control" not in response.headers:
        headers += [("Cache-Control", CACHE_CONTROL)]
    # Nothing secret stands in what everybody gets, so that lengths tell nobody anything.
    bodies = {"gzip": _gzip(content), "br": brotli.compress(content, quality=6)}
    return ReadyPage(tuple(headers), etag, bodies, until=time.monotonic() + SECONDS, route=route)


def _gzip(content: bytes) -> bytes:
    packer = compressobj(6, wbits=31)
    return packer.compress(content) + packer.flush()


def _answer(request: HttpRequest, page: ReadyPage) -> HttpResponse:
    if matches(request.META.get("HTTP_IF_NONE_MATCH", ""), page.etag):
        response = HttpResponse(status=304)
        del response.headers["Content-Type"]
        for name, value in page.headers:
            if name in ("Cache-Control", "Vary", "Date", "Expires"):
                response.headers[name] = value
    else:
        encoding = best_encoding(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        # Every browser takes a packed one, which is a quarter of it.
        response = HttpResponse(page.bodies[encoding] if encoding else decompress(page.bodies["gzip"]))
        for name, value in page.headers:
            response.headers[name] = value
        if encoding:
            response.headers["Content-Encoding"] = encoding
        response.headers["Content-Length"] = str(len(response.content))
    response.headers["ETag"] = page.etag
    return response
