"""The stage of an application by its changes: back-dated, undone, in two windows, reopened; also in the database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.models import Application, StageChange
from applications.postings.models import Stage
from applications.stages.timeline import Change, Stay, current, day_of_move, days_in_words, in_order, stays
from tests.applications.stages.acts import COURSES, day, gone

DAY = date(2026, 11, 2)
CHANGES = st.lists(
    st.builds(
        Change,
        st.sampled_from(Stage.values),
        st.dates(DAY, DAY + timedelta(days=3)),
        st.integers(1, 10**6),
    ),
    max_size=8,
    unique_by=lambda one: one.number,
)


@pytest.mark.parametrize("name", COURSES)
def test_the_stage_is_that_of_the_latest_day_and_of_one_day_the_one_recorded_last(learner, name):
    acts, expected = COURSES[name]
    course = gone(learner, acts)
    found, row = current(course.changes()), course.loaded()
    assert ((found.stage, found.on) if found else None) == ((expected[0], day(expected[1])) if expected else None)
    assert (row.stage, row.stage_on) == ((found.stage, found.on) if found else (None, None))


def test_there_are_enough_courses():
    assert len(COURSES) >= 30


def test_the_same_press_again_records_one_change(learner):
    gone(learner, COURSES["moved, and the answer never arrived"][0])
    assert StageChange.objects.count() == 2


def test_a_stage_that_it_is_at_is_not_recorded_again(learner):
    gone(learner, COURSES["moved to where it is"][0])
    gone(learner, COURSES["moved to saved with nothing recorded"][0])
    assert StageChange.objects.count() == 2


@given(changes=CHANGES)
def test_nobody_stands_later_than_where_it_is_current(changes):
    """Held against what is slow and obvious: the one that none comes after."""
    found = current(changes)
    after = [
        one
        for one in changes
        if not any(other.on > one.on or (other.on == one.on and other.number > one.number) for other in changes)
    ]
    assert ([found] if found else []) == after


@given(changes=CHANGES)
def test_the_days_of_all_stays_are_the_days_from_the_first_until_today(changes):
    today = DAY + timedelta(days=9)
    found = stays(changes, today=today)
    assert [one.change for one in found] == in_order(changes)[::-1]
    assert sum(one.days for one in found) == ((today - min(one.on for one in changes)).days if changes else 0)
    assert [one.is_current for one in found] == [True, *[False] * (len(changes) - 1)][: len(changes)]


def test_how_long_each_stay_was():
    changes = [Change("applied", date(2026, 11, 9), 2), Change("saved", DAY, 1), Change("rounds", date(2026, 11, 9), 3)]
    assert stays(changes, today=date(2026, 11, 30)) == [
        Stay(changes[2], 21, is_current=True),
        Stay(changes[0], 0, is_current=False),
        Stay(changes[1], 7, is_current=False),
    ]
    assert [days_in_words(days) for days in (0, 1, 21)] == ["less than a day", "1 day", "21 days"]


def test_a_change_of_tomorrow_lasts_no_less_than_nothing():
    tomorrow = Change("applied", date(2026, 12, 1), 1)
    assert stays([tomorrow], today=date(2026, 11, 30)) == [Stay(tomorrow, 0, is_current=True)]


def test_a_move_is_of_today_and_never_before_what_stands():
    today = date(2026, 11, 30)
    days = (None, date(2026, 11, 9), date(2026, 12, 1))
    assert [day_of_move(one, today=today) for one in days] == [today, today, date(2026, 12, 1)]


def test_of_several_applications_each_has_its_own_stage(learner):
    courses = [gone(learner, acts) for acts, _ in COURSES.values()]
    expected = {
        course.application.pk: said and said[0] for course, (_, said) in zip(courses, COURSES.values(), strict=True)
    }
    rows = Application.objects.for_user(learner).with_stage()
    assert {row.pk: row.stage for row in rows} == expected
