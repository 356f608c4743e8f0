"""The words of a search at the desk: as they are typed, as amounts are stored, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curation.desk_words import MOST_WORDS, around, best, pieces, spellings, words


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("  PMP  exam PMP", ["PMP", "exam"]),
        ("a\x00b", ["a", "b"]),
        ("", []),
        (" \t\n", []),
        (" ".join(map(str, range(99))), [str(n) for n in range(MOST_WORDS)]),
        ("x" * 9000, ["x" * 200]),
    ],
)
def test_words_are_taken_once_and_bounded(typed, found):
    assert words(typed) == found


@pytest.mark.parametrize(
    ("word", "ways"),
    [
        ("$111,037", ["$111,037", "111037"]),
        ("1,200.50", ["1,200.50", "1200.50"]),
        ("£900", ["£900", "900"]),
        ("11,1", ["11,1"]),
        ("PMP", ["PMP"]),
    ],
)
def test_an_amount_is_looked_for_as_it_is_stored_too(word, ways):
    assert spellings(word) == ways


def test_what_was_looked_for_is_marked_wherever_it_stands():
    assert pieces("The PMP exam, examined", ["exam", "pmp"]) == [
        ("The ", False),
        ("PMP", True),
        (" ", False),
        ("exam", True),
        (", ", False),
        ("exam", True),
        ("ined", False),
    ]
    assert pieces("(a.*b)", [".*"]) == [("(a", False), (".*", True), ("b)", False)]


def test_a_long_text_is_shown_around_the_first_word():
    text = f"{'before ' * 40}needle {'after ' * 60}"
    shown = around(text, ["needle"])
    assert [piece for piece, hit in shown if hit] == ["needle"]
    assert (shown[0], shown[-1]) == (("… ", False), (" …", False))
    assert len("".join(piece for piece, _ in shown)) < 220
    assert around(text, ["nothing"]) == []


def test_the_line_that_says_what_the_title_does_not_is_shown():
    lines = ["PMP again", "Costs 555", "PMP 555 in one"]
    assert best(lines, ["PMP", "555"], "About the PMP") == "PMP 555 in one"
    assert best(lines[:2], ["PMP", "555"], "About the PMP") == "Costs 555"
    assert best(["nothing"], ["PMP"], "PMP") == ""
    assert best([], ["PMP"], "PMP") == ""


@given(st.text(), st.lists(st.text(min_size=1)))
def test_no_letter_of_a_text_is_lost_or_made(text, looked_for):
    assert "".join(piece for piece, _ in pieces(text, looked_for)) == text
