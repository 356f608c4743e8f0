"""A resume as PDF: what the file says, how it breaks, and what is said when it cannot be made."""

import io
import re
import sys
from bisect import bisect
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from resumes.writing.content import Bullet, Contact, Content, Entry, Kind, Look, Paper, Section
from resumes.writing.pdf import END, PRINTED, ROOM, MissingGlyphError, PdfError, compile_pdf, draw_pages
from resumes.writing.words import runs
from tests.resumes.people import generated

DAY = date(2026, 11, 29)


def lines_of(count, name="Mira Okafor"):
    bullets = tuple(Bullet(f"Line {number}") for number in range(count))
    return Content(
        Contact(name=name), sections=(Section(Kind.EXPERIENCE, "Experience", entries=(
            Entry(Kind.EXPERIENCE, "Lead", "Harbor", bullets=bullets),
        )),),
    )  # fmt: skip


def made(content, look=Look.CLASSIC, paper=Paper.LETTER):
    return compile_pdf(content, look, paper, DAY)


def test_the_file_names_the_person_and_no_tool_as_author():
    file = PdfReader(io.BytesIO(made(lines_of(3))))
    assert (file.metadata.title, file.metadata.author) == ("Mira Okafor – Resume", "Mira Okafor")
    assert file.metadata.creation_date.date() == DAY
    assert set(file.metadata) == {"/Title", "/Author", "/Creator", "/CreationDate", "/ModDate"}
    assert file.trailer["/Root"]["/Lang"] == "en"
    assert file.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"/home" not in file.xmp_metadata.stream.get_data()
    assert "<pdfuaid:part>1</pdfuaid:part>" in file.xmp_metadata.stream.get_data().decode()


