"""Requirements in words."""

import re
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.catalog.wording import amount_said, experience_at_a_glance, requirement_sentence


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
            {"kind": "experience", "experience": "building", "months": 1, "within_years": 1},
            "1 month of building within the last 1 year.",
        ),
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


@pytest.mark.parametrize(
    ("paths", "words"),
    [
        ([], ""),
        ([[]], "no experience required"),
        ([[36]], "36 months of experience"),
        ([[60], [36], [24]], "60, 36 or 24 months of experience"),
        ([[36], [36]], "36 months of experience"),
        ([[48, 84], [36, 36]], "48 and 84 or 36 and 36 months of experience"),
        ([[24], []], "24 months of experience, or a path without"),
    ],
)
def test_experience_at_a_glance(paths, words):
    assert experience_at_a_glance(paths) == words


# A machine at work on other things is slow to generate; that says nothing about the sentences.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    months=st.integers(1, 999),
    years=st.none() | st.integers(1, 99),
    once=st.booleans(),
    kind=st.sampled_from(["education", "experience", "training", "holds", "flag"]),
    waived_by=st.lists(st.sampled_from(["CAPM", "PMP"]), unique=True),
)
def test_every_figure_of_a_requirement_is_in_its_sentence_and_no_other(months, years, once, kind, waived_by):
    sentence = requirement_sentence(
        kind=kind,
        education="a degree",
        experience="leading",
        months=months,
        within_years=years,
        non_overlapping=once,
        training="a course",
        flag="a property",
        waived_by=waived_by,
        holds=["PMP"],
    )
    figures = [str(figure) for figure in (months, years) if figure] if kind == "experience" else []
    assert re.findall(r"\d+", sentence) == figures
    assert sentence[0] == sentence[0].upper()
    assert sentence.endswith(".")
    assert all(name in sentence for name in waived_by)


@pytest.mark.parametrize(
    ("low", "high", "needed", "said"),
    [
        (31, 33, 36, "31 to 33 of 36 months"),
        (36, 36, 36, "36 of 36 months"),
        (35, 37, 36, "35 to 37 months, 36 needed"),
        (57, 58, 36, "57 to 58 months, 36 needed"),
        (0, 0, 1, "0 of 1 month"),
        (2, 2, 1, "2 months, 1 needed"),
        (Decimal("35.5"), Decimal("35.5"), 23, "35.5 months, 23 needed"),
    ],
)
def test_of_more_than_enough_it_is_said_what_is_there_and_what_is_needed(low, high, needed, said):
    assert amount_said(low, high, needed, "month") == said


def test_what_it_is_of_stands_beside_the_number():
    assert amount_said(57, 58, 36, "month", "leading projects") == "57 to 58 months of leading projects, 36 needed"
    assert amount_said(20, 20, 35, "hour", "training") == "20 of 35 hours of training"
