"""Renewal cycles: by hand, and on any dates."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.catalog.months import DAY, Span, add_years
from evidence.catalog.renewal import FOR_GOOD, LATER, OVER, SOON, cycle, reached, until_in_words, urgency

D = date.fromisoformat


@pytest.mark.parametrize(
    ("case", "day", "earned", "expires", "years", "first", "last"),
    [
        ("rolls: the first day", "2024-06-15", "2024-06-15", None, 3, "2024-06-15", "2027-06-14"),
        ("rolls: the last day of the first", "2027-06-14", "2024-06-15", None, 3, "2024-06-15", "2027-06-14"),
        ("rolls: the first day of the second", "2027-06-15", "2024-06-15", None, 3, "2027-06-15", "2030-06-14"),
        ("rolls: years later", "2026-11-25", "2015-01-01", None, 3, "2024-01-01", "2026-12-31"),
        ("rolls: before it was earned", "2020-01-01", "2024-06-15", None, 3, "2024-06-15", "2027-06-14"),
        ("rolls: one year", "2026-11-25", "2024-12-01", None, 1, "2025-12-01", "2026-11-30"),
        ("leap day: a PMP of 2020", "2022-01-01", "2020-02-29", None, 3, "2020-02-29", "2023-02-28"),
        ("leap day: the first", "2024-02-29", "2024-02-29", None, 3, "2024-02-29", "2027-02-28"),
        ("leap day: its last day", "2027-02-28", "2024-02-29", None, 3, "2024-02-29", "2027-02-28"),
        ("leap day: the second begins in March", "2027-03-01", "2024-02-29", None, 3, "2027-03-01", "2030-02-28"),
        ("leap day: the fourth holds the next", "2036-02-29", "2024-02-29", None, 3, "2036-02-29", "2039-02-28"),
        ("leap day: it ends on one", "2024-02-29", "2021-03-01", None, 3, "2021-03-01", "2024-02-29"),
        ("leap day: earned the day after", "2023-02-28", "2020-03-01", None, 3, "2020-03-01", "2023-02-28"),
        ("leap day: every four years on the 29th", "2028-02-29", "2024-02-29", None, 4, "2028-02-29", "2032-02-28"),
        ("leap day: the day before", "2028-02-28", "2024-02-29", None, 4, "2024-02-29", "2028-02-28"),
        ("anchored", "2026-11-25", "2018-06-15", "2027-06-14", 3, "2024-06-15", "2027-06-14"),
        ("anchored: the first", "2026-11-25", "2024-06-15", "2027-06-14", 3, "2024-06-15", "2027-06-14"),
        ("anchored: the issuer rounds up", "2026-11-25", "2024-06-15", "2027-06-30", 3, "2024-06-15", "2027-06-30"),
        ("anchored: the issuer rounds down", "2026-11-25", "2024-06-15", "2027-05-31", 3, "2024-06-15", "2027-05-31"),
        ("anchored: renewed early", "2026-11-25", "2024-06-15", "2030-06-14", 3, "2027-06-15", "2030-06-14"),
        ("anchored: renewed, rounded", "2026-11-25", "2024-06-15", "2030-05-31", 3, "2027-06-01", "2030-05-31"),
        ("anchored: expired", "2028-01-01", "2024-06-15", "2027-06-14", 3, "2024-06-15", "2027-06-14"),
        ("anchored: a leap day", "2026-11-25", "2010-01-01", "2028-02-29", 3, "2025-03-01", "2028-02-29"),
        ("anchored: expires at once", "2026-11-25", "2024-06-15", "2024-06-15", 3, "2024-06-15", "2024-06-15"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_cycle(case, day, earned, expires, years, first, last):
    found = cycle(D(day), earned_on=D(earned), expires_on=D(expires) if expires else None, years=years)
    assert found == Span(D(first), D(last))


def test_only_units_of_the_cycle_count():
    units = [
        (D("2024-06-14"), Decimal("7")),
        (D("2024-06-15"), Decimal("10")),
        (D("2026-01-01"), Decimal("2.25")),
        (D("2027-06-14"), Decimal("0.5")),
        (D("2027-06-15"), Decimal("4")),
    ]
    found = reached(
        D("2026-11-25"), earned_on=D("2018-06-15"), expires_on=D("2027-06-14"), years=3, needed=60, units=units
    )
    assert (found.earned, found.before, found.after) == (Decimal("12.75"), Decimal(7), Decimal(4))
    assert (found.needed, found.missing) == (Decimal(60), Decimal("47.25"))


def test_more_than_needed_leaves_nothing_missing():
    found = reached(
        D("2026-11-25"), earned_on=D("2026-01-01"), expires_on=None, years=3, needed=60, units=[(D("2026-02-01"), 61)]
    )
    assert (found.earned, found.missing) == (61, 0)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (None, FOR_GOOD),
        ("2026-11-24", OVER),
        ("2026-11-25", SOON),
        ("2027-05-24", SOON),
        ("2027-05-25", LATER),
    ],
)
def test_urgency_changes_on_the_day(last, expected):
    assert urgency(D("2026-11-25"), D(last) if last else None) == expected


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ("2026-11-25", "today"),
        ("2026-11-26", "in 1 day"),
        ("2026-12-25", "in 30 days"),
        ("2026-11-24", "1 day ago"),
        ("2023-11-25", "1,096 days ago"),
    ],
)
def test_until_in_words(last, words):
    assert until_in_words(D("2026-11-25"), D(last)) == words


days = st.dates(date(1950, 1, 1), date(2100, 1, 1))


@given(earned_on=days, later=st.integers(0, 30_000), years=st.integers(1, 10))
def test_rolling_cycles_hold_the_day_and_follow_each_other(earned_on, later, years):
    day = earned_on + timedelta(days=later)
    found = cycle(day, earned_on=earned_on, expires_on=None, years=years)
    assert found.first <= day <= found.last
    assert add_years(found.first, years) - found.last <= timedelta(days=2)
    assert cycle(found.last + DAY, earned_on=earned_on, expires_on=None, years=years).first == found.last + DAY


end_of_february = st.builds(lambda year, day: date(year, 2, 27) + day * DAY, st.integers(1950, 2100), st.integers(0, 3))


@given(
    earned_on=days | end_of_february | st.sampled_from([date(2020, 2, 29), date(2096, 2, 29)]),
    later=st.integers(0, 80),
    off=st.integers(-3, 3),
    years=st.integers(1, 10),
)
def test_a_rolling_cycle_ends_before_the_same_day_of_a_later_year(earned_on, later, off, years):
    day = max(add_years(earned_on, later) + off * DAY, earned_on)
    number = 0
    # Written as year, month and day, the same day is there in every year, and 29 February comes before 1 March.
    while (earned_on.year + (number + 1) * years, earned_on.month, earned_on.day) <= (day.year, day.month, day.day):
        number += 1
    found = cycle(day, earned_on=earned_on, expires_on=None, years=years)
    first, following = (
        (earned_on.year + times * years, earned_on.month, earned_on.day) for times in (number, number + 1)
    )
    assert found.last.timetuple()[:3] < following <= (found.last + DAY).timetuple()[:3]
    assert (found.first - DAY).timetuple()[:3] < first <= found.first.timetuple()[:3]


@given(earned_on=days, valid=st.integers(0, 10_000), day=days, years=st.integers(1, 10))
def test_an_anchored_cycle_ends_with_the_validity_and_never_begins_before_it_was_earned(earned_on, valid, day, years):
    expires_on = earned_on + timedelta(days=valid)
    found = cycle(day, earned_on=earned_on, expires_on=expires_on, years=years)
    assert found.last == expires_on
    assert earned_on <= found.first <= found.last
