"""What changed between two versions of an answer."""

from hypothesis import given
from hypothesis import strategies as st

from interviews.practice.comparing import Passage, passages


def kinds(before, after):
    return [(passage.kind, passage.text) for passage in passages(before, after)]


def test_sentences_that_stay_go_and_come():
    assert kinds("I led it. It was late. We shipped!", "I led it. We shipped! Nobody was hurt.") == [
        ("same", "I led it."),
        ("gone", "It was late."),
        ("same", "We shipped!"),
        ("new", "Nobody was hurt."),
    ]


def test_a_changed_sentence_shows_the_old_before_the_new():
    assert kinds("We saved 3 days.", "We saved 5 days.") == [("gone", "We saved 3 days."), ("new", "We saved 5 days.")]


def test_lines_count_as_sentences_and_empty_ones_do_not():
    assert kinds("- one\n\n- two", "- one\n- two") == [("same", "- one - two")]
    assert kinds("", "") == []
    assert kinds("", "New") == [("new", "New")]
    assert kinds("Old", "") == [("gone", "Old")]


TEXTS = st.text(alphabet="ab .!\n", max_size=60)


@given(TEXTS, TEXTS)
def test_no_word_of_either_version_is_missing(before, after):
    found = passages(before, after)
    old = " ".join(passage.text for passage in found if passage.kind != "new")
    new = " ".join(passage.text for passage in found if passage.kind != "gone")
    assert (old.split(), new.split()) == (before.split(), after.split())


@given(TEXTS)
def test_the_same_text_has_no_change(text):
    assert [passage for passage in passages(text, text) if passage.kind != "same"] == []
    assert all(isinstance(passage, Passage) for passage in passages(text, text))
