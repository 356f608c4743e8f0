"""What a page's tables and a job board's data say that their text does not show."""

import json
from datetime import date

import pytest

from applications.reading.json_text import text_of_json
from applications.reading.markup import clean, read_page
from applications.reading.reading import read

from .kit import words


def rows_of_page(markup):
    reading = read(markup, vocabulary=words(), pasted_on=date(2026, 11, 23))
    return [(row.passage.quote, row.strength, row.months) for row in reading.rows]


TWO_COLUMNS = (
    "<h2>Person</h2><table><tr><th>&nbsp;</th><th>Required</th><th>Preferred</th></tr>"
    "<tr><td>Papers</td><td>CAPM<br>Jira, or learned within 6 months</td><td>PMP<br>CSM</td></tr>"
    "<tr><td>Skills</td><td>&#9642; SQL<br>&#9642; Excel</td><td>&#9642; Python</td></tr></table><p>We weave.</p>"
)


def test_a_cell_of_several_lines_has_the_strength_of_its_column():
    assert rows_of_page(TWO_COLUMNS) == [
        ("CAPM", "required", None),
        ("Jira, or learned within 6 months", "required", None),
        ("PMP", "preferred", None),
        ("CSM", "preferred", None),
        ("SQL", "required", None),
        ("Excel", "required", None),
        ("Python", "preferred", None),
    ]


def test_a_first_cell_that_reaches_down_shifts_no_column():
    page = (
        "<table><tr><th>Area</th><th>Essential</th><th>Desirable</th></tr>"
        "<tr><td rowspan='2'>Tools</td><td>Jira and Confluence</td><td>Smartsheet</td></tr>"
        "<tr><td>SQL to the point of a join</td><td>Python in a small way</td></tr></table>"
    )

    assert [(quote, strength) for quote, strength, _ in rows_of_page(page)] == [
        ("Jira and Confluence", "required"),
        ("Smartsheet", "preferred"),
        ("SQL to the point of a join", "required"),
        ("Python in a small way", "preferred"),
    ]


def test_marks_and_years_in_columns_of_their_own():
    page = (
        "<table><tr><td colspan='3'>What we ask</td></tr><tr><th>Criterion</th><th>Must or plus</th><th>Years</th></tr>"
        "<tr><td>Jira</td><td>Must</td><td>3</td></tr><tr><td>German at C1</td><td>Must</td><td></td></tr>"
        "<tr><td>Python</td><td>Plus</td><td>1</td></tr><tr><td>ISO 27001 in daily practice</td><td>Plus</td></tr>"
        "<tr><td>Extras</td></tr></table>"
    )

    assert rows_of_page(page) == [
        ("Jira", "required", 36),
        ("German at C1", "required", None),
        ("Python", "preferred", 12),
        ("ISO 27001 in daily practice", "preferred", None),
    ]


def test_a_row_that_is_marked_as_not_needed_asks_for_nothing():
    page = (
        "<table><tr><th>Criterion</th><th>Must or plus</th></tr><tr><td>Jira</td><td>Must</td></tr>"
        "<tr><td>Python</td><td>Not needed</td></tr><tr><td>SQL</td><td>N/A</td></tr></table>"
    )

    assert rows_of_page(page) == [("Jira", "required", None)]


def test_a_table_of_facts_asks_for_nothing():
    page = (
        "<h1>Loom Lead</h1><table><tr><td>Job code</td><td>6041</td><td>Status</td><td>Exempt, PMP track</td></tr>"
        "<tr><td>Reports to</td><td>Head of Looms (PMP)</td></tr></table><p>We weave.</p>"
    )

    assert rows_of_page(page) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td>One<td>Two<tr><td>Three</table>Four",
        "<table><tr><td>One<table><tr><td>inside</td></tr></table></td><td>Two</td></tr></table>",
        "<td>One</td>Two<tr><td rowspan=99 colspan=99>Three</table></table>",
        "<table><tr><td rowspan='x'>One</td></tr></table><p>Two</p>",
    ],
)
def test_cells_stand_where_the_text_has_them_whatever_the_markup(markup):
    page = read_page(clean(markup))

    assert [page.text[cell.start : cell.end] for cell in page.cells] == [
        line for line in page.text.split("\n") if line in {page.text[cell.start : cell.end] for cell in page.cells}
    ]
    assert all(page.text[cell.end : cell.end + 1] in ("\n", "") for cell in page.cells)


def test_a_list_in_the_data_is_over_where_the_next_value_starts():
    data = {
        "metadata": [{"name": "Experience", "value": "5-8 years", "value_type": "single_select"}],
        "lists": [
            {"text": "What you bring", "content": "<li>Jira</li><li>Six years of SQL</li>"},
            {"text": "Nice if you have", "content": "<li>PMP</li>"},
        ],
        "text": "Technical Project Manager, Python Looms",
        "salaryDescription": "4.300 EUR gross per month with SQL",
    }

    assert rows_of_page(json.dumps(data)) == [
        ("5-8 years", "required", 60),
        ("Jira", "required", None),
        ("Six years of SQL", "required", 72),
        ("PMP", "preferred", None),
    ]


def test_the_texts_of_one_list_go_on_with_each_other():
    text, layout = text_of_json({"title": "Requirements", "items": ["Jira", "SQL"], "id": "abc"})

    assert text == "Requirements\nJira\nSQL\nabc"
    assert sorted(layout.starts) == [0, 13, 22]


def test_cells_in_the_markup_of_a_value_stand_where_the_whole_text_has_them():
    text, layout = text_of_json(
        {"a": "One", "b": "&lt;table&gt;&lt;tr&gt;&lt;td&gt;Two&lt;/td&gt;&lt;td&gt;Three&lt;/td&gt;"}
    )

    assert [(text[cell.start : cell.end], cell.row, cell.column) for cell in layout.cells] == [
        ("Two", 0, 0),
        ("Three", 0, 1),
    ]


def test_an_item_of_a_page_is_an_item_of_a_list_without_any_sign():
    data = {
        "jobDescription": {
            "title": "Job Description",
            "text": "<p>You will run the looms.</p><ul><li>Plan releases</li><li>Track risks</li>"
            "<li>Report to the board every month</li><li>Reports to the head of looms</li></ul>",
        }
    }

    duties = read(json.dumps(data), vocabulary=words(), pasted_on=date(2026, 11, 23)).duties

    assert [duty.passage.quote for duty in duties] == [
        "You will run the looms",
        "Plan releases",
        "Track risks",
        "Report to the board every month",
    ]


def test_items_begin_where_the_text_has_them():
    page = read_page(
        clean("<p>One</p><ul><li>Two<li><p>Three</p><p>four</p></li></ul><table><tr><td>Five</td></tr></table>")
    )

    assert page.text == "One\nTwo\nThree\nfour\nFive"
    assert [page.text[item:].split("\n")[0] for item in page.items] == ["Two", "Three"]
    assert [page.text[cell.start : cell.end] for cell in page.cells] == ["Five"]
