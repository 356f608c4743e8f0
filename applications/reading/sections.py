"""Puts every line into the part of the posting that it belongs to, with the mark or years of its table. Pure."""

import re
from collections.abc import Callable

from applications.reading import tables
from applications.reading.conditions import PERCENT, TRAVEL_LABEL
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
from applications.reading.labelled import STARRED, label_before
from applications.reading.labels import BY_NAME
from applications.reading.lines import Line
from applications.reading.marks import Marks, Placed
from applications.reading.traps import SITE as SITE_LINE

_ENDS_OPEN = re.compile(r"[.;,!?]\W?\Z")
_DEMANDS = (REQUIRED_PART, PREFERRED_PART)
# At the top these are no headings over how they hire.
_BUTTON = re.compile(
    r"\W*(?:easy |quick )?apply(?: now| online| here| for this (?:job|role|position))?\W*", re.IGNORECASE
)
# Parts that end only with a heading that is known: what follows stays foreign.
_CLOSED = (OTHER_JOBS,)


class _Placing(Marks):
    def __init__(self, text: str, lines: list[Line], says: Callable[[int, int], bool]) -> None:
        self.text, self.lines, self.says = text, lines, says
        self.part = HEAD
        self.out: list[Placed] = []
        self.columns: list[str] = []
        # Whether the part that is open is a list, and which side of a table of two columns is next.
        self.listed = False
        # The heading over this part, in small letters.
        self.heading = ""
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
        if short and self.part == HEAD and _BUTTON.fullmatch(words):
            return
        if short and not line.bullet and SITE_LINE.match(words.strip(" *_#")) and not self._opens(at, words):
            return
        if short and self.is_share(words):
            return
        if short and (self.is_cell_mark(at, words) or tables.LEGEND.fullmatch(words)):
            return
        if short and (part := self._opens(at, words)):
            self._open(at, part, words)
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
        if not labelled and TRAVEL_LABEL.match(self.heading) and PERCENT.search(words):
            labelled = self.heading
        if mark and part in (HEAD, NEUTRAL):
            part = REQUIRED_PART
        if mark and not line.bullet and self._is_value(at):
            # "Licence or certificate:" above "PMP (Preferred)": a site's own summary.
            part = KEY_SKILLS
        if labelled and at + 1 < len(self.lines) and self.lines[at + 1].bullet and not line.bullet and part in _DEMANDS:
            # "The person. Those marked [E] are essential." before its list.
            self.part = part
        self.out.append(Placed(start, end, part, line.bullet, mark, None, labelled))

    def _open(self, at: int, part: str, words: str) -> None:
        """Goes on in another part; two headings side by side, "Minimum" and "Preferred", head two columns."""
        before = self.lines[at - 1] if at else None
        heads = (
            before is not None
            and part == PREFERRED_PART
            and part_of(self.text[before.start : before.end]) == REQUIRED_PART
        )
        if (heads and not self.lines[at].gap) or (
            self.side is not None
            and part == REQUIRED_PART
            and at
            and not self.lines[at].gap
            and tables.is_row_label(words)
        ):
            self.side = 0
        else:
            self.side = None
        self.part, self.listed = part, False
        self.heading = words.strip(" *_#:").lower()
        self.heads = set()

    def _is_value(self, at: int) -> bool:
        """Whether a line stands right below a label that ends in a colon."""
        before = self.lines[at - 1] if at else None
        return before is not None and before.end - before.start <= 40 and self.text[before.end - 1] == ":"

    def _opens(self, at: int, words: str) -> str | None:
        """The part that a line opens if it is a heading."""
        line = self.lines[at]
        if _ENDS_OPEN.search(words, max(0, len(words) - 2)) and not words.rstrip(" *)]").endswith(
            ("?", "…", "...", "!")
        ):
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
        first, second = line.start, follower.start
        return follower.bullet and self.text[first - 2 : first] == self.text[second - 2 : second]

    def _unknown_heading(self, at: int, line: Line, words: str) -> bool:
        """A heading of no known kind: under demands it goes on if bullets follow, else what follows is neutral."""
        if at + 1 >= len(self.lines) or len(words.split()) > 8:
            return False
        follower = self.lines[at + 1]
        colon = words.rstrip(" *_").endswith(":")
        if not colon and _ENDS_OPEN.search(words, max(0, len(words) - 2)):
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

    def _label(self, start: int, end: int, line: Line) -> tuple[int, str, str]:
        """A line without the label before it, in the part that the label names."""
        match = label_before(self.text, start, end, bullet=line.bullet)
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
        if BY_NAME.get(label.lower()) in ("places", "remote", "employment") and part is None:
            # A fact about the job, wherever it stands.
            return match.end(), NEUTRAL, label.lower()
        if self.text[start - 1 : start] == "*" and match.re is STARRED:
            return match.end(), NEUTRAL, label.lower()
        if self.part == DUTIES or len(label.split()) > 4 or not label[0].isupper():
            return start, self.part, ""
        if self.says(start, match.end() - 1) and self.part in (*_DEMANDS, NOT_NEEDED):
            return start, self.part, ""
        return match.end(), self.part, label.lower()

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
