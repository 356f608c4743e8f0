"""Which part of the posting a line is in, where its heading stands in or before it."""

import pytest

from applications.reading.reader import read_rows

from .kit import rows_of, words


def test_a_question_before_a_paragraph_is_its_heading():
    text = (
        "Weaver Ltd\n\nWho are we? A mill with 40 years of experience in wool.\n\nWhat do you need? A degree in "
        "computing. Working knowledge of Jira.\n\nWhat would help? Some SQL.\n\nDay to day. You will plan the "
        "looms. You will talk to suppliers."
    )

    rows, duties, _ = read_rows(text, words())

    assert [(row.passage.quote, row.strength) for row in rows] == [
        ("A degree in computing", "required"),
        ("Working knowledge of Jira", "required"),
        ("Some SQL", "preferred"),
    ]
    assert [duty.passage.quote for duty in duties] == [
        "You will plan the looms",
        "You will talk to suppliers",
    ]


def test_a_picture_before_a_line_with_a_list_below_is_a_heading():
    text = (
        "\U0001f914 Could it be you?\n\U0001f539 Jira\n\U0001f539 SQL\n\n✨ What would make us smile?\n\U0001f538 Excel"
    )

    assert [(row.passage.quote, row.strength) for row in read_rows(text, words())[0]] == [
        ("Jira", "required"),
        ("SQL", "required"),
        ("Excel", "preferred"),
    ]


def test_columns_called_minimum_and_ideal_say_strength():
    text = "Requirements\nItem\tMinimum\tIdeal\nSystems\tJira\tPower BI\nLanguages\tEnglish\tGerman"

    assert [(row.passage.quote, row.strength) for row in read_rows(text, words())[0]] == [
        ("Jira", "required"),
        ("Power BI", "preferred"),
        ("English", "required"),
        ("German", "preferred"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Additional qualifying experience may be substituted for the education on a year-for-year basis.",
        "Selected applicants are fingerprinted.",
        "I also have a Product Owner in Utrecht (at least 8 years experience).",
    ],
)
def test_what_only_explains_or_speaks_of_others_is_no_row(line):
    assert rows_of(line) == ()


def test_what_is_not_needed_and_still_gains_something_is_a_wish():
    (row,) = rows_of("- Swedish isn't needed, though it makes lunch more fun")

    assert row.strength == "preferred"


def test_a_list_under_an_unknown_heading_that_names_what_can_be_asked_for_is_demands():
    text = "The mill\nWe weave.\n\nSeven wonders\n- Jira and Confluence\n- A degree in computing\n- Five years of SQL\n"

    rows, duties, _ = read_rows(text, words())

    assert [row.passage.quote for row in rows] == ["Jira and Confluence", "A degree in computing", "Five years of SQL"]
    assert duties == ()


def test_a_list_of_what_is_offered_is_no_demand_whatever_it_names():
    text = "The mill\nWe weave.\n\nSeven wonders\n- A Jira course\n- PMP exam paid by us\n- A pension\n- SQL lessons\n"

    assert read_rows(text, words())[0] == ()


def test_the_bold_beginning_of_an_item_is_no_part_of_it():
    (row,) = rows_of("- **Numbers.** SQL to the point of a join.")

    assert row.passage.quote == "SQL to the point of a join"


def test_a_mark_makes_a_demand_wherever_its_list_stands():
    text = "Weaver Ltd\n\nSome points.\n\n1. Skill in drawing up tenders [E]\n2. Linux servers [D]\n"

    assert [(row.passage.quote, row.strength) for row in read_rows(text, words())[0]] == [
        ("Skill in drawing up tenders", "required"),
        ("Linux servers", "preferred"),
    ]


def test_a_starred_word_before_a_line_is_its_label_and_ends_the_part_before():
    text = "*Brownie points*\n- SQL\n\n*CTC* upto 18 LPA. Jira training after 1 yr of service.\n\nEnd\n"

    assert [row.passage.quote for row in read_rows(text, words())[0]] == ["SQL"]


def test_with_whom_a_language_is_spoken_is_no_skill():
    (row,) = rows_of("- Able to converse in Mandarin in order to liaise with vendors from China")

    assert (row.kind, row.languages, row.skills) == ("language", ("zh",), ())


def test_what_everybody_must_be_is_a_demand_in_the_middle_of_the_duties():
    text = "What you will do\n- Plan the looms\n- Candidates must be at ease on a stage\n- Talk to suppliers"

    rows, duties, _ = read_rows(text, words())

    assert [row.passage.quote for row in rows] == ["Candidates must be at ease on a stage"]
    assert [duty.passage.quote for duty in duties] == ["Plan the looms", "Talk to suppliers"]


def test_somebody_who_is_wanted_is_asked_for_in_prose():
    text = "The mill stands in Leeds and has two looms.\n\nAbove all, we want somebody calm, tidy and curious.\n\nEnd"

    assert [row.passage.quote for row in read_rows(text, words())[0]] == [
        "Above all, we want somebody calm, tidy and curious"
    ]


@pytest.mark.parametrize(
    "heading", ["Why Larkmoor", "Why St. Alder", "What Larkmoor offers", "Please don't worry about"]
)
def test_what_stands_below_these_is_not_asked_for(heading):
    text = f"Requirements\n- Jira\n\n{heading}\n- Courses in Lean, ITIL and SQL\n- Python lessons\n"

    assert [row.passage.quote for row in read_rows(text, words())[0]] == ["Jira"]


def test_what_a_site_sums_up_is_the_same_demand_again():
    text = (
        "Requirements\n- Eight years of program management\n- Active Secret clearance\n\nPreferred\n- PMP or DAWIA\n\n"
        "Job Type: Full-time\n\nExperience:\nProgram management: 8 years (Required)\n\nLicense:\nPMP (Preferred)\n\n"
        "Security clearance:\nSecret (Required)\n"
    )

    rows = read_rows(text, words())[0]

    assert [(row.passage.quote, [also.quote for also in row.also]) for row in rows] == [
        ("Eight years of program management", ["Program management: 8 years"]),
        ("Active Secret clearance", ["Secret"]),
        ("PMP or DAWIA", ["PMP"]),
    ]


def test_a_heading_over_travel_is_the_label_of_what_stands_below():
    (row,) = read_rows("Requirements\n- Jira\n\nTRAVEL\nup to 25%, mostly inland\n\nEnd", words())[0][1:]

    assert (row.kind, row.percent) == ("travel", 25)


def test_a_button_at_the_top_is_no_heading():
    text = "Loom Lead\nApply for this job\nYou will help all three mills find a rhythm.\nWhat you will do\n- Plan"

    assert [duty.passage.quote for duty in read_rows(text, words())[1]] == [
        "You will help all three mills find a rhythm",
        "Plan",
    ]


def test_shares_of_time_beside_duties_and_what_heads_them_are_none():
    work = ["Plans the looms of both sheds, week by week", "Buys the yarn and the dyes"]
    text = f"Project Manager\n\nEssential Functions\n%\nFunction\n60\n{work[0]}\n40\n{work[1]}\n\nBenefits\nA dog."
    _, duties, _ = read_rows(text, words())
    assert [duty.passage.quote for duty in duties] == work
