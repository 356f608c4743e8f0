"""Time against the target in words; a night with the lid closed is not called speaking."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.mock.timing import GRACE_SECONDS, against_target, roughly, was_left_open


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s of 2 min"),
        (100, "1 min 40 s of 2 min"),
        (120, "2 min of 2 min"),
        (150, "2 min 30 s of 2 min, 30 s over"),
        (120 + 15 * 60, "17 min of 2 min, 15 min over"),
        (121 + 15 * 60, "left open for 17 min, which is not counted as speaking"),
        (9 * 3600 + 1800, "left open for 9 h, which is not counted as speaking"),
        (3 * 86400 + 5, "left open for 3 days, which is not counted as speaking"),
    ],
)
def test_against_the_target(seconds, words):
    assert against_target(seconds, target=120) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(7199, "119 min"), (7200, "2 h"), (172_799, "47 h"), (172_800, "2 days")]
)
def test_roughly(seconds, words):
    assert roughly(seconds) == words


@given(st.integers(0, 10**7), st.integers(15, 900))
def test_what_is_over_by_more_than_the_grace_is_left_open(seconds, target):
    assert was_left_open(seconds, target=target) == (seconds - target > GRACE_SECONDS)
    assert against_target(seconds, target=target).startswith("left open") == was_left_open(seconds, target=target)
