"""Postings worked out by hand: what they ask for together, and what would open most of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.proof.demand import Posting, asked, shown_of_top, steer
from applications.proof.shapes import Gain
from applications.proof.standing import Judge
from tests.applications.proof.cast import asks, degree, held, holds, other, shows, teaches, work
from tests.applications.proof.test_standing_properties import demands, helds

PMP_ROW = asks("credential", credentials="pmp")
CSM_ROW = asks("credential", credentials="csm")
PMP_OR_CSM = asks("credential", credentials="pmp csm", any_of=True)
JIRA_ROW = asks("skill", skills="jira")
SCRUM_ROW = asks("skill", skills="scrum")
JIRA_AND_SCRUM = asks("skill", skills="jira scrum")
RISK_ROW = asks("skill", skills="risk")
PMP, CSM, CAPM = (Gain("credential", slug) for slug in ("pmp", "csm", "capm"))
JIRA, SCRUM = Gain("skill", "jira"), Gain("skill", "scrum")
# What this learner can show: one skill.
RISKS = {"skills": {"risk": shows("e:1")}}


def nice(row):
    return asks(row.kind, strength="preferred", skills=" ".join(row.skills), credentials=" ".join(row.credentials))


def saved(everything, *postings):
    """Postings called a, b, c and so on, each a list of rows."""
    judge = Judge(everything)
    return [
        Posting("abcdefghijklmnopqrstuvwxyz"[at], tuple((row, judge.stand(row)) for row in rows))
        for at, rows in enumerate(postings)
    ]


# Each: the postings, what is held; then which are open now, and which each gain would open.
CASES = [
    ("nothing saved", [], {}, "", {PMP: ""}),
    ("nothing asked", [[]], {}, "", {PMP: ""}),
    ("all met", [[RISK_ROW]], RISKS, "a", {PMP: ""}),
    ("one credential missing", [[RISK_ROW, PMP_ROW]], RISKS, "", {PMP: "a", CSM: ""}),
    ("two things missing", [[PMP_ROW, JIRA_ROW]], {}, "", {PMP: "", JIRA: ""}),
    ("either credential", [[PMP_OR_CSM]], {}, "", {PMP: "a", CSM: "a", CAPM: ""}),
    ("either credential, and one alone", [[PMP_OR_CSM, CSM_ROW]], {}, "", {PMP: "", CSM: "a"}),
    ("held already", [[PMP_ROW]], {"credentials": (holds("pmp"),)}, "a", {PMP: ""}),
    ("ran out", [[PMP_ROW]], {"credentials": (holds("pmp", "2026-01-01"),)}, "", {PMP: "a"}),
    ("preferred alone is no obstacle", [[RISK_ROW, nice(PMP_ROW)]], RISKS, "a", {PMP: ""}),
    ("nothing but wishes is never open", [[nice(PMP_ROW)]], {}, "", {PMP: ""}),
    ("months are opened by nothing", [[PMP_ROW, asks("experience", months=60)]], {}, "", {PMP: ""}),
    (
        "months that are there",
        [[PMP_ROW, asks("experience", months=12)]],
        {"works": (work("p:1", "2025-01-01"),)},
        "",
        {PMP: "a"},
    ),
    ("a skill that is claimed is in the way", [[JIRA_ROW]], {"skills": {"jira": shows(now=4)}}, "", {JIRA: "a"}),
    ("a clearance that nobody asked about", [[RISK_ROW, asks("clearance")]], RISKS, "a", {PMP: ""}),
    ("a clearance they have", [[RISK_ROW, asks("clearance", said=True)]], RISKS, "a", {PMP: ""}),
    ("a clearance they lack", [[PMP_ROW, asks("clearance", said=False)]], {}, "", {PMP: ""}),
    ("nothing but a clearance is never open", [[asks("clearance", said=True)]], {}, "", {PMP: ""}),
    (
        "or equivalent to a degree, with work",
        [[PMP_ROW, asks("degree", level="bachelor", or_=[other()])]],
        {"works": (work("p:1", "2025-01-01"),)},
        "",
        {PMP: "a"},
    ),
    (
        "or equivalent to a degree, without",
        [[PMP_ROW, asks("degree", level="bachelor", or_=[other()])]],
        {},
        "",
        {PMP: ""},
    ),
    (
        "a degree as a credential",
        [[asks("degree", level="bachelor", credentials="bachelor-technical")]],
        {"degrees": (degree("associate"),)},
        "",
        {Gain("credential", "bachelor-technical"): "a"},
    ),
    ("both skills of one row", [[JIRA_AND_SCRUM]], {}, "", {JIRA: "", SCRUM: ""}),
    ("the other one of two skills", [[JIRA_AND_SCRUM]], {"skills": {"jira": shows("e:1")}}, "", {JIRA: "", SCRUM: "a"}),
    (
        "another credential that would do",
        [[asks("credential", credentials="pmp", or_=[other("credential", credentials=("csm",))])]],
        {},
        "",
        {PMP: "a", CSM: "a"},
    ),
    (
        "the PMP in six of seven",
        [[RISK_ROW], *[[RISK_ROW, PMP_ROW]] * 5, [PMP_ROW, CSM_ROW]],
        RISKS,
        "a",
        {PMP: "bcdef", CSM: "", CAPM: ""},
    ),
]


@pytest.mark.parametrize(
    ("postings", "there", "open_now", "opened"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_would_open_which_postings(postings, there, open_now, opened):
    steering = steer(saved(held(**there), *postings))
    assert "".join(steering.open_now) == open_now
    for gain, expected in opened.items():
        number, unlock = steering.with_(gain)
        assert "".join(unlock.opens) == expected
        assert number == len(open_now) + len(expected)


def test_with_the_pmp_6_of_18_instead_of_1_and_with_the_capm_none_more():
    rows = [[RISK_ROW], *[[RISK_ROW, PMP_ROW]] * 5, *[[PMP_ROW, JIRA_ROW]] * 7, *[[asks("experience", months=60)]] * 5]
    steering = steer(saved(held(**RISKS), *rows))
    with_pmp, unlock = steering.with_(PMP)
    assert (len(steering.open_now), with_pmp, steering.asking, steering.enough) == (1, 6, 18, True)
    assert unlock.because[0].postings == tuple("bcdefghijklm")
    assert steering.with_(CAPM)[0] == 1


def test_what_meets_rows_without_opening_anything_comes_after_what_opens():
    steering = steer(saved(held(), [PMP_ROW], [JIRA_ROW, CSM_ROW], [JIRA_ROW, CSM_ROW], [JIRA_ROW, SCRUM_ROW]))
    assert [(next(iter(one.gains)).slug, one.worth) for one in steering.single] == [
        ("pmp", (1, 1, 1)),
        ("jira", (0, 3, 3)),
        ("csm", (0, 2, 2)),
        ("scrum", (0, 1, 1)),
    ]


MILESTONES = (
    teaches("first", "facilitation"),
    teaches("board", "jira scrum kanban"),
    teaches("exam", credentials="pmp"),
    teaches("tool", "jira"),
)


def test_the_next_milestone_is_the_one_that_opens_most_with_its_reasons():
    rows = [*[[JIRA_AND_SCRUM]] * 3, *[[PMP_ROW]] * 2, *[[JIRA_ROW, PMP_ROW]] * 3]
    steering = steer(saved(held(), *rows), MILESTONES)
    assert [one.milestone for one in steering.milestones] == ["board", "exam", "tool"]
    best = steering.next_milestone
    assert best.milestone == "board"
    assert best.opens == ("a", "b", "c")
    assert best.gains == {JIRA, SCRUM}
    assert best.rows == (("a", 0), ("b", 0), ("c", 0), ("f", 0), ("g", 0), ("h", 0))
    assert [(one.gain.slug, "".join(one.postings)) for one in best.because] == [("jira", "abcfgh"), ("scrum", "abc")]


def test_what_is_shown_already_is_no_reason_for_a_milestone():
    everything = held(skills={"jira": shows("e:1"), "scrum": shows("e:1")})
    assert steer(saved(everything, *[[JIRA_AND_SCRUM]] * 9), MILESTONES).milestones == ()


def test_of_milestones_that_are_worth_the_same_the_earlier_on_the_roadmap_comes_first():
    steering = steer(saved(held(), *[[JIRA_ROW]] * 8), MILESTONES)
    assert [one.milestone for one in steering.milestones] == ["board", "tool"]


@pytest.mark.parametrize(("number", "milestone"), [(7, None), (8, "exam")])
def test_below_eight_postings_there_is_too_little_to_steer_by(number, milestone):
    steering = steer(saved(held(), *[[PMP_ROW]] * number), MILESTONES)
    assert steering.enough is (milestone is not None)
    assert (steering.next_milestone and steering.next_milestone.milestone) == milestone


def test_without_any_help_there_is_no_next_milestone():
    assert steer(saved(held(), *[[asks("experience", months=60)]] * 8), MILESTONES).next_milestone is None


def test_what_is_asked_how_often_required_apart():
    everything = held(**RISKS, works=(work("p:1", "2025-01-01"),))
    postings = saved(
        everything,
        [RISK_ROW, RISK_ROW, nice(PMP_ROW), asks("experience", months=12)],
        [nice(RISK_ROW), RISK_ROW, PMP_ROW, asks("experience", months=60, skills="scrum")],
        [nice(RISK_ROW), nice(JIRA_ROW), PMP_OR_CSM],
        [nice(JIRA_ROW), asks("experience", months=60), asks("experience", months=0), asks("experience")],
    )
    found = asked(postings, Judge(everything))
    assert [(row.subject, row.required, row.preferred, row.postings, row.state) for row in found["skill"]] == [
        ("risk", 2, 1, 3, "met"),
        ("scrum", 1, 0, 1, "missing"),
        ("jira", 0, 2, 2, "missing"),
    ]
    assert [(row.subject, row.required, row.preferred) for row in found["credential"]] == [("pmp", 2, 1), ("csm", 1, 0)]
    assert [(row.subject, row.required, row.state) for row in found["months"]] == [
        ("60", 2, "partly"),
        ("12", 1, "met"),
    ]


def test_nothing_is_asked_where_nothing_is_saved():
    assert asked([], Judge(held())) == {"skill": [], "credential": [], "months": []}


@pytest.mark.parametrize(("number", "shown", "of"), [(0, 0, 0), (3, 3, 3), (9, 9, 9), (12, 10, 10)])
def test_what_of_the_top_ten_is_shown(number, shown, of):
    """The skills are asked for ever less often; those up to ``shown`` have evidence, and the last of all has too."""
    slugs = [f"skill-{at:02}" for at in range(number)]
    everything = held(skills={slug: shows("e:1") for slug in slugs})
    postings = saved(everything, *[[asks("skill", skills=slug) for slug in slugs[: at + 1]] for at in range(number)])
    assert shown_of_top(asked(postings, Judge(everything))["skill"]) == (shown, of)


def test_what_is_only_claimed_is_not_shown():
    everything = held(skills={"jira": shows(now=4), "scrum": shows("e:1")})
    found = asked(saved(everything, [JIRA_AND_SCRUM]), Judge(everything))["skill"]
    assert shown_of_top(found) == (1, 2)


@given(st.lists(st.lists(demands, max_size=5), max_size=6), helds)
def test_gains_open_what_the_slow_way_says(rows, everything):
    """Each gain by itself against each posting, row by row, straight from what is in the way."""
    postings = saved(everything, *rows)
    steering = steer(postings)
    for unlock in steering.single:
        [gain] = unlock.gains
        opened = []
        for posting in postings:
            required = [standing for demand, standing in posting.rows if demand.required]
            in_the_way = [
                one
                for one in required
                if one.state != "met" and not one.unanswered and not (one.state == "claimed" and not one.ways)
            ]
            if in_the_way and all(frozenset({gain}) in one.ways for one in in_the_way):
                opened.append(posting.key)
        assert list(unlock.opens) == sorted(opened)
        assert not {*unlock.opens} & {*steering.open_now}
