"""A learner's page is made once and sent again for as long as nothing it is made of has changed.

What is theirs has an edition, which the database marks anew in the transaction that changes any row of theirs
(``accounts/migrations/_marks.py``), and so has the content. Both are asked of it each time, so that their own press and
a curator's show at once on every worker. The page belongs to one session and is given to no other, unless its view
declares that it is the same for all learners (``accounts/sharing.py``): then only the frame is theirs. The tokens of
its forms are new each time.
"""

import hashlib
import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils.cache import patch_vary_headers
from django.utils.html import escape

from accounts.edition import OF_A_LEARNER
from accounts.models import User
from accounts.sharing import declared
from accounts.typed import WHOSE
from keeping.tokens import fresh_token, noted
from tpm_portal.asked_for import SECONDS, asked_for, may_be_sent_again
from tpm_portal.packed_in_parts import as_gzip, fill, pack, unpacked
from tpm_portal.ready_made import EDITION
from tpm_portal.shelf_of_pages import Pages, ReadyPage, best_encoding

# In each worker: packed, that is a few thousand pages.
MOST_BYTES = 16 * 1024 * 1024
# Signing in, the desk, and what one asks for once.
NEVER = ("/account/", "/admin/", "/about-the-data/looks-wrong/", "/about-the-data/preview/")
# The session has its own part of the key, and the token is another each time.
OTHERWISE_KNOWN = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)
TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=")\w{64}(?=")')
# No page has it, so what is another each time, or another's, can stand between two of them.
NUL = b"\x00"
# What is put in place of each kind of token.
LENGTH_OF_CSRF, LENGTH_OF_UUID = 64, 36

PAGES = Pages(MOST_BYTES)


@dataclass(frozen=True)
class Asked:
    """Where a page is kept, and as which edition. ``shared`` is for every learner."""

    key: tuple[Any, ...]
    edition: str
    shared: bool = False

    def find(self) -> ReadyPage | None:
        page = PAGES.get("", self.key, now=time.monotonic())
        return page if page and page.etag == self.edition else None


def keep_for_one(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The innermost: all that others do with a request and an answer is done to a page that was kept, too."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with noted() as tokens:
            response = get_response(request)
        request.holds_tokens = bool(tokens)  # type: ignore[attr-defined]
        asked: Asked | None = getattr(request, "kept_as", None)
        if asked and _can_be_kept(request, response) and NUL not in response.content:
            PAGES.put("", asked.key, _packed(request, response, asked, tokens), now=time.monotonic())
        return response

    def look(request: HttpRequest, view: Any, *arguments: Any) -> HttpResponse | None:
        if not _may_be_kept(request):
            return None
        asked = _asked(request, view)
        page = asked.find() if asked else None
        if page is None:
            request.kept_as = asked  # type: ignore[attr-defined]
            return None
        return _unpacked(request, page)

    middleware.process_view = look  # type: ignore[attr-defined]
    return middleware


def _may_be_kept(request: HttpRequest) -> bool:
    return (
        request.method == "GET"
        and not request.path.startswith(NEVER)
        and request.user.is_authenticated
        # What they may do at the desk is no row of theirs.
        and not request.user.is_staff
        and not len(get_messages(request))
    )


def _asked(request: HttpRequest, view: Any) -> Asked | None:
    """Where the page is kept: for this session, or for all learners if it is the same for them."""
    unless, user = declared(view), request.user
    assert isinstance(user, User)
    content, own = _editions(request)
    if unless and not user.is_nameless and not unless(request):
        # Of them the page has nothing but their colors and how late it is.
        key, edition, shared = asked_for(request, user.theme, user.time_zone), content, True
    else:
        key, edition, shared = asked_for(request, user.pk, *_session(request)), f"{content} / {own}", False
    return Asked(key, edition, shared) if key else None


def _session(request: HttpRequest) -> tuple[str | None, bytes]:
    """Whose the page is, and all that their browser and session hold besides."""
    cookies = {name: value for name, value in request.COOKIES.items() if name not in OTHERWISE_KNOWN}
    says = json.dumps([dict(request.session.items()), cookies], sort_keys=True, default=str)
    return request.session.session_key, hashlib.blake2b(says.encode(), digest_size=16).digest()


def _editions(request: HttpRequest) -> tuple[str, str]:
    """What is in force of the content and of theirs, without what Django does before each query."""
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.cursor() as cursor:
        cursor.execute(f"SELECT ({EDITION}), {OF_A_LEARNER}", [request.user.pk])
        content, own = cursor.fetchone()
    return content, own


def _can_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    return (
        may_be_sent_again(request, response)
        and request.user.is_authenticated
        and not request.session.modified
        and not getattr(get_messages(request), "used", False)
    )


def _packed(request: HttpRequest, response: HttpResponse, asked: Asked, tokens: list[str]) -> ReadyPage:
    content = TOKEN.sub(rb"\g<1>" + b"\x00csrf\x00", response.content)
    for number, token in enumerate(tokens):
        content = content.replace(token.encode(), b"\x00%d\x00" % number)
    if asked.shared:
        for name, here in _frame(request).items():
            content = content.replace(here, b"\x00" + name + b"\x00")
    # What stands for something comes after each NUL, and plain text after the next.
    parts = content.split(NUL)
    parts[::2] = pack(parts[::2], map(_length, parts[1::2]))
    return ReadyPage(
        tuple((name, value) for name, value in response.items() if name.lower() != "content-length"),
        etag=asked.edition,
        bodies={},
        until=time.monotonic() + SECONDS,
        parts=tuple(parts),
    )


def _length(name: bytes) -> int | None:
    """Of what is put in place of a name, if it is the same each time."""
    return LENGTH_OF_CSRF if name == b"csrf" else LENGTH_OF_UUID if name.isdigit() else None


def _frame(request: HttpRequest) -> dict[bytes, bytes]:
    """What the frame of a page says of the learner, see ``templates/base.html``."""
    user = request.user
    assert isinstance(user, User)
    return {
        b"whose": f'name="{WHOSE}" value="{user.pk}"'.encode(),
        b"name": f'class="account-name">{escape(user.get_short_name())}</a>'.encode(),
    }


def _unpacked(request: HttpRequest, page: ReadyPage) -> HttpResponse:
    names, here = page.parts[1::2], _frame(request)
    for name in names:
        if name not in here:
            here[name] = get_token(request).encode() if name == b"csrf" else str(fresh_token()).encode()
    blocks = fill(page.parts[::2], [here[name] for name in names])
    packed = best_encoding(request.META.get("HTTP_ACCEPT_ENCODING", ""), among=("gzip",))
    response = HttpResponse(as_gzip(blocks) if packed else unpacked(blocks))
    for header, value in page.headers:
        response.headers[header] = value
    if packed:
        response.headers["Content-Encoding"] = packed
    patch_vary_headers(response, ("Accept-Encoding",))
    return response
