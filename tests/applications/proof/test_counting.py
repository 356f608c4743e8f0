import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.proof.counting import lacking, summary
from applications.proof.shapes import STATES, Reason, Standing
from applications.proof.standing import Judge
from tests.applications.proof.cast import asks, degree, held, holds, other, shows, under_way, work
from tests.applications.proof.test_standing_properties import demands, helds

NAMES = {"csm": "CSM", "psm-i": "PSM I", "pmp": "PMP", "jira": "Jira", "scrum": "Scrum", "de": "German"}
EVERYTHING = held(
    skills={"jira": shows("e:1"), "agile": shows(now=3)},
    works=(work("p:1", "2024-06-10"),),
    credentials=(holds("pmp"), holds("itil-foundation", "2026-03-01")),
    degrees=(degree("bachelor"),),
)
MET = asks("skill", skills="jira")
CLAIM = asks("skill", skills="agile")
PART = asks("experience", months=60)
GONE = asks("credential", credentials="csm")
OPEN = asks("clearance")
NICE = {"strength": "preferred"}


def words(*rows):
    return summary([(row, Judge(EVERYTHING).stand(row)) for row in rows], NAMES).in_words()


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "nothing asked for"),
        ([MET], "1 of 1 required met with evidence"),
        ([GONE], "0 of 1 required met with evidence, 1 missing (CSM)"),
        ([MET, MET], "both required met with evidence"),
        ([MET] * 3, "all 3 required met with evidence"),
        ([MET] * 7 + [CLAIM, GONE], "7 of 9 required met with evidence, 1 claimed only, 1 missing (CSM)"),
        (
            [MET] * 7 + [CLAIM, GONE] + [asks("skill", skills="jira", **NICE)] * 2 + [asks("other", **NICE)] * 3,
            "7 of 9 required met with evidence, 1 claimed only, 1 missing (CSM); 2 of 5 preferred",
        ),
        ([MET, PART], "1 of 2 required met with evidence, 1 partly (30 of 60 months)"),
        ([MET, OPEN, OPEN], "1 of 3 required met with evidence, 2 for you to say"),
        (
            [asks("skill", skills="jira", **NICE), asks("skill", skills="scrum", **NICE)],
            "nothing required; 1 of 2 preferred met with evidence",
        ),
        ([asks("skill", skills="jira", **NICE)] * 2, "nothing required; both preferred met with evidence"),
        ([MET] + [asks("skill", skills="jira", **NICE)] * 4, "1 of 1 required met with evidence; all 4 preferred"),
        ([MET, asks("skill", skills="scrum", **NICE)], "1 of 1 required met with evidence; 0 of 1 preferred"),
        ([GONE, GONE], "0 of 2 required met with evidence, 2 missing (CSM)"),
        (
            [asks("skill", skills=slug) for slug in ("scrum", "a", "b", "c", "d")],
            "0 of 5 required met with evidence, 5 missing (Scrum, a, b and 2 more)",
        ),
        ([MET, asks("clearance", said=False)], "1 of 2 required met with evidence, 1 missing (clearance)"),
        ([MET, asks("other", said=False)], "1 of 2 required met with evidence, 1 missing"),
    ],
)
def test_counts_in_words(rows, said):
    assert words(*rows) == said


@pytest.mark.parametrize(
    ("row", "there", "label"),
    [
        (asks("credential", credentials="csm psm-i", any_of=True), {}, "CSM or PSM I"),
        (asks("credential", credentials="csm psm-i"), {}, "CSM and PSM I"),
        (asks("credential", credentials="csm psm-i"), {"credentials": (holds("csm"),)}, "PSM I"),
        (asks("credential", credentials="csm"), {"credentials": (holds("csm", "2026-01-01"),)}, "CSM"),
        (asks("credential", credentials="csm"), {"pursuits": (under_way("csm", "applied"),)}, "CSM"),
        (asks("credential", unlisted=("CSPO",)), {}, "CSPO"),
        (asks("degree", level="bachelor"), {}, "bachelor's degree"),
        (asks("degree", level="master"), {"degrees": (degree("master", "2028-01-31"),)}, "master's degree"),
        (asks("experience", months=1), {}, "0 of 1 month"),
        (asks("experience", months=24, skills="scrum"), {}, "0 of 24 months and Scrum"),
        (asks("credential", credentials="pmp", or_=[other("experience", months=60)]), {}, "PMP or 0 of 60 months"),
        (asks("travel", said=False), {}, "travel"),
        (asks("other"), {}, ""),
    ],
)
def test_what_a_row_lacks(row, there, label):
    assert lacking(row, Judge(held(**there)).stand(row), NAMES) == label


@given(st.lists(demands, max_size=6), helds, st.randoms())
def test_counts_add_up_whatever_the_order(rows, everything, random):
    judge = Judge(everything)
    pairs = [(row, judge.stand(row)) for row in rows]
    counted = summary(pairs, {})
    assert counted.required.total + counted.preferred.total == len(rows)
    assert counted.required.total == sum(row.required for row in rows)
    random.shuffle(pairs)
    again = summary(pairs, {})
    figures = ("met", "claimed", "partly", "missing", "unanswered")
    for one, two in ((counted.required, again.required), (counted.preferred, again.preferred)):
        assert [getattr(one, name) for name in figures] == [getattr(two, name) for name in figures]
        assert {*one.missing_ones} == {*two.missing_ones}


def test_each_state_is_counted_where_it_belongs():
    rows = [(MET, Standing(state, (Reason("absent", "x"),))) for state in STATES]
    counted = summary(rows, {}).required
    assert (counted.met, counted.claimed, counted.partly, counted.missing, counted.unanswered) == (1, 1, 1, 1, 0)
