"""Writes a resume as PDF and as pictures of its pages, with typst."""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from resumes.writing.content import Content, Look, Paper
from resumes.writing.document import Block, Document, Part, Piece, TooLongError, lay_out
from resumes.writing.words import runs, runs_right_to_left

if TYPE_CHECKING:
    import typst

TEMPLATE = Path(__file__).with_name("resume.typ")
FONTS = ("fontpkg_noto_sans", "fontpkg_noto_sans_devanagari", "fontpkg_ibm_plex_sans_arabic")
EXTRA_FONT = "cvttf_NotoSansCJK_Regular"
EXTRA_PACKAGE = "cvttf-notosanscjk-regular"
PAPERS = {Paper.LETTER: "us-letter", Paper.A4: "a4"}
# A detail of up to so many characters (a date, an address) moves to the next line as a whole.
SHORT = 72
# As many lines on a last page are "a few lines over".
A_FEW = 6


class PdfError(Exception):
    """A PDF could not be made. The message is a sentence for people."""


class MissingGlyphError(PdfError):
    """No font here has one of the characters. ``characters`` holds those that are known to miss."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        super().__init__(_missing(characters))


@dataclass(frozen=True)
class Pdf:
    """A resume as PDF."""

    data: bytes
    pages: int
    # How many lines of text the last page is filled with, in lines of the body.
    last_lines: int
    # A picture (SVG) of each page, if asked for.
    pictures: tuple[bytes, ...] = ()

    @property
    def over(self) -> int:
        """How many lines are too many for one page less; 0 on a single page or where the last holds more than a few."""
        return self.last_lines if self.pages > 1 and self.last_lines <= A_FEW else 0


def compile_pdf(content: Content, look: Look, paper: Paper, at: date, *, drawn: bool = False) -> Pdf:
    """The PDF (PDF/UA-1) of a resume, said to be made on a day: the same in gives the same bytes out.

    ``drawn``: with a picture of each page, which costs less than drawing them later. Raises ``PdfError``, and of that
    kind ``MissingGlyphError``.
    """
    compiler = _compiler(content, look, paper)
    made = datetime.combine(at, time(), UTC)
    with _in_words():
        [data] = _each(compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=made))
        end = json.loads(compiler.query("<end>", field="value", one=True))
        pictures = _each(compiler.compile(format="svg")) if drawn else ()
    return Pdf(data, end["page"], max(1, round(end["lines"])), pictures)


def draw_pages(content: Content, look: Look, paper: Paper, form: Literal["svg", "png"] = "svg") -> tuple[bytes, ...]:
    """A picture of each page: SVG, or PNG at 144 dots an inch. Raises ``PdfError``.

    A character without a glyph is drawn as a box here; only ``compile_pdf`` says so.
    """
    compiler = _compiler(content, look, paper)
    with _in_words():
        return _each(compiler.compile(format=form))


def _each(drawn: Any) -> tuple[bytes, ...]:
    return (drawn,) if isinstance(drawn, bytes) else tuple(drawn)


def _compiler(content: Content, look: Look, paper: Paper) -> "typst.Compiler":
    """A compiler for this resume alone: one that is used again would still hold what the last person wrote."""
    try:
        import typst
    except ImportError as error:
        raise PdfError(
            "No PDF can be made: the program that sets the pages (typst) is not installed on this server. "
            "Nothing you wrote is lost, and the other formats still work."
        ) from error
    data = _data(content, look, paper)
    with _in_words():
        # The template is a file, and its folder the root: what is set can read nothing else, and reads nothing at all.
        return typst.Compiler(
            str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=_fonts(), sys_inputs={"resume": data}
        )


@contextmanager
def _in_words() -> Iterator[None]:
    """Turns what typst says into errors with a sentence for people."""
    try:
        yield
    except BaseException as error:
        # What goes wrong inside that program itself is no Exception of Python's.
        if not isinstance(error, RuntimeError) and type(error).__name__ != "PanicException":
            raise
        told = str(getattr(error, "diagnostic", error))
        characters = dict.fromkeys(re.findall(r"the text `\"(.+?)\"` could not be displayed", told))
        if characters:
            raise MissingGlyphError("".join(map(_unescaped, characters))) from error
        raise PdfError(
            "The PDF could not be made. Nothing you wrote is lost, and the other formats still work. "
            f"The program that sets the pages said: {str(error)[:200]}"
        ) from error


@cache
def _fonts() -> "typst.Fonts":
    """The fonts, found once in each process and only when they are first needed.

    Never call this before a process forks: in the child, the first page would then never be finished.
    """
    import typst

    folders = []
    for package in (*FONTS, EXTRA_FONT):
        if (found := find_spec(package)) and found.origin:
            folders.append(str(Path(found.origin).parent))
        elif package != EXTRA_FONT:
            raise PdfError(f"No PDF can be made: the fonts of {package.replace('_', '-')} are not installed here.")
    return typst.Fonts(include_system_fonts=False, font_paths=folders)


def _missing(characters: str) -> str:
    named = ", ".join(f"“{character}” ({_called(character)})" for character in characters[:5])
    more = f" and {len(characters) - 5} more" if len(characters) > 5 else ""
    message = f"No font here can print {named}{more}."
    if any(_is_east_asian(character) for character in characters):
        message += f" For Chinese, Japanese and Korean, whoever runs this site installs the package {EXTRA_PACKAGE}."
    return f"{message} Write it with other characters, or take another format: text and Word hold every character."


def _called(character: str) -> str:
    """The number of a character and its name, if that says more than the number."""
    number, name = f"{ord(character):04X}", unicodedata.name(character, "without a name").lower()
    return f"U+{number}" if number.lower() in name else f"U+{number}, {name}"


def _is_east_asian(character: str) -> bool:
    name = unicodedata.name(character, "")
    return name.startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH"))


def _unescaped(text: str) -> str:
    """A character as typst quotes it in a message: ``\\u{301}`` where it would not show by itself."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), text)


