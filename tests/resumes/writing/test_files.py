"""The same words in every file, and text that is never code."""

import io
import re
import zipfile
from dataclasses import fields, replace
from datetime import date
from html import unescape

import docx
import pytest
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from pypdf import PdfReader

from resumes.writing.content import (
    HEADINGS,
    Bullet,
    Contact,
    Content,
    Entry,
    Kind,
    Look,
    Paper,
    Place,
    Profile,
    Section,
)
from resumes.writing.document import TooLongError, lay_out
from resumes.writing.docx import write_docx
from resumes.writing.json_resume import from_json, to_json
from resumes.writing.markdown import to_markdown
from resumes.writing.pdf import compile_pdf
from resumes.writing.text import to_text
from tests.resumes.people import generated
from tests.resumes.reading_back import missing

DAY = date(2026, 11, 29)
CODE = (
    '#import "x"', '#read("/etc/passwd")', "$x^2$", "*b* _i_ **b**", "@x <a>", "`c` ```", r"\u{41} \n", "// c /* d */",
    "<a href='https://x.example.org'>y</a>", "&amp; &copy;", "{{ x }} {% y %}", "= h", "+ l", "- l", "1. l", "2) l",
    "> q", "~~~", "---", "===", "# h #", "![i](https://x.example.org/i.png)", "[l]: https://x.example.org", "| a | b |",
    "a\\", "https://x.example.org/a_b_c", "<!-- c -->", "<https://x.example.org>",
    "\u200fa\u200e \u2067b\u2069", "'q' \"r\" -- ---",
)  # fmt: skip


def full_of(text):
    """A resume with a text in every field that takes one."""
    said = {field.name: text for field in fields(Entry) if field.name in (
        "title", "organization", "place", "starts", "ends", "text", "url", "level", "score", "sort",
    )}  # fmt: skip
    entry = Entry(Kind.EXPERIENCE, **said, words=(text,), roles=(text,), bullets=(Bullet(text), Bullet(text)))
    contact = Contact(text, text, text, text, Place(text, text, text, text, text), (Profile(text, text, text),))
    sections = tuple(
        Section(kind, text, text, () if kind is Kind.SUMMARY else (replace(entry, kind=kind),) * 2) for kind in Kind
    )
    return Content(contact, text, sections, text)


def words_of(content):
    return [word for line in lay_out(content).lines() for word in line.text.replace("·", " ").split()]


def in_docx(data):
    """The words of a document, links too, paragraph by paragraph."""
    return "\n".join(
        "".join(node.text or "" for node in paragraph._p.iter(qn("w:t")))
        for paragraph in docx.Document(data).paragraphs
    )


def in_markdown(text):
    """The words that a reader of the rendered page sees."""
    return unescape(re.sub(r"<[^>]+>", "", MarkdownIt("commonmark").enable("table").render(text)))


def seen(text):
    """Words without bullets and dots."""
    return re.sub("[·•]", " ", text).split()


@pytest.mark.parametrize("code", CODE)
def test_text_is_never_code(code):
    content = full_of(code)
    words = words_of(content)
    assert seen(in_docx(io.BytesIO(write_docx(content, Look.CLASSIC, Paper.A4, DAY)))) == words
    assert seen(to_text(content).replace("-", " ")) == " ".join(words).replace("-", " ").split()
    assert "".join(seen(in_markdown(to_markdown(content)))) == "".join(words)
    assert from_json(to_json(content)) == content
    data = compile_pdf(content, Look.MODERN, Paper.A4, DAY)
    printed = "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    turned = "\u2067" in code
    letters = sorted if turned else list
    marks = re.compile("[\\s·•\u200e\u200f\u2066-\u2069]")
    assert letters(marks.sub("", printed)) == letters(marks.sub("", "".join(words)))


def test_markdown_makes_nothing_of_what_somebody_wrote():
    for code in CODE:
        text = to_markdown(Content(Contact(name="M"), sections=(Section(Kind.SUMMARY, "S", code),)))
        assert MarkdownIt("commonmark").enable("table").render(text).count("<") == 6, code


def test_ten_thousand_characters_come_out_as_typed():
    long = "".join(chr(0x61 + number % 26) for number in range(10_000))
    content = Content(Contact(name="M"), sections=(
        Section(Kind.EXPERIENCE, "Experience", entries=(Entry(Kind.EXPERIENCE, "Lead", bullets=(Bullet(long),)),)),
    ))  # fmt: skip
    data = compile_pdf(content, Look.CLASSIC, Paper.LETTER, DAY)
    printed = "".join("".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages)
    assert printed == f"MExperienceLead•{long}"
    assert long in in_docx(io.BytesIO(write_docx(content, Look.CLASSIC, Paper.LETTER, DAY)))
    assert long in to_text(content)
    assert long in to_markdown(content)
    assert from_json(to_json(content)) == content


@pytest.mark.parametrize("write", [
    to_text, to_markdown, lambda content: write_docx(content, Look.CLASSIC, Paper.A4, DAY),
])  # fmt: skip
def test_a_megabyte_is_refused(write):
    with pytest.raises(TooLongError):
        write(Content(headline="x" * 1_000_000))


