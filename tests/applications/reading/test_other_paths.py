"""Ladders on lines of their own, items below items, tables of facts, and second versions: what belongs to what."""

import pytest

from applications.reading.reader import read_rows
from tests.applications.reading.kit import row_of, rows_of, words


def quotes(text, heading="Requirements"):
    return [row.passage.quote for row in rows_of(text, heading)]


def read(text):
    return read_rows(text, words())


LADDER = (
    "EITHER\n1. Graduation from a four-year university in weaving science AND three years of loom projects.\nOR\n"
    "2. An associate degree in yarn AND five years of loom projects.\nOR\n3. Seven years of such work.\n"
    "Substitution: a master's degree may be substituted for one year.\n"
)


def test_what_follows_an_or_is_another_way_and_no_row():
    degree, years = rows_of(LADDER)

    assert (degree.kind, years.kind, years.months) == ("degree", "experience", 36)
    assert [(one.kind, one.level) for one in degree.alternatives][:2] == [("degree", "associate"), ("experience", "")]
    assert [one.months for one in years.alternatives][:2] == [60, 84]
    assert len(years.alternatives) == len(degree.alternatives) == 3


def test_another_way_ends_with_its_list():
    assert len(quotes(f"{LADDER}\nAble to travel to the mills")) == 3


def test_an_item_over_items_is_a_label_and_may_divide_its_years():
    rows = rows_of(
        "- Five plus years of loom projects, of which\n  - two or more as a Scrum Master\n  - at least one in a mill\n"
        "- Certificates\n  - PMP\n- Languages\n  - English at C1\n- Tools\n  - Jira"
    )

    assert [(row.kind, row.months, row.within_previous) for row in rows[:3]] == [
        ("experience", 60, False),
        ("experience", 24, True),
        ("experience", 12, True),
    ]
    assert [row.passage.quote for row in rows[3:]] == ["PMP", "English at C1", "Jira"]


def test_the_unit_of_an_amount_stands_in_the_next_cell():
    rows = rows_of(
        "Skill\tRequired / Desired\tAmount\tof Experience\nLoom schedules in MS Project\tRequired\t60\tMonths\n"
        "Mill budgets\tDesired\t2\tYears\nJira\tRequired\t\t"
    )

    assert [(row.months, row.strength) for row in rows] == [(60, "required"), (24, "preferred"), (None, "required")]


def test_a_table_of_facts_with_a_head_is_read_below_its_heading():
    from applications.reading.source import source

    table = "".join(
        f"<tr><td>{label}</td><td>{value}</td></tr>"
        for label, value in [
            ("Topic", "What we expect"),
            ("Hours", "You take calls with Osaka on two evenings a week"),
            ("Attitude", "Calm and generous with credit"),
            ("Clearance", "None"),
            ("Physical", "Able to stand for a shift"),
        ]
    )
    page = source(f"<h2>Additional Requirements</h2><table>{table}</table><p>Not sure about one of the points?</p>")
    rows = read_rows(page.text, words(), page.layout)[0]

    assert [(row.passage.quote, row.kind) for row in rows] == [
        ("You take calls with Osaka on two evenings a week", "other"),
        ("Calm and generous with credit", "other"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Significant experience of looms. Significant means three (3) years or more within the last eight (8) years",
        "Substantial experience in mills. Substantial refers to three years",
    ],
)
def test_a_sentence_that_defines_a_word_belongs_to_it(line):
    row = row_of(line)

    assert (row.passage.quote, row.kind, row.months) == (line, "experience", 36)


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("EXAMPLES OF WORK (a position may be assigned some or all of these)", "duties"),
        ("Fonctions", "duties"),
        ("What you will be accountable for", "duties"),
        ("Accountable for", "duties"),
        ("To be shortlisted you will show", "required"),
        ("You need the following (essential for the job)", "required"),
        ("Vous devez posséder (qualifications essentielles)", "required"),
        ("The following may be needed for the job (asset)", "preferred"),
    ],
)
def test_headings_with_something_in_brackets_and_in_french(heading, part):
    from applications.reading.headings import part_of

    assert part_of(heading) == part


def test_a_sign_with_its_color_is_a_bullet():
    assert quotes("✔️ Jira for two years\n➡️ Four years of loom projects") == [
        "Jira for two years",
        "Four years of loom projects",
    ]


def test_what_is_paid_in_brackets_takes_nothing_from_what_is_asked():
    (row,) = rows_of("CSM or PSM, or you'll get one in your first 90 days (we pay)")

    assert row.kind == "credential"
    assert quotes("We pay for your CSM (any level)") == []


def test_when_a_posting_was_approved_asks_nothing():
    assert quotes("Current driver's licence\nApproved: November 2026") == ["Current driver's licence"]


def test_a_subject_at_school_is_no_language():
    assert [row.kind for row in rows_of("GCSE Maths and English at grade 4 or above")] == ["degree"]


def test_a_second_degree_that_is_not_needed_takes_the_first_not_along():
    assert quotes("B.Tech in any specialization, PG: not mandatory") == ["B.Tech in any specialization"]


def test_a_bold_line_is_a_heading_and_no_item():
    text = "## FAQ\n\n**Is there any travel?**\nFour fairs a year in Ghent, about 5% of your time.\n\n**Pay?**\nGood."
    (row,) = read(text)[0]

    assert (row.kind, row.percent) == ("travel", 5)


def test_rows_between_two_sure_ones_are_the_same_in_both_versions():
    french = (
        "Vous devez posséder\nConnaissance de la norme ISO 27001 et des contrôles.\nExpérience de la préparation des "
        "dossiers et des cahiers pour la direction.\n"
        "CISSP et CISM des experts, avec les contrats et les fournisseurs.\n"
        "Permis des conduire et des autres.\n"
    )
    english = (
        "You need the following\nKnowledge of the ISO 27001 standard and of the controls.\nExperience with the making "
        "of looms and of the yarns for the board.\n"
        "CISSP and CISM of the experts, with the contracts and the suppliers.\n"
        "Permits and the others of the mills.\n"
    )
    rows = read(f"{english}\n{french}")[0]

    assert [len(row.also) for row in rows] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    "line",
    [
        "( ) Yes   ( ) No",
        "Text under CC BY. No looms.",
        "If you need alternative methods of application, you must ask the employer.",
        "1 YEAR",
        "You must know: a = application, t = test",
        "Perhaps you weave: we also look for a Loom Engineer with five years of C++",
    ],
)
def test_what_a_form_a_license_or_a_site_says_asks_nothing(line):
    assert quotes(line) == []
