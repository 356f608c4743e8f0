"""Offers side by side, by the year, without a score."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.offers.comparing import sides, table
from applications.offers.terms import Terms
from tests.applications.offers.test_changing import TERMS

YEARLY = Terms("USD", Decimal(118_000), "year", Decimal(10_000), (Decimal(10_000), Decimal(0), Decimal(5000)))
HOURLY = Terms("EUR", Decimal("58.50"), "hour")


def rows(*offers, **along):
    """The table as texts: each row by its name, the notes in brackets."""
    return {
        line.name: [f"{cell.text} [{cell.note}]" if cell.note else cell.text for cell in line.cells]
        for line in table(sides(offers, **along))
    }


def test_everything_said_stands_in_a_row_of_its_own():
    other = Terms("USD", Decimal(9500), "month", benefits="Pension", days_off=25, answer_by=date(2026, 12, 7))
    assert rows(YEARLY, other) == {
        "Base pay, as offered": ["$118,000 a year", "$9,500 a month"],
        "Base a year": ["$118,000", "$114,000 [at 12 months]"],
        "Bonus a year": ["$10,000", "not said"],
        "Equity in year 1": ["$10,000", "not said"],
        "Equity in year 2": ["$0", "not said"],
        "Equity in year 3": ["$5,000", "not said"],
        "Equity over four years": ["$15,000", "not said"],
        "Four years together": ["$527,000", "$456,000 [without bonus and equity, which they did not say]"],
        "Paid days off": ["not said", "25 days a year"],
        "Benefits": ["not said", "Pension"],
        "They want an answer by": ["not said", "Dec 7, 2026"],
    }


@pytest.mark.parametrize(
    ("base", "period", "yearly"),
    [
        ("120000.50", "year", "$120,000.50"),
        ("10000", "month", "$120,000 [at 12 months]"),
        ("450", "day", "$117,000 [at 52 weeks of 5 days, 260 days a year]"),
        ("58.50", "hour", "$121,680 [at 52 weeks of 40 hours, 2,080 hours a year]"),
        # What was worked out has no cents.
        ("57.6925", "hour", "$120,000 [at 52 weeks of 40 hours, 2,080 hours a year]"),
    ],
)
def test_a_base_is_made_yearly_by_the_stated_rule_alone(base, period, yearly):
    assert rows(Terms("USD", Decimal(base), period))["Base a year"] == [yearly]


@pytest.mark.parametrize(
    ("fields", "four_years"),
    [
        ({}, "$400,000 [without bonus and equity, which they did not say]"),
        ({"bonus": Decimal(0), "equity": (Decimal(0),)}, "$400,000"),
        ({"bonus": Decimal("100.50")}, "$400,402 [without equity, which they did not say]"),
        ({"equity": (Decimal(1), Decimal(2))}, "$400,003 [without bonus, which they did not say]"),
        # Six years are shown, and four of them counted.
        ({"bonus": Decimal(0), "equity": (Decimal(1),) * 6}, "$400,004"),
    ],
)
def test_four_years_are_what_was_said_and_name_what_was_not(fields, four_years):
    terms = Terms("USD", Decimal(100_000), **fields)
    assert rows(terms)["Four years together"] == [four_years]


def test_each_stays_in_its_own_currency_without_a_rate():
    told = rows(YEARLY, HOURLY, into="USD")
    assert told["Base a year"] == ["$118,000", "€121,680 [at 52 weeks of 40 hours, 2,080 hours a year]"]
    assert rows(YEARLY, HOURLY, into="USD", rates={"GBP": Decimal(2)}) == told


def test_a_rate_turns_all_money_but_what_was_offered():
    told = rows(HOURLY, YEARLY, into="EUR", rates={"USD": Decimal("0.9255")})
    assert told["Base pay, as offered"] == ["€58.50 an hour", "$118,000 a year"]
    assert told["Base a year"][1] == "€109,209"
    assert told["Bonus a year"][1] == "€9,255"
    assert [told[f"Equity in year {year}"][1] for year in (1, 2, 3)] == ["€9,255", "€0", "€4,628"]
    assert told["Equity over four years"][1] == "€13,883"
    # Of the sums themselves, not of rounded parts.
    assert told["Four years together"][1] == "€487,739"


def test_only_those_with_a_rate_are_turned():
    pounds = Terms("GBP", Decimal(90_000))
    compared = sides([YEARLY, HOURLY, pounds], into="USD", rates={"GBP": Decimal("1.27")})
    assert [(side.currency, side.rate) for side in compared] == [
        *(("USD", None), ("EUR", None), ("USD", Decimal("1.27"))),
    ]


@pytest.mark.parametrize("rate", ["0", "-1"])
def test_a_rate_that_is_not_positive_is_refused(rate):
    with pytest.raises(ValueError, match="more than nothing"):
        sides([HOURLY], into="USD", rates={"EUR": Decimal(rate)})


def test_nothing_chosen_has_no_sides():
    assert sides([]) == []


@given(st.lists(TERMS, min_size=1, max_size=4), st.sampled_from(["", "USD", "CHF"]), st.decimals("0.01", 99, places=2))
def test_every_row_has_a_cell_for_each_in_their_order(offers, into, rate):
    compared = sides(offers, into=into, rates={"GBP": rate})
    lines = table(compared)
    assert [side.terms for side in compared] == offers
    assert {len(line.cells) for line in lines} == {len(offers)}
    # An oracle in plain words: twelve months of base and bonus a year, four years, and the equity of those.
    per_year = {"hour": 2080, "day": 260, "month": 12, "year": 1}
    for side in compared:
        terms = side.terms
        times = rate if terms.currency == "GBP" and into else 1
        years = [
            (terms.base * per_year[terms.period] + (terms.bonus or 0) + (terms.equity[year : year + 1] or (0,))[0])
            for year in range(4)
        ]
        assert abs(side.four_years - sum(years) * times) < Decimal("0.01")
