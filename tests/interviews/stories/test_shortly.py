"""A story on three lines, with its number."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.stories.shortly import LINES, MOST_WORDS, Measured, in_lines, number_of, sentences

NOTHING = {"in_30": "", "situation": "", "action": "", "result": ""}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", []),
        ("One line", ["One line"]),
        (
            "It cost $1.5M. We paid 2.5% less! Why? Nobody knew.",
            ["It cost $1.5M.", "We paid 2.5% less!", "Why?", "Nobody knew."],
        ),
        ("Dr. Lee of the U.S. Army asked. I said yes.", ["Dr. Lee of the U.S. Army asked.", "I said yes."]),
        ("First\n\nsecond", ["First", "second"]),
        ("I used e.g. Jira. It helped.", ["I used e.g. Jira.", "It helped."]),
    ],
)
def test_a_text_is_read_sentence_by_sentence(text, said):
    assert sentences(text) == said


def test_the_lines_are_what_is_told_in_30_seconds_else_how_each_part_begins():
    parts = {"situation": "It was late. Very.", "action": "", "result": "We shipped. All did."}
    assert in_lines(**NOTHING | parts) == ["It was late.", "We shipped."]
    assert in_lines(**NOTHING | parts | {"in_30": "A. B is it. C is it. D is it. E."}) == [
        "A. B is it.",
        "C is it.",
        "D is it.",
    ]
    assert in_lines(**NOTHING | {"result": "word " * 26}) == ["word " * 25 + "…"]
    assert in_lines(**NOTHING) == []


def test_the_number_is_that_of_the_evidence_else_what_the_result_says():
    measured = [Measured(Decimal("40000.00"), "dollars"), Measured(Decimal("2.50"), "%")]
    assert number_of(measured, result="It fell 9%.", lines=[]) == "40,000 dollars, 2.5 %"
    assert number_of([], result="It went well. It fell 9%.", lines=["It went well."]) == "It fell 9%."
    assert number_of([], result="It fell 9%.", lines=["It fell 9%."]) == ""
    assert number_of([], result="It went well.", lines=[]) == ""


@given(st.fixed_dictionaries(dict.fromkeys(NOTHING, st.text(alphabet=st.sampled_from("aB1 .!?\n")))))
def test_the_lines_are_few_and_short_and_say_what_was_written(texts):
    lines = in_lines(**texts)
    assert len(lines) <= LINES
    everything = " ".join(" ".join(texts.values()).split())
    for line in lines:
        assert len(line.split()) <= MOST_WORDS + 1
        assert line.removesuffix(" …") in everything
