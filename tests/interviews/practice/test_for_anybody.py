"""The plan of somebody without an account."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from interviews.practice.for_anybody import plan_for_anybody
from tests.factories.interviews import make_category, make_question, make_round

pytestmark = pytest.mark.django_db
TODAY = date(2026, 12, 1)


@pytest.mark.parametrize("number", [1, 3])
def test_one_of_each_category_comes_first_then_the_rest(django_assert_num_queries, number):
    first, second = make_category(), make_category()
    ours = [make_question(category=first, seconds=120) for _ in range(number + 1)]
    theirs = make_question(category=second, seconds=120)
    make_question(category=second, retired_at=timezone.now())
    make_question()
    round_type = make_round(first, second)
    with django_assert_num_queries(3):
        plan = plan_for_anybody(round_type, on=TODAY + timedelta(days=3), minutes=10, today=TODAY)
    assert plan.categories == (first, second)
    # Two tries of two minutes each and one minute to rate: two questions in ten minutes.
    assert [day.questions for day in plan.days][:2] == [(ours[0], theirs), tuple(ours[1:3])]
    assert (plan.days[0].day, plan.days[0].minutes) == (TODAY, 10)
    assert plan.number == number + 2
    assert plan.uncovered == ()


def test_what_there_is_no_room_for_is_named():
    first, second = make_category(), make_category()
    make_question(category=first, seconds=120)
    make_question(category=second, seconds=900)
    plan = plan_for_anybody(make_round(first, second), on=TODAY, minutes=15, today=TODAY)
    assert [day.day for day in plan.days] == [TODAY]
    assert plan.uncovered == (second,)


def test_a_round_without_questions_has_days_without_any():
    plan = plan_for_anybody(make_round(), on=TODAY + timedelta(days=2), minutes=30, today=TODAY)
    assert [(day.questions, day.minutes) for day in plan.days] == [((), 0), ((), 0)]
    assert plan.number == 0
