"""What changed from one state of an offer to the next."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.offers.changing import Change, changes, revisions
from applications.offers.terms import Terms

FIRST = Terms("USD", Decimal(112_000))


def terms(**fields):
    return Terms(**({"currency": "USD", "base": Decimal(112_000)} | fields))


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ({}, {"base": Decimal(118_000)}, ("Base pay", "$112,000 a year", "$118,000 a year", "$6,000 more")),
        ({}, {"base": Decimal("111999.50")}, ("Base pay", "$112,000 a year", "$111,999.50 a year", "$0.50 less")),
        # Neither a period nor a currency is turned into the other.
        ({}, {"base": Decimal(55), "period": "hour"}, ("Base pay", "$112,000 a year", "$55 an hour", "")),
        ({}, {"base": Decimal(90_000), "currency": "GBP"}, ("Base pay", "$112,000 a year", "£90,000 a year", "")),
        ({}, {"bonus": Decimal(8000)}, ("Bonus", "not said", "$8,000 a year", "")),
        ({"bonus": Decimal(8000)}, {"bonus": Decimal(0)}, ("Bonus", "$8,000 a year", "$0 a year", "$8,000 less")),
        ({"bonus": Decimal(0)}, {}, ("Bonus", "$0 a year", "not said", "")),
        ({}, {"equity": (Decimal(500),)}, ("Equity in year 1", "not said", "$500", "")),
        (
            {"equity": (Decimal(500), Decimal(500))},
            {"equity": (Decimal(500), Decimal(700))},
            ("Equity in year 2", "$500", "$700", "$200 more"),
        ),
        ({"equity": (Decimal(0), Decimal(5))}, {"equity": (Decimal(0),)}, ("Equity in year 2", "$5", "not said", "")),
        ({}, {"days_off": 1}, ("Paid days off", "not said", "1 day a year", "")),
        ({"days_off": 20}, {"days_off": 23}, ("Paid days off", "20 days a year", "23 days a year", "3 more")),
        ({"days_off": 20}, {"days_off": 0}, ("Paid days off", "20 days a year", "0 days a year", "20 fewer")),
        ({"benefits": "A"}, {"benefits": "A, B"}, ("Benefits", "A", "A, B", "")),
        ({}, {"answer_by": date(2026, 12, 7)}, ("Answer by", "not said", "Dec 7, 2026", "")),
    ],
)
def test_one_thing_that_changed_is_told_with_how_much(before, after, change):
    assert changes(terms(**before), terms(**after)) == (Change(*change),)


def test_what_changed_stands_in_the_order_in_which_an_offer_is_read():
    after = Terms("USD", Decimal(1), "day", Decimal(2), (Decimal(3), Decimal(4)), "B", 5, date(2026, 12, 7))
    assert [one.what for one in changes(FIRST, after)] == [
        *("Base pay", "Bonus", "Equity in year 1", "Equity in year 2", "Paid days off", "Benefits", "Answer by"),
    ]


def test_each_state_is_set_against_the_one_before_it():
    states = [terms(), terms(days_off=20), terms(days_off=20), terms()]
    assert [[one.what for one in told] for told in revisions(states)] == [
        *([], ["Paid days off"], [], ["Paid days off"]),
    ]
    assert revisions([]) == []


MONEY = st.decimals("0.01", "999999999999.99", places=2)
TERMS = st.builds(
    Terms,
    currency=st.sampled_from(["USD", "GBP", "CHF"]),
    base=MONEY,
    period=st.sampled_from(["hour", "day", "month", "year"]),
    bonus=st.none() | MONEY,
    equity=st.lists(MONEY, max_size=6).map(tuple),
    benefits=st.text(max_size=5),
    days_off=st.none() | st.integers(0, 366),
    answer_by=st.none() | st.dates(),
)


@given(TERMS, TERMS)
def test_nothing_changes_into_itself_and_back_it_is_told_the_other_way_round(one, other):
    assert changes(one, one) == ()
    there, back = changes(one, other), changes(other, one)
    assert [(change.what, change.after, change.before) for change in back] == [
        (change.what, change.before, change.after) for change in there
    ]


def test_pay_stands_in_no_representation():
    assert "112" not in repr(FIRST)
