"""What columns and words of other programs seem to mean."""

import pytest

from applications.lists.columns import (
    APPLICATIONS,
    FIELDS,
    KNOWN,
    NAMES,
    REMOTE,
    STAGE_OF,
    STAGES,
    TYPES,
    folded,
    guess_columns,
)
from applications.postings.models import Application, Stage
from applications.reading.shapes import EMPLOYMENT_TYPES

# The columns of files as other programs give them, with what each is.
TRACKERS = {
    "Huntr": (
        ["Job Title", "Company", "List", "Location", "Post Url", "Salary", "Date Added", "Date Applied", "Notes"],
        ["title", "employer", "stage", "places", "url", "pay_words", "saved_on", "applied_on", "note"],
    ),
    "Teal": (
        ["Job Position", "Company", "Max. Salary", "Location", "Status", "Date Saved", "Deadline", "Date Applied"],
        ["title", "employer", "pay_most", "places", "stage", "saved_on", "closes_on", "applied_on"],
    ),
    "Simplify": (
        ["Job Title", "Company Name", "Job URL", "Applied Date", "Status", "Status Date", "Archived", "Notes"],
        ["title", "employer", "url", "applied_on", "stage", "stage_on", "", "note"],
    ),
    "Notion": (
        ["Company", "Position", "Stage", "Applied On", "Job Posting", "Location", "Salary Range", "Comments"],
        ["employer", "title", "stage", "applied_on", "url", "places", "pay_words", "note"],
    ),
    "a spreadsheet": (
        ["role", "ORGANISATION", "created_at", "appliedAt", "Job-Link", "Comments", "Excitement"],
        ["title", "employer", "saved_on", "applied_on", "url", "note", ""],
    ),
}


@pytest.mark.parametrize("name", TRACKERS)
def test_columns_of_other_programs_are_known_by_their_names(name):
    names, fields = TRACKERS[name]
    assert guess_columns(names) == fields


def test_of_two_columns_alike_the_first_is_it_but_notes_may_be_several():
    assert guess_columns(["Title", "Role", "Notes", "Comments"]) == ["title", "", "note", "note"]


def test_our_own_file_is_read_again():
    found = dict(zip(APPLICATIONS, guess_columns(APPLICATIONS), strict=True))
    # What is made here and cannot come in, or is no field of its own.
    assert {name for name, field in found.items() if not field} == {"By an agency", "My resume", "Sent", "Cover letter"}
    assert {*found.values()} - {""} == {*FIELDS}


def test_every_name_is_written_as_it_is_looked_up_and_stands_once():
    for table, words in ((NAMES, KNOWN), (STAGES, STAGE_OF)):
        listed = [word for said in table.values() for word in said.split("|")]
        assert sorted(listed) == sorted(words)
        assert [word for word in listed if folded(word) != word] == []
    assert [word for word in (*REMOTE, *TYPES) if folded(word) != word] == []


def test_what_words_mean_is_what_there_is():
    assert {*STAGES} == {*Stage.values}
    assert {*TYPES.values()} == {*EMPLOYMENT_TYPES}
    fields = {field.name for field in Application._meta.get_fields()}
    assert {*FIELDS} - fields == {"stage", "saved_on", "applied_on", "stage_on"}
