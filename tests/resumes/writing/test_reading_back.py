"""What was written is read back by other programs: every word, in order, each date beside its job."""

import shutil
from datetime import date

import pytest

from resumes.writing.content import Content, Entry, Kind, Section
from resumes.writing.document import lay_out
from resumes.writing.pdf import compile_pdf, draw_pages
from tests.resumes.people import generated
from tests.resumes.reading_back import READERS, dates_apart, missing

HERE = [name for name in READERS if name != "pdftotext" or shutil.which("pdftotext")]


@pytest.mark.parametrize("number", range(60))
def test_a_pdf_is_read_back_word_by_word(number):
    content, look, paper = generated(number)
    data, document = compile_pdf(content, look, paper, date(2026, 11, 29)), lay_out(content)
    read = {name: READERS[name](data) for name in HERE}
    assert {name: missing(document, text, name) for name, text in read.items()} == {name: [] for name in HERE}
    assert {name: dates_apart(document, text) for name, text in read.items()} == {name: [] for name in HERE}


def test_the_resumes_that_are_read_back_are_of_all_sorts():
    contents, looks, papers = zip(*map(generated, range(60)), strict=True)
    assert len({(look, paper) for look, paper in zip(looks, papers, strict=True)}) == 6
    pages = {len(draw_pages(*generated(number)).pictures) for number in (0, 1, 7, 12, 27, 32, 47)}
    assert pages == {1, 2, 3, 4}
    said = "\n".join(line.text for content in contents for line in lay_out(content).lines())
    for words in ("PMI-ACP", "Official Fluff", "Nguyễn Thị", "ليلى", "अनुष्का", "555-0137", "12228-900", "Παπαδοπούλου"):
        assert words in said
    assert all(
        any(block.below for part in lay_out(content).parts for block in part.blocks) for content in contents[1:3]
    )


JOB = Content(sections=(
    Section(Kind.EXPERIENCE, "Experience", entries=(Entry(Kind.EXPERIENCE, "Lead", "مكتب", "", "2021", "2023"),)),
))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Resume Experience Lead بتكم 2021 to 2023", []),
        ("Resume Lead Experience مكتب 2021 to 2023", ["Lead", *(f"{letter} too much" for letter in "Lead")]),
        ("Resume Experience Lead مكت 2021 to 2023", ["ب missing"]),
        ("Resume Experience Lead مكتب 2021 to 20234", ["4 too much"]),
    ],
)
def test_what_is_missing_or_moved_is_told(text, told):
    assert missing(lay_out(JOB), text) == told


def test_a_word_that_differs_is_told_with_what_stands_there():
    document = lay_out(Content(headline="Lead of PMI-ACP"))
    assert missing(document, "Resume Lead of PMIACP") == ["PMI-ACP | PMIACP"]
    assert missing(document, "Resume Lead of") == ["PMI-ACP | "]
    assert missing(document, "Resume Lead of PMI-ACP more") == [" | more"]


def test_consonants_in_order_are_enough_for_readers_that_ignore_what_the_file_says():
    document = lay_out(Content(headline="चार की"))
    assert missing(document, "Resume चाचार केकी", "pypdf") == []
    assert missing(document, "Resume चाचार केकी", "pdftotext") == ["चार | चाचार", "की | केकी"]
    assert missing(document, "Resume की चार", "pypdf") != []


def test_a_period_in_two_pieces_is_told():
    document = lay_out(JOB)
    assert dates_apart(document, "Lead 2021 \n to 2023") == []
    assert dates_apart(document, "2021 to Lead 2023") == ["2021 to 2023"]
