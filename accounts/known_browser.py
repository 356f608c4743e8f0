"""Which accounts a browser has been signed in to before: a signed cookie, so that a sign-in from another is told of."""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from accounts.models import User

ONE_YEAR = 60 * 60 * 24 * 365
# On a shared machine; the oldest is forgotten first.
MOST_ACCOUNTS = 10
SALT = "accounts.known_browser"


def is_known(request: HttpRequest, user: User) -> bool:
    return _mark(user) in _marks(request)


def make_known(request: HttpRequest, response: HttpResponse, user: User) -> None:
    mark = _mark(user)
    marks = [*(one for one in _marks(request) if one != mark), mark][-MOST_ACCOUNTS:]
    response.set_cookie(
        settings.KNOWN_COOKIE_NAME,
        Signer(salt=SALT).sign(".".join(marks)),
        max_age=ONE_YEAR,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
    )


def _marks(request: HttpRequest) -> list[str]:
    try:
        return Signer(salt=SALT).unsign(request.COOKIES.get(settings.KNOWN_COOKIE_NAME, "")).split(".")
    except BadSignature:
        return []


def _mark(user: User) -> str:
    """Stands for an account without naming it to whoever looks at the cookie."""
    return salted_hmac(SALT, str(user.pk), algorithm="sha256").hexdigest()[:20]
