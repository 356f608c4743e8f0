"""When a row will be there, what comes too late, what to say, and which gains would meet it."""

from datetime import date

import pytest

from applications.proof.shapes import Gain, Piece, Resume
from tests.applications.proof.cast import (
    acts_of,
    asks,
    degree,
    held,
    holds,
    other,
    position,
    shows,
    stand,
    teaches,
    under_way,
    work,
)

JIRA, SCRUM = asks("skill", skills="jira"), asks("skill", skills="scrum")
BOTH = asks("skill", skills="jira scrum")
EITHER = asks("skill", skills="jira scrum", any_of=True)
PMP = asks("credential", credentials="pmp")
PRINCE2 = asks("credential", credentials="prince2-foundation prince2-practitioner", any_of=True)
BACHELOR = asks("degree", level="bachelor")
TECHNICAL = asks("degree", level="bachelor", credentials="bachelor-technical")
FIVE_YEARS = asks("experience", months=60)
SCRUM_YEARS = asks("experience", months=24, skills="scrum")
OR_SAME = [other()]

# When it is there, if what runs goes on; and what of it comes too late.
RUNNING = {"works": (work("p:1", "2024-06-10"),)}


@pytest.mark.parametrize(
    ("demand", "there", "on"),
    [
        (FIVE_YEARS, RUNNING, date(2029, 5, 1)),
        (FIVE_YEARS, {"works": (work("p:1", "2024-06-10", "2026-10-31"),)}, None),
        (FIVE_YEARS, {"works": (*RUNNING["works"], work("p:2", "2027-01-01", None))}, date(2029, 5, 1)),
        (
            asks("experience", months=31),
            {"works": (work("p:1", "2024-06-10", "2026-11-30"), work("p:2", "2027-03-09"))},
            date(2027, 3, 9),
        ),
        (SCRUM_YEARS, {"works": (*RUNNING["works"], work("p:2", "2025-12-01", None, "scrum"))}, date(2027, 11, 1)),
        (asks("experience", months=600), RUNNING, None),
        (BACHELOR, {"degrees": (degree("master", "2029-06-30"), degree("bachelor", "2027-06-30"))}, date(2027, 6, 30)),
        (PMP, {"earliest": {"pmp": date(2027, 2, 1)}}, date(2027, 2, 1)),
        (
            PMP,
            {"earliest": {"pmp": date(2027, 2, 1)}, "pursuits": (under_way("pmp", "in_progress", "2027-01-10"),)},
            date(2027, 1, 10),
        ),
    ],
)
def test_when_it_will_be_there(demand, there, on):
    [act] = [act for act in stand(demand, held(**there)).acts if act.code in ("do_it", "earn_it")]
    assert act.on == on


@pytest.mark.parametrize(
    ("demand", "there", "closes", "late"),
    [
        (PMP, {"earliest": {"pmp": date(2027, 2, 1)}}, "2027-01-31", [("credential", "pmp", date(2027, 2, 1))]),
        (PMP, {"earliest": {"pmp": date(2027, 2, 1)}}, "2027-02-01", []),
        (PMP, {}, "2026-12-01", []),
        (FIVE_YEARS, RUNNING, "2026-12-15", [("months", "", date(2029, 5, 1))]),
        (FIVE_YEARS, RUNNING, None, []),
        (JIRA, {}, "2026-12-01", []),
    ],
)
def test_what_comes_after_the_closing_date(demand, there, closes, late):
    acts = stand(demand, held(**there), closes).acts
    assert [(act.about, act.target, act.on) for act in acts if act.code == "not_in_time"] == late


def test_learning_and_earning_lead_to_the_milestones_that_do_it():
    milestones = (teaches("board", "jira scrum"), teaches("team", "scrum"), teaches("exam", "", "pmp"))
    [learn] = stand(SCRUM, held(milestones=milestones)).acts
    [earn] = stand(PMP, held(milestones=milestones)).acts
    assert (learn.milestones, earn.milestones) == (("board", "team"), ("exam",))


