"""What is said of a bullet while it is written: each reason both ways, and the order of the learner's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumes.base.advice import Material, advice, first_person_words, first_word, has_number, proposed_order

GOOD = "Cut release time from 12 days to 2 by moving 9 teams to one pipeline"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD, []),
        ("  ", []),
        (
            "Responsible   for 9 releases",
            ["It begins with “responsible for”. Begin with what came of it, or with what you did."],
        ),
        ("Led the move", ["It has no number yet."]),
        ("Doubled the pace of releases", []),
        ("Led 3 of our teams", ["It says “our”. Resumes leave the person out."]),
        (
            "Led the teams of the platform and of the tools through the move, 9 in all",
            ["Its number comes late. What came of it can come first."],
        ),
        ("Led 9 " + "x" * 194, []),
        ("Led 9 " + "x" * 195, ["It is 201 characters long, more than two lines. One thing in each bullet."]),
    ],
)
def test_what_is_said_of_a_bullet(text, said):
    assert advice(text, []) == said


def test_a_number_that_the_evidence_has_is_named():
    pieces = [Material(result="Fewer calls"), Material(amount="40", unit="%")]
    assert advice("Led the move", pieces) == ["It has no number. Your evidence has one: 40 %."]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        *((text, True) for text in ("12 teams", "twelve teams", "Halved it", "a dozen", "٣ teams")),
        *((text, False) for text in ("often", "someone", "", "Phase IV")),
    ],
)
def test_numbers_are_found_in_figures_and_words(text, there):
    assert has_number(text) is there


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I led it", ["I"]),
        ("Led my team and I\N{RIGHT SINGLE QUOTATION MARK}ve won", ["my", "I've"]),
        ("Led Phase I of it", []),
        ("Sold it in the US", []),
        ("Let us win", ["us"]),
        ("Mining, weather, usage", []),
    ],
)
def test_the_words_of_the_first_person_are_found_and_no_others(text, found):
    assert first_person_words(text) == found


@pytest.mark.parametrize(
    ("text", "word"),
    [("Led it", "led"), ("• Co-led it", "co-led"), ("12 teams led", "teams"), ("قاد الفريق", "قاد"), ("", "")],
)
def test_the_word_that_a_bullet_begins_with(text, word):
    assert first_word(text) == word


def test_the_order_is_result_action_scale_in_the_learners_own_words():
    pieces = [
        Material(result="Fewer calls", amount="40", unit="%", action="Moved the desk", scale=("9 people",)),
        Material(action="Wrote the plan", scale=("9 people", "budget to 1 million")),
    ]
    assert [(step.name, step.words) for step in proposed_order(pieces)] == [
        ("Result", ("40 %: Fewer calls",)),
        ("Action", ("Moved the desk", "Wrote the plan")),
        ("Scale", ("9 people", "budget to 1 million")),
    ]
    assert [step.words for step in proposed_order([])] == [(), (), ()]


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
materials = st.lists(st.builds(Material, result=words, amount=words, unit=words, action=words), max_size=4)


@given(materials)
def test_nothing_is_written_for_anybody(pieces):
    texts = [text for one in pieces for text in (one.result, one.amount, one.unit, one.action)]
    said = {*texts, *(text.strip() for text in texts)}
    for step in proposed_order(pieces):
        for text in step.words:
            rest = text
            for own in sorted(said, key=len, reverse=True):
                rest = rest.replace(own, "") if own else rest
            assert not rest.strip(": ")


@given(st.text(max_size=700), materials)
def test_any_text_is_judged(text, pieces):
    assert all(said.endswith(".") for said in advice(text, pieces))
