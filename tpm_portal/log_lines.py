"""How a line of the log looks: as a text or as JSON. Neither repeats what a learner wrote."""

import json
import logging
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import Error

# What these say names tables, settings and code. What others say may quote a value, which may be what somebody wrote.
SAYS_NO_VALUE = (Error, ImproperlyConfigured, ImportError, AttributeError, NameError, TypeError)


def where_it_broke(error: BaseException) -> str:
    """The error and those that led to it, the first of them first, each with its lines of code."""
    parts, seen = [], set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        # The driver's own errors are those of Django once more, see quiet_postgres/base.py.
        said = f": {one}" if isinstance(one, SAYS_NO_VALUE) or hasattr(one, "pgcode") else ""
        frames = "".join(traceback.format_tb(one.__traceback__))
        parts.append(f"Traceback (most recent call last):\n{frames}{type(one).__qualname__}{said}")
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return "\n\nThen:\n\n".join(reversed(parts))


class Line(logging.Formatter):
    """A text, with the number of the request: ``2026-12-01 10:00:00,000 ERROR django.request [4f…]: …``."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name} [{request_id}]: {message}", style="{")

    def formatException(  # noqa: N802 (the name of the standard library)
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        return where_it_broke(ei[1]) if ei[1] is not None else ""


class JsonLine(Line):
    """An object on one line.

    Its fields are named here, one by one: Django adds to some records the request itself, whose text is its address
    with what somebody searched for.
    """

    def format(self, record: logging.LogRecord) -> str:
        said: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "request_id": getattr(record, "request_id", "-"),
            "process": record.process,
        }
        status = getattr(record, "status_code", None)
        if isinstance(status, int):
            said["status"] = status
        if record.exc_info:
            said["exception"] = self.formatException(record.exc_info)
        return json.dumps(said)
