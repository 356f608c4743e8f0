"""Three words for a skill, and when it counts as mastered."""

import pytest

from evidence.records import skill_states


@pytest.mark.parametrize(
    ("pieces", "now", "state", "mastered"),
    [
        (0, None, "not yours yet", False),
        (0, 0, "not yours yet", False),
        (0, 1, "not yours yet", False),
        (0, 2, "claimed", False),
        (0, 3, "claimed", True),
        (0, 4, "claimed", True),
        (1, None, "shown", True),
        (1, 0, "shown", True),
        (3, 4, "shown", True),
    ],
)
def test_state_and_mastery(pieces, now, state, mastered):
    assert skill_states.state(pieces=pieces, now=now) == state
    assert skill_states.mastered(pieces=pieces, now=now) == mastered


def test_counts_name_every_state_also_for_none():
    assert skill_states.counts([]) == {"shown": 0, "claimed": 0, "not yours yet": 0}
    assert skill_states.counts(["shown", "not yours yet", "shown"]) == {"shown": 2, "claimed": 0, "not yours yet": 1}
    assert list(skill_states.MEANINGS) == list(skill_states.STATES)
