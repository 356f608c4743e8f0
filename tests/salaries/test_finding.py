"""Places are found by what people call them, mistyped or not, and nothing is chosen that could be another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salaries.finding import BEGUN, INSIDE, NEARLY, WHOLE, Finder, Known, fold, names_of, states_of


def known(slug, name, *, official="", within="", also="", code="", depth=2, people=0):
    return Known(slug, name, official, within, names_of(name, official, within, also, code), depth, people)


FINDER = Finder(
    [
        known("us", "United States", depth=0),
        known("us-tx", "Texas", within="United States", code="US-TX", depth=1),
        known("us-la", "Louisiana", within="United States", code="US-LA", depth=1),
        known("us-ny", "New York", within="United States", code="US-NY", depth=1),
        known(
            "us-ny-35620", "New York City metro", official="New York-Newark-Jersey City, NY-NJ", also="NYC\nNew York"
        ),
        known("us-tx-19100", "Dallas-Fort Worth", official="Dallas-Fort Worth-Arlington, TX", also="Dallas"),
        known("us-ca-31080", "Los Angeles", official="Los Angeles-Long Beach-Anaheim, CA", also="LA", people=9),
        known("us-ca-41860", "San Francisco", official="San Francisco-Oakland-Fremont, CA", also="Bay Area", people=20),
        known("us-ca-41940", "San Jose", official="San Jose-Sunnyvale-Santa Clara, CA", also="Bay Area", people=10),
        known("us-or-38900", "Portland", official="Portland-Vancouver-Hillsboro, OR-WA", within="Oregon", people=8),
        known("us-me-38860", "Portland", official="Portland-South Portland, ME", within="Maine", people=2),
        known("us-ky-31140", "Louisville", official="Louisville/Jefferson County, KY-IN"),
        known("us-tn-34980", "Nashville", official="Nashville-Davidson--Murfreesboro--Franklin, TN"),
        known("us-mo-41180", "St. Louis", official="St. Louis, MO-IL"),
        known("us-ga-1300003", "North Georgia nonmetropolitan area", official="North Georgia nonmetropolitan area"),
    ]
)


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        ("us-tx-19100", "us-tx-19100"),
        ("Texas", "us-tx"),
        ("tx", "us-tx"),
        ("dallas", "us-tx-19100"),
        ("  the DALLAS area ", "us-tx-19100"),
        ("Dallas metro area", "us-tx-19100"),
        ("Fort Worth", "us-tx-19100"),
        ("arlington tx", "us-tx-19100"),
        ("Dallas-Fort Worth-Arlington, TX", "us-tx-19100"),
        ("NYC", "us-ny-35620"),
        ("Jersey City, NJ", "us-ny-35620"),
        ("New York", "us-ny"),
        ("Portland, Maine", "us-me-38860"),
        ("Portland, WA", "us-or-38900"),
        ("st louis", "us-mo-41180"),
        ("Murfreesboro", "us-tn-34980"),
        ("Jefferson County", "us-ky-31140"),
        # Several are called so, or none exactly.
        ("Portland", None),
        ("Bay Area", None),
        ("LA", None),
        ("Dalas", None),
        ("Paris", None),
        ("", None),
        ("\x00", None),
    ],
)
def test_one_place_is_chosen_only_where_nothing_else_is_called_so(asked, slug):
    chosen = FINDER.chosen(asked)
    assert (chosen and chosen.slug) == slug


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Bay Area", [("us-ca-41860", WHOLE), ("us-ca-41940", WHOLE)]),
        ("Portland", [("us-or-38900", WHOLE), ("us-me-38860", WHOLE)]),
        ("LA", [("us-la", WHOLE), ("us-ca-31080", WHOLE)]),
        ("san", [("us-ca-41860", BEGUN), ("us-ca-41940", BEGUN)]),
        ("georgia", [("us-ga-1300003", INSIDE)]),
        ("Dalals", [("us-tx-19100", NEARLY)]),
        ("San Fransisco", [("us-ca-41860", NEARLY)]),
        ("Lousville", [("us-ky-31140", NEARLY)]),
        ("xq", []),
        ("...", []),
    ],
)
def test_what_may_be_meant_is_listed_the_best_first(asked, found):
    assert [(one.place.slug, one.fit) for one in FINDER.find(asked)][: len(found) or None] == found


def test_never_more_are_listed_than_were_wanted():
    assert len(FINDER.find("s", most=3)) == 3


def test_an_area_says_which_states_it_reaches_into():
    assert states_of("Washington-Arlington-Alexandria, DC-VA-MD-WV") == ("DC", "VA", "MD", "WV")
    assert states_of("Abilene, TX") == ("TX",)
    assert states_of("North Georgia nonmetropolitan area") == states_of("") == ()


@given(st.text(max_size=30))
def test_whatever_is_asked_is_answered_and_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
    assert len({one.place.slug for one in FINDER.find(text)}) == len(FINDER.find(text))
    chosen = FINDER.chosen(text)
    assert chosen is None or chosen.slug == text or fold(text)


@given(st.sampled_from([name for place in FINDER.places for name in place.names]))
def test_every_name_of_a_place_finds_it(name):
    found = [one for one in FINDER.find(name) if one.fit == WHOLE]
    assert {one.place.slug for one in found} >= {place.slug for place in FINDER.places if name in place.names}
