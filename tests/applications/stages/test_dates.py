"""What of applications has a day, and when each says nothing."""

from datetime import date, timedelta

import pytest

from applications.stages.dates import dates
from keeping.verbs import change, put_in_bin
from tests.factories import NOW
from tests.factories.applications import (
    make_application,
    make_habits,
    make_offer,
    make_person,
    make_stage,
    make_task,
)
from tests.factories.interviews import make_interview

TODAY = date(2026, 12, 1)
SOON = TODAY + timedelta(days=10)
pytestmark = pytest.mark.django_db


def told(user, *kinds, since=TODAY):
    found = [one for _, one in dates([user], today=TODAY, since=since) if not kinds or one.kind in kinds]
    return [(one.uid, one.title, one.on, one.url) for one in found]


def edition(user, kind):
    return next(one.edition for _, one in dates([user], today=TODAY, since=TODAY) if one.kind == kind)


def test_a_closing_date_is_said_until_somebody_has_applied(learner, stranger):
    row = make_application(learner, title="TPM", employer="Acme", closes_on=SOON)
    make_application(stranger, closes_on=SOON)
    there = row.get_absolute_url()
    assert told(learner, "closing") == [(f"closing-{row.token}", "Closes: TPM, Acme", SOON, there)]
    assert told(learner, "closing", since=SOON + timedelta(days=1)) == []
    make_stage(row, stage="applied", on=TODAY)
    assert told(learner, "closing") == []


def test_the_newest_state_of_an_offer_wants_an_answer_as_long_as_the_application_goes_on(learner):
    row = make_application(learner, title="TPM", employer="Acme", stage="offer", on=TODAY)
    make_offer(row, on=TODAY - timedelta(days=2), answer_by=SOON)
    newest = make_offer(row, on=TODAY, answer_by=SOON + timedelta(days=5))
    there = f"{row.get_absolute_url()}offers/"
    assert told(learner, "answer") == [
        (f"answer-{newest.token}", "They want an answer: TPM, Acme", newest.answer_by, there)
    ]
    make_stage(row, stage="accepted", on=TODAY)
    assert told(learner) == []


def test_a_task_is_said_until_it_is_done_with_what_it_is_for(learner):
    row = make_application(learner, title="TPM", employer="Acme", stage="rejected", on=TODAY)
    of_it = make_task(learner, what="Write to Kim", application=row, due_on=SOON)
    alone = make_task(learner, what="Buy a suit", due_on=SOON)
    make_task(learner, due_on=SOON, done_on=TODAY)
    make_task(learner)
    assert [(uid, title) for uid, title, *_ in told(learner)] == [
        (f"task-{of_it.token}", "Write to Kim (TPM, Acme)"),
        (f"task-{alone.token}", "Buy a suit"),
    ]
    put_in_bin(alone, at=NOW)
    assert len(told(learner)) == 1


def test_a_task_changes_with_what_it_is_for(learner):
    row = make_application(learner, stage="rejected", on=TODAY)
    task = make_task(learner, application=row, due_on=SOON)
    found = [edition(learner, "task")]
    change(row, values={"title": "Otherwise"}, seen=row.edition, at=NOW)
    found.append(edition(learner, "task"))
    change(task, values={"application": None}, seen=task.edition, at=NOW)
    found.append(edition(learner, "task"))
    assert found == sorted(set(found))


@pytest.mark.parametrize(
    ("stage", "title"),
    [
        ("saved", "Apply, or let it go: TPM, Acme"),
        ("applied", "Follow up: TPM, Acme"),
        ("screening", "Follow up: TPM, Acme"),
        ("rounds", "Follow up: TPM, Acme"),
        ("offer", "Answer the offer, or ask for time: TPM, Acme"),
        ("rejected", None),
    ],
)
def test_a_follow_up_is_said_by_the_learners_own_habits(learner, stage, title):
    make_habits(learner, **dict.fromkeys(("saved", "applied", "screening", "rounds", "offer"), 12))
    row = make_application(learner, title="TPM", employer="Acme", stage=stage, on=TODAY)
    on = TODAY + timedelta(days=12)
    there = row.get_absolute_url()
    assert told(learner) == ([(f"follow-up-{row.token}", title, on, there)] if title else [])


def test_a_follow_up_waits_for_the_next_interview_and_its_edition_rises(learner):
    row = make_application(learner, stage="rounds", on=TODAY)
    (before,), first = told(learner), edition(learner, "follow_up")
    make_interview(learner, application=row, on=SOON)
    (after,), second = told(learner), edition(learner, "follow_up")
    assert (before[0], before[2]) == (after[0], TODAY + timedelta(days=5))
    assert after[2] == SOON + timedelta(days=5)
    assert first < second


def test_who_referred_them_is_owed_thanks_until_they_are_said(learner, stranger):
    kim = make_person(learner, name="Kim", referred_on=TODAY)
    make_person(learner, referred_on=TODAY, thanked_on=TODAY)
    make_person(stranger, referred_on=TODAY)
    said = (f"thanks-{kim.token}", "Say thank you for the referral: Kim", TODAY, "/applications/people/")
    assert told(learner) == [said]
    put_in_bin(kim, at=NOW)
    assert told(learner) == []
