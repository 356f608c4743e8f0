"""A new worker makes the first pages once before anybody asks, and nobody notices."""

import logging

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Edition
from tests.factories.accounts import make_user
from tpm_portal import kept_for_one, ready_made, warming

pytestmark = pytest.mark.django_db


@pytest.fixture
def nothing_kept(monkeypatch):
    for module in (ready_made, kept_for_one):
        module.PAGES.__init__(module.MOST_BYTES)


def test_every_step_makes_its_page_and_nothing_is_written_or_kept(seeded, learner, nothing_kept, caplog):
    caplog.set_level(logging.INFO, "tpm_portal.warming")
    before = list(Edition.objects.order_by("pk").values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as queries:
        for step in warming.steps():
            step()
    assert caplog.messages == []
    asked = [one["sql"].split()[0] for one in queries]
    assert len(asked) > 20
    assert {"INSERT", "UPDATE", "DELETE"}.isdisjoint(asked)
    assert list(Edition.objects.order_by("pk").values_list("pk", flat=True)) == before
    assert (len(ready_made.PAGES), len(kept_for_one.PAGES)) == (0, 0)


@pytest.mark.parametrize("path", warming.FOR_LEARNERS)
def test_what_is_made_is_the_page_that_a_learner_is_shown(seeded, learner, learning, path):
    page = warming.make(path, learner)
    shown = learning.get(path)
    assert page.status_code == shown.status_code == 200
    assert page.content.count(b"<section") == shown.content.count(b"<section")
    assert page.content.count(b"<h2") == shown.content.count(b"<h2")


def test_without_any_learner_and_for_curators_alone_only_visitors_pages_are_made(seeded):
    make_user("curator@example.org", is_staff=True)
    assert warming._somebody() is None
    for step in warming.steps():
        step()


def test_what_cannot_be_made_stops_nothing(seeded, monkeypatch, caplog):
    caplog.set_level(logging.INFO, "tpm_portal.warming")
    monkeypatch.setattr(warming, "FOR_VISITORS", ("/nothing/", "/"))
    for step in warming.steps():
        step()
    assert caplog.messages == ["/nothing/ could not be made in advance"]
