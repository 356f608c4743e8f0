"""Typing errors are set right by the words of the bank, and by nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.bank.spelling import parts_of

KNOWN = {"stakeholder": 20, "risk": 30, "management": 40, "agile": 12, "angle": 1, "retrospective": 4, "plan": 9}


def set_right(query, known=None):
    return "".join(better for _, better in parts_of(query, KNOWN if known is None else known))


@pytest.mark.parametrize(
    ("query", "becomes"),
    [
        ("stakeholdr", "stakeholder"),
        ("skateholder", "stakeholder"),
        ("riskmanagement", "risk management"),
        ('"Stakeholdr risk" or -mangement', '"stakeholder risk" or -management'),
        # Of two words equally near, the one that leads to more questions.
        ("agle", "agile"),
        ("retro", "retrospective"),
        # Too short to tell, nothing near, or no word.
        ("KPI", "KPI"),
        ("Zebra", "Zebra"),
        ("rsik2", "rsik2"),
        # Known words stay as they are, whatever stands beside them.
        ("Plan the rsik", "Plan the risk"),
        # An abbreviation is what it is, in capitals, without a vowel or with a figure.
        ("RSIK", "RSIK"),
        ("PLAMs", "PLAMs"),
        ("plns", "plns"),
        ("pl4n", "pl4n"),
        # Nor is a name changed: with capitals inside, or hanging on a lone letter.
        ("PlanX", "PlanX"),
        ("aGilee", "aGilee"),
        ("sTAKEHOLDR", "stakeholder"),
        ("e-plam", "e-plam"),
        ("plam’n’rsik", "plam’n’rsik"),
        ("a-plam", "a-plan"),
        ("e plam", "e plan"),
        ("STAKEHOLDR MANAGMENT", "stakeholder management"),
        # Of a short word the first letter is no slip.
        ("blan", "blan"),
    ],
)
def test_words_that_are_not_known_become_the_nearest_known_ones(query, becomes):
    assert set_right(query) == becomes


@pytest.mark.parametrize(
    ("query", "known", "becomes"),
    [
        # One error up to five letters, two up to ten, three from eleven on.
        ("agxlx", "agile", "agxlx"),
        ("agilxx", "agile", "agile"),
        ("managexxxx", "managers", "managexxxx"),
        ("managerxxx", "managers", "managerxxx"),
        ("managersxx", "managers", "managers"),
        ("stakeholxxx", "stakeholder", "stakeholder"),
        ("stakehoxxxx", "stakeholder", "stakehoxxxx"),
    ],
)
def test_the_longer_a_word_the_more_errors_are_forgiven(query, known, becomes):
    assert set_right(query, {known: 1}) == becomes


def test_of_equally_near_words_one_with_the_same_first_letter_is_taken_before_a_commoner_one():
    assert set_right("plen", {"plan": 1, "glen": 9}) == "plan"
    assert set_right("plen", {"plan": 1, "plea": 9}) == "plea"
    assert set_right("plen", {"plan": 1, "plea": 1}) == "plan"


def test_a_word_of_the_synonyms_is_no_error():
    assert "".join(better for _, better in parts_of("plen agilr", KNOWN, {"plen"})) == "plen agile"


def test_two_known_words_stay_apart_even_if_they_make_a_third():
    known = {"time": 3, "box": 2, "timebox": 1}
    assert set_right("time box", known) == "time box"
    assert set_right("timee box", known) == "time box"


def test_each_part_stands_with_what_it_becomes():
    assert parts_of("Plan: stakehlder!", KNOWN) == [
        ("Plan", "Plan"),
        (": ", ": "),
        ("stakehlder", "stakeholder"),
        ("!", "!"),
    ]


@given(st.text(max_size=60))
def test_the_parts_are_the_whole_query(query):
    assert "".join(part for part, _ in parts_of(query, KNOWN)) == query


@given(st.text(max_size=60))
def test_whatever_a_part_becomes_is_made_of_known_words(query):
    changed = [better for part, better in parts_of(query, KNOWN) if better != part]
    assert {word.lower() for better in changed for word in better.split()} <= set(KNOWN)
