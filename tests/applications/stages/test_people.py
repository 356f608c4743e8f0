"""People: who they are, when the last contact was, and the thanks that are owed to whom."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from applications.stages.acquaintances import MOST_SHOWN, people_of
from applications.stages.models import Person
from applications.stages.views.people import PEOPLE
from keeping import verbs
from keeping.history import events_of
from tests.factories.applications import make_application, make_person
from tests.kit import unescaped, words

LIST = "/applications/people/"


@pytest.fixture
def application(learner):
    return make_application(learner, title="Program lead", employer="Northwind")


def test_everything_a_person_has_is_kept_as_it_was_typed(learning, learner, application):
    sent = {"name": "Ada", "what": "Recruiter", "known_from": "A meetup", "reach": "ada@example.org", "note": "a\r\nb"}
    sent |= {"application": application.pk, "last_contact_on": "2026-11-02", "referred_on": "2026-11-03"}
    sent |= {"thanked_on": "2026-11-04", "token": "6f0d3f0e-6c1b-4d0e-9a53-0c7f3a3f7c99", "seen": 0}
    learning.post(PEOPLE.at("add"), sent)
    row = Person.objects.get()
    assert row.document() | {"application": None} == {
        **{name: sent[name] for name in ("name", "what", "known_from", "reach")},
        **{"note": "a\nb", "application": None},
        **{name: sent[name] for name in ("last_contact_on", "referred_on", "thanked_on")},
    }
    assert (row.user, row.application) == (learner, application)


def test_who_is_owed_thanks_stands_first_and_one_press_pays_it(learning, learner):
    make_person(learner, name="Ada", referred_on=date(2026, 11, 2), thanked_on=date(2026, 11, 3))
    owed = make_person(learner, name="Zoe", referred_on=date(2026, 11, 2))
    body = words(learning.get(LIST))
    assert body.index("Zoe") < body.index("Ada")
    assert body.count("You owe them a thank-you.") == 1
    address = reverse("applications:thank", args=[owed.pk])
    assert f'action="{address}"' in body
    for said in ("Thanked today: Zoe.", "That is noted already: Zoe."):
        assert said in words(learning.post(address, {"back": LIST}, follow=True))
    owed.refresh_from_db()
    assert (owed.thanked_on, owed.edition) == (timezone.localdate(), 2)
    body = words(learning.get(LIST))
    assert "You owe them a thank-you." not in body
    assert body.index("Ada") < body.index("Zoe")
    # And taken back.
    learning.post(reverse("keeping:undo", args=[events_of(owed)[0].pk]))
    owed.refresh_from_db()
    assert owed.thanked_on is None


def test_one_press_says_that_they_were_in_touch_today(learning, learner):
    row = make_person(learner, name="Zoe", last_contact_on=date(2026, 11, 2))
    address = reverse("applications:contact", args=[row.pk])
    assert "In touch today: Zoe." in words(learning.post(address, {"back": LIST}, follow=True))
    row.refresh_from_db()
    assert (row.last_contact_on, row.referred_on, row.thanked_on) == (timezone.localdate(), None, None)


def test_presses_lead_back_to_our_own_pages_alone(learning, learner, application):
    row = make_person(learner)
    address = reverse("applications:contact", args=[row.pk])
    assert learning.post(address, {"back": application.get_absolute_url()}).url == application.get_absolute_url()
    assert learning.post(address, {"back": "https://example.org/"}).url == LIST


@pytest.mark.parametrize("act", ["thank", "contact"])
def test_nobody_else_presses_and_a_look_changes_nothing(client, learner, stranger, curator, act):
    row = make_person(learner, referred_on=date(2026, 11, 2))
    address = reverse(f"applications:{act}", args=[row.pk])
    for other in (stranger, curator):
        client.force_login(other)
        assert client.post(address).status_code == 404
    client.force_login(learner)
    assert (client.get(address).url, client.put(address).status_code) == (LIST, 405)
    client.logout()
    assert client.post(address).url.startswith("/account/login/")
    assert [event.act for event in events_of(row)] == ["added"]


def test_somebody_in_the_bin_is_thanked_no_more(learning, learner):
    row = make_person(learner, referred_on=date(2026, 11, 2))
    verbs.put_in_bin(row, at=timezone.now())
    assert learning.post(reverse("applications:thank", args=[row.pk])).status_code == 404


def test_the_people_of_one_application_can_be_shown_alone(learning, learner, application):
    make_person(learner, name="Ada", application=application)
    make_person(learner, name="Zoe")
    body = words(learning.get(f"{LIST}?application={application.pk}"))
    assert "Ada" in body
    assert "Zoe" not in body
    assert f'href="/applications/people/add/?application={application.pk}"' in body


@pytest.mark.parametrize("asked", ["x", "\x00", "9" * 30, "999999", "-1", "²"])
def test_an_application_that_is_none_shows_everybody(learning, learner, asked):
    make_person(learner, name="Zoe")
    response = learning.get(LIST, {"application": asked})
    assert (response.status_code, "Zoe" in unescaped(response)) == (200, True)
    assert learning.get("/applications/people/add/", {"application": asked}).status_code == 200


def test_somebody_elses_application_is_not_shown_and_not_taken(learning, learner, stranger):
    theirs = make_application(stranger, employer="Zanzibar")
    make_person(learner, name="Zoe")
    body = unescaped(learning.get(f"{LIST}?application={theirs.pk}"))
    assert ("Zoe" in body, "Zanzibar" in body) == (True, False)
    assert "Zanzibar" not in unescaped(learning.get(f"/applications/people/add/?application={theirs.pk}"))
    sent = {"name": "Ada", "application": theirs.pk, "token": "6f0d3f0e-6c1b-4d0e-9a53-0c7f3a3f7c99", "seen": 0}
    response = learning.post(PEOPLE.at("add"), sent)
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["application"])
    assert 'value="Ada"' in unescaped(response)


def test_a_null_byte_and_a_day_before_everybody_are_refused_by_name(learning):
    sent = {"name": "A\x00da", "referred_on": "1900-01-01", "token": "6f0d3f0e-6c1b-4d0e-9a53-0c7f3a3f7c99", "seen": 0}
    response = learning.post(PEOPLE.at("add"), sent)
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["name", "referred_on"])


def test_what_an_application_shows_of_its_people_is_bounded_and_one_query(learner, application):
    make_person(learner)
    owed = make_person(learner, name="Zz", application=application, referred_on=date(2026, 11, 2))
    for _ in range(MOST_SHOWN):
        make_person(learner, application=application)
    with CaptureQueriesContext(connection) as queries:
        shown = people_of(application)
    assert len(queries) == 1
    assert (len(shown["people"]), shown["people"][0]) == (MOST_SHOWN, owed)


def test_the_form_offers_those_in_reach_and_keeps_one_that_is_gone(learning, learner, application):
    row = make_person(learner, application=application)
    verbs.put_in_bin(application, at=timezone.now())
    verbs.bring_back(row, at=timezone.now())
    page = unescaped(learning.get(PEOPLE.at("edit", row)))
    assert f'<option value="{application.pk}" selected>Program lead, Northwind</option>' in page
    assert "Program lead" not in unescaped(learning.get(PEOPLE.at("add")))


def test_older_applications_than_those_offered_can_still_be_asked_for(learning, learner, monkeypatch):
    monkeypatch.setattr("applications.stages.choosing.MOST_OFFERED", 1)
    older, newer = (make_application(learner, employer=name) for name in ("Northwind", "Initech"))
    page = unescaped(learning.get(PEOPLE.at("add")))
    assert ("Initech" in page, "Northwind" in page) == (True, False)
    page = unescaped(learning.get(f"{PEOPLE.at('add')}?application={older.pk}"))
    assert f'<option value="{older.pk}" selected>' in page
    assert f'<option value="{newer.pk}">' in page


def test_days_up_to_today_are_offered(learning):
    page = unescaped(learning.get(PEOPLE.at("add")))
    assert page.count(f'max="{timezone.localdate() + timedelta(0):%Y-%m-%d}"') == 3
