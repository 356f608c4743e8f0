"""The plan until an interview: never past its day, never more than the minutes, and something of every category."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.dates.days import days_left
from interviews.practice.plan import Candidate, Day, make_plan, practice_days, takes, why

TODAY = date(2026, 11, 23)
THURSDAY = TODAY + timedelta(days=3)
CATEGORIES = (1, 2, 3)


def candidate(key, chance=None, *, category=1, seconds=300, practiced_today=False, fumbled=False):
    return Candidate(key, category, seconds, chance, practiced_today, fumbled)


def planned(candidates, **options):
    defaults = {"today": TODAY, "on": THURSDAY, "categories": (1,), "minutes": 10, "new_percent": 50}
    return make_plan(candidates, **(defaults | options))


def keys(plan):
    return [[pick.key for pick in day.picks] for day in plan.days]


lists = st.lists(
    st.tuples(
        st.sampled_from([*CATEGORIES, 9]),
        st.integers(15, 900).map(takes),
        st.none() | st.floats(0, 1),
        st.booleans(),
        st.booleans(),
    ),
    max_size=30,
).map(
    lambda rows: [
        Candidate(key, category, seconds, chance, chance is not None and today, chance is not None and fumbled)
        for key, (category, seconds, chance, today, fumbled) in enumerate(rows)
    ]
)
options = st.fixed_dictionaries(
    {
        "on": st.integers(-2, 12).map(lambda days: TODAY + timedelta(days=days)),
        "minutes": st.integers(5, 240),
        "new_percent": st.integers(0, 100),
        "spent": st.integers(0, 20_000),
        "categories": st.just(CATEGORIES),
    }
)


@given(lists, options)
def test_no_day_is_past_the_interview_none_holds_too_much_and_nothing_comes_twice(candidates, options):
    plan = planned(candidates, **options)
    days = [day.day for day in plan.days]
    assert days == practice_days(TODAY, options["on"])
    assert all(TODAY <= day <= options["on"] for day in days)
    for day in plan.days:
        spent = options["spent"] if day.day == TODAY else 0
        assert not day.picks or day.seconds + spent <= options["minutes"] * 60
    picks = [pick for day in plan.days for pick in day.picks]
    assert len({pick.key for pick in picks}) == len(picks)
    assert {pick.category for pick in picks} <= set(CATEGORIES)
    assert not any(pick.practiced_today for day in plan.days if day.day == TODAY for pick in day.picks)


@given(lists, options)
def test_every_category_is_covered_or_named(candidates, options):
    plan = planned(candidates, **options)
    covered = {pick.category for day in plan.days for pick in day.picks}
    covered |= {one.category for one in candidates if one.practiced_today} & set(CATEGORIES)
    assert (covered | set(plan.uncovered), covered & set(plan.uncovered)) == (set(CATEGORIES), set())


@given(lists, options)
def test_every_category_is_covered_if_the_shortest_of_each_fit_into_one_day(candidates, options):
    plan = planned(candidates, **(options | {"spent": 0}))
    done = {one.category for one in candidates if one.practiced_today}
    shortest = {
        category: min((one.seconds for one in candidates if one.category == category), default=None)
        for category in CATEGORIES
        if category not in done
    }
    there = [seconds for seconds in shortest.values() if seconds is not None]
    if plan.days and sum(there) <= options["minutes"] * 60:
        assert set(plan.uncovered) == {category for category, seconds in shortest.items() if seconds is None}


def test_the_weakest_come_first_and_what_goes_well_is_left_out():
    plan = planned([candidate("a", 0.8), candidate("b", 0.95), candidate("c", 0.2), candidate("d", 0.5)])
    assert keys(plan) == [["c", "d"], ["a"], []]


def test_what_was_fumbled_last_comes_before_all_that_is_known_and_is_never_left_out():
    plan = planned([candidate("a", 0.2), candidate("b", 0.99, fumbled=True), candidate("c", 0.95)])
    assert keys(plan) == [["b", "a"], [], []]


def test_what_goes_well_is_planned_where_its_category_has_nothing_else():
    plan = planned([candidate("a", 0.99), candidate("b", 0.95), candidate("c", 0.2, category=2)], categories=(1, 2))
    assert keys(plan) == [["b", "c"], [], []]


def test_one_of_each_category_comes_before_the_second_of_any():
    weak = [candidate(f"weak {number}", 0.1 + number / 100) for number in range(6)]
    plan = planned([*weak, candidate("other", 0.85, category=2)], categories=(1, 2))
    assert keys(plan)[0] == ["weak 0", "other"]


def test_short_questions_cover_what_long_ones_cannot():
    rows = [candidate("long", 0.1, seconds=600), candidate("short", 0.8), candidate("other", 0.8, category=2)]
    plan = planned(rows, categories=(1, 2), on=TODAY)
    assert (keys(plan), plan.uncovered) == ([["short", "other"]], ())


@pytest.mark.parametrize(
    ("percent", "order"),
    [
        (0, ["k0", "k1", "k2", "k3", "n0", "n1", "n2", "n3"]),
        (50, ["k0", "n0", "k1", "n1", "k2", "n2", "k3", "n3"]),
        (25, ["k0", "k1", "k2", "n0", "k3", "n1", "n2", "n3"]),
        (100, ["n0", "n1", "n2", "n3", "k0", "k1", "k2", "k3"]),
    ],
)
def test_the_share_of_new_ones_is_the_rounds_own(percent, order):
    rows = [candidate(f"{kind}{number}", chance) for number in range(4) for kind, chance in (("n", None), ("k", 0.5))]
    plan = planned(rows, new_percent=percent, minutes=60)
    assert keys(plan)[0] == order


def test_what_was_practiced_today_waits_and_its_minutes_are_gone():
    rows = [candidate("done", 0.3, practiced_today=True), candidate("a", 0.5), candidate("b", 0.6)]
    assert keys(planned(rows, spent=300)) == [["a"], ["done", "b"], []]
    assert keys(planned(rows, spent=900)) == [[], ["done", "a"], ["b"]]


@pytest.mark.parametrize(
    ("days", "number"),
    [(-1, 0), (0, 1), (1, 1), (3, 3)],
    ids=["over", "today", "tomorrow", "Thursday"],
)
def test_the_day_itself_is_for_practice_only_when_it_has_come(days, number):
    found = practice_days(TODAY, TODAY + timedelta(days=days))
    assert found == [TODAY + timedelta(days=place) for place in range(number)]


def test_what_cannot_be_covered_is_named():
    plan = planned([candidate("a", seconds=1200), candidate("c", category=3)], categories=(1, 2, 3))
    assert (keys(plan), plan.uncovered) == ([["c"], [], []], (1, 2))


def test_words():
    assert takes(120) == 300
    assert Day(TODAY, (candidate("a"), candidate("b"))).seconds == 600
    assert [why(candidate("a", chance)) for chance in (None, 0.79, 0.8, 0.9)] == [
        "never practiced",
        "likely to be shaky by then",
        "could be shaky by then",
        "likely to go well by then, for variety",
    ]
    assert [why(candidate("a", chance, fumbled=True)) for chance in (0.79, 0.8, 0.99)] == [
        "likely to be shaky by then",
        *["fumbled when last practiced"] * 2,
    ]
    assert [days_left(TODAY, TODAY + timedelta(days=number)) for number in (0, 1, 3, -1, -4)] == [
        "today",
        "tomorrow",
        "in 3 days",
        "yesterday",
        "4 days ago",
    ]
