"""Writes a resume as a Word document, with python-docx."""

import io
import zipfile
from datetime import date, datetime, time
from typing import Any

import docx
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from resumes.writing.content import Content, Look, Paper
from resumes.writing.document import BETWEEN, Block, Document, Piece, lay_out
from resumes.writing.words import runs_right_to_left

PAPERS: dict[Paper, tuple[Length, Length]] = {
    Paper.LETTER: (Inches(8.5), Inches(11)),
    Paper.A4: (Mm(210), Mm(297)),
}
# By look: the font, its size and that of the name in points, and the margins in inches.
LOOKS = {
    Look.CLASSIC: ("Times New Roman", 11, 24, 0.9),
    Look.MODERN: ("Calibri", 10.5, 25, 0.85),
    Look.COMPACT: ("Calibri", 9.5, 18, 0.65),
}
ACCENT = {Look.MODERN: RGBColor(0x0B, 0x5A, 0x53)}
QUIET = RGBColor(0x40, 0x40, 0x40)
# The styles in use: how much larger than the body they are, and the space above and below them, in points.
STYLES = {
    "Normal": (0, 0, 2),
    "Subtitle": (1.5, 0, 2),
    "Heading 1": (2, 12, 3),
    "Heading 2": (0, 7, 0),
    "Heading 3": (0, 5, 0),
    "List Bullet": (0, 0, 2),
}
# What every file in the package is dated, for a Word document is a zip: its first possible day.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def write_docx(content: Content, look: Look, paper: Paper, at: date) -> bytes:
    """The Word document of a resume, said to be made on a day: the same in gives the same bytes out.

    Raises ``TooLongError``.
    """
    document = lay_out(content)
    word = docx.Document()
    _name_it(word, document, at)
    section = word.sections[0]
    section.page_width, section.page_height = PAPERS[paper]
    margin = Inches(LOOKS[look][3])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = margin
    _set_styles(word, look, document.language)
    _Writing(word, look).write(document)
    return _packed(word)


class _Writing:
    """The paragraphs of one document, from top to bottom."""

    def __init__(self, word: Word, look: Look) -> None:
        self.word = word
        self.centered = look is Look.CLASSIC
        self.styles = {name: word.styles[name] for name in ("Title", *STYLES)}

    def write(self, document: Document) -> None:
        self.paragraph("Title", document.name, centered=self.centered)
        if document.headline:
            self.paragraph("Subtitle", document.headline, centered=self.centered)
        for line in document.contact:
            self.pieces(self.paragraph("Normal", rtl=_rtl(line), centered=self.centered), line)
        for part in document.parts:
            self.paragraph("Heading 1", part.heading)
            for said in part.paragraphs:
                self.paragraph("Normal", said.text)
            if part.names:
                self.paragraph("Normal", ", ".join(said.text for said in part.names))
            for block in part.blocks:
                self.block(block)

    def block(self, block: Block) -> None:
        beside = block.joint != "\n"
        style = "Normal" if block.is_line else "Heading 3" if block.below else "Heading 2"
        if block.title:
            head = self.paragraph(style, rtl=runs_right_to_left(block.title))
            self.run(head, block.title, bold=True)
            if beside and block.details:
                self.run(head, block.joint, bold=False)
                self.pieces(head, block.details)
        if block.details and not (beside and block.title):
            details = self.paragraph("Normal", rtl=_rtl(block.details))
            details.paragraph_format.keep_with_next = bool(block.paragraphs or block.bullets)
            self.pieces(details, block.details)
        for line in block.paragraphs:
            self.paragraph("Normal", line.text)
        for line in block.bullets:
            self.paragraph("List Bullet", line.text)

    def paragraph(self, style: str, text: str = "", *, rtl: bool = False, centered: bool = False) -> Paragraph:
        paragraph = self.word.add_paragraph(style=self.styles[style])
        if rtl or runs_right_to_left(text):
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        if centered:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if text:
            self.run(paragraph, text)
        return paragraph

    def run(self, paragraph: Paragraph, text: str, *, bold: bool | None = None) -> Run:
        run = paragraph.add_run(text)
        if bold is not None:
            run.bold = bold
            run.font.cs_bold = bold
        if runs_right_to_left(text):
            run.font.rtl = True
        return run

    def pieces(self, paragraph: Paragraph, pieces: tuple[Piece, ...]) -> None:
        for number, piece in enumerate(pieces):
            run = self.run(paragraph, piece.text, bold=False)
            run.font.color.rgb = QUIET
            if piece.address:
                link = OxmlElement("w:hyperlink")
                link.set(
                    qn("r:id"), paragraph.part.relate_to(piece.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                )
                run._r.addprevious(link)
                link.append(run._r)
            if number + 1 < len(pieces):
                self.run(paragraph, BETWEEN, bold=False)


def _rtl(pieces: tuple[Piece, ...]) -> bool:
    return runs_right_to_left(" ".join(piece.text for piece in pieces))


def _name_it(word: Word, document: Document, at: date) -> None:
    """The person's name and the title, in place of the library's own, and no thumbnail of its template."""
    made = datetime.combine(at, time())
    about = word.core_properties
    about.author, about.title, about.language = document.author, document.title, document.language
    about.last_modified_by, about.comments, about.keywords, about.subject = document.author, "", "", ""
    about.created = about.modified = made
    about.revision = 1
    package = word.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith(("/thumbnail", "/extended-properties")):
            del package.rels[key]


def _set_styles(word: Word, look: Look, language: str) -> None:
    font, size, of_name, _ = LOOKS[look]
    for name, (larger, above, below) in {**STYLES, "Title": (of_name - size, 0, 0)}.items():
        style = word.styles[name]
        assert isinstance(style, ParagraphStyle)
        _set_font(style, font, size + larger)
        style.font.bold = name.startswith("Heading") or (name == "Title" and look is not Look.CLASSIC)
        style.font.italic = False
        style.font.color.rgb = (
            ACCENT.get(look, RGBColor(0, 0, 0)) if name in ("Title", "Heading 1") else RGBColor(0, 0, 0)
        )
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(below)
        style.paragraph_format.line_spacing = 1.08
        style.paragraph_format.keep_with_next = name.startswith("Heading")
        for border in style.element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)
    bullet = word.styles["List Bullet"]
    assert isinstance(bullet, ParagraphStyle)
    # Close to its text: from further away, some readers take the bullets for a column of their own.
    bullet.paragraph_format.left_indent, bullet.paragraph_format.first_line_indent = Inches(0.16), Inches(-0.13)
    for stop in bullet.element.findall(f".//{qn('w:tabs')}"):
        stop.getparent().remove(stop)
    bullet.paragraph_format.tab_stops.add_tab_stop(Inches(0.16))
    for spoken in word.styles.element.findall(f".//{qn('w:lang')}"):
        spoken.set(qn("w:val"), language)


def _set_font(style: ParagraphStyle, font: str, size: float) -> None:
    style.font.name, style.font.size = font, Pt(size)
    properties: Any = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for name in list(fonts.attrib):
        # The theme's font would win over the named one.
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), font)
    for larger in properties.findall(qn("w:szCs")):
        properties.remove(larger)
    complex_size = OxmlElement("w:szCs")
    complex_size.set(qn("w:val"), str(round(size * 2)))
    properties.append(complex_size)


def _packed(word: Word) -> bytes:
    """The bytes of the document, with no time of its making in the zip."""
    made, packed = io.BytesIO(), io.BytesIO()
    word.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, NO_TIME), source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
