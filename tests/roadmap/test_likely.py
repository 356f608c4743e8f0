"""Which milestones have perhaps been done already."""

import pytest

from roadmap.likely import perhaps_done


@pytest.mark.parametrize(
    ("skills", "mastered", "open_", "found"),
    [
        ({}, set(), [], []),
        ({1: [10]}, {10}, [1], [1]),
        ({1: [10, 11]}, {10}, [1], []),
        ({1: [10, 11]}, {10, 11, 12}, [1], [1]),
        # One without any skill is never likely, and neither is one that is not open.
        ({1: []}, {10}, [1], []),
        ({}, {10}, [1], []),
        ({1: [10]}, {10}, [], []),
        # In the order of the open ones.
        ({1: [10], 2: [10], 3: [11]}, {10}, [3, 2, 1], [2, 1]),
    ],
)
def test_all_skills_must_be_mastered(skills, mastered, open_, found):
    assert perhaps_done(skills, mastered=mastered, open_=open_) == found
