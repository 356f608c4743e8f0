import time
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumes.reading.checking import Outcome, Status, _in_order, check
from resumes.reading.facts import FactKind
from resumes.reading.files import Reader, Reading
from resumes.reading.proposing import propose
from resumes.reading.telling import recognized, summary
from resumes.writing.content import Bullet, Contact, Content, Entry, Kind, Profile, Section

JOBS = (
    Entry(
        Kind.EXPERIENCE, "Lead", "Acme", "Paris", "2021-03", "", bullets=(Bullet("Cut costs by 20%"), Bullet("Led six"))
    ),
    Entry(Kind.EXPERIENCE, "Analyst", "Acme", "Paris", "2018", "2021-03", bullets=(Bullet("Wrote the PMI-ACP guide"),)),
    Entry(Kind.EXPERIENCE, "Clerk", "Beta Ltd", "", "2016", "2016", text="A small firm."),
)
SKILLS = (Entry(Kind.SKILLS, "Tools", words=("Jira", "SQL")), Entry(Kind.SKILLS, "Scrum", level="expert"))
RESUME = Content(
    contact=Contact("Ana Diaz", "ana@example.org", "+1 555 010 2233", profiles=(Profile(url="https://ana.dev"),)),
    headline="Project lead",
    sections=(Section(Kind.EXPERIENCE, "Experience", "", JOBS), Section(Kind.SKILLS, "Skills", "", SKILLS)),
)
LINES = [
    *("Ana Diaz", "Project lead", "ana@example.org · +1 555 010 2233", "ana.dev", "Experience", "Acme, Paris"),
    *("Lead · Mar 2021 to present", "• Cut costs by", "20%", "• Led six", "Analyst · 2018 to Mar 2021"),
    *(
        "• Wrote the PMI-ACP guide",
        "Clerk, Beta Ltd · 2016",
        "A small firm.",
        "Skills",
        "Scrum (expert)",
        "Tools: Jira, SQL",
    ),
]


def outcomes(lines, content=RESUME):
    """What is not read, by the text of the fact."""
    checked = check(content, [Reading(Reader.PYPDF, tuple(lines))])
    found = {finding.fact.text: finding.by[Reader.PYPDF] for finding in checked.findings}
    return {text: outcome for text, outcome in found.items() if outcome.status != Status.READ}


def changed(**lines):
    """The lines with some of them otherwise, by number."""
    return [lines.get(f"at{number}", line) for number, line in enumerate(LINES)]


def missing(why=""):
    return Outcome(Status.MISSING, why)


def moved(why):
    return Outcome(Status.MOVED, why)


def test_every_fact_is_found_where_it_should_be():
    assert outcomes(LINES) == {}
    assert len(check(RESUME, []).findings) == 16


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (changed(at0="Ana"), {"Ana Diaz": missing("“diaz” is missing")}),
        (changed(at2="+1 555 010 2233"), {"ana@example.org": missing()}),
        (changed(at2="ana@exam", at3="ple.org +15550102233 ana.dev"), {"ana@example.org": moved("broken in pieces")}),
        (changed(at2="ana@example.org +1555010", at3="2233 ana.dev"), {}),
        (changed(at11="• Wrote the PMIACP guide"), {"Wrote the PMI-ACP guide": missing("“pmi-acp” is missing")}),
        (
            changed(at7="• Cut costs", at8="", at10="by 20% Analyst · 2018 to Mar 2021"),
            {"Cut costs by 20%": moved("its words stand apart")},
        ),
        (changed(at6="Lead"), {"Lead · Acme": missing("dates are missing")}),
        (changed(at6="Lead · Mar 2021 to Apr 2021"), {"Lead · Acme": missing("dates are missing")}),
        ([*changed(at6="Lead"), *["x"] * 40, "Mar 2021 to present"], {"Lead · Acme": moved("dates are elsewhere")}),
        (
            changed(at5="Paris"),
            {"Lead · Acme": missing("employer is missing"), "Analyst · Acme": missing("employer is missing")},
        ),
        (changed(at12="Clerk · 2016"), {"Clerk · Beta Ltd": missing("employer is missing")}),
        (changed(at7="• Led six", at8="", at9="• Cut costs by 20%"), {"Cut costs by 20%": moved("out of order")}),
        ([*LINES[:4], *LINES[5:], "Experience"], {"Experience": moved("out of order")}),
        (changed(at16="Tools: Jira"), {"Tools": missing("“SQL” is missing")}),
    ],
)
def test_what_is_missing_or_moved_is_said_of_the_fact(lines, found):
    assert outcomes(lines) == found


