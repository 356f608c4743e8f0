"""What this site writes as PDF comes back whole when it is read and proposed, from every look by every reader."""

from dataclasses import replace
from datetime import date

import pytest

from resumes.reading.checking import check
from resumes.reading.extracting import read_file
from resumes.reading.proposing import propose
from resumes.writing.content import Bullet, Contact, Content, Entry, Kind, Look, Paper, Place, Profile, Section
from resumes.writing.pdf import compile_pdf


def job(title, organization, place, starts, ends, *bullets, text=""):
    bullets = tuple(map(Bullet, bullets))
    return Entry(Kind.EXPERIENCE, title, organization, place, starts, ends, text=text, bullets=bullets)


def section(kind, heading, *entries, text=""):
    return Section(kind, heading, text, entries)


RESUME = Content(
    contact=Contact(
        name="Zoë Müller-Diaz",
        email="zoe@example.org",
        phone="+1 555 010 2233",
        url="https://zoe.example/work",
        place=Place(city="Austin", region="TX", country_code="US"),
        profiles=(Profile("LinkedIn", "zoemd", "https://www.linkedin.com/in/zoemd"),),
    ),
    headline="Technical Project Manager",
    sections=(
        section(
            Kind.SUMMARY,
            "Summary",
            text="Project manager with eight years in logistics software, known for plans that hold and for "
            "reports that are read by people who did not ask for them.",
        ),
        section(
            Kind.EXPERIENCE,
            "Experience",
            job(
                "Technical Project Manager",
                "Northwind Freight",
                "Austin, TX",
                "2021-03",
                "",
                "Moved 14 warehouse systems to one cloud account in nine months, two weeks before the date that was "
                "agreed with the board, at 6% under the planned cost",
                "Cut release lead time from 21 to 6 days",
                "Kept the PMI-ACP guild of 40 people going across three sites",
            ),
            job("Project Coordinator", "Northwind Freight", "Austin, TX", "2018-06", "2021-03", "Planned sprints"),
            job("Office Manager", "Harbor Software Inc.", "Dallas, TX", "2015", "2018", "Ran it", text="A firm of 30."),
        ),
        section(
            Kind.PROJECTS,
            "Projects",
            Entry(
                Kind.PROJECTS,
                "Bike Counter",
                "City of Austin",
                starts="2020-01",
                ends="2020-06",
                bullets=(Bullet("Counted bicycles on 14 bridges"),),
                roles=("Lead",),
            ),
        ),
        section(
            Kind.EDUCATION,
            "Education",
            Entry(Kind.EDUCATION, "B.Sc. Physics", "University of Texas", starts="2010", ends="2014", score="3.7"),
        ),
        section(
            Kind.CREDENTIALS,
            "Certifications",
            Entry(Kind.CREDENTIALS, "PMP", "Project Management Institute", ends="2022-05-01"),
            Entry(Kind.CREDENTIALS, "Certified ScrumMaster (CSM)", "Scrum Alliance", ends="2020-05"),
        ),
        section(
            Kind.SKILLS,
            "Skills",
            Entry(Kind.SKILLS, "Risk management", level="Expert"),
            Entry(Kind.SKILLS, "Tools", words=("Jira", "Confluence", "SQL")),
        ),
        section(
            Kind.VOLUNTEERING,
            "Volunteering",
            Entry(Kind.VOLUNTEERING, "Tutor", "Code Club", starts="2019", bullets=(Bullet("Teaches 12 children"),)),
        ),
        section(
            Kind.LANGUAGES,
            "Languages",
            Entry(Kind.LANGUAGES, "English", level="native"),
            Entry(Kind.LANGUAGES, "Spanish", level="B2"),
        ),
        section(Kind.AWARDS, "Awards", Entry(Kind.AWARDS, "Project of the Year", "PMI Austin", ends="2022")),
        section(Kind.INTERESTS, "Interests", Entry(Kind.INTERESTS, "Rowing"), Entry(Kind.INTERESTS, "Chess")),
    ),
)


@pytest.mark.parametrize("look", Look)
def test_a_resume_of_ours_comes_back_whole(look):
    read = read_file(compile_pdf(RESUME, look, Paper.LETTER, date(2026, 11, 30)), "mine.pdf")
    checked = check(RESUME, read.readings)
    assert [finding for finding in checked.findings if not finding.is_read()] == []
    assert len(checked.findings) == 40
    for reading in read.readings:
        proposal = propose(reading.lines)
        assert (reading.reader, proposal.leftover) == (reading.reader, ())
        assert replace(proposal.content, sections=()) == replace(RESUME, sections=())
        assert proposal.content.sections == RESUME.sections
