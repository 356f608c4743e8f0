"""Money text, times as exact as their source, yearly equivalents, and when a figure is old."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salaries import pay

AMOUNTS = st.decimals(min_value="0.01", max_value="9999999999.99", places=2)
PERIODS = st.sampled_from(sorted(pay.PER_YEAR))


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("102320", "USD", "$102,320"),
        ("102320.00", "USD", "$102,320"),
        ("69241", "USD", "$69,241"),
        ("68750", "GBP", "£68,750"),
        ("57700", "EUR", "€57,700"),
        ("144000", "AUD", "AUD 144,000"),
        ("45.67", "CAD", "CAD 45.67"),
        ("45.6", "USD", "$45.60"),
        ("0.01", "USD", "$0.01"),
        ("0", "USD", "$0"),
        ("999.995", "USD", "$1,000"),
        ("999.994", "USD", "$999.99"),
        ("0.005", "USD", "$0.01"),
        ("1E+3", "USD", "$1,000"),
        ("9999999999.99", "USD", "$9,999,999,999.99"),
    ],
)
def test_money_has_a_sign_thousands_and_cents_only_where_there_are_any(amount, currency, text):
    assert pay.money(Decimal(amount), currency) == text


@given(AMOUNTS, st.sampled_from(["USD", "GBP", "EUR", "AUD", "CAD"]))
def test_money_reads_back_as_the_amount_it_was_made_of(amount, currency):
    text = pay.money(amount, currency).lstrip("$£€").removeprefix(f"{currency} ")
    assert Decimal(text.replace(",", "")) == amount


@pytest.mark.parametrize(
    ("as_of", "text"),
    [
        ("2024", "2024"),
        ("2024-05", "May 2024"),
        ("2024-12", "Dec 2024"),
        ("2024-01-06", "Jan 6, 2024"),
        ("2024-06-30", "June 30, 2024"),
        ("2024-09", "Sept 2024"),
    ],
)
def test_a_time_is_as_exact_as_its_source(as_of, text):
    assert pay.as_of_text(as_of) == text


@pytest.mark.parametrize(
    ("amount", "period", "equivalent"),
    [
        ("95000", "year", "95000"),
        ("8000", "month", "96000"),
        ("500", "day", "130000"),
        ("45.67", "hour", "94993.60"),
        ("0.01", "hour", "20.80"),
    ],
)
def test_the_yearly_equivalent_follows_its_rule(amount, period, equivalent):
    assert pay.yearly(Decimal(amount), period) == Decimal(equivalent)
    assert pay.in_period(Decimal(amount), period, "year") == Decimal(equivalent)


def test_a_period_nobody_has_a_rule_for_is_refused():
    with pytest.raises(KeyError):
        pay.yearly(Decimal(1), "week")


def test_every_conversion_says_its_rule_and_the_rule_is_what_is_counted():
    assert pay.PER_YEAR == {"year": 1, "month": 12, "day": 52 * 5, "hour": 52 * 40}
    assert pay.RULES == {
        "month": "12 months",
        "day": "52 weeks of 5 days, 260 days a year",
        "hour": "52 weeks of 40 hours, 2,080 hours a year",
    }


@given(AMOUNTS, PERIODS, PERIODS)
def test_there_and_back_is_the_same_amount(amount, period, other):
    there = pay.in_period(amount, period, other)
    back = pay.in_period(there, other, period)
    assert isinstance(there, Decimal)
    assert back.quantize(Decimal("0.0000000001")) == amount


@given(AMOUNTS, AMOUNTS, PERIODS, PERIODS)
def test_conversion_keeps_the_order_of_amounts(one, two, period, other):
    low, high = sorted([one, two])
    assert pay.in_period(low, period, other) <= pay.in_period(high, period, other)


@pytest.mark.parametrize(
    ("amount", "rounded"), [("94993.60", "94994"), ("0.5", "1"), ("1.5", "2"), ("2.5", "3"), ("2.49", "2")]
)
def test_what_we_work_out_is_rounded_to_whole_units_halves_up(amount, rounded):
    assert pay.whole(Decimal(amount)) == Decimal(rounded)


FAR = date(2099, 1, 1)


@pytest.mark.parametrize(
    ("as_of", "last_day"),
    [
        ("2024", date(2026, 12, 31)),
        ("2024-05", date(2026, 5, 31)),
        ("2024-02", date(2026, 2, 28)),
        ("2024-12", date(2026, 12, 31)),
        ("2024-05-15", date(2026, 5, 15)),
        ("2024-02-29", date(2026, 2, 28)),
        ("2024-12-31", date(2026, 12, 31)),
    ],
)
def test_pay_is_old_from_the_day_after_two_years_from_the_end_of_its_time(as_of, last_day):
    days = (last_day - timedelta(days=1), last_day, last_day + timedelta(days=1))
    assert [pay.age(as_of, FAR, day).old for day in days] == [False, False, True]


def test_a_review_is_overdue_from_the_day_after_its_day():
    due = date(2027, 11, 23)
    days = (due - timedelta(days=1), due, due + timedelta(days=1))
    assert [pay.age("2099", due, day).overdue for day in days] == [False, False, True]


def test_old_and_overdue_are_two_things():
    days = [date(2026, 1, 1), date(2027, 1, 1)]
    found = {pay.age("2024", review_by, today) for review_by, today in product(days, days)}
    assert found == {pay.Age(False, False), pay.Age(True, True), pay.Age(True, False)}


@pytest.mark.parametrize(
    ("percentiles", "found"),
    [
        ([], None),
        ([(50, 100)], None),
        ([(10, 1), (25, 2), (50, 3), (75, 4), (90, 5)], None),
        ([(10, 5), (25, 5), (50, 5)], None),
        ([(25, 2), (50, 1)], (25, 50)),
        ([(50, 1), (25, 2)], (25, 50)),
        ([(10, 1), (90, 3), (50, 4), (75, 4)], (75, 90)),
    ],
)
def test_the_first_percentiles_that_run_backwards_are_named(percentiles, found):
    assert pay.running_backwards((number, Decimal(amount)) for number, amount in percentiles) == found
