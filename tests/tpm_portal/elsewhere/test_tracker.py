"""What the lines of a tracker become."""

from datetime import date

import pytest

from applications.lists.columns import guess_columns
from applications.lists.sheets import has_names, read_sheet
from curation.csv_lines import decoded
from tests.tpm_portal.elsewhere.archives import TRACKER
from tpm_portal.elsewhere.drafts import Refused
from tpm_portal.elsewhere.tracker import COURSES, EACH, PIECES, SUM, Choices, read_tracker
from tpm_portal.elsewhere.tracker_columns import KNOWN, SEVERAL, guess_unit

LATEST = date(2025, 12, 1)


def read(text, **choices):
    sheet = read_sheet(text, with_names=True)
    said = {"form": "day", "unit": "minutes", "become": COURSES, "kind": "pm_education", "together": EACH}
    columns = tuple(guess_columns(sheet.names, KNOWN, SEVERAL))
    return read_tracker(sheet, Choices(**{"columns": columns} | said | choices), latest=LATEST)


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        # Toggl, Clockify, Harvest and sheets of one's own.
        ("Description,Start date,Duration,Tags", ["what", "on", "time", "note"]),
        ("Task,Start Date,Duration (h),Duration (decimal),Tags", ["what", "on", "time", "", "note"]),
        ("Date,Client,Task,Notes,Hours", ["on", "by", "what", "note", "time"]),
        ("Course name,Provider,PDUs,Completed,Certificate URL", ["what", "by", "time", "on", "url"]),
        ("Datum;Aufgabe;Dauer", ["on", "what", "time"]),
    ],
)
def test_columns_of_known_trackers_are_guessed(header, fields):
    sheet = read_sheet(f"{header}\n{','.join('x' * 7)}", with_names=False)
    assert guess_columns(sheet.lines[0][1][: len(fields)], KNOWN, SEVERAL) == fields


@pytest.mark.parametrize(
    ("name", "cells", "unit"),
    [
        ("Duration (min)", ["45"], "minutes"),
        ("Contact hours", ["1,5"], "hours"),
        ("PDUs", ["1"], "hours"),
        ("Time", ["45"], ""),
        ("Time", ["0:45", "1 h"], "hours"),
    ],
)
def test_what_plain_numbers_count_is_guessed_by_the_name_alone(name, cells, unit):
    assert guess_unit(name, cells) == unit


def test_each_row_becomes_a_course_with_its_hours_rounded_down():
    said = read(TRACKER)
    assert [
        (one.where, one.values["title"], one.values["hours"], one.values["finished_on"], one.notes)
        for one in said.drafts
    ] == [
        ("Row 2", "PMP prep", "0.7", "2025-11-03", ("45 min, rounded down: hours have one decimal.",)),
        ("Row 3", "PMP prep", "1.5", "2025-11-05", ()),
        ("Row 4", "Scrum workshop", "8.0", "2025-11-17", ()),
    ]
    assert said.drafts[0].values == {
        **{"title": "PMP prep", "provider": "Coursera", "kind": "pm_education", "hours": "0.7"},
        **{"finished_on": "2025-11-03", "credential": None, "url": ""},
    }
    reason = "Date: '99.11.2025' is no day in the chosen form (day first)."
    assert said.refused == (Refused("Row 5", "Bad day", (reason,)),)


def test_rows_of_the_same_name_become_one_whose_hours_are_rounded_once():
    said = read(TRACKER, together=SUM)
    assert [(one.where, one.values["hours"], one.values["finished_on"]) for one in said.drafts] == [
        ("Rows 2 to 3", "2.2", "2025-11-05"),
        ("Row 4", "8.0", "2025-11-17"),
    ]
    assert said.drafts[0].said == ("2.2 hours", "Nov 5, 2025", "Coursera", "2 rows")
    # More rows of it are the same course with other hours, not another one.
    more = read(TRACKER + "20.11.2025;PMP prep;60;;Coursera\n", together=SUM)
    assert (more.drafts[0].content, more.drafts[0].values["hours"]) == (said.drafts[0].content, "3.2")


def test_rows_become_things_that_were_done_with_the_time_in_words():
    said = read(TRACKER, become=PIECES)
    assert [dict(one.values) for one in said.drafts][:2] == [
        {"happened": "PMP prep", "did": "One\nCoursera\nTime spent: 45 min.", "on": "2025-11-03"},
        {"happened": "PMP prep", "did": "Coursera\nTime spent: 1 h 30 min.", "on": "2025-11-05"},
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (";PMP prep;45;;", "Date: there is no day."),
        ("03.11.2025;;45;;", "Activity: it does not say what was done."),
        ("03.11.2025;A;;;", "Duration (min): it does not say how long it took."),
        ("03.11.2025;A;1,250;;", "Duration (min): '1,250': this could be 1250 or 1.25. Write 1250 without a "
         "separator, or fewer decimals, such as 1.25."),
        ("03.11.2025;A;soon;;", "Duration (min): 'soon': write a number in digits, such as 12.5."),
        ("03.11.2025;A;0;;", "Duration (min): '0': it took no time."),
        ("03.11.2025;A;2;;", "2 min is less than a tenth of an hour."),
        ("02.12.2025;A;60;;", "Date: Dec 2, 2025 is in the future."),
        ("31.12.1949;A;60;;", "Date: Dec 31, 1949 is before 1950."),
        (f"03.11.2025;{'A' * 161};60;;", "Activity: it is longer than 160 characters; it has 161."),
    ],
)  # fmt: skip
def test_a_row_that_cannot_come_in_says_why(row, reason):
    said = read(f"{TRACKER.splitlines()[0]}\n{row}\n")
    assert ([one.reasons for one in said.refused], said.drafts) == ([(reason,)], ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_any_encoding_and_separator_of_a_spreadsheet_is_read(encoding, separator):
    text = separator.join(("Date", "Activity", "Hours")) + "\r\n"
    text += separator.join(("2025-11-03", "Große Übung", '"1,5"')) + "\r\n"
    content = decoded(text.encode(encoding))
    assert (content.problems, has_names(content.text, KNOWN)) == ([], True)
    said = read(content.text, form="year", unit="hours")
    assert [(one.name, one.values["hours"]) for one in said.drafts] == [("Große Übung", "1.5")]