@pytest.mark.parametrize("number", range(12))
def test_every_file_has_the_same_words_in_the_same_order(number):
    content, look, paper = generated(number)
    words = words_of(content)
    assert seen(in_docx(io.BytesIO(write_docx(content, look, paper, DAY)))) == words
    assert seen(re.sub("(?m)^- ", "", to_text(content))) == words
    assert seen(in_markdown(to_markdown(content))) == words


def test_text_and_markdown_line_by_line():
    content = Content(Contact("Mira *O*", "m@example.org"), "Lead", (
        Section(Kind.EXPERIENCE, "Experience", entries=(
            Entry(Kind.EXPERIENCE, "Lead", "Harbor", starts="2022", bullets=(Bullet("- Cut"), Bullet("Ran"))),
            Entry(Kind.EXPERIENCE, "Clerk", "Harbor", ends="2021", text="Tools."),
        )),
        Section(Kind.CREDENTIALS, "Certifications", entries=(
            Entry(Kind.CREDENTIALS, "ITIL", ends="2024"), Entry(Kind.CREDENTIALS, "PSM"),
        )),
        Section(Kind.SKILLS, "Skills", entries=(Entry(Kind.SKILLS, "SQL"), Entry(Kind.SKILLS, "C#"))),
    ))  # fmt: skip
    assert to_text(content) == (
        "Mira *O*\nLead\nm@example.org\n\nExperience\nHarbor\n\nLead · 2022 to present\n- - Cut\n- Ran\n\n"
        "Clerk · 2021\nTools.\n\nCertifications\nITIL · 2024\nPSM\n\nSkills\nSQL, C#\n"
    )
    assert to_markdown(content) == (
        "# Mira \\*O\\*\n\nLead\n\n[m@example.org](<mailto:m@example.org>)\n\n## Experience\n\n### Harbor\n\n"
        "#### Lead · 2022 to present\n\n- \\- Cut\n- Ran\n\n#### Clerk · 2021\n\nTools.\n\n## Certifications\n\n"
        "**ITIL** · 2024\n\n**PSM**\n\n## Skills\n\nSQL, C\\#\n"
    )


def test_a_word_document_has_real_styles_the_persons_name_and_no_tools():
    content, _, _ = generated(1)
    data = write_docx(content, Look.MODERN, Paper.A4, DAY)
    assert data == write_docx(content, Look.MODERN, Paper.A4, DAY)
    word = docx.Document(io.BytesIO(data))
    about = word.core_properties
    assert (about.author, about.last_modified_by, about.title) == (*(content.contact.name,) * 2, lay_out(content).title)
    assert (about.comments, about.keywords, about.created.date(), about.modified.date()) == ("", "", DAY, DAY)
    everything = b"".join(
        zipfile.ZipFile(io.BytesIO(data)).read(name) for name in zipfile.ZipFile(io.BytesIO(data)).namelist()
    )
    assert b"python-docx" not in everything
    assert b"Macintosh" not in everything
    styles = [paragraph.style.name for paragraph in word.paragraphs]
    # The address of a street has a line of its own.
    assert styles[:6] == ["Title", "Subtitle", "Normal", "Normal", "Normal", "Heading 1"]
    assert {"Heading 2", "Heading 3", "List Bullet"} <= set(styles)
    assert not [paragraph for section in word.sections for paragraph in section.header.paragraphs if paragraph.text]
    [numbering] = {
        paragraph.style.element.pPr.numPr.numId.val for paragraph in word.paragraphs if "List" in paragraph.style.name
    }
    assert word.part.numbering_part.element.num_having_numId(numbering) is not None


@pytest.mark.parametrize(("paper", "size"), [(Paper.LETTER, (8.5, 11)), (Paper.A4, (8.27, 11.69))])
def test_a_word_document_is_on_the_paper_asked_for(paper, size):
    section = docx.Document(io.BytesIO(write_docx(Content(), Look.COMPACT, paper, DAY))).sections[0]
    assert (round(section.page_width.inches, 2), round(section.page_height.inches, 2)) == size


def test_links_in_a_word_document_read_as_the_address():
    content = Content(Contact("M", "m@example.org", url="m.example.org"))
    word = docx.Document(io.BytesIO(write_docx(content, Look.CLASSIC, Paper.A4, DAY)))
    links = [(link.text, link.address) for paragraph in word.paragraphs for link in paragraph.hyperlinks]
    assert links == [("m@example.org", "mailto:m@example.org"), ("m.example.org", "https://m.example.org")]


def test_a_right_to_left_paragraph_is_marked():
    content = Content(Contact("ليلى"), "Lead")
    name, headline = docx.Document(io.BytesIO(write_docx(content, Look.MODERN, Paper.A4, DAY))).paragraphs
    assert [paragraph._p.pPr.find(qn("w:bidi")) is not None for paragraph in (name, headline)] == [True, False]
    assert (name.runs[0].font.rtl, headline.runs[0].font.rtl) == (True, None)


def test_breaks_that_browsers_send_are_one():
    content = Content(sections=(Section(Kind.SUMMARY, HEADINGS[Kind.SUMMARY], "One\r\nTwo\rThree"),))
    word = docx.Document(io.BytesIO(write_docx(content, Look.CLASSIC, Paper.A4, DAY)))
    assert [paragraph.text for paragraph in word.paragraphs] == ["Resume", "Summary", "One", "Two", "Three"]


def test_the_measure_of_these_tests_sees_a_lost_word():
    assert missing(lay_out(Content(headline="a b")), "Resume a") != []
