"""What the styles do not show of how the heads of entries are told apart."""

import pytest

from resumes.reading.pieces import head_of, is_organized, is_place, is_titled, looks_like_head
from resumes.reading.proposing import propose
from resumes.writing.content import Kind


def jobs(*lines):
    proposal = propose(["Ana Diaz", "Experience", *lines])
    return [
        (one.entry.title, one.entry.organization, len(one.entry.bullets), [line.number for line in one.lines])
        for section in proposal.sections
        if section.kind == Kind.EXPERIENCE
        for one in section.entries
    ]


def test_titles_under_one_employer_all_have_its_line():
    assert jobs("Acme Inc.", "Lead, 2020 – 2022", "• One", "Analyst, 2018 – 2020", "• Two") == [
        ("Lead", "Acme Inc.", 1, [3, 4, 5]),
        ("Analyst", "Acme Inc.", 1, [3, 6, 7]),
    ]


def test_a_comma_is_part_of_a_title_where_employers_have_a_line_of_their_own():
    found = jobs("Acme Inc.", "Lead, Payments · 2020 – 2022", "• One", "Analyst, Cards · 2018 – 2020", "• Two")
    assert [job[:2] for job in found] == [("Lead, Payments", "Acme Inc."), ("Analyst, Cards", "Acme Inc.")]


def test_a_single_year_is_enough_below_a_title():
    found = jobs("Lead", "Acme · 2020 – 2022", "• One", "Analyst", "Zeta Rail · 2014", "• Two")
    assert [job[:3] for job in found] == [("Lead", "Acme", 1), ("Analyst", "Zeta Rail", 1)]


def test_an_employer_with_dates_of_its_own_over_titles_is_no_job():
    assert jobs("Acme Inc., 2018 – 2022", "Lead, 2020 – 2022", "• One") == [("Lead", "Acme Inc.", 1, [3, 4, 5])]


def test_the_order_of_the_others_decides_where_words_do_not():
    lines = [
        "Acme | Lead | 2020 – 2022",
        "• One",
        "Beta | Analyst | 2018 – 2020",
        "• Two",
        "Zeta | Florist | 2016 – 2018",
    ]
    assert [job[:2] for job in jobs(*lines)] == [("Lead", "Acme"), ("Analyst", "Beta"), ("Florist", "Zeta")]


def test_a_paragraph_without_a_full_stop_stays_with_its_own_job():
    found = jobs(
        "Lead, Acme", "2020 – 2022", "Built three teams", "Opened a site", "Analyst, Beta", "2018 – 2020", "Wrote it"
    )
    assert [(title, organization, lines) for title, organization, _, lines in found] == [
        ("Lead", "Acme", [3, 4, 5, 6]),
        ("Analyst", "Beta", [7, 8, 9]),
    ]


@pytest.mark.parametrize(
    ("text", "titled", "organized"),
    [
        ("Software Developer", True, False),
        ("Head of Software", True, False),
        ("Lead Generation Inc.", False, True),
        ("Jefferson High School", False, True),
        ("High School Teacher", True, False),
        ("Northwind", False, False),
        ("Senior Manager, Bank Services", True, False),
        ("", False, False),
    ],
)
def test_titles_and_organizations(text, titled, organized):
    assert (is_titled(text), is_organized(text)) == (titled, organized)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Austin, TX", True),
        ("Austin, TX 78701", True),
        ("Toronto, Ontario, Canada", True),
        ("Remote", True),
        ("St. Louis, Missouri", True),
        ("Austin", False),
        ("Austin, tx", False),
        ("Delta Robotics, Boston, MA", False),
        ("Acme Inc., TX", False),
        ("Jira, SQL", False),
    ],
)
def test_places(text, is_one):
    assert is_place(text) == is_one


@pytest.mark.parametrize(
    ("texts", "pieces", "place"),
    [
        (["Lead, Acme, Inc."], ("Lead", "Acme, Inc."), ""),
        (["Lead at Acme"], ("Lead", "Acme"), ""),
        (["Lead @ Acme (Austin, TX)"], ("Lead", "Acme"), "Austin, TX"),
        (["Acme (software, 200 people), Lead"], ("Acme (software, 200 people)", "Lead"), ""),
        (["Acme Inc., Paris", "Lead"], ("Acme Inc.", "Lead"), "Paris"),
        (["Acme", "Senior Lead, Payments"], ("Acme", "Senior Lead, Payments"), ""),
        ([""], (), ""),
    ],
)
def test_the_pieces_of_a_head(texts, pieces, place):
    head = head_of(texts)
    assert (head.pieces, head.place) == (pieces, place)


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Acme Inc.", True),
        ("Acme", True),
        ("Led a team.", False),
        ("led a team", False),
        ("Results:", False),
        ("X" * 200, False),
    ],
)
def test_what_looks_like_a_head(text, does):
    assert looks_like_head(text) == does
