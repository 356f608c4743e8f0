"""A shelf of anything says what counting by hand says."""

from hypothesis import given
from hypothesis import strategies as st

from curation.shelf import Shelf, places_as_bits

COLORS, SIZES = ("red", "green", "blue"), ("small", "large")
THINGS = st.lists(st.tuples(st.sampled_from(COLORS), st.frozensets(st.sampled_from(SIZES))), max_size=30)


def put(things):
    """Things of one color and any sizes, with keys that are not their places."""
    numbers = range(len(things))
    sets = {
        "color": {c: places_as_bits([n for n in numbers if things[n][0] == c], len(things)) for c in COLORS},
        "size": {s: places_as_bits([n for n in numbers if s in things[n][1]], len(things)) for s in SIZES},
    }
    return Shelf("first", [100 + 7 * n for n in numbers], sets)


@given(things=THINGS, color=st.sampled_from(("", *COLORS)), size=st.sampled_from(("", *SIZES)), data=st.data())
def test_a_shelf_counts_and_orders_as_counting_by_hand_does(things, color, size, data):
    shelf, numbers = put(things), list(range(len(things)))
    some = data.draw(st.sets(st.sampled_from(numbers)) if numbers else st.just(set()))
    chosen = {name: value for name, value in (("color", color), ("size", size)) if value}
    fits_color = [n for n in numbers if n in some and things[n][0] in (color or COLORS)]
    fits_size = [n for n in numbers if n in some and (not size or size in things[n][1])]
    both = [n for n in fits_color if n in fits_size]
    among = shelf.of([shelf.keys[n] for n in some] + [1])

    left = shelf.left(chosen, among)
    assert left.bit_count() == len(both)
    assert list(shelf.in_order(left)) == [shelf.keys[n] for n in both]
    expected = {value: sum(things[n][0] == value for n in fits_size) for value in COLORS}
    assert shelf.counts("color", chosen, among) == {value: number for value, number in expected.items() if number}
    expected = {value: sum(value in things[n][1] for n in fits_color) for value in SIZES}
    assert shelf.counts("size", chosen, among) == {value: number for value, number in expected.items() if number}

    by_color = [n for value in COLORS for n in numbers if things[n][0] == value]
    groups = list(shelf.sets["color"].values())
    assert list(shelf.in_order(left, groups)) == [shelf.keys[n] for n in by_color if n in both]
