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
from typing import TYPE_CHECKING, Any

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
# The color of the mark that says in a picture where the text ends, and the mark: how far down it stands, and its size.
END = "#010203"
END_MARK = re.compile(
    f'<path fill="{END}"'.encode()
    + rb'[^>]* transform="translate\([\d.]+ ([\d.]+)\)" d="M 0 0v ([\d.]+)h ([\d.]+)v [^>]*/>'
)
# Writing that costs time to look for, and is looked for only where it is.
HELD = {
    "arabic": re.compile("[\u0600-\u08ff\ufb50-\ufeff\U00010e60-\U00010eff\U0001ee00-\U0001eeff]"),
    "devanagari": re.compile("[\u0900-\u097f\ua8e0-\ua8ff\U00011b00-\U00011b5f]"),
    "signs": re.compile("[\u2100-\u2bff]"),
    "right-to-left": re.compile(
        "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
    ),
}
# How long the first line of a bullet or paragraph is at least, in the height of its letters.
ROOM = {Look.CLASSIC: 40, Look.MODERN: 47, Look.COMPACT: 56}
# As many lines on a last page are "a few lines over".
A_FEW = 6
# What every look has letters for, whatever stands beside them. Of all else only the making of a file says so.
PRINTED = re.compile(
    "[ -~\xa0-\xac\xae-\u024f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0482\u048a-\u04ff"
    "\u1e00-\u1eff\u2012-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)


class PdfError(Exception):
    """A PDF could not be made. The message is a sentence for people."""


class MissingGlyphError(PdfError):
    """No font here has one of the characters. ``characters`` holds those that are known to miss."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        super().__init__(_missing(characters))


@dataclass(frozen=True)
class Pages:
    """The pages of a resume."""

    # A picture (SVG) of each.
    pictures: tuple[bytes, ...]
    # How many lines of text the last page is filled with, in lines of the body.
    last_lines: int

    @property
    def over(self) -> int:
        """How many lines are too many for one page less; 0 on a single page or where the last holds more than a few."""
        return self.last_lines if len(self.pictures) > 1 and self.last_lines <= A_FEW else 0


def compile_pdf(content: Content, look: Look, paper: Paper, at: date) -> bytes:
    """The PDF (PDF/UA-1) of a resume, said to be made on a day: the same in gives the same bytes out.

    Raises ``PdfError``, and of that kind ``MissingGlyphError``.
    """
    return _pdf(_written(content, look, paper), at)


def draw_pages(content: Content, look: Look, paper: Paper) -> Pages:
    """Pictures of the pages. Raises as ``compile_pdf`` does."""
    written = _written(content, look, paper)
    if not PRINTED.fullmatch(written.beyond):
        # In a picture, a character without a glyph would be a box.
        _pdf(written, date(2000, 1, 1))
    with _in_words():
        pictures: Any = _compiler(written, end=END).compile(format="svg")
    *whole, last = pictures if isinstance(pictures, list) else [pictures]
    last, lines = _without_end(last)
    return Pages((*whole, last), lines)


def _pdf(written: "_Written", at: date) -> bytes:
    made = datetime.combine(at, time(), UTC)
    with _in_words():
        pdf: Any = _compiler(written).compile(format="pdf", pdf_standards=["ua-1"], timestamp=made)
    return bytes(pdf)


def _without_end(picture: bytes) -> tuple[bytes, int]:
    """A picture without the mark where the text ends, and the lines above that."""
    mark = END_MARK.search(picture)
    assert mark
    down, margin, line = map(float, mark.groups())
    return picture[: mark.start()] + picture[mark.end() :], max(1, round((down - margin) / line))


def _compiler(written: "_Written", end: str | None = None) -> "typst.Compiler":
    """A compiler for this resume alone: one that is used again would still hold what the last person wrote.

    What was written comes as a file beside the template, in memory. As an input to typst's library it would be part of
    whatever is set with that, and no line could be taken over from the last time somebody looked at their pages.
    """
    try:
        import typst
    except ImportError as error:
        raise PdfError(
            "No PDF can be made: the program that sets the pages (typst) is not installed on this server. "
            "Nothing you wrote is lost, and the other formats still work."
        ) from error
    said = json.dumps(written.said | {"end": end}, ensure_ascii=False)
    files: Any = {"main": _template(), "said": f"//{said}".encode()}
    with _in_words():
        # Nothing else is read; the root is named because it would be the folder in which the server was started.
        return typst.Compiler(files, root=str(TEMPLATE.parent), font_paths=_fonts())


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


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


@dataclass(frozen=True)
class _Written:
    """A resume as the template takes it, and those of its lines that are not all in ASCII."""

    said: dict[str, Any]
    beyond: str


def _written(content: Content, look: Look, paper: Paper) -> _Written:
    try:
        document = lay_out(content)
    except TooLongError as error:
        raise PdfError(str(error)) from error
    beyond = "".join(line.text for line in document.lines() if not line.text.isascii())
    holds = [name for name, held in HELD.items() if held.search(beyond)]
    return _Written({"resume": _document(document, look, paper), "holds": holds}, beyond)


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
        "parts": [_part(part, ROOM[look]) for part in document.parts],
    }


def _part(part: Part, room: int) -> dict[str, Any]:
    return {
        "heading": _words(part.heading),
        "paragraphs": [_words(line.text, room) for line in part.paragraphs],
        "names": _words(", ".join(line.text for line in part.names), room),
        "blocks": [_block(block, room, first=number == 0) for number, block in enumerate(part.blocks)],
    }


def _block(block: Block, room: int, *, first: bool) -> dict[str, Any]:
    return {
        "title": _words(block.title),
        "details": _dotted(block.details),
        "joint": block.joint,
        "below": block.below,
        "first": first,
        "paragraphs": [_words(line.text, room) for line in block.paragraphs],
        "bullets": [_words(line.text, room) for line in block.bullets],
        # Whether the head must not be the last line of a page.
        "goes-on": bool(block.paragraphs or block.bullets),
        "line": block.is_line,
    }


def _dotted(pieces: Sequence[Piece]) -> dict[str, Any]:
    rtl = runs_right_to_left(" ".join(piece.text for piece in pieces))
    return {"rtl": rtl, "pieces": [_piece(piece) for piece in pieces]}


def _piece(piece: Piece) -> dict[str, Any]:
    return {**_words(piece.text), "address": piece.address, "short": len(piece.text) <= SHORT}


def _words(text: str, room: int = 0) -> dict[str, Any]:
    return {
        "rtl": runs_right_to_left(text),
        "runs": [{"text": run, "whole": whole} for run, whole in runs(text, room)],
    }
