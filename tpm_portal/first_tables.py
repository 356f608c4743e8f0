"""The tables of an empty database in one piece: what a hundred migrations would come to, one after the other.

Each migration that Django applies draws the models anew that hang together with its own, and here all hang together:
on a small machine that is a minute before the first page. ``first_tables.sql`` is what PostgreSQL's own ``pg_dump``
says of a database that went that way (``manage.py write_first_tables``), and a test compares the two. Migrations that
are newer than the file follow as ever, and a server that cannot read it goes the long way.
"""

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, Error, connection, connections, transaction

from tpm_portal.backing_up import as_sql

FILE = Path(__file__).with_suffix(".sql")
EMPTY = """
    SELECT current_schema() = 'public' AND NOT EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace)
"""
# Made anew by each ``migrate``, which knows what is installed.
MADE_ANEW = ("auth_permission", "auth_group", "auth_group_permissions", "django_content_type")
# What is said for the program that reads it, and comments between the statements.
_ABOUT = re.compile(r"^(?:\\.*|SET .*;|SELECT pg_catalog\.set_config\(.*|-- .*|--(?:\n-- .*\n--)?)\n+", re.MULTILINE)
_BODY = re.compile(r"(AS (\$\w*\$).*?\2;)", re.DOTALL)
_DAY = re.compile(r"'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^']*'")
_EDITION = re.compile(r"'[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'")

log = logging.getLogger(__name__)


def lay(database: str) -> bool:
    """Make all tables in an empty database, or none. Says whether it did; where anything stands it does nothing."""
    with connections[database].cursor() as cursor:
        cursor.execute(EMPTY)
        if not cursor.fetchone()[0]:
            return False
        try:
            read(FILE.read_text(), database)
        except Error as error:
            log.warning("The tables are made step by step, since this server does not take them at once: %s", error)
            return False
    return True


def read(tables: str, database: str = DEFAULT_DB_ALIAS) -> None:
    """Make what ``as_they_stand`` said, whole or not at all. Raises what the database says."""
    with transaction.atomic(using=database), connections[database].cursor() as cursor:
        # Each name in it says where it belongs.
        cursor.execute("SET LOCAL search_path = ''")
        cursor.execute("SET LOCAL check_function_bodies = false")
        cursor.execute(tables)


def read_back(*, rows: bool = True) -> str:
    """The tables of the present database in SQL, as they are once they were read from SQL. Raises ``BackupError``.

    PostgreSQL then says a few conditions with other words, for good: only so two databases compare.
    """
    made = _as_they_stand(rows)
    with empty_beside():
        read(made)
        return _as_they_stand(rows)


@contextmanager
def empty_beside() -> Iterator[None]:
    """Lead to a database beside the present one, in which nothing stands."""
    name = connection.settings_dict["NAME"]
    beside = f"{name}_beside_{os.getpid()}"
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{beside}"')
    connection.close()
    lead_to(beside, DEFAULT_DB_ALIAS)
    try:
        yield
    finally:
        connection.close()
        lead_to(name, DEFAULT_DB_ALIAS)
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{beside}"')


def lead_to(name: str, *aliases: str) -> None:
    """Whoever connects from here on comes to that database. What is connected already stays where it is."""
    for alias in aliases:
        connections[alias].settings_dict["NAME"] = name


def _as_they_stand(rows: bool) -> str:
    without = [f"--exclude-table-data=public.{name}" for name in MADE_ANEW] if rows else ["--schema-only"]
    said = as_sql("--inserts", "--rows-per-insert=1000", *without)
    # What stands in a function is a part of it, comments too.
    parts = _BODY.split(said)
    kept = [part if place % 3 == 1 else _ABOUT.sub("", part) for place, part in enumerate(parts) if place % 3 != 2]
    return _EDITION.sub("gen_random_uuid()", _DAY.sub("now()", "".join(kept))).strip() + "\n"
