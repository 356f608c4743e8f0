"""Time of managing projects is not any time at work."""

import pytest

from applications.proof.managing import asks_to_manage, manages
from applications.proof.shapes import MET, PARTLY, Demand
from applications.reading.shapes import Alternative
from tests.applications.proof.cast import degree, held, position, stand, work


@pytest.mark.parametrize(
    ("quote", "asked"),
    [
        ("5 years of project management experience", True),
        ("Minimum of 5+ years managing complex software projects", True),
        ("3 or more years of program or project management", True),
        ("At least five years leading cross-functional programs", True),
        ("4 years as a Scrum Master", True),
        ("3+ years' PM experience, ideally in health", True),
        ("8 years of progressive project/program management, or equivalent", True),
        ("7+ yrs in IT", False),
        # Either would do.
        ("5 years in operations or project management", False),
        ("5+ years in software development, project management, or QA", False),
        ("3 years working with project managers", False),
        ("Experience managing a team of 5", False),
        ("Open from 1 to 5 pm, 2 years", False),
    ],
)
def test_what_asks_for_time_of_managing(quote, asked):
    assert asks_to_manage(quote) == asked


@pytest.mark.parametrize(
    ("title", "managing"),
    [
        ("Technical Project Manager", True),
        ("Director of Programs", True),
        ("Scrum Master", True),
        ("Head of Delivery", True),
        ("Project coordinator", True),
        ("Senior TPM", True),
        ("Support team lead", False),
        ("Engineering Manager", False),
        ("PMO analyst", False),
        ("Software engineer", False),
        ("", False),
    ],
)
def test_which_positions_were_managing(title, managing):
    assert manages(title) == managing


ASKED = Demand("experience", months=60, manages=True)


def test_years_at_something_else_are_no_years_of_managing():
    desk = position("desk", "2019-01-01")
    rollout = work("rollout", "2025-01-01", "2025-09-30")
    here = stand(ASKED, held(works=(desk, rollout)))
    assert (here.state, [piece.key for piece in here.pieces], here.reasons[0].have) == (PARTLY, ["rollout"], 9)
    # Of "years of experience" alone they are.
    assert stand(Demand("experience", months=60), held(works=(desk, rollout))).state == MET


def test_a_position_of_managing_counts():
    here = stand(ASKED, held(works=(position("pm", "2019-01-01", manages=True),)))
    assert (here.state, [piece.key for piece in here.pieces]) == (MET, ["pm"])


def test_less_time_with_a_higher_degree_is_time_of_the_same():
    other = Alternative("a master's and 2 years", "degree", level="master", months=24)
    asked = Demand("experience", months=60, manages=True, alternatives=(other,))
    desk, pm = position("desk", "2019-01-01"), position("pm", "2024-01-01", manages=True)
    assert stand(asked, held(works=(desk,), degrees=(degree("master"),))).state != MET
    assert stand(asked, held(works=(pm,), degrees=(degree("master"),))).state == MET
