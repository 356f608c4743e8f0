"""The text of a Word document as Word shows it, from the XML itself. Pure.

Content controls (of which many of Word's own templates of resumes are made), what was inserted while changes were
tracked, links, text boxes and tables are read in their place; what was deleted is not. Written after ECMA-376 part 1,
17.3 (paragraphs and runs), 17.4 (tables), 17.5.2 (content controls), 17.13.5 (tracked changes).
"""

import re
from collections.abc import Callable
from xml.parsers import expat
from zipfile import ZipFile

from resumes.reading.files import DAMAGED, UnreadableError, lines_of, part

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
BULLET = "• "
# What is not on the page: deleted or moved away, the program of a field, what an older Word would show instead, and
# how something looked before.
UNSHOWN = {"del", "moveFrom", "instrText", "Fallback", "rPrChange", "pPrChange", "sdtPr", "tblPrChange", "delText"}
LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
SYMBOL_FONTS = {"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf02d": "-"}


def lines_of_document(packed: ZipFile) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of the body, and those of heads and feet of pages. A line of a list begins with a bullet.

    ``UnreadableError`` if the document is damaged or has more text than any resume.
    """
    names = packed.namelist()
    lists = _styles_of_lists(part(packed, "word/styles.xml"))
    body = part(packed, _main_part(packed))
    if not body:
        raise UnreadableError(DAMAGED)
    margins: list[str] = []
    for name in sorted(name for name in names if re.fullmatch(r"word/(header|footer)[0-9]*\.xml", name)):
        margins += (line for line in _lines(part(packed, name), lists) if line and line not in margins)
    return _lines(body, lists), tuple(margins)


def _lines(xml: bytes, lists: frozenset[str]) -> tuple[str, ...]:
    body = _Body(lists)
    _parse(xml, body.begin, body.end, body.text)
    return lines_of("\n".join(body.sinks[0]))


def _parse(
    xml: bytes,
    begin: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise UnreadableError(DAMAGED) from error


def _no_doctype(*_: object) -> None:
    # No Word document has one, and it is the door to entities that grow without end.
    raise UnreadableError(DAMAGED)


def _main_part(packed: ZipFile) -> str:
    """Where the body is: Word's own web version does not call it ``document.xml``."""
    found = ["word/document.xml"]

    def begin(tag: str, attributes: dict[str, str]) -> None:
        if attributes.get("Type", "").endswith("/officeDocument"):
            found.append(attributes.get("Target", "").lstrip("/"))

    if relations := part(packed, "_rels/.rels"):
        _parse(relations, begin)
    return found[-1] if found[-1] in packed.namelist() else found[0]


def _styles_of_lists(xml: bytes) -> frozenset[str]:
    """The styles whose paragraphs are items of a list. A heading with a number is none."""
    found: set[str] = set()
    style = ""

    def begin(tag: str, attributes: dict[str, str]) -> None:
        nonlocal style
        name = _local(tag)
        if name == "style":
            style = _value(attributes, "styleId")
        elif name == "numPr" and style and not style.lower().startswith("heading"):
            found.add(style)

    if xml:
        _parse(xml, begin)
    return frozenset(found)


class _Body:
    """Takes what the parser meets, and writes lines to the innermost sink: the page, or a cell of a table."""

    def __init__(self, lists: frozenset[str]) -> None:
        self.lists = lists
        self.sinks: list[list[str]] = [[]]
        self.rows: list[list[list[str]]] = []
        # Paragraphs are open within each other where a text box hangs on one.
        self.paragraphs: list[list[str]] = []
        self.bulleted: list[bool] = []
        self.unshown = 0
        self.in_properties = 0
        self.in_text = False

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        if self.unshown or name in UNSHOWN:
            self.unshown += 1
        elif name in ("pPr", "rPr"):
            self.in_properties += 1
        elif self.in_properties:
            self._property(name, attributes)
        elif name == "p":
            self.paragraphs.append([])
            self.bulleted.append(False)
        elif name == "t":
            self.in_text = True
        elif name == "tr":
            self.rows.append([])
        elif name == "tc":
            self.sinks.append([])
        elif self.paragraphs:
            if name == "sym":
                self._write(_symbol(_value(attributes, "char")))
            else:
                self._write(LETTERS.get(name, ""))

    def end(self, tag: str) -> None:
        name = _local(tag)
        if self.unshown:
            self.unshown -= 1
        elif name in ("pPr", "rPr"):
            self.in_properties -= 1
        elif self.in_properties:
            return
        elif name == "t":
            self.in_text = False
        elif name == "p":
            text = "".join(self.paragraphs.pop())
            self.sinks[-1] += _item(text) if self.bulleted.pop() and text.strip() else text.split("\n")
        elif name == "tc" and self.rows and len(self.sinks) > 1:
            self.rows[-1].append(self.sinks.pop())
        elif name == "tr" and self.rows:
            self.sinks[-1] += _row(self.rows.pop())

    def text(self, text: str) -> None:
        if self.in_text and not self.unshown and self.paragraphs:
            self._write(text)

    def _write(self, text: str) -> None:
        self.paragraphs[-1].append(text)

    def _property(self, name: str, attributes: dict[str, str]) -> None:
        if not self.paragraphs:
            return
        value = _value(attributes, "val")
        if name == "pStyle" and value in self.lists:
            self.bulleted[-1] = True
        elif name == "numId":
            # A zero takes a paragraph out of the list that its style puts it in.
            self.bulleted[-1] = value != "0"


def _item(text: str) -> list[str]:
    lines = text.split("\n")
    return [line if line.lstrip().startswith("•") else f"{BULLET}{line}" for line in lines[:1]] + lines[1:]


def _row(cells: list[list[str]]) -> list[str]:
    """A row whose cells have one line each is one line; otherwise the cells come one after the other."""
    said = [[line for line in cell if line.strip()] for cell in cells]
    if all(len(cell) <= 1 for cell in said):
        return ["\t".join(line for cell in said for line in cell)]
    return [line for cell in cells for line in cell]


def _symbol(code: str) -> str:
    """A character of a font of symbols by its number."""
    try:
        letter = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return SYMBOL_FONTS.get(letter, letter)


def _local(tag: str) -> str:
    """The name of an element of Word's own namespace; ``Fallback`` is from another."""
    space, _, name = tag.rpartition(" ")
    return name if space in WORD or name == "Fallback" else ""


def _value(attributes: dict[str, str], name: str) -> str:
    return next((value for key, value in attributes.items() if key.rpartition(" ")[2] == name), "")
