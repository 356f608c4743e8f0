"""What was done without an account, with every kind of row: moved into one, or gone; and that a crawler begins none."""

import uuid
from datetime import timedelta

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from accounts import nameless
from accounts.days import earliest_day
from accounts.models import User
from interviews.models import Question
from interviews.practice.answering import keep_version
from interviews.practice.models import Answer, AnswerVersion, ReviewLog
from interviews.practice.practicing import rate
from keeping.ceilings import learners_tables
from keeping.models import Event
from roadmap import tracking
from roadmap.models import Milestone, MilestoneProgress
from tests.addresses import every_address, make_something_of_everything
from tests.factories.accounts import make_user
from tests.keys import at_odds
from tpm_portal.joining import move


def make_nameless(used_on=None):
    user = User(first_press=uuid.uuid4(), used_on=used_on or earliest_day(timezone.now()))
    user.set_unusable_password()
    user.email = None
    user.save()
    return user


def rows_of(user):
    return {
        model._meta.label: number
        for model in learners_tables()
        if (number := model._base_manager.filter(user=user).count())
    }


def test_all_of_it_goes_over_and_the_nameless_account_is_gone(learner, seeded):
    mine = make_nameless()
    make_something_of_everything(mine)
    before = rows_of(mine)
    said = nameless.join(mine, into=learner)
    assert said is not None
    assert "1 milestone" in said
    assert not User.objects.filter(pk=mine.pk).exists()
    assert rows_of(learner) == before
    assert at_odds() == dict.fromkeys(at_odds(), 0)


def test_what_both_have_is_there_once_and_both_histories_can_be_read(client, learner, seeded):
    client.force_login(learner)
    milestones = list(Milestone.objects.order_by("pk")[:2])
    mine, now = make_nameless(), timezone.now()
    for user, milestone, at in (
        (learner, milestones[0], now - timedelta(days=2)),
        (mine, milestones[0], now - timedelta(days=1)),
        (mine, milestones[1], now),
    ):
        tracking.write_note(user=user, milestone=milestone, note=f"Of {user.pk} on {milestone.pk}", seen=0, at=at)
    assert move(mine, learner) == ["1 milestone", "1 milestone updated", "1 note beneath yours"]
    own = MilestoneProgress.objects.for_user(learner).order_by("milestone")
    assert [row.note for row in own] == [
        f"Of {learner.pk} on {milestones[0].pk}\n\nOf {mine.pk} on {milestones[0].pk}",
        f"Of {mine.pk} on {milestones[1].pk}",
    ]
    texts = Event.objects.filter(user=learner, act="note").values_list("after", flat=True)
    assert f"Of {learner.pk} on {milestones[0].pk}" in [text["note"] for text in texts]
    page = client.get(milestones[0].get_absolute_url()).content.decode()
    assert f"<p>Of {learner.pk} on {milestones[0].pk}</p>" in page[page.index("History, 3 changes") :]


@pytest.mark.parametrize("ours_first", [True, False])
def test_what_is_done_on_one_side_is_done(learner, seeded, ours_first):
    milestone, now = Milestone.objects.order_by("pk").first(), timezone.now()
    mine = make_nameless()
    days = [now - timedelta(days=3), now - timedelta(days=1)]
    for user, state, at in zip((learner, mine), ("done", "doing"), days if ours_first else days[::-1], strict=True):
        tracking.change_state(user=user, milestone=milestone, state=state, today=at.date(), at=at)
    move(mine, learner)
    row = MilestoneProgress.objects.get(user=learner)
    assert (row.state, row.finished_on) == ("done", days[not ours_first].date())


def test_every_answer_that_was_saved_on_either_side_is_there(learner, seeded):
    question = Question.objects.published().first()
    mine, now = make_nameless(), timezone.now()
    for user, words, at in (
        (learner, "What I said at home", now - timedelta(days=2)),
        (mine, "What I said on the train", now - timedelta(days=1)),
        (mine, "What I said at last", now),
    ):
        seen = Answer.objects.filter(user=user).values_list("edition", flat=True).first() or 0
        keep_version(user=user, row=question, values={"text": words}, seen=seen, at=at)
        rate(
            user=user,
            row=question,
            token=uuid.uuid4(),
            grade="fine",
            scores={},
            values={},
            seen=Answer.objects.get(user=user).edition,
            spoken_seconds=None,
            at=at,
        )
    move(mine, learner)
    versions = AnswerVersion.objects.filter(user=learner).order_by("number")
    assert sorted(versions.values_list("text", flat=True)) == [
        "What I said at home",
        "What I said at last",
        "What I said on the train",
    ]
    assert versions.last().text == "What I said at last"
    assert ReviewLog.objects.filter(user=learner).count() == 3


def test_purging_takes_every_kind_of_row(seeded):
    now = timezone.now()
    old = make_nameless(earliest_day(now) - timedelta(days=31))
    make_something_of_everything(old)
    assert nameless.purge(now) == 1
    assert rows_of(old) == {}
    assert not User.objects.filter(pk=old.pk).exists()


def test_a_crawler_that_gets_every_address_begins_nothing(client, seeded):
    """Nor writes anything else, but what a session is."""
    values = make_something_of_everything(make_user())
    tables = [model for model in apps.get_models() if model._meta.label != "sessions.Session"]
    before = {model._meta.label: model._base_manager.count() for model in tables}
    for address in every_address(values):
        for method in ("get", "head", "options"):
            # Each as somebody who never was here.
            response = getattr(Client(), method)(address)
            assert response.status_code < 500, address
            assert "sessionid" not in {name for name, one in response.cookies.items() if one.value}, address
    assert {model._meta.label: model._base_manager.count() for model in tables} == before
    assert not User.objects.filter(email=None).exists()
