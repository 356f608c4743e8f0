"""The Django database backend for every PostgreSQL: what it refuses never carries what a learner wrote."""

from types import TracebackType
from typing import Any

from django.db.backends.postgresql import base
from django.db.utils import DatabaseErrorWrapper
from django.utils.functional import cached_property

# The classes and codes of SQLSTATE whose first line names tables, constraints and circumstances, never a value.
# https://www.postgresql.org/docs/current/errcodes-appendix.html
WITHOUT_VALUES = ("08", "23", "25", "40", "42P01", "42703", "53", "55", "57", "58")


class QuietErrors(DatabaseErrorWrapper):
    """Shortens the server's errors before Django wraps them, so that no log, report or terminal can show the rest.

    ``diag`` of the error keeps everything for code that asks.
    """

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if exc_value is not None and getattr(exc_value, "pgcode", None):
            exc_value.args = (_without_values(exc_value),)
        super().__exit__(exc_type, exc_value, traceback)


class DatabaseWrapper(base.DatabaseWrapper):
    @cached_property
    def wrap_database_errors(self) -> Any:
        return QuietErrors(self)


def _without_values(error: Any) -> str:
    """The first line without the rest ("Failing row contains ..."); if that may quote a value too, only the code."""
    if error.pgcode.startswith(WITHOUT_VALUES):
        return str(error.diag.message_primary)
    return f"PostgreSQL refused it with SQLSTATE {error.pgcode}. What it said is left out: it may repeat a text."
