"""When two names are the same employer."""

from dataclasses import dataclass

import pytest

from interviews.stories.told import employer_key, told_at, told_twice


@dataclass(frozen=True)
class Telling:
    employer: str
    number: int = 0


@pytest.mark.parametrize("other", ["Acme Corp", "acme corp", "  ACME   Corp\n", "AcmeCorp", "\uff21cme\u00a0Corp"])
def test_case_spacing_and_encoding_do_not_tell_employers_apart(other):
    assert employer_key(other) == employer_key("Acme Corp")


@pytest.mark.parametrize("other", ["", "Acme", "Acme Corp.", "Akme Corp"])
def test_other_names_are_other_employers(other):
    assert employer_key(other) != employer_key("Acme Corp")


def test_the_tellings_at_one_employer_in_their_order():
    tellings = [Telling("Acme", 1), Telling("Other", 2), Telling("ACME", 3)]
    assert [telling.number for telling in told_at(" acme", tellings)] == [1, 3]
    assert told_at("Nobody", tellings) == []


def test_told_twice_groups_only_what_was_told_more_than_once():
    tellings = [Telling("Acme", 1), Telling("Other", 2), Telling("ACME", 3)]
    assert [[t.number for t in group] for group in told_twice(tellings)] == [[1, 3]]
    assert told_twice(tellings[:2]) == told_twice([]) == []
