"""What is kept ready-made: never more than fits, never of another edition, never too old."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_portal.shelf_of_pages import Pages, ReadyPage, best_encoding, matches

MOST = 20_000


def page(size, until=10.0):
    return ReadyPage((), '"x"', {"": b"x" * size}, until)


ACTS = st.lists(
    st.tuples(st.sampled_from("ab"), st.integers(0, 5), st.integers(0, 1_900), st.integers(0, 20), st.booleans()),
    max_size=60,
)


@given(ACTS)
def test_as_a_list_of_all_that_was_ever_put_would_say(acts):
    pages, there, in_force = Pages(MOST), [], ""
    for edition, key, size, now, putting in acts:
        if edition != in_force:
            there, in_force = [], edition
        pages.get(edition, "turn", now=0)
        if putting:
            one = page(size, until=10.0)
            pages.put(edition, key, one, now=now)
            there = [each for each in there if each[0] != key]
            if now >= 10:
                there = []
            if one.size * 10 <= MOST:
                there.append((key, one))
                while sum(each.size for _, each in there) > MOST:
                    there.pop(0)
        else:
            found = pages.get(edition, key, now=now)
            expected = next((each for name, each in there if name == key), None)
            if expected is not None:
                there = [each for each in there if each[0] != key]
                if now < 10:
                    there.append((key, expected))
                else:
                    expected = None
            assert found is expected
        assert pages.bytes == sum(each.size for _, each in there) <= MOST
        assert len(pages) == len(there)


def test_what_was_made_of_an_older_edition_is_not_kept():
    pages = Pages(MOST)
    pages.get("old", 1, now=0)
    pages.get("new", 1, now=0)
    pages.put("old", 1, page(10), now=0)
    assert pages.get("new", 1, now=0) is None
    assert len(pages) == 0


def test_pages_whose_time_is_over_make_room_up_to_one_that_is_still_good():
    pages = Pages(MOST)
    pages.get("one", 1, now=0)
    for number, until in enumerate((5, 6, 9, 5)):
        pages.put("one", number, page(10, until), now=1)
    pages.put("one", 4, page(10, 20), now=7)
    assert [pages.get("one", number, now=4) is not None for number in range(5)] == [False, False, True, True, True]
    assert (len(pages), pages.bytes) == (3, 3 * page(10).size)


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("GZIP", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("br;q=0.0", ""),
        ("identity", ""),
        ("", ""),
        ("*", ""),
        ("xbr, agzip", ""),
    ],
)
def test_the_best_encoding_that_a_browser_takes(accepted, expected):
    assert best_encoding(accepted) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [('"x"', True), ('W/"x"', True), ('"y", "x"', True), ("*", True), ('"y"', False), ("", False), ("x", False)],
)
def test_whether_a_browser_has_it(header, expected):
    assert matches(header, '"x"') is expected
