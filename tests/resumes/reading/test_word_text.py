from io import BytesIO
from zipfile import ZipFile

import pytest

from resumes.reading.files import UnreadableError
from resumes.reading.word_text import lines_of_document
from tests.factories.resume_files import W, make_docx, paragraph

STYLES = (
    f'<w:styles {W}><w:style w:styleId="ListBullet"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Heading1"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>'
)


def read(body, **parts):
    with ZipFile(BytesIO(make_docx(body, **parts))) as packed:
        return lines_of_document(packed)


def run(inside):
    return f"<w:p><w:r>{inside}</w:r></w:p>"


def cell(*texts):
    return "<w:tc>" + "".join(map(paragraph, texts)) + "</w:tc>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (paragraph("One") + paragraph("") + paragraph("Two"), ("One", "", "Two")),
        (
            "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + paragraph("Acme") + "</w:sdtContent></w:sdt>",
            ("Acme",),
        ),
        ("<w:p><w:sdt><w:sdtContent><w:r><w:t>Lead</w:t></w:r></w:sdtContent></w:sdt></w:p>", ("Lead",)),
        (
            "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>",
            ("new",),
        ),
        (
            "<w:p><w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>b</w:t></w:r></w:moveTo></w:p>",
            ("b",),
        ),
        ("<w:p><w:hyperlink><w:r><w:t>me@example.org</w:t></w:r></w:hyperlink></w:p>", ("me@example.org",)),
        (run("<w:t>PMI</w:t><w:noBreakHyphen/><w:t>ACP</w:t>"), ("PMI-ACP",)),
        (run("<w:t>co</w:t><w:softHyphen/><w:t>operate</w:t>"), ("cooperate",)),
        (run("<w:t>Acme</w:t><w:br/><w:t>Lead</w:t><w:tab/><w:t>2021</w:t>"), ("Acme", "Lead\t2021")),
        ("<w:p><w:pPr><w:tabs><w:tab w:val='right'/></w:tabs></w:pPr><w:r><w:t>Acme</w:t></w:r></w:p>", ("Acme",)),
        (run('<w:sym w:font="Wingdings" w:char="F0A7"/><w:t> cut costs</w:t>'), ("• cut costs",)),
        (run('<w:sym w:font="Wingdings" w:char="nonsense"/><w:t>cut costs</w:t>'), ("cut costs",)),
        (run("<w:instrText>PAGE</w:instrText><w:t>1</w:t>"), ("1",)),
        (paragraph("Cut costs", '<w:numPr><w:numId w:val="3"/></w:numPr>'), ("• Cut costs",)),
        (paragraph("• Cut costs", '<w:numPr><w:numId w:val="3"/></w:numPr>'), ("• Cut costs",)),
        (paragraph("Cut costs", '<w:pStyle w:val="ListBullet"/>'), ("• Cut costs",)),
        (paragraph("Cut", '<w:pStyle w:val="ListBullet"/><w:numPr><w:numId w:val="0"/></w:numPr>'), ("Cut",)),
        (paragraph("Experience", '<w:pStyle w:val="Heading1"/>'), ("Experience",)),
        (f"<w:tbl><w:tr>{cell('Acme')}{cell('2019 – 2021')}</w:tr></w:tbl>", ("Acme\t2019 – 2021",)),
        (
            f"<w:tbl><w:tr>{cell('Skills', 'Jira')}{cell('Acme', 'Lead')}</w:tr></w:tbl>",
            ("Skills", "Jira", "Acme", "Lead"),
        ),
        (
            f"<w:tbl><w:tr><w:tc><w:tbl><w:tr>{cell('a')}{cell('b')}</w:tr></w:tbl></w:tc>{cell('c')}</w:tr></w:tbl>",
            ("a\tb\tc",),
        ),
        (
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>"
            + paragraph("In a box")
            + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
            + paragraph("In a box")
            + "</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>Beside it</w:t></w:r></w:p>",
            ("In a box", "Beside it"),
        ),
    ],
)
def test_what_word_shows_is_read_in_its_order(body, lines):
    assert read(body, parts={"word/styles.xml": STYLES}) == (lines, ())


def test_heads_and_feet_are_read_apart_and_each_line_once():
    head = f"<w:hdr {W}>{paragraph('Ana Diaz')}</w:hdr>"
    foot = f"<w:ftr {W}>{paragraph('Ana Diaz')}{paragraph('Page')}</w:ftr>"
    parts = {"word/header1.xml": head, "word/footer1.xml": foot}
    assert read(paragraph("Acme"), parts=parts) == (("Acme",), ("Ana Diaz", "Page"))


def test_the_body_is_found_where_the_document_says_it_is():
    assert read(paragraph("Acme"), main="word/document2.xml") == (("Acme",), ())


def test_the_strict_kind_of_document_is_read_too():
    strict = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
        f"{paragraph('Acme')}</w:body></w:document>"
    )
    assert read("", parts={"word/document.xml": strict}) == (("Acme",), ())


@pytest.mark.parametrize(
    "document",
    [
        "",
        "no XML",
        f"<w:document {W}><w:body>",
        f'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document {W}><w:body>{paragraph("&a;")}</w:body></w:document>',
    ],
)
def test_a_damaged_document_is_refused_in_words(document):
    with pytest.raises(UnreadableError, match="damaged"):
        read("", parts={"word/document.xml": document})


def test_elements_within_each_other_without_end_are_no_stumbling_block():
    assert read("<w:sdt>" * 50_000 + paragraph("deep") + "</w:sdt>" * 50_000) == (("deep",), ())


def test_more_text_than_in_any_resume_is_refused():
    with pytest.raises(UnreadableError, match="200,000 characters"):
        read(paragraph("x" * 200_001))
