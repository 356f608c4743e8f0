"""Typing errors are set right by the words of the bank, and by nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.spelling import corrected, words_of

KNOWN = {"stakeholder": 20, "risk": 30, "management": 40, "agile": 12, "angle": 1, "retrospective": 4, "plan": 9}


@pytest.mark.parametrize(
    ("query", "unknown", "becomes"),
    [
        ("stakeholdr", ["stakeholdr"], "stakeholder"),
        ("skateholder", ["skateholder"], "stakeholder"),
        ("stake holder", ["stake", "holder"], "stakeholder"),
        ("riskmanagement", ["riskmanagement"], "risk management"),
        ('"Stakeholdr risk" or -mangement', ["stakeholdr", "mangement"], '"stakeholder risk" or -management'),
        # Of two words equally near, the one that leads to more questions.
        ("agle", ["agle"], "agile"),
        ("retro", ["retro"], "retrospective"),
        # Too short to tell, or nothing near.
        ("KPI", ["kpi"], "KPI"),
        ("Zebra", ["zebra"], "Zebra"),
        # Known words stay as they are, whatever stands beside them.
        ("Plan the rsik", ["rsik"], "Plan the risk"),
    ],
)
def test_unknown_words_become_the_nearest_known_ones(query, unknown, becomes):
    assert corrected(query, unknown, KNOWN) == becomes


def test_words_of_a_query_are_those_that_may_be_mistyped():
    assert words_of('Risk "risk log" -or 3x go PLAN2b') == ["risk", "log", "plan"]


@given(st.text(max_size=60))
def test_nothing_is_changed_where_nothing_is_unknown(query):
    assert corrected(query, [], KNOWN) == query


@given(st.text(max_size=60))
def test_any_text_can_be_set_right(query):
    """What is known afterward was known before, or is one of the known words."""
    result = corrected(query, words_of(query), KNOWN)
    assert set(words_of(result)) <= set(words_of(query)) | set(KNOWN)
