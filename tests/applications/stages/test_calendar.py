"""The calendar: what falls on which day of a month, as a grid and as a list."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from applications.stages import days
from applications.stages.days import entries
from keeping import verbs
from tests.factories import NOW
from tests.factories.applications import make_application, make_offer, make_stage, make_task
from tests.factories.interviews import make_interview
from tests.kit import words

CALENDAR = "/applications/calendar/"


def december(number):
    return date(2026, 12, number)


@pytest.fixture
def application(learner):
    return make_application(learner, title="Lead", employer="Acme", stage="", closes_on=december(15))


@pytest.fixture
def full(learner, application):
    """One of each kind on 15 December, and what is not to be seen there."""
    make_stage(application, stage="applied", on=december(15))
    make_task(learner, what="Ask Maria", application=application, due_on=december(15))
    make_task(learner, what="Update my profile", due_on=december(31))
    make_task(learner, what="Done", due_on=december(15), done_on=december(1))
    make_interview(learner, company="Acme", application=application, on=december(15))
    make_interview(learner, company="Globex", on=december(1))
    make_offer(application, answer_by=december(15))
    make_offer(application)
    make_task(learner, what="Before", due_on=date(2026, 11, 30))
    make_task(learner, what="After", due_on=date(2027, 1, 1))


def listed(client, month="2026-12"):
    found = client.get(CALENDAR, {"month": month}).context["days"]
    return [(day.day, [(entry.kind, entry.text) for entry in entries]) for day, entries in found]


def test_each_kind_stands_on_its_day_what_others_wait_for_first(learning, full):
    assert listed(learning) == [
        (1, [("Interview", "Globex")]),
        (
            15,
            [
                ("Interview", "Lead, Acme"),
                ("Answer by", "Lead, Acme"),
                ("Closes", "Lead, Acme"),
                ("Task", "Ask Maria"),
                ("Stage", "Applied: Lead, Acme"),
            ],
        ),
        (31, [("Task", "Update my profile")]),
    ]


def test_interviews_of_one_day_stand_by_the_clock_and_say_their_time(learning, learner):
    for company, at in (("Acme", None), ("Globex", "14:30"), ("Initech", "09:00")):
        make_interview(learner, company=company, on=december(15), at=at)
    page = learning.get(CALENDAR, {"month": "2026-12"})
    ((_, found),) = page.context["days"]
    assert [entry.text for entry in found] == ["Initech", "Globex", "Acme"]
    body = words(page)
    assert '<span class="quiet">2:30 PM</span> <bdi>Globex</bdi>' in body
    assert '<span class="entry-kind">Interview</span> 9:00 AM <a' in body
    assert '<span class="entry-kind">Interview</span> <bdi>Acme</bdi>' in body


def test_the_grid_says_the_same_and_leads_to_what_it_has_no_room_for(learning, full):
    page = learning.get(CALENDAR, {"month": "2026-12"})
    weeks = page.context["weeks"]
    assert [len(week) for week in weeks] == [7] * 5
    assert [day["day"].day for day in weeks[0]] == [30, 1, 2, 3, 4, 5, 6]
    assert [(day["day"].day, len(day["entries"]), day["rest"]) for week in weeks for day in week if day["entries"]] == [
        *((1, 1, 0), (15, 3, 2), (31, 1, 0)),
    ]
    body = words(page)
    assert '<a class="small" href="#day-15">2 more</a>' in body
    assert '<li id="day-15">' in body


def test_every_entry_leads_to_what_it_is(learning, learner, application, full):
    found = {entry.kind: entry.url for entry in entries(learner, first=december(15), last=december(15))}
    for kind, url in found.items():
        assert learning.get(url.partition("#")[0]).status_code == 200, kind
    assert found["Closes"] == application.get_absolute_url()
    assert found["Stage"].startswith(f"/applications/{application.pk}/stages/#row-")


def test_months_lead_to_each_other_and_back_to_this_one(learning, application):
    body = words(learning.get(CALENDAR, {"month": "2026-02"}))
    assert '<a rel="prev" href="?month=2026-01">January 2026</a>' in body
    assert '<a rel="next" href="?month=2026-03">March 2026</a>' in body
    assert f'<a href="{CALENDAR}">This month</a>' in body
    assert "Nothing falls in this month." in body


def test_without_a_month_it_is_this_one_and_today_is_marked(learning, application):
    page = learning.get(CALENDAR)
    assert page.context["month"].first == timezone.localdate().replace(day=1)
    body = words(page)
    assert body.count('aria-current="date"') == 1
    assert "This month</a>" not in body


@pytest.mark.parametrize("month", ["2026-13", "x", "1949-12", "2026-12\x00", "9" * 300])
def test_what_is_no_month_is_said_and_this_one_is_shown(learning, application, month):
    page = learning.get(CALENDAR, {"month": month})
    assert page.context["month"].first == timezone.localdate().replace(day=1)
    assert "We don't recognize that month" in words(page)


@pytest.mark.parametrize("month", ["1950-01", "2199-12"])
def test_the_first_and_the_last_month_lead_no_farther(learning, application, month):
    body = words(learning.get(CALENDAR, {"month": month}))
    assert (body.count('rel="prev"'), body.count('rel="next"')) == ((0, 1) if month == "1950-01" else (1, 0))


def test_of_each_kind_so_many_are_shown(learner, monkeypatch):
    monkeypatch.setattr(days, "MOST", 2)
    for number in (3, 1, 2):
        make_task(learner, what=f"Task {number}", due_on=december(number))
    assert [entry.text for entry in entries(learner, first=december(1), last=december(31))] == ["Task 1", "Task 2"]


def test_what_went_to_the_bin_with_its_application_is_gone_and_comes_back(learning, application, full):
    verbs.put_in_bin(application, at=NOW)
    assert listed(learning) == [(1, [("Interview", "Globex")]), (31, [("Task", "Update my profile")])]
    verbs.bring_back(application, at=NOW)
    assert len(listed(learning)[1][1]) == 5


def test_nobody_elses_is_shown(client, stranger, full):
    client.force_login(stranger)
    page = client.get(CALENDAR, {"month": "2026-12"})
    assert (page.context["days"], page.context["anything"]) == ([], False)
    assert "No job saved yet" in words(page)
    client.logout()
    assert client.get(CALENDAR, {"month": "2026-12"}).context["days"] == []


def test_other_methods_are_refused(learning):
    assert learning.put(CALENDAR).status_code == 405


@pytest.mark.parametrize("number", [1, 3, 30])
def test_query_count(learning, learner, number):
    for _ in range(number):
        row = make_application(learner, stage="", closes_on=december(15))
        make_stage(row, on=december(15))
        make_task(learner, application=row, due_on=december(15))
        make_interview(learner, application=row, on=december(15))
        make_offer(row, answer_by=december(15))
    address = f"{CALENDAR}?month=2026-12"
    learning.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert learning.get(address).status_code == 200
    assert len(queries) == 7
