"""Tasks: what is overdue first, done with one press, and not done after all with another."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from applications.stages.views.tasks import TASKS
from keeping.history import events_of
from tests.factories.applications import make_application, make_task
from tests.kit import unescaped, words

LIST = "/applications/tasks/"


def test_what_is_overdue_stands_first_and_what_is_done_last(learning, learner):
    today = timezone.localdate()
    days = {"Late": -3, "Now": 0, "Later": 5}
    make_task(learner, what="Some day")
    make_task(learner, what="Was done", done_on=today, due_on=today - timedelta(days=9))
    for what, number in reversed(days.items()):
        make_task(learner, what=what, due_on=today + timedelta(days=number))
    response = learning.get(LIST)
    assert [row.what for row in response.context["page"]] == ["Late", "Now", "Later", "Some day", "Was done"]
    body = words(response)
    assert f"Overdue since {today - timedelta(days=3):%b %-d, %Y}." in body
    assert body.count("Due today.") == 1
    assert body.count("No day set.") == 1
    assert f"Done {today:%b %-d, %Y}." in body


def test_one_press_does_it_and_another_takes_it_back(learning, learner):
    row = make_task(learner, what="Write to Zoe", application=make_application(learner))
    done, undone = (reverse(f"applications:{act}", args=[row.pk]) for act in ("done", "undone"))
    assert f'action="{done}"' in unescaped(learning.get(LIST))
    for said in ("Done: Write to Zoe.", "It was done already: Write to Zoe."):
        assert said in words(learning.post(done, follow=True))
    row.refresh_from_db()
    assert (row.done_on, row.edition) == (timezone.localdate(), 2)
    assert f'action="{undone}"' in unescaped(learning.get(LIST))
    for said in ("To be done: Write to Zoe.", "Nothing had changed: Write to Zoe."):
        assert said in words(learning.post(undone, follow=True))
    row.refresh_from_db()
    assert (row.done_on, row.edition) == (None, 3)


def test_done_again_on_a_later_day_keeps_the_day_it_was_done(learning, learner):
    yesterday = timezone.localdate() - timedelta(days=1)
    row = make_task(learner, done_on=yesterday)
    learning.post(reverse("applications:done", args=[row.pk]))
    row.refresh_from_db()
    assert row.done_on == yesterday


@pytest.mark.parametrize("act", ["done", "undone"])
def test_nobody_else_presses_and_a_look_changes_nothing(client, learner, stranger, curator, act):
    row = make_task(learner)
    address = reverse(f"applications:{act}", args=[row.pk])
    for other in (stranger, curator):
        client.force_login(other)
        assert client.post(address).status_code == 404
    client.force_login(learner)
    assert (client.get(address).url, client.put(address).status_code) == (LIST, 405)
    client.logout()
    assert client.post(address).url.startswith("/account/login/")
    assert [event.act for event in events_of(row)] == ["added"]


def test_a_day_it_was_done_is_none_to_come(learning):
    sent = {"what": "Write", "done_on": "2999-01-01", "token": "6f0d3f0e-6c1b-4d0e-9a53-0c7f3a3f7c99", "seen": 0}
    response = learning.post(TASKS.at("add"), sent)
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["done_on"])
