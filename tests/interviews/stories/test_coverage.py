"""What a learner's stories cover, what they do not, and what is weak in them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.stories.coverage import MANY, Ask, Tale, answers, is_old, review, why

TODAY = date(2026, 11, 25)
NO, LATE = Ask(1, "saying no to an executive", frozenset({10, 11})), Ask(2, "recovering", frozenset({11, 12, 13}))


def test_without_any_story_everything_is_a_hole_and_nothing_is_weak():
    found = review([NO, LATE], [], today=TODAY)
    assert (found.holes, found.covered) == ([NO, LATE], 0)
    assert (found.overloaded, found.without_number, found.old, found.without_evidence) == ((), (), (), ())


def test_without_any_competency_there_is_no_hole():
    found = review([], [Tale(1, "A", frozenset({1}))], today=TODAY)
    assert (found.rows, found.holes, found.covered) == ((), [], 0)


def test_each_competency_names_its_stories_and_the_others_are_holes():
    tales = [Tale(7, "B", frozenset({1})), Tale(8, "A", frozenset({1, 99})), Tale(9, "C")]
    found = review([NO, LATE], tales, today=TODAY)
    assert [(row.ask, row.stories) for row in found.rows] == [(NO, (7, 8)), (LATE, ())]
    assert (found.holes, found.covered) == ([LATE], 1)


def test_a_story_answers_what_was_said_and_what_its_competencies_stand_for():
    assert answers(Tale(1, "A", frozenset({1, 2}), frozenset({12, 50})), [NO, LATE]) == {10, 11, 12, 13, 50}
    assert answers(Tale(1, "A"), [NO, LATE]) == frozenset()


def test_a_story_carries_too_much_if_six_questions_have_no_other():
    direct = frozenset(range(100, 100 + MANY))
    lone = Tale(1, "Lone", questions=direct)
    assert review([], [lone], today=TODAY).overloaded == ((lone, 6),)
    assert review([], [Tale(1, "Lone", questions=direct - {100})], today=TODAY).overloaded == ()
    # Another story takes one of the six over.
    assert review([], [lone, Tale(2, "Other", questions=frozenset({100}))], today=TODAY).overloaded == ()


def test_the_most_loaded_story_comes_first():
    six = Tale(1, "Six", questions=frozenset(range(6)))
    seven = Tale(2, "Seven", questions=frozenset(range(10, 17)))
    assert review([], [six, seven], today=TODAY).overloaded == ((seven, 7), (six, 6))


@pytest.mark.parametrize(
    ("tale", "has"),
    [
        (Tale(1, "A"), False),
        (Tale(1, "A", result="Much faster"), False),
        (Tale(1, "A", result="3 days faster"), True),
        (Tale(1, "A", result="٣ أيام"), True),
        (Tale(1, "3 in the headline", result="Faster"), False),
        (Tale(1, "A", evidence=2), False),
        (Tale(1, "A", evidence=2, amounts=1), True),
    ],
)
def test_a_number_stands_in_the_result_or_in_the_evidence(tale, has):
    assert tale.has_number == has
    assert review([], [tale], today=TODAY).without_number == (() if has else (tale,))


@pytest.mark.parametrize(
    ("happened_on", "old"),
    [(None, False), (TODAY, False), (date(2023, 11, 25), False), (date(2023, 11, 24), True), (date(1999, 1, 1), True)],
)
def test_old_is_more_than_three_years_ago(happened_on, old):
    tale = Tale(1, "A", happened_on=happened_on)
    assert is_old(happened_on, today=TODAY) == old
    assert review([], [tale], today=TODAY).old == ((tale,) if old else ())


def test_a_leap_day_is_old_from_the_first_of_march_on():
    assert not is_old(date(2024, 2, 29), today=date(2027, 2, 28))
    assert is_old(date(2024, 2, 29), today=date(2027, 3, 1))


def test_a_story_without_evidence_is_named():
    bare, backed = Tale(1, "A"), Tale(2, "B", evidence=1)
    assert review([], [bare, backed], today=TODAY).without_evidence == (bare,)


@pytest.mark.parametrize(
    ("said", "shown", "shared", "words"),
    [
        (False, [], [], ""),
        (True, [], [], "you said that it answers this"),
        (False, ["saying no"], [], "it is about saying no"),
        (False, [], ["negotiation", "scrum", "risk"], "it shows negotiation, scrum and risk"),
        (True, ["a", "b"], ["c"], "you said that it answers this; it is about a and b; it shows c"),
    ],
)
def test_the_reasons_are_said_the_strongest_first(said, shown, shared, words):
    assert why(said=said, shown=shown, shared=shared) == words


KEYS = st.frozensets(st.integers(0, 6), max_size=5)
ASKS = st.lists(st.builds(Ask, st.integers(0, 6), st.just("x"), KEYS), unique_by=lambda ask: ask.key, max_size=6)
TALES = st.lists(st.builds(Tale, st.integers(0, 9), st.just("x"), KEYS, KEYS), unique_by=lambda t: t.key, max_size=6)


@given(ASKS, TALES)
def test_covered_and_holes_are_all_and_one_more_story_never_digs_a_hole(asks, tales):
    found = review(asks, tales, today=TODAY)
    assert found.covered + len(found.holes) == len(asks)
    assert all(set(row.stories) == {t.key for t in tales if row.ask.key in t.competencies} for row in found.rows)
    fewer = review(asks, tales[1:], today=TODAY)
    assert set(found.holes) <= set(fewer.holes)
