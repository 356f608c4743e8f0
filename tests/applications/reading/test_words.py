"""Words of a text: by the quick way for plain letters as by the way for all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.reading import once
from applications.reading.words import _PLAIN, WORD, words

SIGNS = st.sampled_from([*"aZ9'’+#._-/ \n(),&é", "C++ ", ".NET", "o'clock", ". "])


def seen(text, start=0, end=None):
    return [(one.raw, one.start, one.end, one.joined) for one in words(text, start, end)]


def test_words_with_their_signs_and_what_parts_them():
    assert seen("C++, risk-management. It's") == [
        ("C++", 0, 3, False),
        ("risk", 5, 9, False),
        ("management", 10, 20, True),
        ("It's", 22, 26, False),
    ]


@given(st.lists(SIGNS, max_size=30).map("".join), st.integers(0, 8), st.integers(0, 8))
def test_plain_letters_are_parted_as_all_letters_are(text, before, after):
    """Also between two places of a text, where what stands around them counts as little as it did."""
    start, end = min(before, len(text)), max(len(text) - after, 0)
    pattern = _PLAIN if "." not in text else WORD
    found = [(match.group(), match.start(), match.end()) for match in pattern.finditer(text, start, end)]
    assert [one[:3] for one in seen(text, start, end)] == found


def test_what_is_known_of_a_word_is_worked_out_once_and_not_kept_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    monkeypatch.setattr(once, "_MOST_WORDS", 2)
    known = once.OfWords(length)

    assert [known[word] for word in ("plan", "plan", "lead", "risks")] == [4, 4, 4, 5]
    assert asked == ["plan", "lead", "risks"]
    assert set(known) == {"risks"}
