"""What a job site puts around a posting: its own summary, its questions and buttons; and tables with duties in them."""

import pytest

from applications.reading.reader import read_rows
from applications.reading.reading import read
from tests.applications.scoring import PASTED_ON

from .kit import words

POSTING = """Loom Project Manager
Larkmoor Mills
Apply on company site
Save this job

Profile insights
Here's how the job qualifications align with your profile.
Licenses
CSM
Do you have a CSM license?
Yes
No
Skills
Smartsheet
+ show more
Languages
Are you fluent in Welsh?

Benefits
Free tea

WHAT IT TAKES
- Smartsheet at the level of formulas
- CSM or five years of running sprints

Licence or certificate:
CSM (Required)
Ability to commute:
Hartford, CT 06101 (Required)
Willingness to travel:
15% (Preferred)
"""


def quotes(text):
    return [row.passage.quote for row in read_rows(text, words())[0]]


def test_a_sites_own_summary_says_again_what_the_posting_asks():
    rows = read_rows(POSTING, words())[0]
    assert [(row.passage.quote, row.kind, row.strength) for row in rows] == [
        ("Smartsheet at the level of formulas", "skill", "required"),
        ("CSM or five years of running sprints", "credential", "required"),
        ("Hartford, CT 06101", "other", "required"),
        ("15%", "travel", "preferred"),
    ]
    assert [[also.quote for also in row.also] for row in rows[:2]] == [["Smartsheet"], ["CSM", "CSM"]]
    assert rows[3].percent == 15


@pytest.mark.parametrize(
    "question",
    ["Do you hold a Kanban certificate?", "How many years have you run SAP projects?", "Can you speak Welsh?"],
)
def test_what_a_form_asks_is_no_demand(question):
    assert quotes(f"Loom Manager\n\nYou plan the looms and keep the plan honest.\n\n{question}\nYes\n") == []


@pytest.mark.parametrize("buttons", ["Apply now Save for later", "Save Share Print", "Easy apply | Save job"])
def test_buttons_in_one_line_open_no_part(buttons):
    duties = read_rows(f"Loom Manager\nHartford\n{buttons}\nAs our manager, you will move nine mills.\n", words())[1]
    assert [duty.passage.quote for duty in duties] == ["As our manager, you will move nine mills"]


@pytest.mark.parametrize("head", ["Responsibilities", "Key duties", "What you'll do"])
def test_a_table_may_have_a_column_of_duties(head):
    table = (
        f"<h1>Loom Manager</h1><p>We weave.</p><table><tr><th>{head}</th><th>Must have</th><th>Nice to have</th></tr>"
        "<tr><td>Move the looms to the new hall. You need to be reachable at night</td><td>Jira</td><td>SAP</td></tr>"
        "<tr><td>Chair the loom board</td><td>Scrum</td><td></td></tr></table>"
    )
    found = read(table, vocabulary=words(), pasted_on=PASTED_ON)
    assert [(row.passage.quote, row.strength) for row in found.rows] == [
        ("You need to be reachable at night", "required"),
        ("Jira", "required"),
        ("SAP", "preferred"),
        ("Scrum", "required"),
    ]
    assert [duty.passage.quote for duty in found.duties] == ["Move the looms to the new hall", "Chair the loom board"]


def test_a_table_of_text_may_have_one_too():
    table = (
        "Responsibilities | Must have | Nice to have\nChair the loom board | Scrum | SAP\nMove the looms | Jira | -\n"
    )
    rows, duties, _ = read_rows(f"Loom Manager\n\nWe weave.\n\n{table}", words())
    assert [(row.passage.quote, row.strength) for row in rows] == [
        ("Scrum", "required"),
        ("SAP", "preferred"),
        ("Jira", "required"),
    ]
    assert [duty.passage.quote for duty in duties] == ["Chair the loom board", "Move the looms"]


def test_hours_that_are_a_fact_are_no_demand():
    assert quotes("Loom Manager\nSchedule\nFull-time, 38 hours, 2nd shift\n\nYou plan the looms.\n") == []
    assert quotes("Loom Manager\n\nYou must be available for the night shift.\n") != []


def test_items_below_the_labels_of_a_summary_say_again_what_is_asked():
    text = (
        "Requirements\n* Minimum four years of Kubernetes rollouts\n* OSHA 10, current and signed\n"
        "* You know Smartsheet\n\nExperience:\n* Kubernetes: 4 years (Required)\n* Smartsheet: 1 year (Preferred)\n\n"
        "License/Certification:\n* OSHA 10 (Required)\n* Driver's License (Required)\n"
    )
    rows = {row.passage.quote: [one.quote for one in row.also] for row in read_rows(text, words())[0]}
    assert [len(also) for also in rows.values()] == [1, 1, 0, 0, 0], rows
