"""What the log says of signing in: which account, by what, from where a try failed. Never an address or a password."""

import logging
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest

logger = logging.getLogger(__name__)


def note_sign_in(request: HttpRequest, user: Any) -> None:
    """To be called once the session is of ``user``."""
    ways = [str(one.get("type") or one["method"]) for one in get_authentication_records(request, user)]
    logger.info("Account %s signed in by %s", user.pk, " and ".join(ways) or "signing up")


def note_sign_out(user: Any) -> None:
    logger.info("Account %s signed out", user.pk)


def note_failure(what: str, *, user: Any = None, ip: str) -> None:
    """A try that failed. ``user`` is known where a password came before, or where somebody is signed in."""
    account = f" of account {user.pk}" if user and user.pk else ""
    logger.warning("A wrong %s%s from %s", what, account, ip)
