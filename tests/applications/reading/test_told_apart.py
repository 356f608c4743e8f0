"""What belongs to a demand and what only stands beside it: reasons, ladders, offers, other grades."""

import pytest

from applications.reading.reader import read_rows

from .kit import row_of, rows_of, words
from .test_layout import rows_of_page

TOP = "Loom Lead\nWeft Mills, Turin\n\nOur looms are old. You will chair the weekly call."


def rows_in_prose(sentence):
    return read_rows(f"{TOP}\n\n{sentence}\n", words())[0]


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        (
            "Degree in textiles and 8 years of experience (6 with a Master's, 12 for those without a degree)",
            ["Degree in textiles", "8 years of experience (6 with a Master's, 12 for those without a degree)"],
        ),
        (
            "You have built looms for at least six years, and you have led weavers, now and then, for three",
            ["You have built looms for at least six years", "you have led weavers, now and then, for three"],
        ),
        ("CSPO certificate; previous involvement in dyeing", ["CSPO certificate", "previous involvement in dyeing"]),
        (
            "Our team sits in St. Cloud, so you'll need to live within 40 km of it",
            ["you'll need to live within 40 km of it"],
        ),
        (
            "During the harvest we all spend some days in the cloud forest: expect 10% travel",
            ["expect 10% travel"],
        ),
        (
            "A bachelor's degree and eight years of delivery, six with an MBA",
            ["A bachelor's degree", "eight years of delivery, six with an MBA"],
        ),
    ],
)
def test_where_a_demand_begins_and_ends(line, quotes):
    assert [row.passage.quote for row in rows_of(f"- {line}")] == quotes


@pytest.mark.parametrize(
    ("line", "months"),
    [
        ("8+ years in delivery, 3 of which you were leading dyers", [96, 36]),
        ("Six years of weaving, of which at least two included robots", [72, 24]),
        ("You have built looms for at least six years, and you have led weavers for three.", [72, 36]),
    ],
)
def test_a_bare_number_counts_the_years_named_before(line, months):
    assert [row.months for row in rows_of(f"- {line}")] == months


@pytest.mark.parametrize(
    ("line", "quotes", "strength"),
    [
        (
            "You know Git well, and we would be delighted if you had seen Terraform before.",
            ["You know Git well", "we would be delighted if you had seen Terraform before"],
            "preferred",
        ),
        (
            "Ready to travel to Como once a month, and a clean driver's license",
            ["Ready to travel to Como once a month", "a clean driver's license"],
            "required",
        ),
    ],
)
def test_a_second_demand_in_one_line_is_a_row_of_its_own(line, quotes, strength):
    rows = rows_of(f"- {line}")
    assert ([row.passage.quote for row in rows], rows[-1].strength) == (quotes, strength)


def test_a_choice_with_a_qualifier_behind_or_is_one_row():
    row = row_of("- CSPO, or able to pass it within 90 days of joining (a course in Jira)")
    assert (row.kind, [one.within_months for one in row.alternatives]) == ("credential", [3])


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("A reliability status is needed", "clearance"),
        ("Cote de fiabilité", "clearance"),
        ("Command of a regional language of the Alps", "language"),
        ("You will be away about two weeks in ten", "travel"),
        ("Participate in the night rota of the go-live team", "other"),
    ],
)
def test_the_kind_of_a_line(line, kind):
    assert row_of(f"- {line}").kind == kind


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("Our office language is German, in which you are fluent.", "Our office language is German"),
        ("We sell to Japan, so you speak Japanese.", "you speak Japanese"),
        ("You weave. Our working language is Finnish, in which you are fluent.", "Our working language is Finnish"),
        ("You speak Dutch at level B1, and we pay for the lessons.", "You speak Dutch at level B1"),
        ("You coach weavers. We expect you to know your way around Jira and Git.", "We expect you to know"),
    ],
)
def test_a_sentence_that_begins_with_we_may_ask(line, quote):
    assert quote in rows_of(line)[-1].passage.quote


