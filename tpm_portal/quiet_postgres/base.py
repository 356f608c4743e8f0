"""The Django database backend for every PostgreSQL: what it refuses never carries what a learner wrote.

It also gives each connection its limits of time, see ``limits``.
"""

import select
from types import TracebackType
from typing import Any

from django.db.backends.postgresql import base
from django.db.utils import DatabaseErrorWrapper
from django.utils.functional import cached_property
from psycopg2.extensions import TRANSACTION_STATUS_INERROR

from tpm_portal.quiet_postgres import limits

# The classes and codes of SQLSTATE whose first line names tables, constraints and circumstances, never a value.
# https://www.postgresql.org/docs/current/errcodes-appendix.html
WITHOUT_VALUES = (
    *("08", "0A", "23", "25", "28", "2BP01", "3D", "3F", "40", "53", "54", "55", "57", "58"),
    *("42501", "42701", "42703", "42704", "42710", "42723", "42883", "42P01", "42P06", "42P07", "42P16", "42P17"),
)


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

    @property
    def pooled(self) -> bool:
        """Whether a pooler hands the server's connections from one transaction to the next."""
        return bool(self.settings_dict["DISABLE_SERVER_SIDE_CURSORS"])

    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params()
        if not self.pooled:
            # Later ones win: what DATABASE_URL asks for itself.
            params["options"] = f"{limits.as_options()} {params.get('options', '')}".strip()
        return params

    def is_usable(self) -> bool:
        """Whether a kept connection still is one, without a word to the server where nothing came from it.

        A server that ends a connection, or is gone, is heard: the socket has something to read, if only its end.
        """
        try:
            heard = select.poll()
            heard.register(self.connection, select.POLLIN)
            # In a failed transaction it takes no statement, though it is there.
            failed = self.connection.get_transaction_status() == TRANSACTION_STATUS_INERROR
            silent = not failed and not heard.poll(0)
        except (OSError, ValueError, self.Database.Error):
            return False
        return silent or super().is_usable()

    def _set_autocommit(self, autocommit: bool) -> None:
        super()._set_autocommit(autocommit)  # type: ignore[misc]
        if self.pooled and limits.lifted() and not autocommit:
            # A pooler takes no options, so the role has its limits on the server. This lasts for the transaction.
            with self.wrap_database_errors, self.connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0")


def _without_values(error: Any) -> str:
    """The first line without the rest ("Failing row contains ..."); if that may quote a value too, only the code."""
    if error.pgcode.startswith(WITHOUT_VALUES):
        return str(error.diag.message_primary)
    return f"PostgreSQL refused it with SQLSTATE {error.pgcode}. What it said is left out: it may repeat a text."
