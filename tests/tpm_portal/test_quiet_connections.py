"""A kept connection is looked at before it is used, and asked only if something came from the server."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def kept():
    """A connection of its own, as a worker keeps one between two requests."""
    own = connection.copy()
    own.ensure_connection()
    yield own
    own.close()


def test_a_quiet_connection_is_used_as_it_is(kept, monkeypatch):
    monkeypatch.setattr("django.db.backends.postgresql.base.DatabaseWrapper.is_usable", lambda self: False)
    assert kept.is_usable()


def test_one_that_the_server_has_ended_is_not(kept):
    with kept.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        number = cursor.fetchone()[0]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [number])
    assert not kept.is_usable()


def test_one_that_is_closed_is_not(kept):
    kept.connection.close()
    assert not kept.is_usable()


def test_one_that_has_heard_something_is_asked(kept):
    with kept.cursor() as cursor:
        cursor.execute("LISTEN heard")
    with connection.cursor() as cursor:
        cursor.execute("NOTIFY heard")
        assert kept.is_usable()
    assert kept.is_usable()
