"""What is due, on Today and above the tasks: of whom, in which order, where it leads, and in one query."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from applications.postings.models import ENDINGS
from applications.stages.following_up import asked_for_due, due_of
from keeping import verbs
from tests.factories.applications import (
    make_application,
    make_habits,
    make_offer,
    make_person,
    make_stage,
    make_task,
)
from tests.factories.interviews import make_interview
from tests.kit import words

TASKS = "/applications/tasks/"


def day(number):
    return timezone.localdate() + timedelta(days=number)


def applied(learner, days, **fields):
    return make_application(learner, stage="applied", on=day(-days), **({"title": "Lead"} | fields))


def lines_of(learner):
    today = timezone.localdate()
    return due_of(User.objects.annotate(**asked_for_due(today=today)).get(pk=learner.pk), today=today)


def said(learner):
    return [(line.name, line.said) for line in lines_of(learner)]


QUIET = "No answer for {} days: write, or mark as no answer"


def test_silence_is_counted_from_what_came_last(learner):
    application = applied(learner, 40)
    assert said(learner) == [("Lead, Acme", QUIET.format(40))]
    person = make_person(learner, application=application, last_contact_on=day(-9))
    make_person(learner, application=application)
    assert said(learner) == [("Lead, Acme", QUIET.format(9))]
    make_interview(learner, application=application, on=day(-8))
    verbs.put_in_bin(make_interview(learner, application=application, on=day(-1)), at=timezone.now())
    assert said(learner) == [("Lead, Acme", "The interview was 8 days ago: ask")]
    make_interview(learner, application=application, on=day(0))
    assert said(learner) == []
    verbs.put_in_bin(person, at=timezone.now())


def test_the_newest_offer_says_by_when_they_want_an_answer(learner):
    application = make_application(learner, title="Lead", stage="offer", on=day(0))
    make_offer(application, on=day(-2), answer_by=day(-1))
    make_offer(application, on=day(-1), answer_by=day(1))
    assert said(learner) == [("Lead, Acme", "They want an answer tomorrow")]


def test_the_learners_own_cadence_counts(learner):
    applied(learner, 9)
    make_habits(learner, applied=10)
    assert said(learner) == []


def test_of_a_stage_that_was_taken_back_nothing_counts(learner):
    application = make_application(learner, title="Lead", stage="saved", on=day(-9))
    change = make_stage(application, stage="applied", on=day(-8))
    verbs.put_in_bin(change, at=timezone.now())
    assert said(learner) == [("Lead, Acme", "Saved 9 days ago: apply, or let it go")]


@pytest.mark.parametrize("stage", ENDINGS)
def test_nothing_is_due_of_an_ending(learner, stage):
    make_stage(applied(learner, 40), stage=stage, on=day(-20))
    assert said(learner) == []


def test_an_application_without_any_stage_is_saved(learner):
    make_application(learner, title="Lead", employer="", stage="", closes_on=day(2))
    assert said(learner) == [("Lead", "Closes in 2 days: apply")]


def test_nothing_of_others_and_nothing_from_the_bin(learner, stranger):
    applied(stranger, 40)
    make_person(stranger, referred_on=day(-3))
    make_task(stranger, due_on=day(-3))
    binned = [applied(learner, 40), make_person(learner, referred_on=day(-3)), make_task(learner, due_on=day(-3))]
    for row in binned:
        verbs.put_in_bin(row, at=timezone.now())
    make_task(learner, due_on=day(-3), done_on=day(-1))
    make_person(learner, referred_on=day(-3), thanked_on=day(-1))
    assert said(learner) == []


def test_each_leads_to_what_can_be_done(learner):
    application = applied(learner, 40)
    person = make_person(learner, name="Zoe", referred_on=day(-3))
    task = make_task(learner, what="Read up", due_on=day(0), application=application)
    lines = lines_of(learner)
    assert [(line.name, line.url, line.acts) for line in lines] == [
        ("Read up (Lead)", f"{TASKS}#row-{task.pk}", (("Your tasks", f"{TASKS}#row-{task.pk}"),)),
        (
            *("Lead, Acme", application.get_absolute_url()),
            (
                ("Whom to write to", f"/applications/people/?application={application.pk}"),
                ("Change the stage", f"/applications/{application.pk}/stages/"),
            ),
        ),
        (
            *("Zoe", f"/applications/people/#row-{person.pk}"),
            (("Say thank you", f"/applications/people/#row-{person.pk}"),),
        ),
    ]


def test_today_shows_five_and_where_the_rest_is(learning, learner):
    for number in range(7):
        applied(learner, 40 - number, employer=f"Employer {number}")
    body = words(learning.get("/"))
    assert [f"Employer {number}" in body for number in range(7)] == [True] * 5 + [False] * 2
    assert f'<a href="{TASKS}">And 2 more</a>' in body
    body = words(learning.get(TASKS))
    assert [f"Employer {number}" in body for number in range(7)] == [True] * 7


def test_today_says_nothing_where_nothing_is_due(learning, learner):
    make_application(learner, on=day(0))
    assert "Due from your applications" not in words(learning.get("/"))
    assert "Due from your applications" not in words(learning.get(TASKS))


def test_above_the_tasks_stands_what_else_is_due(learning, learner):
    make_task(learner, what="Read up", due_on=day(0))
    applied(learner, 40)
    body = words(learning.get(TASKS))
    assert QUIET.format(40) in body
    assert body.count("Due today") == 1
    assert body.count('aria-label="Done: Read up"') == 1


@pytest.mark.parametrize("number", [1, 3, 60])
def test_one_query_however_much_is_due(learner, number):
    make_habits(learner)
    for _ in range(number):
        application = applied(learner, 40)
        make_person(learner, application=application, referred_on=day(-3))
        make_task(learner, application=application, due_on=day(-3))
    with CaptureQueriesContext(connection) as queries:
        lines = lines_of(learner)
    assert (len(queries), len(lines)) == (1, 3 * number)


@pytest.mark.parametrize("number", [1, 3, 60])
def test_the_pages_take_as_many_queries_as_ever(learning, learner, number):
    for _ in range(number):
        application = applied(learner, 40)
        make_person(learner, application=application, referred_on=day(-3))
        make_task(learner, application=application, due_on=day(-3))
    taken = {}
    for page in (TASKS, "/applications/people/", "/"):
        learning.get(page)
        with CaptureQueriesContext(connection) as queries:
            assert learning.get(page).status_code == 200
        taken[page] = len(queries)
    assert taken == {TASKS: 5, "/applications/people/": 4, "/": 7}
