import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.reading.places import places_in
from applications.reading.regions import is_area


def test_the_code_of_a_state_alone_may_be_part_of_a_reference():
    assert places_in("VACANCY LOOM/CA/2026/19").names == ()
    assert places_in("Remote - US").names == ("US",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Seattle, WA, USA; Boulder, CO, USA", ["Seattle, WA, USA", "Boulder, CO, USA"]),
        ("Bengaluru, Pune", ["Bengaluru", "Pune"]),
        ("Thessaloniki, Greece", ["Thessaloniki, Greece"]),
        ("Sandton, Gauteng", ["Sandton, Gauteng"]),
        ("Hybrid - Bengaluru, Pune", ["Bengaluru", "Pune"]),
        ("Swansea, Newcastle-upon-Tyne", ["Swansea", "Newcastle-upon-Tyne"]),
        ("Leeds (hybrid, two days a week in the office)", ["Leeds"]),
        ("Milton Keynes (2 days on site per week, rest remote)", ["Milton Keynes"]),
        ("Remote - United States", ["United States"]),
        ("Remote (US only)", ["US"]),
        ("Remote, within the UK", ["UK"]),
        ("2 vacancies in the following location: Baltimore, MD", ["Baltimore, MD"]),
        ("Toronto, ON (Hybrid)", ["Toronto, ON"]),
        ("Columbus, OH 43215", ["Columbus, OH"]),
        ("Austin, Texas, United States", ["Austin, Texas, United States"]),
        ("New York, NY | San Francisco, CA", ["New York, NY", "San Francisco, CA"]),
        ("Berlin / Munich", ["Berlin", "Munich"]),
        ("Stoke-on-Trent and Derby", ["Stoke-on-Trent", "Derby"]),
        ("Leeds, West Yorkshire", ["Leeds, West Yorkshire"]),
        ("Frankfurt am Main", ["Frankfurt am Main"]),
        ("Kraków, Wrocław or fully remote in Poland", ["Kraków", "Wrocław", "Poland"]),
        ("Thessaly, Greece", ["Thessaly, Greece"]),
        ("Durban, KwaZulu-Natal", ["Durban, KwaZulu-Natal"]),
        ("Senior Executive, Information Technology", []),
        ("Various locations", []),
        ("Fully remote", []),
        ("£50,000", []),
        ("", []),
    ],
)
def test_the_places_of_a_line_are_read_as_written(line, names):
    places = places_in(line, is_labeled=True)

    assert list(places.names) == names
    assert all(name in line for name in places.names)


def test_a_line_without_a_label_needs_a_state_or_country():
    assert places_in("Hartford, CT").names == ("Hartford, CT",)
    assert places_in("Larkmoor Mills").names == ()


@pytest.mark.parametrize("name", ["WA", "Texas", "Ireland", "the EU", "Berkshire", "emea"])
def test_states_countries_and_parts_of_the_world_are_areas(name):
    assert is_area(name)
    assert not is_area(f"{name} Mills")


@given(st.text(st.sampled_from("LeedsWA,;/()|- \n&orRemote"), max_size=40))
def test_any_line_is_read(line):
    places_in(line, is_labeled=True)
