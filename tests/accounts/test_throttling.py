"""Tries of a password are counted in the database where there is no Redis: for all workers, whatever becomes of one."""

from contextlib import closing

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client

from tests.accounts.test_views import sign_in
from tests.factories.accounts import make_app, make_user
from tests.kit import text
from tpm_portal import settings as real

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "throttles"])


@pytest.fixture(autouse=True)
def _counted_in_the_database(settings):
    # The tests' own settings count in memory; without CACHE_URL the site does this.
    settings.CACHES = real.CACHES
    yield
    cache.clear()


def counted():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM throttles")
        return cursor.fetchone()[0]


def test_tries_of_a_password_are_counted_in_the_database(client):
    make_user("learner@example.org")
    for _ in range(5):
        assert "not correct" in text(sign_in(client, password="wrong password here"))
    assert counted() > 0
    assert "Too many failed tries" in text(sign_in(client, password="wrong password here"))


def test_tries_of_a_code_are_counted_there_too_and_with_whatever_browser(client):
    make_app(make_user("learner@example.org"))
    for number in range(6):
        browser = Client()
        sign_in(browser)
        said = text(browser.post("/account/login/second-step/", {"code": "000000"}))
        assert ("Too many failed tries" if number == 5 else "not right") in said
    assert counted() > 0


def test_a_try_is_counted_although_its_request_is_rolled_back():
    with transaction.atomic():
        cache.set("tried", [1])
        transaction.set_rollback(True)
    assert cache.get("tried") == [1]


def test_a_try_that_is_still_being_answered_holds_up_nobody(client):
    make_user("learner@example.org")
    with transaction.atomic():
        sign_in(client, password="wrong password here")
        with closing(connection.copy()) as other, other.cursor() as cursor:
            cursor.execute("SET lock_timeout = '100ms'")
            cursor.execute("UPDATE throttles SET expires = expires")
            assert cursor.rowcount > 0
