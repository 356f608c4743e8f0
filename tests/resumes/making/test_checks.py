"""What could be looked at in a resume: each check says so where it should, and is silent where it should not."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumes.base.recorded import Proof, Recorded, Sentence
from resumes.making.checks import CODES, findings
from resumes.making.composing import compose
from resumes.making.deriving import Change
from resumes.writing.content import Contact, Entry, Kind

TODAY = date(2026, 11, 30)
CONTACT = Contact(name="Ada Byron", email="ada@example.org", phone="+1 555 0100")
JOB = Entry(Kind.EXPERIENCE, title="Lead", organization="Acme", starts="2020-01", key="position:1")
PROOF = Proof(7, "The move")
TEXT = "Cut release time from 12 days to 2"


def bullet(text=TEXT, *, proof=(PROOF,), key="bullet:1"):
    return Sentence(key, text, JOB.key, tuple(proof))


def found(recorded, layer=None, *, told=(7,), posting="", today=TODAY):
    """Code, key and text of all that is found."""
    composed = compose(recorded, [layer or {}])
    return [(one.code, one.key, one.text) for one in findings(composed, today=today, told=told, posting=posting)]


def base(*sentences, entries=(JOB,), contact=CONTACT, **more):
    return Recorded(contact=contact, entries=tuple(entries), sentences=sentences, **more)


def test_a_resume_of_which_nothing_is_to_be_said():
    assert found(base(bullet())) == []


def test_an_empty_resume_lacks_what_stands_on_top():
    assert found(Recorded()) == [
        ("contact", "contact:name", "Your name is missing."),
        ("contact", "contact:email", "Your email address is missing."),
        ("contact", "contact:phone", "Your phone number is missing."),
    ]


@pytest.mark.parametrize(
    ("sentence", "told", "said"),
    [
        (bullet(proof=()), (7,), ("no-evidence", f"“{TEXT}” has no evidence yet.")),
        (
            bullet(proof=[replace(PROOF, do_not_claim="The idea was hers")]),
            (7,),
            ("no-claim", f"“{TEXT}”: you noted “The idea was hers”."),
        ),
        (bullet("Led the move"), (7,), ("no-number", "“Led the move” has no number.")),
        (bullet(), (), ("no-story", f"“{TEXT}” has no story. Could you talk about it for two minutes?")),
        (bullet("Led our 9 teams"), (7,), ("person", "“Led our 9 teams” says “our”. Resumes leave the person out.")),
        (
            bullet("9" + "x" * 200),
            (7,),
            ("long", f"“9{'x' * 58}…” is 201 characters, more than two lines."),
        ),
    ],
)
def test_each_thing_that_can_be_said_of_a_bullet(sentence, told, said):
    code, text = said
    assert found(base(sentence), told=told) == [(code, "bullet:1", text)]
    # Of what is left out nothing is said, nor of what stands in a place that is.
    for left_out in ("bullet:1", JOB.key, "section:experience"):
        assert found(base(sentence), {left_out: Change(shown=False)}, told=told) == []


def test_what_is_worded_here_is_judged_as_it_is_worded():
    layer = {"bullet:1": Change(wording="Led the move", beneath=TEXT)}
    assert [code for code, *_ in found(base(bullet()), layer)] == ["no-number"]


def test_a_verb_is_said_when_it_begins_three_bullets():
    texts = ("Led 3 teams", "led 4 teams", "LED 5 teams")
    several = [bullet(text, key=f"bullet:{number}") for number, text in enumerate(texts)]
    assert found(base(*several[:2])) == []
    assert found(base(*several)) == [("same-verb", "verb:led", "3 bullets begin with “led”.")]
    assert found(base(*several), {"bullet:0": Change(shown=False)}) == []


def jobs(*spans):
    return [replace(JOB, starts=starts, ends=ends, key=f"position:{n}") for n, (starts, ends) in enumerate(spans)]


@pytest.mark.parametrize(
    ("spans", "said"),
    [
        ([("2020-01", "2020-06"), ("2020-10", "")], []),
        ([("2020-01", "2020-06"), ("2020-11", "")], ["A gap from June 2020 to November 2020."]),
        ([("2020-11", ""), ("2020-01", "2020-06")], ["A gap from June 2020 to November 2020."]),
        # A year of which no month is known ends with it and begins with it.
        ([("2018", "2019"), ("2020", "")], []),
        ([("2017", "2018"), ("2020", "")], ["A gap from December 2018 to January 2020."]),
        # One that goes on beside others leaves none.
        ([("2015", ""), ("2016", "2017"), ("2020", "")], []),
        ([("2015", "2019-12"), ("2016", "2017"), ("2020", "")], []),
        ([("2015", "2016"), ("2018", "2019"), ("2021", "")], ["December 2016 to January 2018", "2019 to January 2021"]),
    ],
)
def test_gaps_of_more_than_three_months_are_said(spans, said):
    gaps = [text for code, _, text in found(base(entries=jobs(*spans))) if code == "gap"]
    assert len(gaps) == len(said)
    assert all(part in text for part, text in zip(said, gaps, strict=True))


def test_volunteering_fills_a_gap_and_what_is_left_out_does_not():
    first, between, last = jobs(("2015", "2016"), ("2017", "2018"), ("2019", ""))
    between = replace(between, kind=Kind.VOLUNTEERING)
    recorded = base(entries=[first, between, last])
    assert found(recorded) == []
    (gap,) = found(recorded, {between.key: Change(shown=False)})
    assert gap == ("gap", "gap:2016-12-31:2019-01-01", "A gap from December 2016 to January 2019.")


months = st.integers(0, 240)
spans_of_months = st.lists(st.tuples(months, months).map(sorted), min_size=1, max_size=6)


def month(number):
    return f"{2000 + number // 12}-{number % 12 + 1:02}"


@given(spans_of_months)
def test_gaps_are_the_runs_of_more_than_three_months_in_which_nobody_worked(spans):
    """Held against a calendar in which every month of work is marked."""
    worked = {number for begin, end in spans for number in range(begin, end + 1)}
    first, last = min(worked), max(worked)
    expected, run = [], 0
    for number in range(first, last + 1):
        if number in worked:
            expected += [number] if run > 3 else []
            run = 0
        else:
            run += 1
    entries = jobs(*((month(begin), month(end)) for begin, end in spans))
    gaps = [key.rpartition(":")[2][:7] for code, key, _ in found(base(entries=entries)) if code == "gap"]
    assert gaps == [month(number) for number in expected]


@pytest.mark.parametrize(
    ("starts", "ends", "worked", "said"),
    [
        ("", "", None, ["Lead, Acme has no dates."]),
        ("2020", "2021", (date(2020, 1, 1), date(2021, 12, 31)), []),
        (
            "2020-03",
            "2021",
            (date(2020, 2, 29), date(2021, 1, 1)),
            ["Lead, Acme begins after a project that you recorded there (February 2020)."],
        ),
        (
            "2020",
            "2021-03",
            (date(2020, 1, 1), date(2021, 4, 1)),
            ["Lead, Acme ends before a project that you recorded there, which ended in April 2021."],
        ),
        (
            "2020",
            "2021",
            (date(2020, 1, 1), None),
            ["Lead, Acme ends before a project that you recorded there, which is still running."],
        ),
        ("2020", "", (date(2020, 1, 1), None), []),
    ],
)
def test_dates_that_disagree_with_the_projects_there_are_said(starts, ends, worked, said):
    recorded = base(
        entries=[replace(JOB, starts=starts, ends=ends)], worked={JOB.key: worked} if worked is not None else {}
    )
    assert found(recorded) == [("dates", JOB.key, text) for text in said]


def test_a_skill_that_is_shown_and_that_nothing_shows_is_said():
    skill = Entry(Kind.SKILLS, title="SQL", key="skill:sql")
    unproved = base(entries=[skill], usually_hidden=frozenset({skill.key}), terms={skill.key: (("SQL", True),)})
    assert found(unproved) == []
    said = [("skill", skill.key, "You say “SQL”, and no evidence shows it.")]
    assert found(unproved, {skill.key: Change(shown=True)}) == said
    assert found(replace(unproved, usually_hidden=frozenset()), {skill.key: Change(shown=True)}) == []


def test_what_is_found_comes_in_the_order_in_which_it_is_shown():
    recorded = base(bullet("Led our move", proof=()), contact=Contact())
    codes = [code for code, *_ in found(recorded)]
    assert codes == sorted(codes, key=list(CODES).index)
    assert codes == ["contact", "contact", "contact", "no-evidence", "no-number", "person"]
