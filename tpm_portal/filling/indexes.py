"""Indexes out of the way while very many rows are made: to make them anew at the end takes a third of the time.

What was taken away is written down in the database, so that a run that is killed leaves word for the next.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

# Without those that forbid something: by them the rows of one table find those of another.
OF_TABLES = """
    CREATE TABLE fill_index AS
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
    FROM pg_index WHERE indrelid = ANY (%s::regclass[]) AND NOT (indisunique OR indisexclusion)
    """
CREATE = "CREATE INDEX "


@contextmanager
def without_indexes(tables: Collection[str]) -> Iterator[None]:
    """What only makes those tables faster to read is gone meanwhile, and there again however it ends."""
    put_back()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(OF_TABLES, [list(tables)])
        cursor.execute("SELECT name FROM fill_index")
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP INDEX {name}")
    try:
        yield
    finally:
        put_back()


@transaction.atomic
def put_back() -> None:
    """Make what an earlier run took away, if it was killed before it could."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('fill_index') IS NOT NULL")
        if not cursor.fetchone()[0]:
            return
        cursor.execute("SET LOCAL statement_timeout = 0; SET LOCAL maintenance_work_mem = '512MB'")
        cursor.execute("SELECT definition FROM fill_index ORDER BY name")
        for (definition,) in cursor.fetchall():
            cursor.execute(f"{CREATE}IF NOT EXISTS {definition.removeprefix(CREATE)}")
        cursor.execute("DROP TABLE fill_index")
