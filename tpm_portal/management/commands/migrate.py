"""``manage.py migrate``: Django's own, one at a time, so that two machines of one release do not collide."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.commands import migrate
from django.db import connections

ADVISORY_LOCK = 7_402_118  # any number, as long as nothing else here locks with the same


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        with _alone(options["database"]):
            super().handle(*args, **options)


@contextmanager
def _alone(database: str) -> Iterator[None]:
    """Wait for whoever else migrates.

    The lock belongs to a transaction on a connection of its own: a pooler may hand a session's lock to somebody else.
    """
    guard = connections[database].copy()
    try:
        guard.set_autocommit(False)
        with guard.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = 0")
            cursor.execute("SET LOCAL statement_timeout = 0")
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])
        yield
        guard.rollback()
    finally:
        guard.close()