def _data(content: Content, look: Look, paper: Paper) -> str:
    try:
        document = lay_out(content)
    except TooLongError as error:
        raise PdfError(str(error)) from error
    return json.dumps(_document(document, look, paper), ensure_ascii=False)


def _document(document: Document, look: Look, paper: Paper) -> dict[str, Any]:
    language = re.fullmatch(r"([a-z]{2,3})(?:-([a-z]{2}))?(?:-.*)?", document.language.lower())
    return {
        "look": look.value,
        "paper": PAPERS[paper],
        "title": document.title,
        "author": document.author,
        "lang": language[1] if language else "en",
        "region": language[2] if language else None,
        "name": _words(document.name),
        "headline": _words(document.headline),
        "contact": [_dotted(line) for line in document.contact],
        "parts": [_part(part) for part in document.parts],
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "heading": _words(part.heading),
        "paragraphs": [_words(line.text) for line in part.paragraphs],
        "names": _words(", ".join(line.text for line in part.names)),
        "blocks": [_block(block, first=number == 0) for number, block in enumerate(part.blocks)],
    }


def _block(block: Block, *, first: bool) -> dict[str, Any]:
    return {
        "title": _words(block.title),
        "details": _dotted(block.details),
        "joint": block.joint,
        "below": block.below,
        "first": first,
        "paragraphs": [_words(line.text) for line in block.paragraphs],
        "bullets": [_words(line.text) for line in block.bullets],
        # Whether the head must not be the last line of a page.
        "goes-on": bool(block.paragraphs or block.bullets),
        "line": block.is_line,
    }


def _dotted(pieces: Sequence[Piece]) -> dict[str, Any]:
    rtl = runs_right_to_left(" ".join(piece.text for piece in pieces))
    return {"rtl": rtl, "pieces": [_piece(piece) for piece in pieces]}


def _piece(piece: Piece) -> dict[str, Any]:
    return {**_words(piece.text), "address": piece.address, "short": len(piece.text) <= SHORT}


def _words(text: str) -> dict[str, Any]:
    return {"rtl": runs_right_to_left(text), "runs": [{"text": run, "whole": whole} for run, whole in runs(text)]}
