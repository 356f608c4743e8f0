"""Questions that come back, one line a day."""

from datetime import timedelta

import pytest

from interviews.practice.coming_back import dates
from interviews.practice.practicing import rate
from tests.factories import NOW
from tests.factories.interviews import make_card, make_dimension, make_question

TODAY = NOW.date()
pytestmark = pytest.mark.django_db


def told(user, today=TODAY):
    return [one for _, one in dates([user], today=today, since=today)]


def test_each_day_says_how_many_come_back_and_today_has_what_is_overdue(learner, stranger):
    days = [TODAY - timedelta(days=9), TODAY, TODAY + timedelta(days=4)]
    first, *_ = [make_card(learner, make_question(), due_on=on) for on in days]
    make_card(stranger, make_question(), due_on=TODAY)
    assert [(one.uid, one.title, one.on) for one in told(learner)] == [
        (f"practice-{TODAY}-{first.token}", "2 questions due for practice", TODAY),
        (f"practice-{days[2]}-{first.token}", "1 question due for practice", days[2]),
    ]


def test_what_is_not_asked_any_more_does_not_come_back(learner):
    question = make_question()
    make_card(learner, question, due_on=TODAY)
    question.retired_at = NOW
    question.save()
    assert told(learner) == []


def test_the_edition_rises_as_the_day_comes_and_with_each_rating(learner):
    make_dimension()
    question = make_question()
    on = TODAY + timedelta(days=4)
    make_card(learner, make_question(), due_on=on)
    make_card(learner, question, due_on=TODAY)
    edition = lambda today: next(one.edition for one in told(learner, today) if one.on == on)  # noqa: E731
    ahead = edition(TODAY)
    rate(
        **{"user": learner, "row": question, "token": "6b0a3c1e-8a53-5f0c-9d57-31c2f4f8f7ab", "grade": "fine"},
        **{"scores": {}, "values": {}, "seen": 0, "spoken_seconds": None, "at": NOW},
    )
    assert ahead < edition(TODAY) < edition(on)
