"""The feed: the secret alone opens it, nothing else does; what it says of itself, and what it costs."""

import uuid
from datetime import time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import CalendarLink
from keeping.dated import Kind
from keeping.verbs import bring_back, change, put_in_bin
from tests.factories.accounts import make_user
from tests.factories.applications import make_application, make_offer, make_person, make_task
from tests.factories.evidence import make_credential, make_education, make_held
from tests.factories.interviews import make_card, make_interview, make_question
from tests.factories.roadmap import make_milestone
from tpm_portal.calendar import linking, views

pytestmark = pytest.mark.django_db


def make_link(user, **more):
    said = {"token": uuid.uuid4(), "seen": None, "kinds": None, "at": timezone.now()}
    return linking.make_link(user=user, **(said | more)).link


def address(link):
    return reverse("account_calendar_feed", args=[linking.secret_in(link)])


@pytest.fixture
def link(learner):
    return make_link(learner)


def events(response):
    assert response.status_code == 200, response.content
    calendar = icalendar.Calendar.from_ical(response.content)
    return {str(one["UID"]): one for one in calendar.walk("VEVENT")}


def test_whoever_has_the_address_reads_the_dates_and_gets_no_cookie(client, learner, stranger, link):
    row = make_interview(learner, company="Acme", on=timezone.localdate() + timedelta(days=3), at=time(14))
    make_interview(stranger, company="Initech", on=timezone.localdate() + timedelta(days=3))
    response = client.get(address(link))
    assert list(events(response)) == [f"interview-{row.token}"]
    assert response.cookies == {}
    said = {name: response.headers[name] for name in ("Content-Type", "Cache-Control", "X-Robots-Tag")}
    assert said == {
        "Content-Type": "text/calendar; charset=utf-8",
        "Cache-Control": "private, no-cache",
        "X-Robots-Tag": "noindex, nofollow",
    }
    assert "Set-Cookie" not in response


def test_any_other_secret_leads_nowhere(client, learner, link):
    secret = linking.secret_in(link)
    for wrong in (secret[:-1], secret + "A", "nothing", "%00", "x" * 3000, link.secret_hash, str(link.token)):
        response = client.get(f"/account/calendar/{wrong}.ics")
        assert (response.status_code, response.content) == (404, b"There is no such calendar.")
    for method in ("post", "put", "delete"):
        assert getattr(client, method)(address(link)).status_code == 405


def test_what_was_revoked_or_replaced_is_gone_at_once_and_so_is_what_a_closed_account_told(client, learner, link):
    first = address(link)
    assert client.get(first).status_code == 200
    second = address(make_link(learner, seen=link.token))
    assert [client.get(one).status_code for one in (first, second)] == [404, 200]
    linking.withdraw(user=learner, token=linking.link_of(learner).token, at=timezone.now())
    assert client.get(second).status_code == 404
    third = make_link(learner)
    learner.is_active = False
    learner.save()
    assert client.get(address(third)).status_code == 404


