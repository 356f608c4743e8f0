"""Every state has one tile of its own, shaded by its fifth, and says in words what it shows."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salaries import tile_map
from salaries.flat_files import POSTAL
from salaries.tile_map import SPOTS, State, bounds, drawing, shades, tiles

amounts = st.lists(st.integers(1, 500_000).map(Decimal), min_size=1, max_size=60)


def test_every_state_and_territory_of_the_survey_has_a_spot_of_its_own():
    assert set(SPOTS) == set(POSTAL.values())
    assert len(set(SPOTS.values())) == len(SPOTS) == 54
    assert {spot for spot in SPOTS.values() if not (0 <= spot[0] < 11 and 0 <= spot[1] < 8)} == set()


@pytest.mark.parametrize(
    ("west", "east"), [("WA", "ME"), ("CA", "NV"), ("NM", "TN"), ("OR", "NJ"), ("HI", "TX"), ("TX", "FL"), ("AZ", "NM")]
)
def test_what_lies_in_the_west_is_on_the_left(west, east):
    assert SPOTS[west][0] < SPOTS[east][0]


def test_five_shades_are_fifths():
    assert shades([Decimal(number) for number in range(10)]) == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
    assert shades([Decimal(7)]) == [0]


@given(amounts)
def test_who_pays_more_is_never_lighter_and_equals_are_alike(listed):
    shaded = shades(listed)
    assert set(shaded) <= set(range(tile_map.SHADES))
    for amount, shade in zip(listed, shaded, strict=True):
        for other, its in zip(listed, shaded, strict=True):
            assert (shade < its) <= (amount < other)
            assert (shade == its) or amount != other


@given(amounts)
def test_the_key_covers_every_amount_in_its_own_shade(listed):
    found = bounds(listed)
    for shade, amount in zip(shades(listed), listed, strict=True):
        [(low, high)] = [(low, high) for own, low, high in found if own == shade]
        assert low <= amount <= high


def test_a_tile_is_a_link_that_says_its_state_and_amount():
    texas = State("TX", "Texas", Decimal(98_440), "/salaries/13-1082/us-tx/all-industries/", "$98,440 a year")
    nowhere = State("XX", "Nowhere <b>", Decimal(1), "/", "$1 a year")
    placed = tiles([texas, nowhere])
    assert [tile.state.code for tile in placed] == ["TX"]
    drawn = drawing(placed)
    tile = r'<a href="([^"]+)" aria-label="([^"]+)" class="([^"]+)" transform="translate\(([^)]+)\)">'
    assert re.findall(tile, drawn) == [(texas.address, "TX, Texas: $98,440 a year", "tile shade-0", "180 420")]
    assert re.findall("<text[^>]*>([^<]+)<", drawn) == ["TX", "98k"]


def test_what_a_name_holds_is_written_as_text():
    drawn = drawing(tiles([State("TX", 'A "<b>', Decimal(1000), '/"', "x")]))
    assert 'aria-label="TX, A &quot;&lt;b&gt;: x"' in drawn
    assert 'href="/&quot;"' in drawn
