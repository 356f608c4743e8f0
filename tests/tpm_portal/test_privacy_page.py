"""About and privacy: who runs the site, and that what it says of itself is so."""

import pytest
from django.urls import reverse

from accounts import nameless
from accounts.known_browser import ONE_YEAR
from keeping.models import BIN_DAYS
from tests.kit import seen, text
from tpm_portal.replicas.middleware import COOKIE_SECONDS

pytestmark = pytest.mark.django_db


def test_the_contact_stands_there_and_its_absence_is_said(client, settings, django_assert_num_queries):
    with django_assert_num_queries(0):
        without = client.get("/privacy/")
    assert "Whoever runs this site has not set a contact yet." in seen(without)
    settings.CONTACT = ("operator@example.org", "mailto:operator@example.org")
    # Pages are kept ready-made, and this is another one.
    body = client.get("/privacy/?asked=again")
    assert text(body).count('<a href="mailto:operator@example.org" rel="noopener">operator@example.org</a>') == 1
    assert "has not set a contact" not in seen(body)


def test_every_page_leads_there_for_everybody(client, learner):
    for _ in range(2):
        assert f'<a href="{reverse("privacy")}">About and privacy</a>' in text(client.get("/privacy/"))
        client.force_login(learner)


def test_what_it_says_of_days_and_cookies_is_what_holds(client, settings):
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    body = seen(client.get("/privacy/"))
    assert f"You can restore it for {BIN_DAYS} days" in body
    assert "__Host-sessionid Knows that you're signed in" in body
    assert "__Host-csrftoken Makes sure" in body
    assert "first-press-… Makes one account" in body
    assert f"otherwise it goes {nameless.DAYS_KEPT} days after" in body
    assert "known Remembers that you've signed in with this browser before" in body
    assert ONE_YEAR == 365 * 24 * 60 * 60
    assert settings.SESSION_COOKIE_AGE == 60 * 24 * 60 * 60
    assert "60 days" in body
    assert settings.CSRF_COOKIE_AGE // (60 * 60 * 24 * 7) == 52


def test_where_there_are_replicas_it_tells_of_the_cookie_that_they_need(client, settings):
    said = "written Makes sure the next page shows what you've just saved a minute"
    assert said not in seen(client.get("/privacy/"))
    settings.REPLICAS = ["replica_1"]
    assert said in seen(client.get("/privacy/?asked=again"))
    assert COOKIE_SECONDS == 60


def test_mail_is_spoken_of_where_there_is_any(client, settings):
    said = "We send mail only to confirm an address"
    assert said not in seen(client.get("/privacy/"))
    settings.MAIL_CONFIGURED = True
    assert said in seen(client.get("/privacy/?asked=again"))


def test_it_leads_to_what_takes_everything_out_and_to_what_deletes_it(client):
    body = text(client.get("/privacy/"))
    assert '<a href="/account/data/">Your data</a>' in body
    assert '<a href="/account/delete/">Delete your account</a>' in body
    assert "There is no" not in body
