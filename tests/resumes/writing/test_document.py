"""A resume is laid out once, as the same words for every file."""

from dataclasses import replace

import pytest

from resumes.writing.content import Bullet, Contact, Content, Entry, Kind, Place, Profile, Section
from resumes.writing.document import MOST_CHARACTERS, TooLongError, lay_out


def job(title="", organization="", **said):
    return Entry(Kind.EXPERIENCE, title, organization, **said)


def section(*entries, kind=Kind.EXPERIENCE, text=""):
    return Content(sections=(Section(kind, "Heading", text, entries),))


def said(content):
    return [line.text for line in lay_out(content).lines()]


def test_an_empty_resume_still_has_a_first_line():
    document = lay_out(Content())
    assert [line.text for line in document.lines()] == ["Resume"]
    assert (document.title, document.author) == ("Resume", "")


def test_a_file_is_named_for_the_person():
    document = lay_out(Content(Contact(name=" Mira\tOkafor\r\n")))
    assert (document.title, document.author, document.name) == ("Mira Okafor – Resume", "Mira Okafor", "Mira Okafor")


def test_contact_stands_in_two_lines():
    contact = Contact(
        name="Mira",
        email="mira@example.org",
        phone="+1 (202) 555-0100",
        url="mira.example.org",
        place=Place("12 Main St\r\nUnit 4", "43215", "Columbus", "Ohio", "US"),
        profiles=(
            Profile("LinkedIn", "mira", "https://www.linkedin.com/in/mira"),
            Profile("Mastodon", "mira", "https://social.example.org/@mira"),
            Profile("GitHub", "mira"),
            Profile("Elsewhere"),
            Profile(),
        ),
    )
    first, second = lay_out(Content(contact)).contact
    assert [(piece.text, piece.address) for piece in first] == [
        ("mira@example.org", "mailto:mira@example.org"),
        ("+1 (202) 555-0100", "tel:+12025550100"),
        ("12 Main St, Unit 4, Columbus, Ohio 43215, US", ""),
    ]
    assert [(piece.text, piece.address) for piece in second] == [
        ("mira.example.org", "https://mira.example.org"),
        ("https://www.linkedin.com/in/mira", "https://www.linkedin.com/in/mira"),
        ("Mastodon: https://social.example.org/@mira", "https://social.example.org/@mira"),
        ("GitHub: mira", ""),
        ("Elsewhere", ""),
    ]


def test_a_long_address_has_a_line_of_its_own():
    place = Place("1200 North Fifth-Street Boulevard, Building 4", "43215", "Columbus", "Ohio", "US")
    assert said(Content(Contact(email="m@example.org", place=place, url="m.example.org"))) == [
        "Resume", "m@example.org", "1200 North Fifth-Street Boulevard, Building 4, Columbus, Ohio 43215, US",
        "m.example.org",
    ]  # fmt: skip


def test_a_postal_code_without_a_region_leads_the_city():
    assert said(Content(Contact(place=Place("", "10115", "Berlin", "", "DE")))) == ["Resume", "10115 Berlin, DE"]


def test_a_job_has_its_dates_on_the_line_of_its_employer():
    entry = job(
        "Lead", "Harbor", place="Columbus", starts="2022-03", text="Tools.\n\nTwo teams.", bullets=(Bullet("Cut it"),)
    )
    assert said(section(entry)) == [
        "Resume", "Heading", "Lead", "Harbor, Columbus · Mar 2022 to present", "Tools.", "Two teams.", "Cut it",
    ]  # fmt: skip


def test_positions_at_one_employer_stand_together_each_with_its_dates():
    content = section(
        job("Lead", "Harbor Systems", place="Columbus", starts="2022-03"),
        job("Engineer", "harbor  systems", place="Columbus", starts="2019", ends="2022-03"),
        job("Clerk", "Northwind", ends="2018"),
        job("Intern", "Harbor Systems", ends="2016"),
    )
    assert said(content)[2:] == [
        "Harbor Systems · Columbus", "Lead · Mar 2022 to present", "Engineer · 2019 to Mar 2022",
        "Clerk", "Northwind · 2018", "Intern", "Harbor Systems · 2016",
    ]  # fmt: skip
    assert [block.below for block in lay_out(content).parts[0].blocks] == [False, True, True, False, False]


