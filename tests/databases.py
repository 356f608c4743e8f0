"""The databases of each process that runs tests: as one was once, without content, and with all that is shipped.

They are copied from templates that are made once in a run. A copy takes a tenth of a second, so the database that a
test has committed to is not emptied but given up: whoever needs it next gets a fresh one.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg2
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from curation.seeding import all_seeds, seed_database
from tests import kept
from tests.content import every_area
from tests.tpm_portal.test_migrations import APPLIED
from tpm_portal.first_tables import lead_to

# The tables of d7bf2e8, those of today, all content but most of the pay in them, and all; and what each is made from.
MADE_FROM = {"then": None, "empty": None, "seeded": "empty", "paid": "seeded"}
KINDS = tuple(MADE_FROM)
# To walk so far takes a while, and what it leads to never changes.
KEPT = "then"
# Django's and allauth's, which had their tables at d7bf2e8.
OLD_APPS = {"account", "admin", "auth", "contenttypes", "sessions"}
# Any number: the first worker makes the templates, the others wait for them.
ADVISORY_LOCK = 7_402_119


class Databases:
    """Those of this process. All connections of Django lead to the one that the present test asked for."""

    def __init__(self) -> None:
        prefix, worker = f"test_{settings.DATABASES['default']['NAME']}", os.environ.get("PYTEST_XDIST_WORKER", "alone")
        self._templates = {kind: f"{prefix}_template_{kind}" for kind in KINDS}
        self._copies = {kind: f"{prefix}_{worker}_{kind}" for kind in KINDS}
        self._made: set[str] = set()
        self._fresh: set[str] = set()
        self._present = ""
        # What a connection has learned of the tables is worth more than the test that follows.
        self._connections: dict[tuple[str, str], BaseDatabaseWrapper] = {}

    def make(self, kind: str) -> None:
        """Make a template if no other worker has, and lead to a copy of it."""
        with _server() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [ADVISORY_LOCK])
            self._make_template(cursor, kind)
        self._made.add(kind)
        self.go_to(kind)

    def _make_template(self, cursor: Any, kind: str) -> None:
        template = self._templates[kind]
        cursor.execute("SELECT FROM pg_database WHERE datname = %s", [template])
        if cursor.rowcount:
            return
        unfinished = f"{template}_unfinished"
        _copy(cursor, "template1", unfinished)
        if kind != KEPT or not kept.take(kind, _address(unfinished)):
            if before := MADE_FROM[kind]:
                self._make_template(cursor, before)
                _copy(cursor, self._templates[before], unfinished)
            lead_to(unfinished, *connections)
            {"then": _walk_to_then, "empty": _migrate, "seeded": _seed, "paid": _pay}[kind]()
            connections.close_all()
            if kind == KEPT:
                kept.put(kind, _address(unfinished))
        cursor.execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{template}"')

    def go_to(self, kind: str) -> None:
        """Lead to a database in which nobody has committed anything; nowhere if it is still to be made."""
        if kind not in self._made:
            return
        for alias in connections if kind != self._present else ():
            self._connections[self._present, alias] = connections[alias]
            connections[alias] = self._connections.get((kind, alias)) or connections.create_connection(alias)
        self._present = kind
        lead_to(self._copies[kind], *connections)
        if kind not in self._fresh:
            with _server() as cursor:
                _copy(cursor, self._templates[kind], self._copies[kind])
            self._fresh.add(kind)

    @contextmanager
    def beside(self, kind: str) -> Iterator[str]:
        """The address of one more copy, for a site in processes of its own."""
        name = f"{self._copies[kind]}_beside"
        with _server() as cursor:
            _copy(cursor, self._templates[kind], name)
        yield _address(name)
        with _server() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def give_up(self) -> None:
        """What was committed to the present database concerns no other test."""
        self._fresh.discard(self._present)


def _walk_to_then() -> None:
    """Make the tables as they were at d7bf2e8, which is where the migrations end that are never edited again."""
    last = dict(path.removesuffix(".py").split("/migrations/") for path in sorted(APPLIED))
    executor = MigrationExecutor(connection)
    old = [leaf for leaf in executor.loader.graph.leaf_nodes() if leaf[0] in OLD_APPS]
    executor.migrate([*old, *last.items()])


def _migrate() -> None:
    call_command("migrate", verbosity=0)


def _seed() -> None:
    seed_database(all_seeds(), at=timezone.now())


def _pay() -> None:
    with every_area():
        _seed()


def _address(name: str) -> str:
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


def _copy(cursor: Any, template: str, name: str) -> None:
    connections.close_all()
    # A page that nobody waits for any more may still have a connection.
    cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')


@contextmanager
def _server() -> Iterator[Any]:
    parameters = connection.get_connection_params() | {"dbname": "postgres", "cursor_factory": None, "options": ""}
    with closing(psycopg2.connect(**parameters)) as server:
        server.autocommit = True
        with server.cursor() as cursor:
            yield cursor
