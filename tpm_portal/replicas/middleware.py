"""Choosing where a page reads: on a replica that has all of the content, and all that this browser has written.

It is the innermost: session and user are read before it, from the primary, so that whoever signs out is out everywhere.
"""

import random
import time
from collections.abc import Callable
from functools import partial

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import DEFAULT_DB_ALIAS
from django.db.utils import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from tpm_portal.replicas.lag import Primary, position
from tpm_portal.replicas.router import Reading, reading
from tpm_portal.replicas.standing import State, knows, primary_now, standing_of

# Whoever looks after content, an address or a password sees what was saved at once, whoever saved it and wherever.
ON_THE_PRIMARY = ("/admin/", "/account/")
# A replica that lacks what was written so long ago answers nobody anyway.
COOKIE_SECONDS = 60
SIGNER = Signer(salt="tpm_portal.replicas")

PRIMARY = Primary()


def read_from_replicas(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let pages read from replicas, and remember in a cookie how far these must be for whoever has written."""

    def middleware(request: HttpRequest) -> HttpResponse:
        shown = request.method in ("GET", "HEAD")
        anywhere = shown and not request.path.startswith(ON_THE_PRIMARY)
        now = Reading(partial(choose, request) if anywhere else lambda _: DEFAULT_DB_ALIAS)
        token = reading.set(now)
        try:
            response = get_response(request)
        finally:
            reading.reset(token)
        # Such a page is not kept: its marks were read from the primary, and may be of what came later.
        request.of_unknown_age = now.of_unknown_age  # type: ignore[attr-defined]
        if not shown or now.wrote:
            _remember(response)
        return response

    return middleware


def choose(request: HttpRequest, now: Reading) -> str:
    """The alias of a replica that can answer this, else that of the primary. Up to two queries on each of them."""
    given = request.COOKIES.get(settings.WRITTEN_COOKIE_NAME, "")
    try:
        least = position(SIGNER.unsign(given)) if given else 0
    except (BadSignature, ValueError):
        return DEFAULT_DB_ALIAS
    try:
        primary: State | None = primary_now()
    except (OperationalError, InterfaceError):
        # Who is not signed in can read on; the others have met the error by now.
        primary = None
    aliases = random.sample(settings.REPLICAS, len(settings.REPLICAS))
    found = next((alias for alias in aliases if _can_answer(alias, primary, least)), None)
    # Pages of a learner are kept under the marks of what is theirs. They may have changed it in another browser.
    if found and primary and request.user.is_authenticated:
        learner = request.user.pk
        return found if knows(found, learner) == knows(DEFAULT_DB_ALIAS, learner) else DEFAULT_DB_ALIAS
    now.of_unknown_age = found is not None and primary is None
    return found or DEFAULT_DB_ALIAS


def _can_answer(alias: str, primary: State | None, least: int) -> bool:
    standing = standing_of(alias)
    if primary:
        PRIMARY.was_at(primary.place, now=time.monotonic())
    state = standing.state()
    if state is None or state.place < least:
        return False
    # Pages are kept under the marks of the content: what is made under new ones must not be of the old.
    if primary and not (standing.is_fresh(state, PRIMARY) and state.editions == primary.editions):
        return False
    standing.is_used()
    return True


def _remember(response: HttpResponse) -> None:
    """What was written is before this place in the log."""
    try:
        place = primary_now().place
    except (OperationalError, InterfaceError):
        return
    response.set_cookie(
        settings.WRITTEN_COOKIE_NAME,
        SIGNER.sign(f"{place >> 32:X}/{place & 0xFFFFFFFF:X}"),
        max_age=COOKIE_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