def test_a_place_that_differs_stays_with_its_position():
    content = section(job("Lead", "Harbor", place="Oslo", ends="2022"), job("Clerk", "Harbor", place="Bergen"))
    assert said(content)[2:] == ["Harbor", "Lead · Oslo · 2022", "Clerk · Bergen"]


def test_two_jobs_without_an_employer_are_no_promotion():
    assert said(section(job("Lead"), job("Clerk")))[2:] == ["Lead", "Clerk"]


def test_the_employer_stands_for_a_title_that_is_missing():
    assert said(section(job("", "Harbor", place="Oslo", ends="2020")))[2:] == ["Harbor", "Oslo · 2020"]


@pytest.mark.parametrize(
    ("entry", "lines"),
    [
        (
            Entry(Kind.PROJECTS, "Page", "Food Bank", sort="application", roles=("Lead", "Writer"), ends="2024-02-09",
                  url="https://page.example.org", words=("Django", "SQL"), text="Says what is open."),
            ["Page", "Lead, Writer, Food Bank · application · Feb 9, 2024 · https://page.example.org",
             "Says what is open.", "Django, SQL"],
        ),
        (
            Entry(Kind.EDUCATION, "Computing", "Ohio State", level="BSc", starts="2013", ends="2017", score="3.7",
                  words=("Systems",)),
            ["BSc Computing", "Ohio State · 2013 to 2017 · Grade 3.7", "Systems"],
        ),
        (Entry(Kind.EDUCATION, "BSc Computing", "Ohio State", level="BSc"), ["BSc Computing", "Ohio State"]),
        (Entry(Kind.CREDENTIALS, "ITIL 4", "PeopleCert", ends="2024-05-03"), ["ITIL 4 · PeopleCert · May 3, 2024"]),
        (Entry(Kind.SKILLS, "Delivery", level="advanced", words=("Scrum", "Kanban")),
         ["Delivery (advanced): Scrum, Kanban"]),
        (Entry(Kind.REFERENCES, "Ada", text="Ran it well."), ["Ada", "Ran it well."]),
        (Entry(Kind.AWARDS, "Best", "ACM", ends="2020", text="For it."), ["Best · ACM · 2020", "For it."]),
        (Entry(Kind.VOLUNTEERING, "Guide", "Museum", starts="2020"), ["Guide", "Museum · 2020 to present"]),
        (Entry(Kind.PUBLICATIONS), None),
    ],
)  # fmt: skip
def test_each_kind_of_entry(entry, lines):
    assert said(section(entry, kind=entry.kind)) == (["Resume"] if lines is None else ["Resume", "Heading", *lines])


def test_what_is_only_named_stands_in_one_line():
    content = section(
        Entry(Kind.SKILLS, "SQL", level="good", key="a"), Entry(Kind.SKILLS, "Python", key="b"), kind=Kind.SKILLS
    )
    assert said(content)[2:] == ["SQL (good), Python"]
    assert [(line.text, line.key) for line in lay_out(content).parts[0].names] == [("SQL (good)", "a"), ("Python", "b")]


def test_a_line_keeps_the_key_of_what_it_comes_from():
    entry = job(
        "Lead",
        "Harbor",
        text="Tools.",
        bullets=(Bullet("Cut it", "b1"), Bullet("  "), Bullet("Ran it", "b2")),
        key="e1",
    )
    assert [(line.text, line.key) for line in lay_out(section(entry)).lines()][2:] == [
        ("Lead", "e1"), ("Harbor", "e1"), ("Tools.", "e1"), ("Cut it", "b1"), ("Ran it", "b2"),
    ]  # fmt: skip


def test_a_section_with_nothing_in_it_is_not_there():
    assert said(section(job(bullets=(Bullet(" \n"),)), text=" ")) == ["Resume"]


def test_what_is_too_long_is_refused_with_its_length():
    content = section(job("Lead", bullets=(Bullet("x" * MOST_CHARACTERS),)))
    with pytest.raises(TooLongError, match=r"This resume is 120,017 characters in 4 lines"):
        lay_out(content)
    with pytest.raises(TooLongError, match=r"in 3,003 lines"):
        lay_out(section(job("Lead", bullets=(Bullet("x"),) * 3000)))
    fits = replace(content.sections[0].entries[0], bullets=(Bullet("x" * (MOST_CHARACTERS - 17)),))
    assert len(said(section(fits))[-1]) == MOST_CHARACTERS - 17
