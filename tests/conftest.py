"""The cast, and what every test may rely on."""

import gc
from contextlib import contextmanager

import psycopg2
import pytest
from django.core.cache import cache
from django.db import OperationalError, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import TransactionTestCase
from hypothesis import HealthCheck, settings

from curation.models import Source
from curation.site import DeskSite
from salaries.views.data import packed_file
from tests import content
from tests.databases import Databases
from tests.factories.accounts import make_user
from tests.reports import operator, told
from tpm_portal import kept_for_one, ready_made

__all__ = ["operator", "told"]

databases = Databases()
# How fast a machine draws examples says nothing about what is tested.
settings.register_profile("calm", suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
settings.load_profile("calm")
# Each takes ten seconds and more. They begin first, so that no process of a parallel run waits for one at the end.
LONGEST = [
    "test_the_pages_of_every_day_beside_a_bare_page",
    "test_public_pages",
    "test_a_learners_pages_with_something_in_every_state",
    "test_every_page_with_something_in_every_place",
    "test_every_page_of_a_learner",
    "test_every_row_of_every_desk_saved_unchanged_changes_nothing",
    "test_what_lists_offer_as_filters_still_works",
    "test_1000_random_reviews_leave_the_librarys_own_state",
    "test_no_desk_stumbles_over_what_somebody_types_into_its_address",
]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    place = {name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(getattr(item, "originalname", ""), len(LONGEST)))


def pytest_make_parametrize_id(val, argname):
    """What is long is named by its length: a packed file differs from one process to the next by its time alone."""
    return f"{argname} of {len(val)}" if isinstance(val, str | bytes) and len(val) > 100 else None


def pytest_collection_finish():
    """The modules and thousands of tests stay to the end: none is looked through for garbage again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """A test that asks for all content, or for the tables of old, runs there, whatever else it asks for first."""
    kinds = {"all_content": "seeded", "all_pay": "paid", "tables_of_then": "then"}
    databases.go_to(next((kinds[name] for name in item.fixturenames if name in kinds), "empty"))


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """Instead of that of pytest-django: each worker would migrate, and each commit would empty all tables after it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _: databases.give_up())
        with django_db_blocker.unblock():
            databases.make("empty")
        yield
        connections.close_all()


@pytest.fixture(autouse=True)
def _fresh_throttles():
    """What one test tried does not throttle the next."""
    cache.clear()


@pytest.fixture(autouse=True)
def _no_ready_made_pages():
    """Pages are made anew each time, so that a test sees what they cost; who tests what is kept has room."""
    ready_made.PAGES.__init__(0)
    kept_for_one.PAGES.__init__(0)
    packed_file.cache_clear()


@pytest.fixture(scope="session")
def all_content(django_db_setup, django_db_blocker):
    """All shipped content, also for what is made once for many tests; each of them has the mark for a database too."""
    with django_db_blocker.unblock():
        databases.make("seeded")


@pytest.fixture(scope="session")
def all_pay(django_db_setup, django_db_blocker):
    """All shipped content with the figures of every area and industry."""
    with django_db_blocker.unblock():
        databases.make("paid")


@pytest.fixture
def paid(all_pay, db):
    """All shipped content with the figures of every area and industry, which a seeding inside brings too."""
    with content.every_area():
        yield


@pytest.fixture(scope="module")
def made_once(django_db_setup, django_db_blocker):
    """A transaction around all tests of a module, for rows without content that many of them begin with."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def tables_of_then(django_db_setup, django_db_blocker):
    """The tables as they were at d7bf2e8, without a row, for what migrations do with them."""
    with django_db_blocker.unblock():
        databases.make("then")


@pytest.fixture(scope="module")
def then_beside(tables_of_then, django_db_blocker):
    """The address of a database with the tables of d7bf2e8, for a process of its own."""
    with django_db_blocker.unblock(), databases.beside("then") as address:
        yield address


@pytest.fixture(scope="module")
def migrated_beside(django_db_setup, django_db_blocker):
    """The address of a database of today without content, for a site in processes of its own."""
    with django_db_blocker.unblock(), databases.beside("empty") as address:
        yield address


@pytest.fixture(scope="module")
def seeded_beside(all_content, django_db_blocker):
    """The address of a database with all shipped content, for a site in processes of its own."""
    with django_db_blocker.unblock(), databases.beside("seeded") as address:
        yield address


@pytest.fixture
def seeded(all_content, db):
    """All shipped content."""
    assert Source.objects.exists(), "It is where the signature of a test or of its fixtures asks for it."


@pytest.fixture
def learner(db):
    return make_user("learner@example.org")


@pytest.fixture
def stranger(db):
    return make_user("stranger@example.org")


@pytest.fixture
def curator(db):
    return make_user("curator@example.org", is_staff=True, is_superuser=True)


@pytest.fixture
def learning(client, learner):
    """A client in which the learner is signed in."""
    client.force_login(learner)
    return client


@pytest.fixture
def curating(client, curator):
    client.force_login(curator)
    return client


@pytest.fixture
def away(monkeypatch):
    """For as long as it is entered the database cannot be reached."""

    def refuse(*args, **kwargs):
        raise OperationalError("connection refused")

    @contextmanager
    def entered():
        with monkeypatch.context() as patch:
            # Of every thread. On a connection itself it would stay there: what is put back would be its own.
            patch.setattr(BaseDatabaseWrapper, "cursor", refuse)
            yield

    return entered


@pytest.fixture
def bare_desk(monkeypatch):
    """Pages of the admin without the list of all desks at their side, which takes as long as the page itself."""
    monkeypatch.setattr(DeskSite, "enable_nav_sidebar", False)
    monkeypatch.setattr(DeskSite, "get_app_list", lambda *_: [])


@pytest.fixture(scope="module")
def elsewhere(django_db_setup, django_db_blocker):
    """A database on the same server that takes other characters for letters than the tests' own does."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_functiondef('search_fold'::regproc), datname, datctype IN ('C', 'POSIX') "
            "FROM pg_database WHERE datname = current_database()"
        )
        function, here, knows_ascii_only = cursor.fetchone()
        settings = connection.get_connection_params()
    settings = {name: value for name, value in settings.items() if name in ("user", "password", "host", "port")}
    name = f"{here}_elsewhere"
    admin = psycopg2.connect(dbname="postgres", **settings)
    admin.autocommit = True
    with admin.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        # Linux has the first of UTF-8, macOS the second.
        for last, locale in enumerate(("C.UTF-8", "en_US.UTF-8") if knows_ascii_only else ("C", "C")):
            try:
                cursor.execute(
                    f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8' "
                    f"LOCALE_PROVIDER libc LC_COLLATE '{locale}' LC_CTYPE '{locale}'"
                )
                break
            except psycopg2.Error:
                if last:
                    raise
    other = psycopg2.connect(dbname=name, **settings)
    with other.cursor() as cursor:
        cursor.execute(function)
    yield other
    other.close()
    with admin.cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}"')
    admin.close()