@pytest.mark.parametrize(("paper", "width", "height"), [(Paper.LETTER, 612, 792), (Paper.A4, 595, 842)])
@pytest.mark.parametrize("look", Look)
def test_each_look_on_each_paper(look, paper, width, height):
    box = PdfReader(io.BytesIO(made(lines_of(3), look, paper))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (width, height)


def test_the_same_resume_gives_the_same_bytes():
    content, look, paper = generated(5)
    assert made(content, look, paper) == made(content, look, paper)
    assert made(content, look, paper) != compile_pdf(content, look, paper, date(2026, 11, 30))


@pytest.mark.parametrize("look", Look)
def test_lines_over_a_page_are_counted(look):
    def drawn(count):
        return draw_pages(lines_of(count), look, Paper.LETTER)

    fits = bisect(range(90), 1, key=lambda count: len(drawn(count).pictures)) - 1
    pages = [drawn(fits + more) for more in (0, 1, 2, 4, 12)]
    assert [len(page.pictures) for page in pages] == [1, 2, 2, 2, 2]
    # Two lines at least stand together, so that one too many takes another along.
    assert [page.over for page in pages] == [0, 1, 2, 4, 0]


def test_pages_are_drawn_one_by_one():
    content = lines_of(80)
    pages = draw_pages(content, Look.MODERN, Paper.A4).pictures
    assert len(pages) == len(PdfReader(io.BytesIO(made(content, Look.MODERN, Paper.A4))).pages) == 2
    assert all(page.startswith(b"<svg") and page.endswith(b"</svg>") for page in pages)
    # The mark of where the text ends is taken out again.
    assert all(END.encode() not in page for page in pages)


def test_a_character_without_a_glyph_is_named():
    with pytest.raises(MissingGlyphError) as caught:
        made(lines_of(1, name="Mira 𐌰 \U0001f600"))
    assert caught.value.characters == "𐌰😀"
    assert str(caught.value) == (
        "No font here can print “𐌰” (U+10330, gothic letter ahsa), “😀” (U+1F600, grinning face). "
        "Write it with other characters, or take another format: text and Word hold every character."
    )


@pytest.mark.parametrize("name", ["Mira 𐌰", "Mira x\u0898", "क\u1cf7", "مها\u088e"])
def test_a_character_without_a_glyph_is_no_box_in_a_picture(name):
    with pytest.raises(MissingGlyphError) as of_file:
        made(lines_of(1, name=name))
    with pytest.raises(MissingGlyphError) as of_picture:
        draw_pages(lines_of(1, name=name), Look.CLASSIC, Paper.LETTER)
    assert of_picture.value.characters == of_file.value.characters


@pytest.mark.parametrize("look", Look)
def test_what_is_drawn_without_a_look_at_the_file_has_its_glyphs_at_every_weight(look):
    characters = "".join(chr(number) for number in range(0x20, 0x3000) if PRINTED.fullmatch(chr(number)))
    text = " ".join(re.findall(".{1,60}", f"{characters} {' '.join(characters)}", re.DOTALL))
    entry = Entry(Kind.EXPERIENCE, text, text, text=text, bullets=(Bullet(text),))
    skill = Entry(Kind.SKILLS, text, words=(text,))
    sections = (
        Section(Kind.EXPERIENCE, text, text=text, entries=(entry, replace(entry, title="Lead"))),
        Section(Kind.SKILLS, text, entries=(skill,)),
    )
    assert len(characters) > 1000
    assert made(Content(Contact(name=text, email=text), headline=text, sections=sections), look)


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("letter", ["m", "-", "n", "I", "W"])
def test_a_word_that_is_not_held_together_ends_on_the_first_line(look, letter):
    words = f"{letter} " * 200
    room = next(end for end in range(len(words)) if len(runs(words[:end] + "ab-cd", ROOM[look])) > 1) - 1
    text = words[:room] + "ab-cd"
    assert runs(text, ROOM[look]) == [(text, False)]
    content = Content(
        sections=(Section(Kind.PROJECTS, "P", entries=(Entry(Kind.PROJECTS, "T", bullets=(Bullet(text),)),)),)
    )
    read = PdfReader(io.BytesIO(made(content, look, Paper.A4))).pages[0].extract_text().splitlines()
    assert read[-1].startswith("•")
    assert read[-1].endswith("ab-cd")


def test_chinese_japanese_and_korean_name_the_package_that_helps():
    with pytest.raises(MissingGlyphError) as caught:
        made(lines_of(1, name="王明"))
    assert str(caught.value) == (
        "No font here can print “王” (U+738B), “明” (U+660E). "
        "For Chinese, Japanese and Korean, whoever runs this site installs the package cvttf-notosanscjk-regular. "
        "Write it with other characters, or take another format: text and Word hold every character."
    )


def test_arrows_and_signs_have_glyphs():
    assert "19 → 6, ≥ 3" in PdfReader(io.BytesIO(made(lines_of(1, name="19 → 6, ≥ 3")))).pages[0].extract_text()


def test_without_typst_there_is_a_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(PdfError, match=r"typst\) is not installed on this server\. Nothing you wrote is lost"):
        made(lines_of(1))


def test_what_is_too_long_is_a_sentence():
    with pytest.raises(PdfError, match="A file can hold up to 120,000 characters"):
        made(lines_of(1, name="x" * 1_000_000))


def test_one_persons_words_are_not_in_the_next_persons_file():
    made(lines_of(2, name="First Person"))
    assert "First" not in PdfReader(io.BytesIO(made(lines_of(2, name="Second")))).pages[0].extract_text()


@pytest.mark.parametrize("look", Look)
def test_no_line_ends_with_a_typed_hyphen(look):
    content = Content(
        sections=(Section(Kind.SUMMARY, "Summary", "an end-to-end, cross-functional re-platforming " * 40),)
    )
    lines = PdfReader(io.BytesIO(made(content, look))).pages[0].extract_text().splitlines()
    assert len(lines) > 15
    assert [line for line in lines if line.rstrip().endswith("-")] == []
