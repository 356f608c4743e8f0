"""Puts every line into the part of the posting that it belongs to, with the mark or years of its table. Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from applications.reading import tables
from applications.reading.heading_words import (
    COMPANY,
    DUTIES,
    FIRST_WEEKS,
    HEAD,
    KEY_SKILLS,
    NEUTRAL,
    NOT_NEEDED,
    OTHER_JOBS,
    PREFERRED_PART,
    PROCESS,
    REQUIRED_PART,
    SITE,
)
from applications.reading.headings import part_of
from applications.reading.lines import Line
from applications.reading.traps import SITE as SITE_LINE

_LABEL = re.compile(r"(?P<label>[^\s:.;!?()\d][^:.;!?()\n]{1,60}?)(?:\s\([^)\n]{1,30}\))?\s?:\*{0,2}\s+(?=\S)")
# "What do you need? A degree in ...", "Day to day. You will ...": the first sentence is the heading of the rest.
_RUN_IN = re.compile(r"(?P<label>[^\W\d_][^.:;!?\n]{2,60}?)(?:\?|\.|\s[–—-])\s+(?=[\"“'(]?[A-ZÀ-Þ\d])")
_BOLD = re.compile(r"\*\*(?P<label>[^*\n]{2,40}?)[.:]?\*\*[.:]?\s+(?=\S)")
# "*CTC* up to 18 LPA", as chats write it.
_STARRED = re.compile(r"(?P<label>[^*\n]{2,30})\*\s+(?=\S)")
_ENDS_OPEN = re.compile(r"[.;,!?]\W?\Z")
_DEMANDS = (REQUIRED_PART, PREFERRED_PART)
# Parts that end only with a heading that is known: what follows stays foreign.
_CLOSED = (OTHER_JOBS,)


@dataclass(frozen=True)
class Placed:
    """A line in its part. ``mark``: the strength that a table or sign says; ``months``: those of its own column."""

    start: int
    end: int
    part: str
    bullet: bool
    mark: str | None = None
    months: int | None = None
    # The label that stood before it, in small letters.
    labelled: str = ""


class _Placing:
    def __init__(self, text: str, lines: list[Line], says: Callable[[int, int], bool]) -> None:
        self.text, self.lines, self.says = text, lines, says
        self.part = HEAD
        self.out: list[Placed] = []
        self.columns: list[str] = []
        # Whether the part that is open is a list, and which side of a table of two columns is next.
        self.listed = False
        self.side: int | None = None
        # Which columns a table had whose cells became lines.
        self.heads: set[str] = set()

    def run(self) -> list[Placed]:
        for at, line in enumerate(self.lines):
            if line.cells:
                self._row(at, line)
                continue
            self.columns = []
            self._line(at, line)
        return self.out

    def _line(self, at: int, line: Line) -> None:
        text, words = self.text, self.text[line.start : line.end]
        short = line.end - line.start <= 90
        if short and not line.bullet and SITE_LINE.match(words.strip(" *_#")) and not self._opens(at, words):
            return
        if short and self._is_cell_mark(at, words):
            return
        if short and (part := self._opens(at, words)):
            self._open(at, part)
            return
        if self.side is not None and not line.bullet:
            self.part = REQUIRED_PART if self.side == 0 else PREFERRED_PART
            self.side = 1
        if line.bullet:
            self.listed = True
        elif self.listed and line.gap and self.part != OTHER_JOBS:
            self.part, self.listed = NEUTRAL, False
        if short and not line.bullet and self._unknown_heading(at, line, words):
            return
        start, end, mark = tables.own_mark(text, line.start, line.end)
        start, part, labelled = self._label(start, end, line)
        if mark and part in (HEAD, NEUTRAL):
            part = REQUIRED_PART
        if labelled and at + 1 < len(self.lines) and self.lines[at + 1].bullet and not line.bullet and part in _DEMANDS:
            # "The person. Those marked [E] are essential." before its list.
            self.part = part
        self.out.append(Placed(start, end, part, line.bullet, mark, None, labelled))

    def _open(self, at: int, part: str) -> None:
        """Goes on in another part; two headings side by side, "Minimum" and "Preferred", head two columns."""
        before = self.lines[at - 1] if at else None
        heads = (
            before is not None
            and part == PREFERRED_PART
            and part_of(self.text[before.start : before.end]) == REQUIRED_PART
        )
        if (heads and not self.lines[at].gap) or (
            self.side is not None and part == REQUIRED_PART and at and not self.lines[at].gap and self._is_row_label(at)
        ):
            self.side = 0
        else:
            self.side = None
        self.part, self.listed = part, False
        self.heads = set()

    def _is_row_label(self, at: int) -> bool:
        words = self.text[self.lines[at].start : self.lines[at].end]
        return len(words.split()) <= 3 and tables.ROW_LABEL.match(words.strip()) is not None

    def _opens(self, at: int, words: str) -> str | None:
        """The part that a line opens if it is a heading."""
        line = self.lines[at]
        if _ENDS_OPEN.search(words) and not words.rstrip(" *").endswith(("?", "…", "...", "!")):
            return None
        if (
            line.bullet
            and not words.rstrip(" *_").endswith(":")
            and not (self._numbered(at, words) or self._has_own_sign(at))
        ):
            return None
        if self.part in _CLOSED and not line.gap and not words.rstrip().endswith(":"):
            return None
        part = part_of(words)
        if part and at + 1 < len(self.lines):
            return part
        return None

    def _numbered(self, at: int, words: str) -> bool:
        """Whether a line with a number is a heading and no item: "3. PERSON SPECIFICATION"."""
        line = self.lines[at]
        sign = self.text[max(0, line.start - 6) : line.start].strip()
        follower = self.lines[at + 1] if at + 1 < len(self.lines) else None
        return bool(re.search(r"[\dIVXA-H][.)]?$|^#+$", sign)) and (
            words.isupper() or (line.gap and follower is not None and not self._same_sign(line, follower))
        )

    def _has_own_sign(self, at: int) -> bool:
        """Whether a line with a sign begins a list with another one: a picture before a heading."""
        line = self.lines[at]
        return (line.gap or at == 0) and at + 1 < len(self.lines) and not self._same_sign(line, self.lines[at + 1])

    def _same_sign(self, line: Line, follower: Line) -> bool:
        return (
            follower.bullet and self.text[line.start - 2 : line.start] == self.text[follower.start - 2 : follower.start]
        )

    def _unknown_heading(self, at: int, line: Line, words: str) -> bool:
        """A heading of no known kind: under demands it goes on if bullets follow, else what follows is neutral."""
        if at + 1 >= len(self.lines) or len(words.split()) > 8:
            return False
        follower = self.lines[at + 1]
        colon = words.rstrip(" *_").endswith(":")
        if not colon and _ENDS_OPEN.search(words):
            return False
        signed = words.startswith(("#", "**", "==")) or (words.isupper() and max(map(len, words.split())) > 4)
        alone = (
            line.gap
            and not follower.gap
            and not line.bullet
            and (follower.bullet or at == 0 or follower.end - follower.start > 40)
        )
        if not (colon or signed or alone or self._stands_out(at, line, words)):
            return False
        if not colon and not signed and self.says(line.start, line.end) and not follower.bullet:
            return False
        if not follower.bullet and not (colon and follower.end - follower.start < 160):
            self.part = NEUTRAL if self.part != HEAD else HEAD
        elif (
            self.part not in (*_DEMANDS, DUTIES, KEY_SKILLS, NOT_NEEDED, HEAD)
            and follower.bullet
            and self.part != OTHER_JOBS
        ):
            self.part = NEUTRAL
        return True

    def _stands_out(self, at: int, line: Line, words: str) -> bool:
        """In text without empty lines: a short line that says nothing before a long one that is a sentence."""
        follower = self.lines[at + 1]
        return (
            not line.gap
            and not line.bullet
            and not follower.bullet
            and len(words.split()) <= 5
            and follower.end - follower.start > 80
            and self.text[follower.end - 1] == "."
            and not self.says(line.start, line.end)
        )

    def _is_cell_mark(self, at: int, words: str) -> bool:
        """A mark, a number of years or a column's name that was a cell: it belongs to the line before."""
        stripped = words.strip()
        if not self.out or len(stripped) > 30:
            return tables.column_of(stripped) in ("mark",) and len(stripped) > 2
        mark = tables.mark_of(stripped) if "mark" in self.heads else tables.clear_mark(stripped)
        if mark and (len(stripped) <= 3 or self._among_marks(at)):
            self.out[-1] = replace(self.out[-1], mark=mark)
            return True
        if re.fullmatch(r"\d{1,2}\+?(?: ?[-–] ?\d{1,2})?(?: (?:years?|yrs?))?", stripped) and (
            self.out[-1].mark is not None or "years" in self.heads
        ):
            self.out[-1] = replace(self.out[-1], months=tables.cell_months(stripped))
            return True
        named = tables.column_of(stripped) in ("mark", "years") and len(stripped) > 2 and not re.search(r"\d", stripped)
        if named:
            self.heads.add(tables.column_of(stripped))
        last = self.out[-1]
        beside = at > 0 and last.end == self.lines[at - 1].end
        if named and beside and last.end - last.start < 30 and not self.says(last.start, last.end):
            # The head of the column beside it.
            self.out.pop()
        return named

    def _among_marks(self, at: int) -> bool:
        near = [place for place in (at - 3, at - 2, at + 2, at + 3) if 0 <= place < len(self.lines)]
        return any(
            tables.clear_mark(self.text[self.lines[place].start : self.lines[place].end].strip()) for place in near
        ) and not any(
            tables.clear_mark(self.text[self.lines[place].start : self.lines[place].end].strip())
            for place in (at - 1, at + 1)
            if 0 <= place < len(self.lines)
        )

    def _label(self, start: int, end: int, line: Line) -> tuple[int, str, str]:
        """A line without the label before it, in the part that the label names."""
        match = _LABEL.match(self.text, start, end) or self._run_in(start, end, line)
        if not match or match.end() >= end:
            return start, self.part, ""
        label = match["label"].strip(" *_")
        part = part_of(label)
        if part is not None and len(label.split()) <= 6:
            if part in (SITE, OTHER_JOBS) or self.part in _CLOSED:
                return match.end(), self.part if self.part in _CLOSED else part, label.lower()
            if part == COMPANY and self.part in _DEMANDS:
                part = self.part
            if part == PROCESS and self.part in _DEMANDS:
                part = NEUTRAL
            return match.end(), part, label.lower()
        if self.text[start - 1 : start] == "*" and match.re is _STARRED:
            return match.end(), NEUTRAL, label.lower()
        if self.part == DUTIES or len(label.split()) > 4 or not label[0].isupper():
            return start, self.part, ""
        if self.says(start, match.end() - 1) and self.part in _DEMANDS:
            return start, self.part, ""
        return match.end(), self.part, label.lower()

    def _run_in(self, start: int, end: int, line: Line) -> re.Match[str] | None:
        """A known heading that is the first sentence of its line: a question, or at most three words."""
        if bold := _BOLD.match(self.text, start, end):
            return bold
        if self.text[start - 1 : start] == "*" and (starred := _STARRED.match(self.text, start, end)):
            return starred
        match = None if line.bullet else _RUN_IN.match(self.text, start, end)
        if match is None or part_of(match["label"]) is None:
            return None
        asked = self.text[match.end("label")] == "?"
        return match if asked or len(match["label"].split()) <= 4 else None

    def _row(self, at: int, line: Line) -> None:
        """A row of a table: its words, with what its other cells say."""
        cells = [(start, end, self.text[start:end]) for start, end in line.cells]
        if not self.columns:
            first = at == 0 or not self.lines[at - 1].cells
            self.columns = tables.columns_of([words for _, _, words in cells]) if first else []
            if self.columns:
                if self.part not in _DEMANDS:
                    self.part = REQUIRED_PART
                return
        if not self.columns and self.part not in _DEMANDS:
            label = part_of(cells[0][2])
            label = None if label in (PROCESS, FIRST_WEEKS) else label
            start = cells[1][0] if label else line.start
            self.out.append(Placed(start, line.end, label or self.part, line.bullet, labelled=cells[0][2].lower()))
            return
        part = self.part if self.part in _DEMANDS else REQUIRED_PART
        for one in tables.read_row(cells, self.columns):
            self.out.append(Placed(one.start, one.end, part, True, one.mark, one.months))


def place(text: str, lines: list[Line], says: Callable[[int, int], bool]) -> list[Placed]:
    """Every line that is no heading, in its part. ``says``: whether words name something that can be demanded."""
    return _Placing(text, lines, says).run()
