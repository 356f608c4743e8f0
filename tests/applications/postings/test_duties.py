"""The duties of a posting beside what the learner likes to do."""

import pytest
from django.utils import timezone

from applications.models import TaskLiking
from applications.proof.liking import TASKS, kind_of
from keeping import verbs
from tests.factories.applications import make_application, make_liking
from tests.forms import forms_of
from tests.kit import words

LIKINGS = "/applications/likings/"
FIRST, SECOND = TASKS[0].slug, TASKS[1].slug


@pytest.fixture
def application(learner):
    duties = [{"quote": "Keep the plan", "task": FIRST}, {"quote": "Order lunch", "task": ""}]
    return make_application(learner, duties=duties)


def form_at(client, address):
    return next(one for one in forms_of(client.get(address), address) if one.action == address)


def test_kinds_of_task_are_rated_once_for_all_postings(learning, learner, application):
    form = form_at(learning, LIKINGS)
    said = learning.post(LIKINGS, form.data(form.buttons[-1], **{f"like_{FIRST}": "energizes"}), follow=True)
    assert "Saved: 1 kind of task." in words(said)
    assert [(row.user, row.task, row.liking) for row in TaskLiking.objects.all()] == [(learner, FIRST, "energizes")]
    assert "1 of its 2 duties is one you like; 1 of no kind that you rated." in words(
        learning.get(f"/applications/{application.pk}/duties/")
    )
    again = form_at(learning, LIKINGS)
    assert "Nothing had changed." in words(learning.post(LIKINGS, again.data(again.buttons[-1]), follow=True))


def test_an_older_window_changes_only_what_was_rated_in_it(learning, learner):
    older = form_at(learning, LIKINGS)
    make_liking(learner, task=FIRST, liking="drains")
    learning.post(LIKINGS, older.data(older.buttons[-1], **{f"like_{SECOND}": "fine"}))
    assert dict(TaskLiking.objects.values_list("task", "liking")) == {FIRST: "drains", SECOND: "fine"}


def test_what_is_no_rating_is_refused(learning):
    form = form_at(learning, LIKINGS)
    response = learning.post(LIKINGS, form.data(form.buttons[-1], **{f"like_{FIRST}": "love"}))
    assert (response.status_code, TaskLiking.objects.count()) == (422, 0)


def test_duties_are_put_right_left_out_and_added(learning, application):
    address = f"/applications/{application.pk}/duties/"
    form = form_at(learning, address)
    first, second = [name for name in form.typed if name.startswith("task_")]
    sent = form.data(form.buttons[-1], **{first: "-", second: SECOND, "more": "Lead the retrospectives"})
    learning.post(address, sent)
    duties = application.duties.order_by("place")
    assert [(one.quote, one.task) for one in duties[:1]] == [("Order lunch", SECOND)]
    assert [one.quote for one in duties] == ["Order lunch", "Lead the retrospectives"]
    again = form_at(learning, address)
    assert "Nothing had changed." in words(learning.post(address, again.data(again.buttons[-1]), follow=True))


def test_what_was_said_of_a_duty_is_said_of_no_other_when_another_window_left_one_out(learning, application):
    address = f"/applications/{application.pk}/duties/"
    older, other = form_at(learning, address), form_at(learning, address)
    first, second = [name for name in older.typed if name.startswith("task_")]
    # Elsewhere the first is left out and one is added, here the second is put right.
    learning.post(address, other.data(other.buttons[-1], **{first: "-", "more": "Lead the retrospectives"}))
    shown = learning.post(address, older.data(older.buttons[-1], **{second: SECOND}))
    assert shown.status_code == 422
    (again,) = [one for one in forms_of(shown, address) if "more" in one.typed]
    learning.post(address, again.data(again.buttons[-1]))
    duties = application.duties.order_by("place")
    assert [(one.quote, one.task) for one in duties] == [
        ("Order lunch", SECOND),
        ("Lead the retrospectives", kind_of("Lead the retrospectives")),
    ]


def test_duties_of_an_application_that_went_to_the_bin_meanwhile_are_kept(learning, application):
    address = f"/applications/{application.pk}/duties/"
    form = form_at(learning, address)
    verbs.put_in_bin(application, at=timezone.now())
    answer = learning.post(address, form.data(form.buttons[-1], more="Lead the retrospectives"))
    assert answer.url == "/bin/"
    assert [one.quote for one in application.duties.order_by("place")][-1] == "Lead the retrospectives"
    assert learning.get(address).status_code == 404