def test_what_did_not_change_is_answered_with_304(client, learner, link):
    row = make_interview(learner, on=timezone.localdate() + timedelta(days=3))
    first = client.get(address(link))
    again = client.get(address(link))
    assert (again.content, again["ETag"]) == (first.content, first["ETag"])
    same = client.get(address(link), headers={"If-None-Match": first["ETag"]})
    assert (same.status_code, same.content, same["Cache-Control"]) == (304, b"", "private, no-cache")
    change(row, values={"company": "Other"}, seen=row.edition, at=timezone.now())
    changed = client.get(address(link), headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


def test_head_says_the_same_without_a_body(client, learner, link):
    make_interview(learner, on=timezone.localdate() + timedelta(days=3))
    got, head = client.get(address(link)), client.head(address(link))
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", got["ETag"])


def test_a_change_of_day_keeps_the_uid_and_raises_the_sequence_and_what_is_deleted_is_gone(client, learner, link):
    on = timezone.localdate() + timedelta(days=3)
    row, stays = make_interview(learner, on=on), make_interview(learner, on=on)
    uid = f"interview-{row.token}"
    before = events(client.get(address(link)))[uid]
    at = timezone.now() + timedelta(hours=1)
    change(row, values={"on": str(on + timedelta(days=1))}, seen=row.edition, at=at)
    after = events(client.get(address(link)))[uid]
    assert before["DTSTART"].dt == on
    assert after["DTSTART"].dt == on + timedelta(days=1)
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTAMP"].dt == at.replace(microsecond=0) > before["DTSTAMP"].dt
    row.refresh_from_db()
    put_in_bin(row, at=at)
    assert list(events(client.get(address(link)))) == [f"interview-{stays.token}"]
    row.refresh_from_db()
    bring_back(row, at=at)
    assert set(events(client.get(address(link)))) == {uid, f"interview-{stays.token}"}


def test_a_kind_that_is_left_out_is_not_told(client, learner, link):
    on = timezone.localdate() + timedelta(days=3)
    interview, task = make_interview(learner, on=on), make_task(learner, due_on=on)
    assert set(events(client.get(address(link)))) == {f"interview-{interview.token}", f"task-{task.token}"}
    linking.tell(link, [kind for kind in Kind if kind != Kind.INTERVIEW])
    assert set(events(client.get(address(link)))) == {f"task-{task.token}"}


def test_it_is_never_empty(client, learner, link):
    (one,) = events(client.get(address(link))).values()
    assert str(one["SUMMARY"]) == "Your TPM Portal calendar is connected; no dates yet"
    assert client.get(address(link)).content == client.get(address(link)).content


def test_the_day_is_that_of_the_learner_whoever_asks(client, learner, link):
    learner.time_zone = "Pacific/Kiritimati"
    learner.save()
    make_card(learner, make_question(), due_on=timezone.localdate() - timedelta(days=9))
    client.force_login(make_user(time_zone="Pacific/Pago_Pago"))
    (one,) = events(client.get(address(link))).values()
    there, here = (timezone.localdate(timezone=ZoneInfo(f"Pacific/{name}")) for name in ("Kiritimati", "Pago_Pago"))
    assert one["DTSTART"].dt == there > here


def test_who_asks_too_often_waits_and_nobody_else_does(client, learner, stranger, link, monkeypatch):
    monkeypatch.setattr(views, "MOST_AN_HOUR", 2)
    assert [client.get(address(link)).status_code for _ in range(3)] == [200, 200, 429]
    assert client.get(address(link))["Retry-After"] == "3600"
    assert client.get(address(make_link(stranger))).status_code == 200


def one_of_each(user, on):
    """A row behind each kind of date."""
    application = make_application(user, closes_on=on)
    offered = make_application(user, stage="offer", on=timezone.localdate())
    make_offer(offered, answer_by=on, on=timezone.localdate())
    make_interview(user, on=on, at=time(14))
    make_task(user, due_on=on, application=application)
    make_person(user, referred_on=timezone.localdate(), application=application)
    make_held(user, make_credential(), earned_on=on - timedelta(days=365), expires_on=on)
    make_education(user, finished_on=on, was_over=False)
    make_card(user, make_question(), due_on=on)
    for title in ("Pass the PMP exam", "Write a charter"):
        user.milestone_progress.create(milestone=make_milestone(title=title), target_on=on, began_at=timezone.now())


@pytest.mark.parametrize("number", [1, 3])
def test_it_takes_as_many_queries_whatever_there_is(client, learner, link, number):
    for place in range(number):
        one_of_each(learner, timezone.localdate() + timedelta(days=3 + place))
    client.get(address(link))
    with CaptureQueriesContext(connection) as queries:
        found = events(client.get(address(link)))
    kinds = {str(one["CATEGORIES"].cats[0]) for one in found.values()}
    assert kinds == {kind.label for kind in Kind}
    assert len(queries) == 9
    assert CalendarLink.objects.count() == 1
