"""Two wordings as one: nothing is lost, and only what differs is marked."""

from hypothesis import given
from hypothesis import strategies as st

from curation.word_by_word import MOST_WORDS, Piece, pieces

WORDS = st.text(alphabet="ab \n\t“é", max_size=40)


def test_only_the_words_that_differ_are_marked():
    assert pieces("Write a risk register", "Write a short risk list") == [
        Piece("same", "Write a "),
        Piece("new", "short "),
        Piece("same", "risk "),
        Piece("gone", "register"),
        Piece("new", "list"),
    ]


def test_nothing_becomes_something_and_something_nothing():
    assert (pieces("", "New"), pieces("Old", ""), pieces("", "")) == (
        [Piece("new", "New")],
        [Piece("gone", "Old")],
        [],
    )


def test_texts_too_long_to_compare_stand_whole():
    long = "word " * (MOST_WORDS + 1)
    assert pieces(long, long + "more") == [Piece("gone", long), Piece("new", long + "more")]
    assert pieces(long, long) == [Piece("same", long)]


@given(WORDS, WORDS)
def test_both_wordings_can_be_read_from_the_pieces_to_the_letter(before, after):
    found = pieces(before, after)
    assert "".join(one.text for one in found if one.kind != "new") == before
    assert "".join(one.text for one in found if one.kind != "gone") == after
    assert all(one.text for one in found)
    if before == after:
        assert {one.kind for one in found} <= {"same"}
