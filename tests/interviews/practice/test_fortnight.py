from datetime import date, timedelta
from uuid import uuid4

from interviews.practice.fortnight import fortnight
from interviews.practice.models import ReviewLog
from interviews.practice.showing import last_fortnight
from tests.factories import NOW
from tests.factories.interviews import make_card, make_question

TODAY = date(2026, 12, 1)


def test_each_of_fourteen_days_has_a_bar_as_high_as_its_questions():
    found = fortnight({TODAY: 5, TODAY - timedelta(days=1): 1, TODAY - timedelta(days=14): 9}, today=TODAY)
    assert [(day.on, day.number) for day in found.days] == [
        *[(TODAY - timedelta(days=back), 0) for back in range(13, 1, -1)],
        (TODAY - timedelta(days=1), 1),
        (TODAY, 5),
    ]
    assert [(day.x, day.y, day.height) for day in found.days[-3:]] == [(220, 45, 3), (240, 38, 10), (260, 0, 48)]
    assert found.words == "6 questions on 2 of the last 14 days"


def test_the_busiest_day_fills_the_height():
    found = fortnight({TODAY: 20, TODAY - timedelta(days=1): 10}, today=TODAY)
    assert [day.height for day in found.days[-2:]] == [24, 48]


def test_no_practice_is_said():
    assert fortnight({}, today=TODAY).words == "No practice in the last 14 days"
    assert fortnight({TODAY: 1}, today=TODAY).words == "1 question on 1 of the last 14 days"


def test_a_question_twice_on_a_day_is_once_and_others_do_not_count(learner, stranger, django_assert_num_queries):
    own, also = make_card(learner, make_question()), make_card(learner, make_question())
    other = make_card(stranger, make_question())
    yesterday = TODAY - timedelta(days=1)
    for card, on in ((own, TODAY), (own, TODAY), (also, TODAY), (also, yesterday), (other, TODAY)):
        ReviewLog.objects.create(user=card.user, card=card, token=uuid4(), grade="fine", at=NOW, on=on)
    ReviewLog.objects.create(user=learner, card=own, token=uuid4(), grade="fine", at=NOW, on=TODAY - timedelta(days=14))
    with django_assert_num_queries(1):
        found = last_fortnight(learner, today=TODAY)
    assert [(day.on, day.number) for day in found.days if day.number] == [(yesterday, 1), (TODAY, 2)]
