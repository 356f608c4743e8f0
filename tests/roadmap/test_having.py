"""Whether what was recorded speaks for a milestone: all of one way, any one way, in the words of its rows."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.having import FIRST, Have, Line, Rule, coming, judge

TODAY = date(2026, 12, 1)


@dataclass(frozen=True)
class Row:
    name: str
    url: str = "/row/"
    on: date | None = None


@dataclass(frozen=True)
class Count:
    number: int
    text: str = "rows"
    grounds: tuple[Row, ...] = field(default=())


def counting(**numbers):
    return lambda rule: Count(numbers[rule.fact], f"{numbers[rule.fact]} {rule.fact}")


def texts(have):
    return have and [line.text for line in have.lines]


A2, B1 = Rule("a", 2), Rule("b", 1)


@pytest.mark.parametrize(
    ("rules", "numbers", "said"),
    [
        ([], {}, None),
        ([A2], {"a": 1}, None),
        ([A2], {"a": 2}, ["2 a"]),
        ([A2], {"a": 9}, ["9 a"]),
        # All of one way.
        ([A2, B1], {"a": 2, "b": 0}, None),
        ([A2, B1], {"a": 2, "b": 1}, ["2 a", "1 b"]),
        # Any one way, the first that holds.
        ([A2, Rule("b", 1, way=2)], {"a": 0, "b": 1}, ["1 b"]),
        ([Rule("b", 1, way=2), A2], {"a": 2, "b": 1}, ["2 a"]),
        # General ones each alone, and after those of the milestone.
        ([Rule("a", 1, general=True), Rule("b", 1, general=True)], {"a": 0, "b": 1}, ["1 b"]),
        ([Rule("a", 1, general=True), Rule("b", 1, way=3)], {"a": 1, "b": 1}, ["1 b"]),
        # What is to be taken up first says nothing of what is there.
        ([Rule("a", 1, means=FIRST)], {"a": 1}, None),
    ],
)
def test_the_first_way_that_holds(rules, numbers, said):
    assert texts(judge(rules, counting(**numbers))) == said


def test_what_comes_first_is_judged_by_itself():
    rules = [Rule("a", 1, means=FIRST), Rule("b", 1)]
    assert texts(judge(rules, counting(a=1, b=1), means=FIRST)) == ["1 a"]


def test_the_newest_rows_are_named_and_the_rest_is_a_number():
    rows = tuple(Row(name, f"/{name}/") for name in "abcd")
    (line,) = judge([A2], lambda rule: Count(4, "4 rows", rows)).lines
    assert line == Line("4 rows", (("a", "/a/"), ("b", "/b/"), ("c", "/c/")), 1)


def test_a_row_is_named_once():
    (line,) = judge([A2], lambda rule: Count(2, "2 rows", (Row("a"), Row("a")))).lines
    assert (line.rows, line.more) == ((("a", "/row/"),), 0)


def days(*offsets):
    return tuple(Row(f"r{offset}", on=None if offset is None else TODAY + timedelta(offset)) for offset in offsets)


@pytest.mark.parametrize(
    ("number", "grounds", "since"),
    [
        (2, days(-1, -9), -1),
        (3, days(-1, -5, -9), -5),
        # One without a day: nobody knows since when.
        (3, days(-1, None, -9), None),
        # Hours, not rows: with the newest of them.
        (35, days(-2, -9), -2),
        (2, (), None),
    ],
)
def test_since_when_it_was_all_there(number, grounds, since):
    have = judge([A2], lambda rule: Count(number, "rows", grounds))
    assert have.since == (None if since is None else TODAY + timedelta(since))


@pytest.mark.parametrize(
    ("offset", "said"),
    [
        (0, "Acme on Tuesday, December 1, today"),
        (1, "Acme on Wednesday, December 2, tomorrow"),
        (3, "Acme on Friday, December 4, in 3 days"),
    ],
)
def test_what_is_coming_says_who_and_when(offset, said):
    rows = (Row("Later", on=TODAY + timedelta(9)), Row("Acme", on=TODAY + timedelta(offset)))
    have = judge([Rule("dates", 1, means=FIRST)], lambda rule: Count(2, "2 interviews", rows), means=FIRST)
    assert coming(have, today=TODAY) == said


def test_what_has_no_day_is_said_as_it_is():
    assert coming(Have((Line("2 interviews", ()),)), today=TODAY) == "2 interviews"


RULES = st.lists(
    st.builds(Rule, st.sampled_from("abc"), st.integers(1, 3), way=st.integers(1, 3), general=st.booleans()), max_size=6
)


@given(RULES, st.fixed_dictionaries({name: st.integers(0, 3) for name in "abc"}))
def test_something_is_said_exactly_if_one_way_holds(rules, numbers):
    ways = {rule.way for rule in rules if not rule.general}
    held = [all(numbers[r.fact] >= r.at_least for r in rules if not r.general and r.way == way) for way in ways]
    held += [numbers[rule.fact] >= rule.at_least for rule in rules if rule.general]
    assert (judge(rules, counting(**numbers)) is not None) == any(held)
