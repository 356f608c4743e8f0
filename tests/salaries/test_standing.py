"""What is said of an amount among the few percentiles that are published."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salaries.standing import against, among, in_place, share, who

TEXAS = {10: Decimal(57460), 25: Decimal(74810), 50: Decimal(98440), 75: Decimal(129370), 90: Decimal(162780)}


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (92_000, "7% below the median"),
        (98_440, "at the median"),
        (98_441, "just above the median"),
        (98_000, "just below the median"),
        (97_900, "1% below the median"),
        (196_880, "100% above the median"),
    ],
)
def test_an_amount_against_a_median(amount, words):
    assert against(Decimal(amount), TEXAS[50], "the median") == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (50_000, "below the 10th percentile"),
        (57_460, "at the 10th percentile"),
        (57_461, "about the 11th percentile"),
        (92_000, "about the 43rd percentile"),
        (98_439, "about the 49th percentile"),
        (98_440, "at the median"),
        (162_779, "about the 89th percentile"),
        (162_781, "above the 90th percentile"),
    ],
)
def test_an_amount_among_percentiles(amount, words):
    assert among(Decimal(amount), TEXAS) == words


def test_with_a_median_alone_only_that_is_said():
    assert among(Decimal(5), {50: Decimal(7)}) == "below the median"
    assert among(Decimal(5), {}) == ""


def test_two_percentiles_of_one_amount_are_said_together():
    denver = {50: Decimal(160_520), 75: Decimal(160_520), 90: Decimal(166_670)}
    assert among(Decimal(160_520), denver) == "at the 50th to 75th percentile"


@given(st.decimals(1, 10**7, places=2), st.decimals(1, 10**7, places=2))
def test_a_share_is_off_by_at_most_half_a_percent(amount, other):
    assert abs(other * (100 + share(amount, other)) / 100 - amount) <= other / 200


@pytest.mark.parametrize(
    ("name", "area", "words"),
    [
        ("Texas", False, "Texas"),
        ("United States", False, "the United States"),
        ("District of Columbia", False, "the District of Columbia"),
        ("Dallas-Fort Worth", True, "the Dallas-Fort Worth area"),
        ("New York City metro", True, "the New York City metro"),
        ("North Georgia nonmetropolitan area", True, "the North Georgia nonmetropolitan area"),
        ("Long Island", False, "Long Island"),
    ],
)
def test_a_place_after_in(name, area, words):
    assert in_place(name, area=area) == words


def test_a_role_inside_a_sentence():
    assert who("Project management specialists") == "project management specialists"
    assert who("Technical project manager", one=True) == "a technical project manager"
    assert who("IT project manager", one=True) == "an IT project manager"
