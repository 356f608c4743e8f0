"""Months as a calendar shows them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.stages.months import Month, month_named, month_of

DAYS = st.dates(date(1950, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "first"),
    [("2026-12", date(2026, 12, 1)), ("1950-01", date(1950, 1, 1)), ("2199-12", date(2199, 12, 1))],
)
def test_a_month_is_named_by_year_and_number(text, first):
    assert month_named(text) == Month(first)
    assert str(month_named(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "2026-13",
        "2026-00",
        "2026-1",
        "1949-12",
        "2200-01",
        "0000-01",
        "２０２６-12",
        "2026-12\n",
        "x",
        "2026-12-01",
    ],
)
def test_anything_else_is_no_month(text):
    assert month_named(text) is None


@given(day=DAYS)
def test_the_weeks_of_a_month_are_whole_and_have_each_of_its_days_once(day):
    month = month_of(day)
    days = [one for week in month.weeks for one in week]
    assert days == [days[0] + timedelta(days=number) for number in range(len(days))]
    assert days[0].weekday() == 0
    assert len(days) % 7 == 0
    assert [one for one in days if one.month == day.month] == [
        date.fromordinal(number) for number in range(month.first.toordinal(), month.last.toordinal() + 1)
    ]


@given(day=DAYS)
def test_before_and_after_lead_back(day):
    month = month_of(day)
    assert month.before is None or month.before.after == month
    assert month.after is None or month.after.before == month


def test_nothing_comes_before_the_first_and_after_the_last():
    assert (month_named("1950-01").before, month_named("2199-12").after) == (None, None)
