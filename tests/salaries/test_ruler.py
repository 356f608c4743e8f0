"""The money axis and the shapes on it: every figure inside, ticks round and rising, nothing drawn that is not there."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salaries.ruler import Axis, Bar, Shapes, axis_for, bar, lanes, shapes

AMOUNTS = st.decimals(min_value="0.01", max_value="9999999999.99", places=2)
ROUND = {Decimal(digits) for digits in ("1", "2", "2.5", "5")}


def axis(*amounts):
    return axis_for(Decimal(amount) for amount in amounts)


@pytest.mark.parametrize(
    ("amounts", "ticks"),
    [
        (("59320", "167840"), (50_000, 100_000, 150_000, 200_000)),
        (("50000", "150000"), (50_000, 75_000, 100_000, 125_000, 150_000)),
        (("0.01", "100"), (0, 25, 50, 75, 100)),
        (("39.19", "74.47"), (30, 40, 50, 60, 70, 80)),
        # one figure alone, also many times over, stands near the middle
        (("100000",), (60_000, 80_000, 100_000, 120_000, 140_000)),
        (("100000", "100000.00"), (60_000, 80_000, 100_000, 120_000, 140_000)),
        (("0.01",), ("0.006", "0.008", "0.01", "0.012", "0.014")),
        # nothing and next to nothing
        (("0",), (0, "0.25", "0.5", "0.75", 1)),
        (("0", "0.01"), (0, "0.0025", "0.005", "0.0075", "0.01")),
        (("99999.99", "100000"), ("99999.99", "99999.9925", "99999.995", "99999.9975", 100_000)),
        (("1", "9999999999.99"), (0, 2_500_000_000, 5_000_000_000, 7_500_000_000, 10_000_000_000)),
    ],
)
def test_an_axis_runs_from_one_round_figure_to_another(amounts, ticks):
    ticks = tuple(Decimal(tick) for tick in ticks)
    assert axis(*amounts) == Axis(low=ticks[0], high=ticks[-1], ticks=ticks)


def test_an_axis_needs_an_amount():
    with pytest.raises(ValueError, match="empty"):
        axis_for([])


@given(st.lists(AMOUNTS, min_size=1, max_size=30))
def test_every_amount_is_inside_and_the_ticks_are_round_even_and_few(amounts):
    found = axis_for(amounts)
    steps = {high - low for low, high in pairwise(found.ticks)}
    assert len(steps) == 1
    step = steps.pop()
    assert isinstance(step, Decimal)
    assert step > 0
    assert step.scaleb(-step.adjusted()).normalize() in ROUND
    assert all(tick % step == 0 for tick in found.ticks)
    assert (found.ticks[0], found.ticks[-1]) == (found.low, found.high)
    assert found.low <= min(amounts) <= max(amounts) <= found.high
    # The figures fill the axis: less than a step is left over at either end.
    assert len(found.ticks) <= 6
    if min(amounts) < max(amounts):
        assert min(amounts) - found.low < step
        assert found.high - max(amounts) < step


@given(st.lists(AMOUNTS, min_size=1, max_size=10))
def test_places_are_percent_of_the_width_in_the_order_of_the_amounts(amounts):
    found = axis_for(amounts)
    places = [Decimal(found.at(amount)) for amount in sorted(amounts)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
    assert [found.at(found.low), found.at(found.high)] == ["0.00", "100.00"]


@given(AMOUNTS)
def test_one_amount_alone_stands_near_the_middle(amount):
    assert 25 <= Decimal(axis_for([amount]).at(amount)) <= 75


def test_a_bar_has_a_start_and_a_width():
    assert bar(axis("50000", "150000"), Decimal(75_000), Decimal(100_000)) == Bar(x="25.00", width="25.00")


AXIS = axis("50000", "150000")
WIDE, THICK = Bar(x="0.00", width="100.00"), Bar(x="25.00", width="50.00")


@pytest.mark.parametrize(
    ("percentiles", "drawn"),
    [
        ({10: 50_000, 25: 75_000, 50: 100_000, 75: 125_000, 90: 150_000}, Shapes(WIDE, THICK, "50.00")),
        ({90: 150_000, 50: 100_000, 10: 50_000}, Shapes(WIDE, None, "50.00")),
        ({25: 75_000, 75: 125_000}, Shapes(THICK, THICK, None)),
        ({10: 75_000, 75: 125_000}, Shapes(THICK, None, None)),
        ({25: 75_000, 50: 125_000}, Shapes(THICK, None, "75.00")),
        ({50: 75_000, 75: 125_000}, Shapes(THICK, None, "25.00")),
        ({50: 100_000}, Shapes(None, None, "50.00")),
        ({90: 100_000}, Shapes(None, None, None)),
        ({}, Shapes(None, None, None)),
        ({25: 100_000, 75: 100_000}, Shapes(Bar("50.00", "0.00"), Bar("50.00", "0.00"), None)),
    ],
)
def test_only_what_was_published_is_drawn(percentiles, drawn):
    assert shapes(AXIS, {number: Decimal(amount) for number, amount in percentiles.items()}) == drawn


SPOTS = st.lists(
    st.tuples(st.decimals(min_value=0, max_value=100, places=2), st.sampled_from([Decimal("0.8"), Decimal("3.5")]))
)


@given(SPOTS, SPOTS)
def test_no_mark_covers_another_in_its_lane_and_no_lane_is_skipped(fixed, spots):
    found = lanes(fixed, spots)
    placed = [
        *((0, *spot) for spot in fixed),
        *((lane, *spot) for lane, spot in zip(found, spots, strict=True)),
    ]
    for number, (lane, x, half) in enumerate(placed):
        earlier = [
            abs(x - other) < half + other_half
            for other_lane, other, other_half in placed[:number]
            if other_lane == lane
        ]
        # What is fixed stands where it stands, also on one another.
        assert number < len(fixed) or not any(earlier)
    assert set(range(1, max(found, default=0) + 1)) <= set(found)


@pytest.mark.parametrize(
    ("fixed", "spots", "found"),
    [
        ([], [], []),
        ([], [10, 20, 30], [0, 0, 0]),
        ([], [10, 16.9, 17], [0, 1, 0]),
        ([], [10, 10, 10], [0, 1, 2]),
        ([50], [49, 52, 57], [1, 2, 0]),
    ],
)
def test_a_mark_takes_the_lowest_lane_in_which_it_covers_nothing(fixed, spots, found):
    half = Decimal("3.5")
    assert lanes([(Decimal(x), half) for x in fixed], [(Decimal(str(x)), half) for x in spots]) == found
