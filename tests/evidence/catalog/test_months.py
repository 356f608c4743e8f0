"""Calendar months in a rolling window, against a day-by-day count that is too simple to be wrong."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.catalog.months import (
    Calendar,
    Count,
    Drop,
    DropRun,
    Outlook,
    Span,
    add_months,
    add_years,
    drop_runs,
    drops,
    last_day,
    last_of,
    merged,
    month_of,
    outlook,
    window,
)

DAY = timedelta(days=1)
DAYS = st.dates(date(2015, 1, 1), date(2022, 12, 31))
SPANS = st.lists(
    st.builds(lambda first, length: Span(first, first + length * DAY), DAYS, st.integers(0, 500)), max_size=6
)
slowly = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


def every_day(span):
    day = span.first
    while day <= span.last:
        yield day
        day += DAY


def brute(spans, within):
    """Both counts, day by day."""
    worked = {day for span in spans for day in every_day(span) if within.first <= day <= within.last}
    touched = {month_of(day) for day in worked}
    whole = {
        month
        for month in touched
        if all(day in worked for day in every_day(Span(date(month // 12, month % 12 + 1, 1), last_day(month))))
    }
    return Count(len(touched), len(whole))


@slowly
@given(spans=SPANS, as_of=st.dates(date(2014, 1, 1), date(2030, 12, 31)), years=st.none() | st.integers(1, 8))
def test_a_count_is_what_a_count_by_days_is(spans, as_of, years):
    within = window(as_of, years)
    assert Calendar(spans).count(within) == brute(spans, within)


@slowly
@given(spans=SPANS, as_of=st.dates(date(2014, 1, 1), date(2030, 12, 31)), years=st.none() | st.integers(1, 8))
def test_the_months_of_a_count_are_as_many(spans, as_of, years):
    calendar, within = Calendar(spans), window(as_of, years)
    months = list(calendar.months(within))
    assert calendar.count(within) == Count(len(months), sum(whole for _, whole in months))
    assert [month for month, _ in months] == sorted({month for month, _ in months})


@slowly
@given(spans=SPANS)
def test_merged_spans_hold_the_same_days_apart_from_each_other(spans):
    together = merged(spans)
    assert {day for span in together for day in every_day(span)} == {day for span in spans for day in every_day(span)}
    assert all(later.first > earlier.last + DAY for earlier, later in pairwise(together))


def outlook_by_days(spans, *, needed, years, as_of, strict):
    """Day by day for ten years: the first day with enough, and the first after it with too few."""
    calendar = Calendar(spans)

    def counted(day):
        count = calendar.count(window(day, years))
        return count.strict if strict else count.generous

    day, until, reached = as_of, add_years(as_of, 10), None
    while day <= until:
        enough = counted(day) >= needed
        if reached is None and enough:
            reached = day
        elif reached is not None and not enough:
            return Outlook(counted(as_of), reached, day, counted(day))
        day += DAY
    return Outlook(counted(as_of), reached)


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(
    spans=SPANS,
    needed=st.integers(1, 30),
    years=st.none() | st.integers(1, 5),
    as_of=st.dates(date(2016, 1, 1), date(2022, 12, 31)),
    strict=st.booleans(),
    running=st.booleans(),
)
def test_an_outlook_is_what_looking_at_every_day_finds(spans, needed, years, as_of, strict, running):
    if running and spans:
        spans = [*spans, Span(spans[0].first, add_years(as_of, 11))]
    found = outlook(Calendar(spans), needed=needed, within_years=years, as_of=as_of, strict=strict)
    assert found == outlook_by_days(spans, needed=needed, years=years, as_of=as_of, strict=strict)


@slowly
@given(spans=SPANS, as_of=st.dates(date(2016, 1, 1), date(2026, 12, 31)), years=st.integers(1, 5))
def test_a_month_drops_out_on_the_day_that_is_said(spans, as_of, years):
    past = Calendar(Span(span.first, min(span.last, as_of)) for span in spans if span.first <= as_of)
    for drop in drops(past, within_years=years, as_of=as_of):
        month = Span(date(drop.month // 12, drop.month % 12 + 1, 1), last_day(drop.month))
        before, after = window(drop.on - DAY, years), window(drop.on, years)
        assert past.touches(Span(max(month.first, before.first), month.last))
        assert not past.touches(Span(max(month.first, after.first), month.last))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 11, 15), 2, date(2027, 1, 15)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
        (date(2026, 3, 31), 3, date(2026, 6, 30)),
        (date(2026, 3, 10), -3, date(2025, 12, 10)),
    ],
)
def test_months_later(day, months, later):
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        (date(2020, 2, 29), 36, date(2023, 2, 28)),
        (date(2020, 2, 29), 48, date(2024, 2, 28)),
        (date(2021, 3, 1), 36, date(2024, 2, 29)),
        (date(2026, 1, 29), 1, date(2026, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 3, 1), 1, date(2026, 3, 31)),
        (date(2026, 12, 1), 1, date(2026, 12, 31)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
    ],
)
def test_the_last_of_so_many_months(first, months, last):
    assert last_of(first, months) == last


@given(DAYS, st.integers(1, 200))
def test_months_end_before_the_same_day_whether_that_is_there_or_not(first, months):
    month = month_of(first) + months
    same_day = (month // 12, month % 12 + 1, first.day)
    last = last_of(first, months)
    assert last.timetuple()[:3] < same_day <= (last + DAY).timetuple()[:3]


@given(DAYS, st.integers(0, 200), st.integers(0, 200))
def test_months_later_are_counted_from_the_start_and_do_not_drift(day, first, second):
    """One month after another loses the 31st for good, so nothing here goes step by step."""
    later = add_months(day, first + second)
    assert month_of(later) == month_of(day) + first + second
    assert later.day == min(day.day, last_day(month_of(later)).day)
    assert add_years(day, first) == add_months(day, 12 * first)


def test_leap_day_one_and_eight_years_on():
    assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert add_years(date(2024, 2, 29), 8) == date(2032, 2, 29)
    assert window(date(2032, 2, 29), 8) == Span(date(2024, 2, 29), date(2032, 2, 29))
    assert window(date(2032, 2, 29), 3) == Span(date(2029, 2, 28), date(2032, 2, 29))


def test_drops_in_a_row_are_taken_together():
    one, two, four = (Drop(month_of(date(2019, m, 1)), date(2027, m + 1, 1)) for m in (1, 2, 4))
    assert drop_runs([one, two, four]) == [DropRun(one, two, 2), DropRun(four, four, 1)]
    assert drop_runs([]) == []


def test_no_window_no_drops():
    assert (
        drops(Calendar([Span(date(2019, 1, 1), date(2019, 12, 31))]), within_years=None, as_of=date(2026, 1, 1)) == []
    )
