"""A number for every request: on each line that is logged of it, in its answer and on the page of an error.

Whoever meets an error can tell it to whoever runs the site, who finds by it what was logged. Pure.
"""

import logging
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

HEADER = "X-Request-ID"
# Where it stands in the environ of WSGI, which is Django's ``request.META``.
KEY = "tpm.request_id"
# What proxies make: hexadecimal digits, a UUID, or the like. Anything else could be made to look like a line of a log.
WELL_FORMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,63}")

_current: ContextVar[str] = ContextVar("request_id", default="")


def number_of(environ: dict[str, Any], *, believed: bool) -> str:
    """The number of a request, made at the first call and kept in ``environ``.

    That of ``X-Request-ID`` if the header is ``believed``, because a proxy of ours sets it, and if it is well-formed.
    """
    if KEY not in environ:
        given = environ.get("HTTP_X_REQUEST_ID", "") if believed else ""
        environ[KEY] = given if WELL_FORMED.fullmatch(given) else secrets.token_hex(8)
    return str(environ[KEY])


def current() -> str:
    """The number of the request that is answered here and now, empty if there is none."""
    return _current.get()


def begin(number: str) -> None:
    """From here on, in this thread or task, everything is of the request with that number."""
    _current.set(number)


@contextmanager
def named(number: str) -> Iterator[None]:
    """Everything within is of the request with that number."""
    token = _current.set(number)
    try:
        yield
    finally:
        _current.reset(token)


class AddNumber(logging.Filter):
    """Gives each record the number of its request as ``request_id``, ``-`` if it is of none."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = current() or "-"
        return True
