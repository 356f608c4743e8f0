"""What a browser would show of a page, as lines of text, and what the page says in its head. Pure.

Takes any string, hostile ones too, and looks at each character a fixed number of times.
"""

import re
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from applications.reading.grid import ELEMENTS_OF_TABLES, Grid, Place
from applications.reading.shapes import Cell

# Elements that stand on lines of their own, as in docs/postings.md and in the rendering section of the HTML standard.
BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup "
        "option p pre search section select summary table tbody td tfoot th thead title tr ul",
    )
)
RAW = frozenset({"script", "style"})
UNSEEN = frozenset({"template", "noscript"})
# One start or end tag: its slash, its name, its attributes. It gives nothing back, so that it fails in one pass.
TAG = re.compile(
    r"""<(/?)([a-zA-Z][^\s/>]*+)((?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+)>""",
)
LAX_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>")
# What follows the sign of a tag, or of what a browser takes for a comment.
STARTS = re.compile(r"[a-zA-Z!?]|/.")
STARTS_NAME = re.compile(r"/?[a-zA-Z]")
ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""")
END_OF_RAW = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}
# Python refuses to read so many digits as a number.
ENDLESS_NUMBER = re.compile(r"&#[0-9]{4000,}+;?+")
# Half of a pair of UTF-16, which no encoding and no database takes.
HALF = re.compile("[\ud800-\udfff]")
# Stands for the end of a line until the lines are made: no text has it any more.
LINE = "\0"


@dataclass(frozen=True)
class Page:
    """``text``: one line for each piece of a block element, none of them empty. ``title`` and ``site`` are what the
    head says of the page; ``heads`` its first headings of level 1; ``scripts`` the content of each script by type."""

    text: str
    title: str = ""
    site: str = ""
    heads: tuple[str, ...] = ()
    scripts: tuple[tuple[str, str], ...] = ()
    cells: tuple[Cell, ...] = ()
    # Where the items of its lists begin.
    items: tuple[int, ...] = ()


def clean(raw: str) -> str:
    """The same text without what cannot be kept: no byte order mark, NUL or half character; lines end with \\n."""
    text = HALF.sub("\ufffd", raw).removeprefix("\ufeff").replace("\0", "\ufffd")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decoded(text: str) -> str:
    """Character references as the characters they stand for, once."""
    return unescape(ENDLESS_NUMBER.sub("\ufffd", text)).replace("\0", "\ufffd") if "&" in text else text


def attributes(text: str) -> dict[str, str]:
    """The attributes of one tag by name in small letters; of two with one name the first, as in a browser."""
    found: dict[str, str] = {}
    for name, double, single, bare in ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), decoded(double or single or bare))
    return found


def lines(text: str) -> str:
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split(LINE))))


def laid(
    seen: list[str], starts: dict[int, Place | None], begins: set[int]
) -> tuple[str, tuple[Cell, ...], tuple[int, ...]]:
    """The lines of a page with tables or lists, where the lines of its cells stand, and where its items begin.

    ``starts`` and ``begins``: of cells and of items, by places in ``seen``.
    """
    made: list[str] = []
    cells: list[Cell] = []
    items: list[int] = []
    length, place = 0, None
    edges = sorted({0, *starts, *begins, len(seen)})
    for first, after in pairwise(edges):
        place = starts.get(first, place)
        begun = first in begins
        for line in filter(None, lines("".join(seen[first:after])).split("\n")):
            made.append(line)
            if begun:
                items.append(length)
                begun = False
            if place:
                cells.append(Cell(length, length + len(line), *place))
            length += len(line) + 1
    return "\n".join(made), tuple(cells), tuple(items)


def read_page(markup: str) -> Page:
    """What a browser would show of a page or a piece of one. ``markup`` has been through ``clean``."""
    reader = _Reader(markup)
    reader.read()
    heads = tuple(filter(None, (lines("".join(head)).replace("\n", " ") for head in reader.heads)))
    title = lines("".join(reader.title)).replace("\n", " ")
    if not (reader.grid.starts or reader.items):
        return Page(lines("".join(reader.seen)), title, reader.site, heads, tuple(reader.scripts))
    text, cells, items = laid(reader.seen, reader.grid.starts, reader.items)
    return Page(text, title, reader.site, heads, tuple(reader.scripts), cells, items)


class _Reader:
    def __init__(self, markup: str) -> None:
        self.markup = markup
        self.seen: list[str] = []
        self.title: list[str] = []
        self.heads: list[list[str]] = []
        self.scripts: list[tuple[str, str]] = []
        self.site = ""
        self.in_head = self.in_title = self.in_heading = False
        self.unseen = 0
        self.grid = Grid()
        self.items: set[int] = set()
        # Once a quotation mark is never closed, a tag ends at the next > wherever it stands.
        self.lax = False

    def read(self) -> None:
        markup, start, at = self.markup, 0, 0
        while (tag := markup.find("<", at)) >= 0:
            # Most of a page is tags that are closed; a lone sign is text like any other.
            kind = markup[tag + 1 : tag + 3]
            if not STARTS.match(kind):
                at = tag + 1
                continue
            self._text(start, tag)
            start = at = self._element(tag) if kind[0] not in "!?" and STARTS_NAME.match(kind) else self._remark(tag)
        self._text(start, len(markup))

    def _text(self, start: int, end: int) -> None:
        if start >= end or (self.is_hidden and not self.in_title):
            return
        text = decoded(self.markup[start:end])
        if self.in_title and not self.title:
            self.title.append(text)
        if self.is_hidden:
            return
        self.seen.append(text)
        if self.in_heading:
            self.heads[-1].append(text)

    @property
    def is_hidden(self) -> bool:
        return self.in_head or self.in_title or self.unseen > 0

    def _remark(self, at: int) -> int:
        """Where to go on after a comment, or after what a browser takes for one."""
        sign, start = ("-->", at + 4) if self.markup.startswith("<!--", at) else (">", at + 2)
        end = self.markup.find(sign, start)
        return end + len(sign) if end >= 0 else len(self.markup)

    def _element(self, at: int) -> int:
        found = None if self.lax else TAG.match(self.markup, at)
        if not found:
            self.lax = True
            found = LAX_TAG.match(self.markup, at)
        if not found:
            # Nothing is a tag any more where none is closed.
            self._text(at, len(self.markup))
            return len(self.markup)
        slash, name, rest = found.groups()
        name = name.lower()
        if slash:
            self._closes(name)
        else:
            self._opens(name, rest)
            if name in RAW:
                return self._after_raw(name, rest, found.end())
        return found.end()

    def _opens(self, name: str, rest: str) -> None:
        if name == "head":
            self.in_head = True
        elif name in BLOCKS and name != "title":
            # The end of the head may be left out.
            self.in_head = self.in_title = False
        if name == "title":
            self.in_title = True
        elif name == "meta" and not self.site:
            said = attributes(rest)
            if said.get("property", said.get("name", "")).lower() == "og:site_name":
                self.site = " ".join(said.get("content", "").split())
        if name in UNSEEN:
            self.unseen += 1
        if name in BLOCKS:
            self.seen.append(LINE)
        if name == "li":
            self.items.add(len(self.seen))
        elif name in ELEMENTS_OF_TABLES:
            self.grid.opens(name, rest, len(self.seen))
        if name == "h1":
            self.in_heading = True
            self.heads.append([])

    def _closes(self, name: str) -> None:
        if name == "head":
            self.in_head = False
        elif name == "title":
            self.in_title = False
        elif name == "h1":
            self.in_heading = False
        if name in UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        if name in BLOCKS:
            self.seen.append(LINE)
        if name in ELEMENTS_OF_TABLES:
            self.grid.closes(name, len(self.seen))

    def _after_raw(self, name: str, rest: str, start: int) -> int:
        """Keeps what a script says; goes on at the tag that ends it, and at the end of the page where none does."""
        end = END_OF_RAW[name].search(self.markup, start)
        stop = end.start() if end else len(self.markup)
        if name == "script":
            self.scripts.append((attributes(rest).get("type", ""), self.markup[start:stop]))
        return stop
