"""What was typed at the other doors, held by the visitor's own browser until somebody saves it or two hours are over.

A cookie that goes to the doors alone: without it the answers of one door would be lost at the next, and the server
keeps nothing of a visitor who has not asked it to.
"""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

COOKIE = "typed"
PATH = "/start/"
HOURS = 2
# What every browser takes of one cookie, with its name.
LARGEST = 3800
DOORS = {"interview": "I have an interview", "eligible": "Am I eligible?", "pay": "What would I earn?"}


def typed_before(request: HttpRequest) -> dict[str, str]:
    """What each door was told, as the query of its address. Whatever nobody here has written is nothing."""
    try:
        held = signing.loads(request.COOKIES.get(COOKIE, ""), salt=COOKIE, max_age=HOURS * 3600)
    except signing.BadSignature:
        return {}
    return {door: held[door] for door in DOORS if door in held}


def hold(request: HttpRequest, response: HttpResponse, door: str, query: str) -> None:
    """Let the browser hold on to what a door was told, beside what the others were; to it alone if all is too much."""
    held = {**typed_before(request), door: query}
    for kept in (held, {door: query}):
        value = signing.dumps(kept, salt=COOKIE, compress=True)
        if len(value) <= LARGEST:
            response.set_cookie(
                COOKIE,
                value,
                max_age=HOURS * 3600,
                path=PATH,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
            return


def let_go(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")


def others(request: HttpRequest, door: str) -> list[str]:
    """The names of the other doors of which something is held."""
    return [DOORS[other] for other in typed_before(request) if other != door]