@pytest.mark.parametrize(
    ("demand", "there", "skills", "rows", "acts"),
    [
        (JIRA, {"skills": {"jira": shows("e:1")}}, {"jira"}, set(), []),
        (JIRA, {"skills": {"jira": shows("e:1")}}, set(), set(), ["say_it skill jira"]),
        (JIRA, {"skills": {"jira": shows(now=4)}}, set(), set(), ["prove_it skill jira"]),
        (BOTH, {"skills": {"jira": shows("e:1"), "scrum": shows("e:1")}}, {"jira"}, set(), ["say_it skill scrum"]),
        (BOTH, {"skills": {"jira": shows("e:1")}}, set(), set(), ["say_it skill jira", "learn_it skill scrum"]),
        (EITHER, {"skills": {"jira": shows("e:1"), "scrum": shows("e:1")}}, {"jira"}, set(), []),
        (
            EITHER,
            {"skills": {"jira": shows("e:1"), "scrum": shows("e:1")}},
            set(),
            set(),
            ["say_it skill jira", "say_it skill scrum"],
        ),
        (PMP, {"credentials": (holds("pmp"),)}, set(), set(), ["say_it credential credential:pmp"]),
        (PMP, {"credentials": (holds("pmp"),)}, set(), {"credential:pmp"}, []),
        (BACHELOR, {"degrees": (degree("bachelor"), degree("master"))}, set(), {"education:master"}, []),
        (BACHELOR, {"degrees": (degree("bachelor"),)}, set(), set(), ["say_it degree education:bachelor"]),
        (
            asks("experience", months=12),
            {"works": (work("p:1", "2024-01-01"), position("j:1", "2024-01-01"))},
            set(),
            {"j:1"},
            [],
        ),
        (asks("experience", months=12), {"works": (work("p:1", "2024-01-01"),)}, set(), set(), ["say_it months p:1"]),
        (
            asks("language", languages="de"),
            {"languages": {"de": Piece("mention:de")}},
            set(),
            set(),
            ["say_it language mention:de"],
        ),
    ],
)
def test_what_is_met_and_not_on_the_resume_is_to_be_said(demand, there, skills, rows, acts):
    resume = Resume(frozenset(skills), frozenset(rows))
    assert acts_of(stand(demand, held(**there, resume=resume))) == acts


def test_without_a_resume_nothing_is_said_of_it():
    assert stand(JIRA, held(skills={"jira": shows("e:1")})).acts == ()


@pytest.mark.parametrize(
    ("demand", "there", "ways"),
    [
        (JIRA, {}, [{"jira"}]),
        (BOTH, {}, [{"jira", "scrum"}]),
        (BOTH, {"skills": {"jira": shows("e:1")}}, [{"scrum"}]),
        (BOTH, {"skills": {"jira": shows("e:1"), "scrum": shows(now=4)}}, [{"scrum"}]),
        (EITHER, {}, [{"jira"}, {"scrum"}]),
        (EITHER, {"skills": {"jira": shows("e:1")}}, []),
        (PRINCE2, {}, [{"prince2-foundation"}, {"prince2-practitioner"}]),
        (SCRUM_YEARS, {}, []),
        (
            asks("credential", credentials="pmp", or_=[other("credential", credentials=("csm",))]),
            {},
            [{"pmp"}, {"csm"}],
        ),
        (TECHNICAL, {}, [{"bachelor-technical"}]),
        (asks("degree", level="master", credentials="bachelor-technical"), {}, []),
        (asks("clearance"), {}, []),
        (asks("skill", skills="jira", said=True), {}, [{"jira"}]),
    ],
)
def test_what_would_make_a_row_met(demand, there, ways):
    assert [{gain.slug for gain in way} for way in stand(demand, held(**there)).ways] == ways


def test_a_gain_says_whether_it_is_a_skill_or_a_credential():
    assert stand(PMP, held()).ways == (frozenset({Gain("credential", "pmp")}),)
    assert stand(JIRA, held()).ways == (frozenset({Gain("skill", "jira")}),)


@pytest.mark.parametrize(
    ("demand", "there", "unanswered", "provable"),
    [
        (asks("clearance"), {}, True, False),
        (asks("clearance", said=False), {}, False, False),
        (asks("clearance", said=True), {}, False, False),
        (asks("language", languages="en"), {}, True, True),
        (asks("language", languages="en", skills="jira"), {}, False, True),
        (JIRA, {}, False, True),
    ],
)
def test_what_only_the_learner_can_say(demand, there, unanswered, provable):
    standing = stand(demand, held(**there))
    assert (standing.unanswered, standing.provable) == (unanswered, provable)
