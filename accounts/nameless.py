"""An account without an address, which a visitor has from their first press on and only their browser leads to.

Who presses a button of ours without a session is sent once more to where they were going, with a cookie that says which
first press this was (a 307, which browsers follow with the same form). So nobody gets an account who keeps no cookies,
and several first presses at once lead to one: each adds a cookie of its own beside the others, and every browser sends
the eldest first.
"""

import logging
import traceback
import uuid
import zoneinfo
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user, login
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import render
from django.utils import timezone

from accounts.days import earliest_day
from accounts.models import NOBODY, Theme, User
from accounts.typed import in_place_of_the_page, typed_context

COOKIE = "first-press-"
AGAIN = "first-press"
# A browser that has just begun sends its presses within this time. Later the cookie of a first press leads nowhere.
PRESSES_WITHIN = timedelta(minutes=1)
# So many accounts can begin from one network.
RATE = {"begin": "60/h/ip"}
DAYS_KEPT = 30
# In the session of somebody whose rows could not be moved: the account that still has them.
LEFT = "left_nameless"

# What rooms above do with the rows of somebody nameless who signs in: move them, and say in words what came along.
movers: list[Callable[[User, User], list[str]]] = []
# What they delete of somebody nameless, before the account itself goes.
erasers: list[Callable[[User], None]] = []

logger = logging.getLogger(__name__)


def nobody() -> User:
    """Whoever has nothing yet: what is looked for with them is not found, and they are not signed in."""
    return User(pk=NOBODY)


def reader(user: object) -> User:
    """Somebody signed in as they are, a visitor as nobody."""
    return user if isinstance(user, User) else nobody()


def begin(request: HttpRequest) -> HttpResponse | None:
    """Sign the visitor in to an account that begins with this press; or answer with what keeps them from it."""
    presses = list(_presses(request))
    if not presses:
        return _not_begun(request, "cookies", 403) if AGAIN in request.GET else _once_more(request)
    user = _account_of(request, presses[0], at=timezone.now())
    if user is None:
        return _not_begun(request, "many", 429)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return None


def has_begun(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Take the cookies of the first press away: the session leads to the account now."""
    for press in _presses(request):
        response.delete_cookie(_name(press), samesite="Lax")
    return response


def forget_detour(request: HttpRequest) -> None:
    """Take out of the address that the form was sent once more."""
    if AGAIN in request.GET:
        told = request.GET.copy()
        del told[AGAIN]
        request.GET = told  # type: ignore[assignment]
        request.META["QUERY_STRING"] = told.urlencode()


def note_use(user: User, *, at: datetime) -> None:
    """They have saved something today: it is from then on that an account is unused."""
    today = earliest_day(at)
    if user.is_nameless and user.used_on != today:
        User.objects.filter(pk=user.pk, email=None).update(used_on=today)


def kept_until(user: User, *, at: datetime) -> date:
    """The last day on which an account is certainly still there if nothing is saved any more."""
    return (user.used_on or earliest_day(at)) + timedelta(days=DAYS_KEPT)


def of(request: HttpRequest) -> User | None:
    """Whose session it is if they are nameless; also on the pages where they are shown as a visitor."""
    user = get_user(request)
    return user if isinstance(user, User) and user.is_nameless else None


def let_go(request: HttpRequest) -> None:
    """Make the session a visitor's, with all else that is in it: somebody with an address signs in."""
    for key in (SESSION_KEY, BACKEND_SESSION_KEY, HASH_SESSION_KEY):
        request.session.pop(key, None)


def stay(request: HttpRequest, user: User) -> None:
    """Keep the session of somebody who has just got an address and a password, under a new key."""
    request.session.cycle_key()
    request.session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    rotate_token(request)


def join(mine: User, *, into: User) -> list[str] | None:
    """Move what somebody nameless did into the account they have signed in to. Says in words what came along.

    All of it or nothing: then it stays where it was, and ``None`` is given back.
    """
    try:
        with transaction.atomic():
            held = User.objects.select_for_update().filter(pk=mine.pk, email=None).first()
            if held is None:
                return []
            said = [line for move in movers for line in move(held, into)]
            _erase(held)
    except Exception as error:
        # Without what the error says, which may be what somebody wrote.
        where = "".join(traceback.format_tb(error.__traceback__))
        logger.error("What was done without an account could not be moved: %s\n%s", type(error).__name__, where)
        return None
    return said


def purge(now: datetime) -> int:
    """Delete what nobody has used for 30 days. Returns how many accounts there were."""
    unused: date = earliest_day(now) - timedelta(days=DAYS_KEPT)
    keys = list(User.objects.filter(email=None, used_on__lt=unused).values_list("pk", flat=True))
    for key in keys:
        with transaction.atomic():
            user = User.objects.select_for_update().filter(pk=key, email=None, used_on__lt=unused).first()
            if user is not None:
                _erase(user)
    return len(keys)


@transaction.atomic
def delete(user: User) -> bool:
    """Delete an account with all that is in it, if it is one without an address still."""
    held = User.objects.select_for_update().filter(pk=user.pk, email=None).first()
    if held is not None:
        _erase(held)
    return held is not None


def _erase(user: User) -> None:
    for erase in erasers:
        erase(user)
    user.delete()


def _account_of(request: HttpRequest, press: uuid.UUID, *, at: datetime) -> User | None:
    """The account that began with a press, made now if there is none; nobody's if too many begin at once."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(press)])
        found = User.objects.filter(first_press=press, date_joined__gt=at - PRESSES_WITHIN).first()
        if found is not None:
            return found
        if not ratelimit.consume(request, app="accounts", action="begin", config=RATE):
            return None
        theme, zone = request.COOKIES.get("theme", ""), request.POST.get("_time_zone", "")
        user = User(
            email=None,
            first_press=press if not User.objects.filter(first_press=press).exists() else uuid.uuid4(),
            used_on=earliest_day(at),
            theme=theme if theme in Theme.values else Theme.SYSTEM,
            time_zone=zone if zone in zoneinfo.available_timezones() else "UTC",
        )
        user.set_unusable_password()
        user.save()
    return user


def _once_more(request: HttpRequest) -> HttpResponse:
    """Send the same form to the same address again, this time with a cookie."""
    address = request.get_full_path()
    response = HttpResponse(status=307)
    response["Location"] = f"{address}{'&' if '?' in address else '?'}{urlencode({AGAIN: 1})}"
    response["Cache-Control"] = "private, no-store"
    response.set_cookie(
        _name(uuid.uuid4()),
        "1",
        max_age=PRESSES_WITHIN,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
    )
    return response


def _name(press: uuid.UUID) -> str:
    # Browsers take a cookie of such a name from this very host only.
    return f"{'__Host-' if settings.SESSION_COOKIE_SECURE else ''}{COOKIE}{press.hex}"


def _presses(request: HttpRequest) -> Iterator[uuid.UUID]:
    """The first presses of this browser, the eldest first, as the cookies stand in the request (RFC 6265, 5.4)."""
    for name in request.COOKIES:
        before, _, last = name.rpartition("-")
        try:
            press = uuid.UUID(hex=last)
        except ValueError:
            continue
        if f"{before}-{press.hex}" == name == _name(press):
            yield press


def _not_begun(request: HttpRequest, reason: str, status: int) -> HttpResponse:
    """Nothing was saved, and what was typed is on the page."""
    forget_detour(request)
    context = {**typed_context(request), "reason": reason}
    return in_place_of_the_page(render(request, "accounts/not_begun.html", context, status=status))
