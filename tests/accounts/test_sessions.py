"""A session brings its user along in one query, and lets nobody in whom Django would not let in."""

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY, get_user
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from tests.accounts.test_views import sign_in
from tests.factories.accounts import PASSWORD, make_user
from tests.kit import text

PAGE = "/privacy/"


@pytest.fixture
def here(client, learner):
    sign_in(client)
    return client


def about_people(client):
    """The queries of a page that read sessions or users."""
    client.get(PAGE)
    with CaptureQueriesContext(connection) as queries:
        client.get(PAGE)
    return [query["sql"] for query in queries if "django_session" in query["sql"] or "accounts_user" in query["sql"]]


def is_in(client):
    return 'class="account-name"' in text(client.get(PAGE))


def test_session_and_user_are_one_query(here):
    assert len(about_people(here)) == 1
    assert is_in(here)


def test_without_a_row_of_the_device_there_are_two(here):
    UserSession.objects.all().delete()
    assert len(about_people(here)) == 2
    assert is_in(here)


def test_a_row_of_somebody_else_brings_nobody_in(here, learner):
    stranger = make_user("stranger@example.org", name="Stranger")
    UserSession.objects.update(user=stranger)
    assert len(about_people(here)) == 2
    assert learner.get_short_name() in text(here.get(PAGE))
    assert "Stranger" not in text(here.get(PAGE))


@pytest.mark.parametrize("end", ["session", "password", "switched off", "signed out elsewhere", "deleted"])
def test_what_ends_a_session_ends_it_at_once(here, learner, end):
    assert is_in(here)
    if end == "session":
        Session.objects.all().delete()
    elif end == "password":
        learner.set_password("another battery staple")
        learner.save()
    elif end == "switched off":
        User.objects.update(is_active=False)
    elif end == "signed out elsewhere":
        User.objects.update(sign_outs=1)
    else:
        learner.delete()
    assert not is_in(here)


def test_an_old_session_is_over(here):
    Session.objects.update(expire_date="2020-01-01T00:00:00Z")
    assert not is_in(here)


def test_the_user_is_read_anew_by_each_request(here, learner):
    User.objects.update(name="Renamed")
    assert "Renamed" in text(here.get(PAGE))


def test_whoever_signs_in_is_shown_on_the_page_of_that_answer(here):
    make_user("stranger@example.org", name="Stranger")
    here.post("/account/logout/")
    assert not is_in(here)
    here.post("/account/login/", {"login": "stranger@example.org", "password": PASSWORD})
    assert "Stranger" in text(here.get(PAGE))
    assert get_user(here).email == "stranger@example.org"
    assert SESSION_KEY in here.session
