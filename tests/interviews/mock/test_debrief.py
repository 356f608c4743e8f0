"""The scores of a run by dimension: every one counted once, and the weakest named."""

from hypothesis import given
from hypothesis import strategies as st

from interviews.mock.debrief import Score, Side, by_dimension, weakest

SCORES = st.lists(st.builds(Score, st.integers(1, 9), st.integers(1, 5), st.integers(1, 5), st.booleans()), max_size=40)
ORDER = [5, 4, 3, 2, 1]


def test_nothing_scored_is_nothing_weak():
    assert by_dimension([], order=[]) == []
    assert weakest([]) is None
    assert Side().mean is None


def test_sides_are_kept_apart_and_their_means_are_too():
    scores = [Score(1, 7, 2, True), Score(2, 7, 4, True), Score(2, 7, 1, False), Score(1, 8, 5, False)]
    first, second = by_dimension(scores, order=[8, 7])
    assert (first.dimension, first.mine.mean, first.helpers.mean) == (8, None, 5)
    assert (second.dimension, second.mine.mean, second.helpers.mean) == (7, 3, 1)
    assert (second.mine.places, second.helpers.places, second.all.places) == ([1, 2], [2], [1, 2])
    assert (second.weakest_place, second.next_score) == (2, 3)
    assert weakest([first, second]) == second


def test_of_two_equally_weak_questions_the_first_is_named():
    """Also if only the helper, whose scores are looked at last, scored it so low."""
    (line,) = by_dimension([Score(3, 7, 2, True), Score(1, 7, 2, False), Score(2, 7, 4, True)], order=[7])
    assert line.weakest_place == 1


def test_the_next_score_is_one_that_the_rubric_describes():
    def after(*scores):
        (line,) = by_dimension([Score(1, 1, score, True) for score in scores], order=[1])
        return line.next_score

    assert [after(1), after(2), after(2, 3), after(3), after(4), after(4, 5), after(5)] == [3, 3, 3, 5, 5, 5, None]


def test_what_cannot_rise_is_not_the_weakest():
    lines = by_dimension([Score(1, 1, 5, True), Score(1, 2, 5, False)], order=[1, 2])
    assert weakest(lines) is None


def test_of_equal_ones_that_with_more_answers_is_the_weakest():
    scores = [Score(1, 1, 2, True), Score(1, 2, 2, True), Score(2, 2, 2, True)]
    found = weakest(by_dimension(scores, order=[1, 2]))
    assert found is not None
    assert found.dimension == 2


@given(SCORES)
def test_every_score_is_counted_once(scores):
    lines = by_dimension(scores, order=ORDER)
    assert [line.dimension for line in lines] == [key for key in ORDER if key in {one.dimension for one in scores}]
    counted = sorted((line.dimension, *pair) for line in lines for pair in line.all.scores)
    assert counted == sorted((one.dimension, one.place, one.score) for one in scores)
    assert sum(len(line.mine.scores) for line in lines) == sum(one.mine for one in scores)


@given(SCORES)
def test_no_line_that_can_rise_is_lower_than_the_weakest(scores):
    lines = by_dimension(scores, order=ORDER)
    found = weakest(lines)
    if found is None:
        assert all(line.all.mean == 5 for line in lines)
    else:
        assert all(line.all.mean >= found.all.mean for line in lines)
