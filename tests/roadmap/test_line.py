"""The line and the bars as geometry, and the same in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.line import BAR, Leg, Piece, bar, in_counts, legs, line_in_words
from roadmap.progress import StepProgress

NEW, HALF, DONE = StepProgress(total=4), StepProgress(done=2, total=4), StepProgress(done=4, total=4)


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ([], []),
        ([NEW], []),
        ([NEW, NEW], [Leg(0, False)]),
        ([HALF, NEW], [Leg(50, True)]),
        ([DONE, NEW, NEW], [Leg(100, True), Leg(0, False)]),
        # The way to a station that was begun out of order is whole, and nothing of it is behind.
        ([NEW, HALF], [Leg(0, True)]),
    ],
)
def test_a_leg_fills_as_the_step_that_it_leaves(steps, found):
    assert legs(steps) == found


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([], ""),
        ([NEW, NEW], "2 not started"),
        ([DONE, HALF, NEW], "1 done, 1 under way, 1 not started"),
    ],
)
def test_the_line_in_words(steps, said):
    assert line_in_words(steps) == said


def test_a_bar_has_what_is_done_then_what_is_under_way_then_what_is_left_out():
    step = StepProgress(done=1, doing=1, skipped=1, no_longer_asked=1, total=8)
    assert bar(step) == [Piece("done", 0, 12.5), Piece("doing", 12.5, 12.5), Piece("skipped", 25, 25)]
    assert bar(StepProgress()) == []


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_a_bar_never_overflows_and_has_no_gap(done, doing, skipped, rest):
    pieces = bar(StepProgress(done=done, doing=doing, skipped=skipped, total=done + doing + skipped + rest))
    at = 0.0
    for piece in pieces:
        assert piece.at == pytest.approx(at, abs=0.02)
        at += piece.width
    assert at <= BAR + 0.03


@pytest.mark.parametrize(
    ("step", "tracked", "said"),
    [
        (StepProgress(total=10, optional_total=2), False, "10 required, 2 optional"),
        (StepProgress(total=10), False, "10 required"),
        (
            StepProgress(done=3, total=10, optional_done=1, optional_total=2),
            True,
            "3 of 10 required, 1 of 2 optional",
        ),
    ],
)
def test_counts_say_how_many_are_required_and_optional(step, tracked, said):
    assert in_counts(step, tracked=tracked) == said
