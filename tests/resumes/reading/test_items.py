import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumes.reading.items import PAGE_NUMBER, items, join, longest
from resumes.reading.proposal import Line


def read(*texts, width=80):
    lines = [Line(number, text) for number, text in enumerate(texts, start=1)]
    return [(item.text, item.is_bullet, [line.number for line in item.lines]) for item in items(lines, width=width)]


@pytest.mark.parametrize(
    "mark", ["• ", "•", "▪ ", "- ", "\u2013 ", "* ", "o ", "\uf0b7 ", "1. ", "12) ", "(3) ", "  • ", "➢ ", "✓ "]
)
def test_marks_of_bullets(mark):
    assert read(f"{mark}Cut costs") == [("Cut costs", True, [1])]


@pytest.mark.parametrize("text", ["-5% costs", "only words", "2021 was fine", "*starred", "1.5 million"])
def test_what_begins_like_a_bullet_and_is_none(text):
    assert read(f"{text} x")[0][1] is False


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["• Cut costs", "and time"], [("Cut costs and time", True, [1, 2])]),
        (["• Cut costs and", "Time"], [("Cut costs and Time", True, [1, 2])]),
        (["• Wrote a cross-", "functional plan"], [("Wrote a cross-functional plan", True, [1, 2])]),
        (["• Wrote a co\u00ad", "operative plan"], [("Wrote a cooperative plan", True, [1, 2])]),
        (["•", "Cut costs"], [("Cut costs", True, [1, 2])]),
        (["•", "", "Cut costs", "", "and time"], [("Cut costs and time", True, [1, 3, 5])]),
        (["• Cut costs", "Acme"], [("Cut costs", True, [1]), ("Acme", False, [2])]),
        (["• " + "x " * 35 + "y", "Zeta"], [("x " * 35 + "y Zeta", True, [1, 2])]),
        (["• " + "x " * 35 + "y.", "Zeta"], [("x " * 35 + "y.", True, [1]), ("Zeta", False, [2])]),
        (["• " + "x " * 35 + "y", "", "Zeta"], [("x " * 35 + "y", True, [1]), ("Zeta", False, [3])]),
        (
            ["• " + "x " * 39, "Acme", "Lead · 2019 – 2021"],
            [(("x " * 39)[:-1], True, [1]), ("Acme", False, [2]), ("Lead · 2019 – 2021", False, [3])],
        ),
        (
            ["• " + "x " * 39, "Scrum Master", "Acme"],
            [(("x " * 39)[:-1], True, [1]), ("Scrum Master", False, [2]), ("Acme", False, [3])],
        ),
        (["• Cut costs", "    Deeply"], [("Cut costs Deeply", True, [1, 2])]),
        (
            ["• " + "x " * 35 + "y", "Lead, 2019 – 2021"],
            [("x " * 35 + "y", True, [1]), ("Lead, 2019 – 2021", False, [2])],
        ),
    ],
)
def test_lines_are_put_together_to_what_was_typed_as_one(lines, found):
    assert read(*lines) == found


WORD = st.text(alphabet="abcdeABCDE", min_size=1, max_size=9)
BULLETS = st.lists(st.lists(WORD, min_size=1, max_size=40).map(" ".join), min_size=1, max_size=6)


@settings(max_examples=60)
@given(BULLETS, st.sampled_from(["• ", "- ", "▪ ", "* "]), st.integers(70, 110), st.booleans())
def test_what_was_broken_into_lines_comes_back(bullets, mark, width, hanging):
    """Whatever the width and the mark; the rest of a bullet hangs below its words or begins at the left."""
    lines = []
    for text in bullets:
        lines += textwrap.wrap(
            text, width, initial_indent=mark, subsequent_indent=" " * len(mark) * hanging, break_long_words=False
        )
    found = read(*lines, width=longest([*lines, "x" * width]))
    assert [text for text, _, _ in found] == bullets


def test_a_single_long_line_is_no_width():
    assert longest(["x" * 80] * 39 + ["y" * 900]) == 80
    assert longest([]) == 0


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Page 1 of 2", True),
        ("1", True),
        ("- 2 -", True),
        ("1/2", True),
        ("2021", False),
        ("Page one", False),
        ("20%", False),
        ("(3)", False),
    ],
)
def test_numbers_of_pages(text, is_one):
    assert bool(PAGE_NUMBER.fullmatch(text)) == is_one


def test_a_hyphen_at_the_end_stays():
    assert join("PMI-", "ACP") == "PMI-ACP"