@pytest.mark.parametrize(
    ("line", "skills"),
    [("Nights in St. Cloud", ()), ("Scheduling of high-performance computing", ("schedule-management",))],
)
def test_names_that_hold_the_word_of_a_skill(line, skills):
    assert row_of(f"- {line}").skills == skills


def test_help_that_is_not_needed_is_no_wish():
    assert row_of("- You can build a Gantt chart and level it without help").strength == "required"


@pytest.mark.parametrize("heading", ["It could set you apart", "We'd be glad about", "That will help you stand out"])
def test_headings_of_wishes(heading):
    assert row_of("- Time spent in a dye house", heading).strength == "preferred"


@pytest.mark.parametrize(
    "line",
    [
        "Larkmoor keeps a drug-free workplace, and Scrum Masters are tested prior to hiring",
        "This specification describes a grade; it lists SQL as an example",
        "This notice lists Scrum and SQL as examples",
    ],
)
def test_what_speaks_of_the_posting_or_the_law_asks_nothing(line):
    assert rows_of(f"- {line}") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Where you land in the band depends on skills, education and clearance.",
        "Your place in the range reflects experience and clearance.",
        "It differs from Loom Lead I in that holders enter with two years of experience.",
        "Holders of the next level have managed budgets and have five years of experience.",
        "Relocation: Available",
        "Relocation: assistance",
    ],
)
def test_what_pay_depends_on_and_other_grades_asks_nothing(sentence):
    assert not rows_in_prose(sentence)


def test_holders_of_other_jobs_have_no_duties_here():
    text = f"{TOP}\n\nIncumbents of Loom Lead III guide other loom leads.\n"
    assert [duty.passage.quote for duty in read_rows(text, words())[1]] == ["You will chair the weekly call"]


def test_a_demand_on_some_of_the_holders_stands_among_the_duties():
    text = "Duties\n- Keeps the log. Incumbents working in the mint must be familiar with coin presses.\n"
    assert [row.passage.quote for row in read_rows(text, words())[0]] == [
        "Incumbents working in the mint must be familiar with coin presses"
    ]


def test_beside_a_sentence_of_the_work_the_present_says_it_too():
    text = f"{TOP} With the weavers you choose the yarn. You recruit a dyer in your first year. You get a desk.\n"
    assert [duty.passage.quote for duty in read_rows(text, words())[1]] == [
        "You will chair the weekly call",
        "With the weavers you choose the yarn",
        "You recruit a dyer in your first year",
    ]


def test_how_a_week_is_divided_is_no_duty():
    text = f"{TOP}\n\nYou will divide nothing. You will split your week between Turin and home.\n"
    assert not [duty for duty in read_rows(text, words())[1] if "split" in duty.passage.quote]


def test_what_stands_below_a_table_of_a_page_is_no_part_of_it():
    page = (
        "<p><b>Nice to have</b></p><table><tr><th>What</th><th>Must or plus</th></tr>"
        "<tr><td>Jira</td><td>Plus</td></tr></table><p>You should expect to travel about 10% of your time.</p>"
        "<p>The looms run on SQL every night.</p>"
    )
    assert [(quote, strength) for quote, strength, _ in rows_of_page(page)] == [
        ("Jira", "preferred"),
        ("You should expect to travel about 10% of your time", "required"),
    ]


def test_a_column_of_reasons_beside_wishes_asks_nothing():
    page = (
        "<p><b>Extras</b></p><table><tr><th>It would be lovely to see</th><th>Reason</th></tr>"
        "<tr><td>CSM or PSM I</td><td>All our leads hold one and use it</td></tr>"
        "<tr><td>Experience with SQL</td><td>Reports are written in it</td></tr></table>"
    )
    assert [(quote, strength) for quote, strength, _ in rows_of_page(page)] == [
        ("CSM or PSM I", "preferred"),
        ("Experience with SQL", "preferred"),
    ]
