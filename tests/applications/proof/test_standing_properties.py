"""What holds of every row and every learner: more evidence, other orders, later days."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from applications.proof.experience import Experience
from applications.proof.shapes import (
    MET,
    STATES,
    CredentialHeld,
    DegreeHeld,
    Demand,
    Held,
    Piece,
    Pursuit,
    SkillHeld,
    Work,
)
from applications.proof.standing import Judge
from applications.reading.shapes import KINDS, LEVELS, Alternative
from evidence.catalog.months import Span, first_day, last_day, month_of
from tests.applications.proof.cast import TODAY

SKILLS = ("jira", "scrum", "agile")
CREDENTIALS = ("pmp", "prince2-foundation", "prince2-practitioner", "bachelor-technical")
LANGUAGES = ("de", "en")
INCLUDES = {"prince2-practitioner": frozenset({"prince2-foundation"})}


def some_of(names):
    return st.lists(st.sampled_from(names), unique=True, max_size=2).map(tuple)


days = st.dates(date(2015, 1, 1), date(2029, 12, 31))
keys = st.integers(1, 9).map(lambda number: Piece(f"evidence:{number}", number))
skills_held = st.builds(
    SkillHeld,
    st.lists(keys, max_size=2, unique=True).map(tuple),
    st.lists(keys, max_size=1).map(tuple),
    st.none() | st.integers(0, 4),
)
works = st.builds(
    lambda piece, starts, length, **fields: Work(
        piece, starts, None if length is None else starts + timedelta(days=length), **fields
    ),
    keys,
    days,
    st.none() | st.integers(0, 2000),
    skills=some_of(SKILLS).map(frozenset),
    led=st.booleans(),
    professional=st.booleans(),
    is_position=st.booleans(),
)
credentials_held = st.builds(
    lambda slug, piece, earned, valid: CredentialHeld(
        slug, piece, earned, None if valid is None else earned + timedelta(days=valid)
    ),
    st.sampled_from(CREDENTIALS),
    keys,
    days,
    st.none() | st.integers(0, 2000),
)
helds = st.builds(
    Held,
    st.just(TODAY),
    skills=st.dictionaries(st.sampled_from(SKILLS), skills_held, max_size=3),
    works=st.lists(works, max_size=3).map(tuple),
    credentials=st.lists(credentials_held, max_size=3).map(tuple),
    pursuits=st.lists(
        st.builds(Pursuit, st.sampled_from(CREDENTIALS), st.sampled_from(["in_progress", "applied"]), keys), max_size=2
    ).map(tuple),
    degrees=st.lists(st.builds(DegreeHeld, st.sampled_from(LEVELS), keys, days, st.booleans()), max_size=2).map(tuple),
    languages=st.dictionaries(st.sampled_from(LANGUAGES), keys, max_size=2),
    named=st.dictionaries(st.just("cspo"), keys, max_size=1),
    includes=st.just(INCLUDES),
)
alternatives = st.builds(
    Alternative,
    st.just("or else"),
    kind=st.sampled_from([*KINDS, "equivalent", "obtain_later"]),
    months=st.none() | st.integers(0, 60),
    level=st.sampled_from(["", *LEVELS]),
    credentials=some_of(CREDENTIALS),
)
demands = st.builds(
    Demand,
    st.sampled_from(KINDS),
    strength=st.sampled_from(["required", "preferred"]),
    skills=some_of(SKILLS),
    credentials=some_of(CREDENTIALS),
    unlisted=some_of(("CSPO",)),
    any_of=st.booleans(),
    level=st.sampled_from(["", *LEVELS]),
    languages=some_of(LANGUAGES),
    months=st.none() | st.integers(0, 90),
    alternatives=st.lists(alternatives, max_size=2).map(tuple),
    said=st.sampled_from([None, True, False]),
)


def together(one: Held, more: Held) -> Held:
    """A learner with all that two of them hold, and the better of two ratings."""
    skills = dict(one.skills)
    for slug, there in more.skills.items():
        here = skills.get(slug, SkillHeld())
        ratings = [now for now in (here.now, there.now) if now is not None]
        skills[slug] = SkillHeld(here.pieces + there.pieces, here.told + there.told, max(ratings, default=None))
    return replace(
        one,
        skills=skills,
        works=one.works + more.works,
        credentials=one.credentials + more.credentials,
        pursuits=one.pursuits + more.pursuits,
        degrees=one.degrees + more.degrees,
        languages={**one.languages, **more.languages},
        named={**one.named, **more.named},
    )


def rank(demand: Demand, held: Held) -> int:
    return STATES.index(Judge(held).stand(demand).state)


@settings(max_examples=400)
@given(demands, helds, helds)
def test_more_evidence_never_makes_a_row_worse(demand, held, more):
    assert rank(demand, together(held, more)) >= rank(demand, held)


@given(demands, helds)
def test_a_met_row_names_what_proves_it_and_nothing_else_is_wanting(demand, held):
    standing = Judge(held).stand(demand)
    if standing.state == MET:
        assert standing.pieces
        assert standing.acts == standing.ways == ()


@given(demands, helds)
def test_every_row_has_its_reason_and_every_act_comes_once(demand, held):
    standing = Judge(held).stand(demand)
    assert standing.reasons
    assert len(set(standing.acts)) == len(standing.acts)


@given(st.lists(demands, max_size=4), helds, st.randoms())
def test_the_order_of_rows_changes_nothing(rows, held, random):
    expected = {row: Judge(held).stand(row) for row in rows}
    random.shuffle(rows)
    judge = Judge(held)
    assert tuple(judge.stand(row) for row in rows) == tuple(expected[row] for row in rows)


@settings(max_examples=400)
@given(demands, helds)
def test_a_gain_that_is_said_to_meet_a_row_does(demand, held):
    """Each way, gained: the skills by a piece of evidence, the credentials held for good."""
    for way in Judge(held).stand(demand).ways:
        gained = Held(
            TODAY,
            skills={gain.slug: SkillHeld((Piece("evidence:99"),)) for gain in way if gain.about == "skill"},
            credentials=tuple(
                CredentialHeld(gain.slug, Piece("credential:99"), TODAY) for gain in way if gain.about == "credential"
            ),
        )
        assert Judge(together(held, gained)).stand(demand).state == MET


@given(helds, some_of(SKILLS), st.integers(0, 900))
def test_a_later_day_never_has_fewer_months(held, skills, days_later):
    later = replace(held, today=TODAY + timedelta(days=days_later))
    assert Experience(later).spent(skills).months >= Experience(held).spent(skills).months


@given(demands, helds, st.integers(0, 900))
def test_a_later_day_makes_no_row_worse_unless_a_credential_runs_out(demand, held, days_later):
    for_good = replace(held, credentials=tuple(replace(one, expires_on=None) for one in held.credentials))
    later = replace(for_good, today=TODAY + timedelta(days=days_later))
    assert rank(demand, later) >= rank(demand, for_good)


@given(helds, some_of(SKILLS))
def test_months_are_those_of_an_obvious_count(held, skills):
    """Month by month: whether any day of it up to today lies in work that counts."""
    spans = [
        Span(work.starts_on, min(work.ends_on or TODAY, TODAY))
        for work in held.works
        if work.professional and (work.skills & set(skills) if skills else work.led or work.is_position)
    ]
    spans = [span for span in spans if span.first <= span.last]
    months = range(month_of(date(2015, 1, 1)), month_of(TODAY) + 1)
    count = sum(
        any(span.first <= last_day(month) and span.last >= first_day(month) for span in spans) for month in months
    )
    assert Experience(held).spent(skills).months == count


@given(helds, some_of(SKILLS), st.integers(1, 90))
def test_the_day_on_which_there_are_enough_months_is_the_first(held, skills, needed):
    on = Experience(held).reached_on(needed, skills)
    if on is not None:
        assert Experience(replace(held, today=on)).spent(skills).months >= needed
        if on > TODAY:
            before = replace(held, today=on - timedelta(days=1))
            assert Experience(before).spent(skills).months < needed
