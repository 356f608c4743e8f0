"""Where queries go, with a replica that is one by name alone."""

import logging

import psycopg2
import pytest
from django.db import OperationalError, connection, connections, transaction

from accounts.models import User
from roadmap.models import Milestone
from tests.factories.accounts import make_user
from tests.factories.roadmap import make_milestone
from tpm_portal.replicas import base, standing
from tpm_portal.replicas.router import Reading, Replicas, reading

pytestmark = pytest.mark.django_db
ALIAS = "replica_1"


@pytest.fixture
def routed(settings):
    settings.REPLICAS = [ALIAS]
    settings.DATABASE_ROUTERS = [Replicas()]


@pytest.fixture
def page():
    """What is going on in a page that reads from the replica."""
    now = Reading(lambda _: ALIAS)
    token = reading.set(now)
    yield now
    reading.reset(token)


@pytest.fixture
def replica(settings, db):
    """A connection of its own to the tests' own database, by the backend for replicas. What it did is known anew."""
    settings.REPLICAS = [ALIAS]
    standing.standing_of.cache_clear()
    made = connections[ALIAS] = base.DatabaseWrapper(connection.settings_dict.copy(), ALIAS)
    yield made
    made.close()
    del connections[ALIAS]
    standing.standing_of.cache_clear()


def test_outside_of_a_page_all_is_the_primarys(routed):
    assert Milestone.objects.all().db == "default"


def test_a_page_reads_from_the_replica_that_was_chosen(routed, page):
    # In a test everything is in a transaction.
    connection.in_atomic_block, before = False, connection.in_atomic_block
    try:
        assert Milestone.objects.all().db == ALIAS
        assert Milestone.objects.select_for_update().db == "default"
        assert Milestone.objects.all().db == "default"
    finally:
        connection.in_atomic_block = before
    assert page.wrote


def test_what_is_read_in_a_transaction_is_the_primarys(routed, page):
    with transaction.atomic():
        assert Milestone.objects.all().db == "default"
    assert not page.wrote


def test_after_a_write_all_is_the_primarys(routed, page):
    make_milestone()
    assert page.wrote
    connection.in_atomic_block, before = False, connection.in_atomic_block
    try:
        assert Milestone.objects.all().db == "default"
    finally:
        connection.in_atomic_block = before


def test_rows_of_both_may_point_to_each_other_and_are_saved_on_the_primary(routed, page):
    user = make_user("somebody@example.org")
    user._state.db = ALIAS
    user.name = "Somebody"
    user.save()
    assert User.objects.get(name="Somebody")._state.db == "default"
    assert Replicas().allow_relation(user, make_milestone()) is True
    user._state.db = "elsewhere"
    assert Replicas().allow_relation(user, make_milestone()) is None


def test_nothing_is_migrated_on_a_replica(routed):
    assert Replicas().allow_migrate(ALIAS, "roadmap") is False
    assert Replicas().allow_migrate("default", "roadmap") is None


def lines(caplog):
    return [record.getMessage() for record in caplog.records if record.name == standing.__name__]


def test_what_a_replica_breaks_off_the_primary_answers_and_the_log_says_so_once(replica, caplog):
    caplog.set_level(logging.INFO)
    milestone = make_milestone()
    ours = connection.cursor()
    ours.execute("SELECT pg_backend_pid()")
    here = ours.fetchone()
    for _ in range(2):
        with replica.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            there = cursor.fetchone()
            assert there != here
        connection.cursor().execute("SELECT pg_terminate_backend(%s, 10000)", there)
        with replica.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid(), title FROM roadmap_milestone WHERE id = %s", [milestone.pk])
            assert cursor.fetchall() == [(here[0], milestone.title)]
            assert cursor.rowcount == 1
    assert len(lines(caplog)) == 1
    assert "Replica replica_1 is away" in lines(caplog)[0]
    assert "primary answers" in lines(caplog)[0]
    assert standing.standing_of(ALIAS).state() is None


def test_where_nobody_listens_the_primary_answers(replica):
    replica.settings_dict = replica.settings_dict | {"HOST": "127.0.0.1", "PORT": "1"}
    with replica.cursor() as cursor:
        cursor.execute("SELECT current_setting('transaction_read_only')")
        assert cursor.fetchone() == ("off",)
    assert standing.standing_of(ALIAS).state() is None


def test_a_query_that_took_too_long_is_not_asked_once_more(replica):
    with replica.cursor() as cursor:
        cursor.execute("SET statement_timeout = 20")
        with pytest.raises(OperationalError) as raised:
            cursor.execute("SELECT pg_sleep(5)")
    assert isinstance(raised.value.__cause__, psycopg2.errors.QueryCanceled)


def test_a_server_of_its_own_is_no_replica(replica, caplog):
    assert standing.standing_of(ALIAS).state() is None
    assert ["is away" in line for line in lines(caplog)] == [True]
