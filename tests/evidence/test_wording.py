"""Requirements in words."""

import pytest

from evidence.wording import requirement_sentence


@pytest.mark.parametrize(
    ("requirement", "sentence"),
    [
        ({"kind": "education", "education": "a bachelor's degree"}, "At least a bachelor's degree."),
        (
            {
                "kind": "experience",
                "experience": "leading projects",
                "months": 36,
                "within_years": 8,
                "non_overlapping": True,
            },
            "36 months of leading projects within the last 8 years, each calendar month counted once.",
        ),
        ({"kind": "experience", "experience": "building", "months": 3}, "3 months of building."),
        (
            {"kind": "training", "training": "formal education", "hours": 35, "waived_by": ["CAPM", "PgMP"]},
            "35 hours of formal education. Waived if you hold CAPM or PgMP.",
        ),
        (
            {"kind": "training", "training": "formal education", "hours": 35, "flag": "an accredited degree"},
            "35 hours of formal education, which an accredited degree may meet.",
        ),
        ({"kind": "training", "training": "a course", "note": "Four modules."}, "A course. Four modules."),
        ({"kind": "holds", "holds": ["PMP"]}, "Hold PMP."),
        ({"kind": "flag", "flag": "an accredited degree"}, "An accredited degree."),
    ],
)
def test_requirement_sentence(requirement, sentence):
    assert requirement_sentence(**requirement) == sentence
