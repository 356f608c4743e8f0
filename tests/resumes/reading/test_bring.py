import json

import pytest

from resumes.reading.bring import BroughtKind, best, read_brought
from resumes.reading.files import FileKind, FileRead, Reader, Reading, UnreadableError
from resumes.writing.content import Contact, Kind
from tests.factories.resume_files import W, make_docx, make_pdf, make_zip, paragraph

LINES = ["Ana Diaz", "ana@example.org", "Experience", "Lead, Acme Inc., Mar 2019 - Present", "- Cut costs by 20%"]
LEAD = ("Lead", "Acme Inc.", "2019-03", "", ["Cut costs by 20%"])
POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\r\nAcme Inc.,Lead,- Cut costs by 20%,,Mar 2019,\r\n"
)
JSON_RESUME = {
    "basics": {"name": "Ana Diaz"},
    "work": [
        {"name": "Acme Inc.", "position": "Lead", "startDate": "2019-03", "highlights": ["Cut costs by 20%"], "odd": 1}
    ],
}


def docx(*lines, head=""):
    parts = {"word/header1.xml": f"<w:hdr {W}>{paragraph(head)}</w:hdr>"} if head else {}
    return make_docx("".join(map(paragraph, lines)), parts=parts)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (make_pdf(LINES), BroughtKind.PDF),
        (docx(*LINES), BroughtKind.DOCX),
        (json.dumps(JSON_RESUME).encode(), BroughtKind.JSON_RESUME),
        (json.dumps(JSON_RESUME).encode("utf-8-sig"), BroughtKind.JSON_RESUME),
        (make_zip({"Positions.csv": POSITIONS}), BroughtKind.LINKEDIN),
        (POSITIONS.encode(), BroughtKind.LINKEDIN),
    ],
    ids=["pdf", "docx", "json", "json with a mark", "archive", "table"],
)
def test_whatever_it_is_the_same_job_is_read(data, kind):
    brought = read_brought(data, "a.file")
    assert (brought.kind, brought.name) == (kind, "a.file")
    (job,) = [entry for section in brought.content.sections for entry in section.entries]
    assert (job.title, job.organization, job.starts, job.ends, [bullet.text for bullet in job.bullets]) == LEAD
    assert (brought.proposal is None) == (kind == BroughtKind.JSON_RESUME)
    assert (brought.read is None) == (kind not in (BroughtKind.PDF, BroughtKind.DOCX))


def test_a_list_of_skills_alone_is_a_table_of_linkedin():
    (section,) = read_brought(b"Name\r\nJira\r\nSQL\r\n", "Skills.csv").content.sections
    assert [entry.title for entry in section.entries] == ["Jira", "SQL"]


def test_unknown_parts_of_json_resume_are_kept():
    (section,) = read_brought(json.dumps(JSON_RESUME).encode(), "a.json").content.sections
    assert section.entries[0].extra == {"odd": 1}


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"work": "none"}, "work"),
        ({"work": [{"highlights": [{"a": 1}]}]}, r"work\[0\].highlights"),
        ({"basics": []}, "basics"),
    ],
)
def test_json_of_another_shape_names_the_place(document, said):
    with pytest.raises(UnreadableError, match=said):
        read_brought(json.dumps(document).encode(), "a.json")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "This file is empty"),
        (b"\0" * 99, "This file is empty"),
        (b"{", "This is not JSON"),
        (b"[" * 100_000, "within each other"),
        (b'{"work":' + b"[" * 900 + b"]" * 900 + b"}", "within each other"),
        (b"{" + b" " * 1_000_000, "more than 1 MB"),
        (b"{\\rtf1 Ana}", "RTF"),
        (b"a,b\r\n1,2", "no file of a kind that is read"),
        (b"Dear Ana,\r\nyour resume, please", "no file of a kind that is read"),
        (b'a,"b\r\n1,2', "no file of a kind that is read"),
        (make_zip({"a.csv": "a,b"}), "nothing of a resume"),
        (make_zip({"a.txt": "a,b"}), "packed folder"),
        (b"PK\x03\x04 and nothing", "damaged"),
        (b"\x89PNG\r\n\x1a\n", "no file of a kind"),
    ],
)
def test_what_is_not_read_is_refused_in_words(data, said):
    with pytest.raises(UnreadableError, match=said):
        read_brought(data, "a.file")


def test_an_address_that_stands_only_at_the_head_of_pages_is_found():
    brought = read_brought(docx("Ana Diaz", *LINES[2:], head="ana@example.org"), "a.docx")
    assert brought.content.contact == Contact("Ana Diaz", "ana@example.org")
    assert brought.by == Reader.WORD


def test_a_file_with_nothing_of_a_resume_says_so():
    brought = read_brought(make_pdf(["Dear Ana,", "thank you for the flowers."]), "letter.pdf")
    assert brought.content.sections == ()
    assert brought.notes == ("Nothing of a resume was recognized in this file.",)


def test_the_reader_in_whose_text_most_is_recognized_is_taken():
    apart = [*LINES[:3], "Lead, Acme Inc.", "- Cut costs by 20%", "Mar 2019 - Present"]
    readings = (Reading(Reader.PYPDF, tuple(apart)), Reading(Reader.PDFMINER, tuple(LINES)))
    by, proposal = best(FileRead(FileKind.PDF, "a.pdf", readings))
    assert by == Reader.PDFMINER
    assert [section.kind for section in proposal.content.sections] == [Kind.EXPERIENCE]
