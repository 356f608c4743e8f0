"""What only one process of all machines does at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections

# Any numbers, as long as nothing else here locks with the same.
MIGRATING, DAILY = 7_402_118, 7_402_120


@contextmanager
def alone(lock: int, *, wait: bool, database: str = DEFAULT_DB_ALIAS) -> Iterator[bool]:
    """Hold ``lock``, and say whether that is so: always, if we ``wait`` for whoever else holds it.

    The lock belongs to a transaction on a connection of its own: a pooler may hand a session's lock to somebody else.
    It ends with the process, however that ends.
    """
    guard = connections[database].copy()
    try:
        guard.set_autocommit(False)
        with guard.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = 0")
            cursor.execute("SET LOCAL statement_timeout = 0")
            cursor.execute(f"SELECT pg_{'' if wait else 'try_'}advisory_xact_lock(%s)", [lock])
            held = wait or bool(cursor.fetchone()[0])
        yield held
        guard.rollback()
    finally:
        guard.close()
