"""Which credential three answers suggest."""

import pytest

from evidence.catalog.eligibility import EDUCATION
from roadmap import aiming
from roadmap.aiming import first_aim


@pytest.mark.parametrize(
    ("education", "led", "credential"),
    [
        ("none", "none", "google-pm"),
        ("none", "five", "google-pm"),
        ("secondary", "none", "capm"),
        ("secondary", "three", "capm"),
        ("secondary", "five", "pmp"),
        ("associate", "five", "pmp"),
        ("bachelor", "none", "capm"),
        ("bachelor", "some", "capm"),
        ("bachelor", "three", "pmp"),
        ("master", "five", "pmp"),
    ],
)
def test_the_nearest_credential(education, led, credential):
    assert first_aim(education, led).credential == credential


def test_every_answer_has_a_suggestion_with_a_reason():
    answers = (aiming.NOT_LED, aiming.UNDER_THREE, aiming.THREE_TO_FIVE, aiming.FIVE_OR_MORE)
    assert all(first_aim(level, led).reason.endswith(".") for level in EDUCATION for led in answers)


def test_the_months_named_are_those_of_the_degree():
    assert "36 months" in first_aim("bachelor", "some").reason
    assert "60 months" in first_aim("secondary", "some").reason
