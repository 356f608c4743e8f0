"""What must hold for any projects, and what a project is worth."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.catalog.eligibility import (
    AGILE,
    CONSTRUCTION,
    COUNTS,
    ELIGIBLE,
    LEADING,
    MET,
    MISSING,
    NOT_YET,
    OPEN,
    PORTFOLIO_ONLY,
    PROGRAM,
    RESUME_ONLY,
    Course,
    Degree,
    Held,
    Person,
    Requirement,
    Rule,
    Verdict,
    Work,
    judge,
)
from evidence.catalog.months import Count, window
from evidence.ledger.assessing import Assessor, best, counting, running, shares

DAY = timedelta(days=1)
AS_OF = st.dates(date(2016, 1, 1), date(2026, 12, 31))
YEARS = st.none() | st.integers(1, 8)
LENGTHS = st.none() | st.integers(0, 900)


@st.composite
def works(draw, lengths=LENGTHS, least=0):
    rows = draw(
        st.lists(st.tuples(st.dates(date(2012, 1, 1), date(2024, 12, 31)), lengths), min_size=least, max_size=6)
    )
    return tuple(
        Work(key, f"P{key}", first, None if length is None else first + length * DAY)
        for key, (first, length) in enumerate(rows, start=1)
    )


def count(rows, as_of, years):
    return Assessor(Person(works=tuple(rows)), as_of).count(LEADING, years)


slowly = settings(deadline=None, max_examples=80, suppress_health_check=list(HealthCheck))


@slowly
@given(rows=works(least=1), as_of=AS_OF, years=YEARS)
def test_one_project_more_never_lowers_the_count(rows, as_of, years):
    fewer, more = count(rows[:-1], as_of, years), count(rows, as_of, years)
    assert more.generous >= fewer.generous
    assert more.strict >= fewer.strict


@slowly
@given(rows=works(lengths=st.integers(1, 900), least=1), as_of=AS_OF, years=YEARS, cut=st.integers(1, 899))
def test_a_project_in_two_parts_counts_the_same(rows, as_of, years, cut):
    whole = rows[0]
    middle = whole.starts_on + min(cut, (whole.ends_on - whole.starts_on).days) * DAY
    parts = (Work(98, "a", whole.starts_on, middle - DAY), Work(99, "b", middle, whole.ends_on), *rows[1:])
    assert count(parts, as_of, years) == count(rows, as_of, years)


@slowly
@given(rows=works(lengths=st.integers(0, 900)), as_of=AS_OF, years=st.integers(1, 8), later=st.integers(0, 2000))
def test_waiting_never_raises_the_months_of_closed_projects(rows, as_of, years, later):
    closed = tuple(row for row in rows if row.ends_on <= as_of)
    now, then = count(closed, as_of, years), count(closed, as_of + later * DAY, years)
    assert then.generous <= now.generous
    assert then.strict <= now.strict


@slowly
@given(rows=works(), as_of=AS_OF, years=YEARS)
def test_strict_never_exceeds_generous_and_the_shares_add_up(rows, as_of, years):
    counted = count(rows, as_of, years)
    assert counted.strict <= counted.generous
    rows_of = shares(rows, LEADING, within=window(as_of, years))
    assert sum(share.added for share in rows_of) == counted.generous
    assert all(0 <= share.added <= share.touched for share in rows_of)


@pytest.mark.parametrize(
    ("professional", "led", "approach", "program", "construction", "worths"),
    [
        (True, True, "predictive", False, False, (COUNTS, RESUME_ONLY, RESUME_ONLY, RESUME_ONLY)),
        (True, True, "hybrid", True, True, (COUNTS, COUNTS, COUNTS, COUNTS)),
        (True, False, "agile", True, False, (RESUME_ONLY, RESUME_ONLY, COUNTS, RESUME_ONLY)),
        (True, False, "", False, True, (RESUME_ONLY, RESUME_ONLY, RESUME_ONLY, COUNTS)),
        (False, True, "agile", True, True, (PORTFOLIO_ONLY,) * 4),
    ],
)
def test_what_a_project_is_worth(professional, led, approach, program, construction, worths):
    said = {
        "professional": professional,
        "led": led,
        "approach": approach,
        "is_program": program,
        "is_construction": construction,
    }
    assert tuple(judge(sort, **said).worth for sort in (LEADING, PROGRAM, AGILE, CONSTRUCTION)) == worths


def test_a_verdict_names_all_that_would_have_to_change():
    verdict = judge(PROGRAM, professional=False, led=False, approach="", is_program=False, is_construction=False)
    assert verdict == Verdict(PORTFOLIO_ONLY, ("professional", "led", "program"))


EDUCATION = Requirement("education", education="bachelor")
MONTHS = Requirement("experience", experience=LEADING, months=36, within_years=8)
HOURS = Requirement("training", training="pm_education", hours=35)
ACCREDITED = Requirement("flag", flag="gac_accredited")
ON = date(2026, 11, 25)


def test_the_nearest_path_is_the_one_that_comes_by_going_on():
    """24 months and an accredited degree are further away than 36 months, for whoever has 30 and another degree."""
    person = Person(
        works=(Work(1, "P", date(2024, 6, 1), None),),
        degrees=(Degree("bachelor"),),
        courses=(Course("pm_education", Decimal(35), date(2024, 1, 1)),),
    )
    assessor = Assessor(person, ON)
    going_on = assessor.assess(Rule("x", (EDUCATION, MONTHS, HOURS)))
    accredited = assessor.assess(Rule("x", (EDUCATION, ACCREDITED, HOURS)))
    assert best([accredited, going_on]) is going_on
    assert best([]) is None


def test_of_complete_paths_the_one_for_the_higher_degree_is_nearest():
    assessor = Assessor(Person(degrees=(Degree("bachelor"),)), ON)
    school = Requirement("education", education="secondary")
    lower, higher = (assessor.assess(Rule("x", (asked,))) for asked in (school, EDUCATION))
    assert best([lower, higher]) is higher


def test_what_is_complete_or_open_is_nearer_than_what_is_not():
    person = Person(degrees=(Degree("bachelor"),))
    assessor = Assessor(person, ON)
    complete, lacking, nothing = (assessor.assess(Rule("x", asked)) for asked in ((EDUCATION,), (HOURS, MONTHS), ()))
    assert [complete.state, lacking.state, nothing.state] == [ELIGIBLE, NOT_YET, OPEN]
    assert best([lacking, complete]) is complete
    assert best([lacking, complete, nothing]) is nothing


def test_two_wordings_that_come_to_the_same_have_the_same_outcome():
    person = Person(degrees=(Degree("master"),), works=(Work(1, "P", date(2020, 1, 1), date(2025, 12, 31)),))
    assessor = Assessor(person, ON)
    easier = Requirement("experience", experience=LEADING, months=30, within_years=8, note="Other words.")
    before, after = assessor.assess(Rule("x", (EDUCATION, MONTHS))), assessor.assess(Rule("x", (EDUCATION, easier)))
    assert before != after
    assert (before.state, after.state) == (ELIGIBLE, ELIGIBLE)
    # Of what is complete only the day remains on which it no longer is: that differs with the months asked for.
    assert (before.outcome[-2:], after.outcome[-2:]) == ((date(2031, 2, 1), 35), (date(2031, 8, 1), 29))
    reworded = replace(MONTHS, note="Other words.")
    assert assessor.assess(Rule("x", (EDUCATION, reworded))).outcome == before.outcome
    harder = assessor.assess(Rule("x", (EDUCATION, Requirement("experience", experience=LEADING, months=99))))
    assert before.outcome != harder.outcome


def test_an_outcome_leaves_out_what_is_there():
    outcome = Assessor(Person(degrees=(Degree("master"),)), ON).assess(Rule("x", (EDUCATION,))).outcome
    assert outcome == (ELIGIBLE, ON, ON, None, 0)


def test_counts_that_are_given_are_used():
    assessor = Assessor(Person(), ON, {(LEADING, 8): Count(36, 35)})
    assert assessor.assess(Rule("x", (MONTHS,))).items[0].months == Count(36, 35)


def test_a_counting_says_what_lies_outside_and_what_does_not_count():
    person = Person(
        works=(
            Work(1, "inside", date(2025, 1, 1), date(2025, 3, 31)),
            Work(2, "before", date(2010, 1, 1), date(2010, 3, 31)),
            Work(3, "other", date(2025, 1, 1), date(2025, 3, 31), frozenset({AGILE})),
        )
    )
    found = counting(Assessor(person, ON), LEADING, 8)
    assert [(share.work.title, share.touched, share.added) for share in found.shares] == [("inside", 3, 3)]
    assert (found.outside, found.elsewhere, found.naive, found.count) == (1, 1, 3, Count(3, 3))


def test_running_projects_are_those_that_go_on_and_count():
    rows = (
        Work(1, "open", date(2025, 1, 1), None),
        Work(2, "planned end", date(2025, 1, 1), ON + DAY),
        Work(3, "ends today", date(2025, 1, 1), ON),
        Work(4, "other", date(2025, 1, 1), None, frozenset({AGILE})),
    )
    assert running(rows, [LEADING], ON) == 2


def test_what_was_today_elsewhere_counts_from_today_on():
    """Recorded east of here, up to the latest day that it is anywhere; what is later still is not there yet."""
    training = Requirement("training", training="pm_education", hours=35)
    rule = Rule("pmp", (training, Requirement("holds", holds=("capm",))))

    def person(day):
        course = Course("pm_education", Decimal(35), day)
        return Person(
            (Work(1, "new", day, None),), (Degree("bachelor", True, day, True),), (course,), (Held("capm", day),)
        )

    def states(person):
        assessor = Assessor(person, ON)
        return {item.state for item in assessor.assess(rule).items}, assessor.count(LEADING, None).generous

    for days in range(-1, 4):
        stood = person(ON + days * DAY).on(ON, latest=ON + 2 * DAY)
        assert states(stood) == (({MET}, 1) if days < 3 else ({MISSING}, 0)), days
        assert stood.on(ON, latest=ON + 2 * DAY) == stood
    # Where nothing is ahead of the learner, nothing is counted before its day.
    assert states(person(ON + DAY).on(ON, latest=ON)) == ({MISSING}, 0)
    assert person(ON).on(ON, latest=ON + DAY) == person(ON)
    # A degree may be expected for tomorrow.
    expected = Person(degrees=(Degree("bachelor", True, ON + DAY),))
    assert expected.on(ON, latest=ON + DAY).education(ON) == ("none", False)


def test_a_credential_is_held_on_its_last_day_and_not_after():
    held = Held("capm", date(2024, 1, 1), ON)
    assert [held.active(day) for day in (date(2023, 12, 31), date(2024, 1, 1), ON, ON + DAY)] == [
        False,
        True,
        True,
        False,
    ]