def test_an_employer_may_stand_far_above_the_second_title_but_not_above_the_first():
    words = " ".join(["word"] * 60)
    assert outcomes([*LINES[:10], words, *LINES[10:]]) == {}
    assert outcomes([*LINES[:6], words, *LINES[6:]]) == {"Lead · Acme": moved("dates are elsewhere")}


def test_a_title_that_also_stands_elsewhere_is_found_where_its_parts_are():
    words = " ".join(["word"] * 60)
    assert outcomes(["Lead", *LINES[:5], words, *LINES[5:]]) == {}


def test_dates_beside_an_employer_from_right_to_left_may_be_turned_around():
    job = Entry(Kind.EXPERIENCE, "Lead", "مكتب", "", "2021-03", "2023")
    content = Content(sections=(Section(Kind.EXPERIENCE, "Experience", "", (job,)),))
    assert outcomes(["Experience", "Lead", "2023 to 2021 Mar · بتكم"], content) == {}
    assert outcomes(["Experience", "Lead", "2023 · بتكم"], content) == {"Lead · مكتب": missing("dates are missing")}


def test_names_from_right_to_left_are_read_however_they_are_turned():
    resume = Content(contact=Contact("محمد بن علي"))
    for words in permutations(["محمد", "بن", "علي"]):
        assert outcomes([" ".join(words)], resume) == {}
        assert outcomes([" ".join(word[::-1] for word in words)], resume) == {}
    assert outcomes(["محمد بن"], resume) == {"محمد بن علي": missing("“علي” is missing")}


def test_letters_of_devanagari_may_be_repeated_but_none_may_be_lost():
    resume = Content(contact=Contact("चार की"))
    assert outcomes(["चाचार केकी"], resume) == {}
    assert set(outcomes(["चा की"], resume)) == {"चार की"}


def test_a_long_way_of_equal_words_takes_no_long_time():
    text = " ".join(["lead"] * 30_000)
    entries = tuple(Entry(Kind.EXPERIENCE, "Lead", "Lead", "", "2021", "2022") for _ in range(40))
    content = Content(sections=(Section(Kind.EXPERIENCE, "Lead", "", entries),))
    began = time.perf_counter()
    assert "Lead · Lead" in outcomes([text], content)
    assert time.perf_counter() - began < 5


@given(st.lists(st.lists(st.integers(0, 9), max_size=3, unique=True), max_size=5))
def test_as_many_as_can_be_stand_in_order(places):
    """Against all choices of at most one place of each."""
    kept = _in_order(places)
    rising = [place for place in kept if place is not None]
    assert all(place is None or place in own for place, own in zip(kept, places, strict=True))
    assert rising == sorted(set(rising))
    assert len(rising) == most_in_order(places, -1)


def most_in_order(places, last):
    if not places:
        return 0
    first, *rest = places
    taken = (1 + most_in_order(rest, place) for place in first if place > last)
    return max([most_in_order(rest, last), *taken])


def test_the_summary_counts_what_is_read_and_names_what_is_not():
    good, bad = Reading(Reader.PYPDF, tuple(LINES)), Reading(Reader.PDFMINER, tuple(changed(at9="", at11="• Wrote it")))
    broken = Reading(Reader.PDFTOTEXT, problem="It could not read this file.")
    assert summary(check(RESUME, [good, bad, broken])) == [
        "Name, email and phone, in both readers.",
        "3 positions, each with employer, title and dates, in both readers.",
        "2 headings in order, in both readers.",
        "1 of 3 bullets in order, in both readers.",
        "Missing in pdfminer.six: bullet “Led six”; "
        "bullet “Wrote the PMI-ACP guide” (“the”, “pmi-acp”, “guide” are missing).",
        "pdftotext gave nothing. It could not read this file.",
    ]
    assert summary(check(RESUME, [good, good._replace() if hasattr(good, "_replace") else good]))[0].endswith(
        "in pypdf."
    )


def test_without_a_resume_to_hold_it_against_what_was_recognized_is_said():
    assert recognized(propose(LINES)) == [
        "Recognized: name, email and phone.",
        "3 positions, each with employer, title and dates.",
        "3 bullets.",
        "Sections: Experience, Skills.",
    ]
    assert recognized(propose(["hello"])) == [
        "Not recognized: name, email and phone.",
        "No position was recognized.",
        "1 line could not be placed.",
    ]


def test_facts_name_what_they_are():
    kinds = [finding.fact.kind for finding in check(RESUME, []).findings]
    assert kinds[:6] == [*map(FactKind, ("name", "headline", "email", "phone", "link", "heading"))]
