"""What a proposal holds beyond the facts of the styles: texts, levels, what is left over."""

import pytest

from resumes.reading.proposing import propose
from resumes.writing.content import Entry, Kind


def under(heading, *lines):
    return propose(["Ana Diaz", heading, *lines])


def left(proposal):
    return [line.text for line in proposal.leftover]


@pytest.mark.parametrize(
    ("lines", "entries"),
    [
        (
            ["PMP", "PMI · Issued Jan 2021 · Expires Jan 2024", "Credential ID 12"],
            [("PMP", "PMI", "2021-01", "Expires Jan 2024\nCredential ID 12")],
        ),
        (["PMP (PMI, 2021)", "CSM – Scrum Alliance"], [("PMP", "PMI", "2021", ""), ("CSM", "Scrum Alliance", "", "")]),
        (["CAPM, valid until 2026"], [("CAPM", "", "", "Expires 2026")]),
    ],
)
def test_credentials_with_what_is_said_of_them(lines, entries):
    found = under("Certifications", *lines).entries(Kind.CREDENTIALS)
    assert [(one.title, one.organization, one.ends, one.text) for one in found] == entries


@pytest.mark.parametrize(
    ("lines", "entries"),
    [
        (["Scrum (advanced), SQL (PostgreSQL)"], [("Scrum", "advanced", ()), ("SQL (PostgreSQL)", "", ())]),
        (["Tools: Jira,", "Trello", "SQL"], [("Tools", "", ("Jira", "Trello")), ("SQL", "", ())]),
        (["Languages: Python, Go"], [("Languages", "", ("Python", "Go"))]),
    ],
)
def test_skills_with_levels_and_words(lines, entries):
    found = under("Skills", *lines).entries(Kind.SKILLS)
    assert [(one.title, one.level, one.words) for one in found] == entries


def test_a_heading_in_capitals_ends_a_list_of_skills():
    proposal = under("SKILLS", "Jira", "LANGUAGES: English, Spanish (B2)")
    assert proposal.entries(Kind.SKILLS) == [Entry(Kind.SKILLS, "Jira")]
    assert [(one.title, one.level) for one in proposal.entries(Kind.LANGUAGES)] == [("English", ""), ("Spanish", "B2")]


def test_a_text_before_the_first_heading_is_a_summary():
    text = "Led deliveries of software for ten years in three countries and never lost a plan."
    (section,) = propose(["Ana Diaz", "ana@example.org", text]).content.sections
    assert (section.kind, section.text) == (Kind.SUMMARY, text)


def test_a_second_title_has_the_place_of_the_employer_above_too():
    found = under("Experience", "Acme Inc., Austin, TX", "Lead, 2020 – 2022", "• One", "Analyst, 2018 – 2020")
    assert [one.place for one in found.entries(Kind.EXPERIENCE)] == ["Austin, TX", "Austin, TX"]


def test_numbers_of_pages_and_what_runs_along_are_left_over_and_break_no_bullet():
    proposal = under("Experience", "Lead, Acme Inc., 2020 – 2022", "• One and", "Ana Diaz - Page 2", "two", "2 of 2")
    assert [bullet.text for bullet in proposal.entries(Kind.EXPERIENCE)[0].bullets] == ["One and two"]
    assert left(proposal) == ["Ana Diaz - Page 2", "2 of 2"]


def test_a_section_that_is_none_here_is_left_over_with_its_heading():
    assert left(under("Security Clearance", "Secret")) == ["Security Clearance", "Secret"]


def test_a_second_job_without_dates_stays_text_and_is_not_lost():
    proposal = under("Experience", "Lead, Acme Inc.", "• One")
    assert proposal.entries(Kind.EXPERIENCE) == []
    assert left(proposal) == ["Experience", "Lead, Acme Inc.", "• One"]


def test_education_with_grade_courses_and_more():
    lines = [
        "BSc Physics, University of Utah, 2010 – 2014",
        "GPA: 3.7/4.0",
        "Coursework: Statistics, Optics",
        "• Rowed",
    ]
    (one,) = under("Education", *lines).entries(Kind.EDUCATION)
    assert (one.title, one.organization, one.starts, one.ends) == ("BSc Physics", "University of Utah", "2010", "2014")
    assert (one.score, one.words, [bullet.text for bullet in one.bullets]) == (
        "3.7/4.0",
        ("Statistics", "Optics"),
        ["Rowed"],
    )


def test_a_reference_is_kept_and_that_they_can_be_asked_for_is_not():
    proposal = under("References", "She keeps her plans. Bo Ek", "Available upon request.")
    assert [one.text for one in proposal.entries(Kind.REFERENCES)] == ["She keeps her plans. Bo Ek"]
    assert left(proposal) == ["Available upon request."]
