"""Puts every line into the part of the posting that it belongs to, with the mark or years of its table. Pure."""

import re
from collections.abc import Callable

from applications.reading import page_tables, tables
from applications.reading.conditions import PERCENT, TRAVEL_LABEL
from applications.reading.heading_lines import CLOSED, DEMANDS, Headings
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
from applications.reading.headings import LEGEND, part_of
from applications.reading.labelled import STARRED, label_before
from applications.reading.labels import BY_NAME
from applications.reading.lines import Line
from applications.reading.marks import OF_WHICH, Placed
from applications.reading.months import months_bare
from applications.reading.traps import SITE as SITE_LINE

# At the top these are no headings over how they hire.
_BUTTON = re.compile(
    r"\W*(?:easy |quick )?apply(?: now| online| here| on company (?:web)?site| for this (?:job|role|position))?\W*",
    re.IGNORECASE,
)
_BUTTONS = re.compile(
    r"(?:(?:easy |quick )?apply(?: now| online| here)?|save|share|print|refer(?: a friend)?|"
    r"e-?mail)(?:\W+(?:(?:easy |quick )?"
    r"apply(?: now| online| here)?|save|share|print|refer a friend|e-?mail)(?: (?:this |the )?(?:job|role|"
    r"for later))?)+\W*",
    re.IGNORECASE,
)
# What a site shows in a summary of its own: headings over what it found, and its talk with the reader.
_SUMMARY_HEADING = re.compile(
    r"\W*(?:skills?|certifications?|licen[cs]es?|education|languages?|experience|qualifications?)(?: \(.*\))?\W*",
    re.IGNORECASE,
)
_SUMMARY_TALK = re.compile(
    r"\W*(?:yes|no|skip|(?:show|see) (?:more|less)|(?:do|are|can) you\b.*\?|here['’]s how .*|\+ ?\d+ more)\W*",
    re.IGNORECASE,
)
_EITHER_OR = re.compile(r"\W*(?:or|either|oder|ou)\W*", re.IGNORECASE)
# "( ) Yes   ( ) No": what a form has its reader choose.
_CHOICES = re.compile(r"\(\s?\)|[☐□○◯]\s?(?:yes|no)\b", re.IGNORECASE)


class _Placing(Headings):
    def __init__(self, text: str, lines: list[Line], says: Callable[[int, int], bool]) -> None:
        self.text, self.lines, self.says = text, lines, says
        self.part = HEAD
        self.out: list[Placed] = []
        self.columns: list[str] = []
        # Whether the part that is open is a list, and which side of a table of two columns is next.
        self.listed = False
        # What part was open before a table began.
        self.before_table = HEAD
        self.group = 0
        # Whether the line before opened it.
        self.opened = False
        # The heading over this part, in small letters.
        self.heading, self.colon = "", False
        self.side: int | None = None
        # Whether a site's own summary is open: "Profile insights".
        self.summary = False
        self.over = -1
        # Whether a page's table has just ended: what stands below it is no part of it.
        self.tabled = False
        # "or" below a line that says nothing else, as the label of what follows.
        self.instead = ""
        # Which columns a table had whose cells became lines.
        self.heads: set[str] = set()

    def run(self) -> list[Placed]:
        after_table = 0
        for at, line in enumerate(self.lines):
            if at < after_table:
                continue
            if line.cell and (after := self._table(at)):
                after_table = after
                continue
            if line.anew and not self.opened and self.part != HEAD:
                # Of a job board's data the next value; what the last was about is over.
                self.part, self.listed = NEUTRAL, False
            self.opened = False
            if line.cells:
                self._row(at, line)
                continue
            if self.columns and self.before_table not in DEMANDS and line.gap:
                # What was asked for stood in the table.
                self.part = NEUTRAL
            self.columns = []
            self._line(at, line)
        return self.out

    def _table(self, at: int) -> int:
        """Where a page's table ends whose columns say strength or time, its rows placed; 0 if it is no such table."""
        number = self.lines[at].cell
        after = at
        while after < len(self.lines) and (cell := self.lines[after].cell) and number and cell[0] == number[0]:
            after += 1
        before = self.lines[at - 1].cell if at else None
        if before and number and before[0] == number[0]:
            return 0
        rows = page_tables.read_table(self.text, self.lines[at:after])
        if rows is None:
            facts = page_tables.read_facts(self.text, self.lines[at:after])
            if facts is None or (self.part in DEMANDS and not facts.has_head):
                return 0
            for label, line in facts.pairs:
                part = part_of(label)
                part = self.part if self.part in DEMANDS and part in (None, NEUTRAL) else part
                labelled = label.strip(" :*").lower()
                self.out.append(Placed(line.start, line.end, part or NEUTRAL, False, labelled=labelled))
            return after
        part = self.part if self.part in DEMANDS else REQUIRED_PART
        self.out += [
            Placed(one.start, one.end, DUTIES if one.duty else part, True, one.mark, one.months) for one in rows
        ]
        self.listed = self.tabled = True
        return after

    def _line(self, at: int, line: Line) -> None:
        text, words = self.text, self.text[line.start : line.end]
        short = line.end - line.start <= 90
        if len(words) < 9 and _EITHER_OR.fullmatch(words):
            # "OR" on a line of its own: what follows satisfies what stands before it.
            self.instead = "or" if self.part in DEMANDS and words.strip(" *_").lower() != "either" else ""
            return
        if line.gap or not line.bullet:
            self.instead = ""
        if short and ((self.part == HEAD and _BUTTON.fullmatch(words)) or _BUTTONS.fullmatch(words)):
            return
        if short and self.summary and (_SUMMARY_TALK.fullmatch(words) or _SUMMARY_HEADING.fullmatch(words)):
            return
        if short and not line.bullet and SITE_LINE.match(words.strip(" *_#")) and not self.opens(at, words):
            return
        if short and self.is_share(at, words):
            self.listed = False
            return
        if short and (self.is_cell_mark(at, words) or LEGEND.fullmatch(words)):
            return
        if short and (part := self.opens(at, words)):
            self._open(at, part, words)
            return
        if self.side is not None and not line.bullet:
            self.part = REQUIRED_PART if self.side == 0 else PREFERRED_PART
            self.side = 1
        if line.bullet:
            self.listed = True
        elif self.listed and (line.gap or self.tabled) and self.part != OTHER_JOBS:
            self.part, self.listed = NEUTRAL, False
        self.tabled = False
        if short and not line.bullet and self.unknown_heading(at, line, words):
            self.group += 1
            self.heading = words.strip(" *_#:").lower()
            return
        start, end, mark = tables.own_mark(text, line.start, line.end)
        start, part, labelled = self._label(start, end, line)
        months = None
        if line.bullet and self.part in (*DEMANDS, NEUTRAL):
            if short and self.is_over_list(at) and part_of(words) in DEMANDS:
                # "Certificates" over the items that are further in.
                return
            if self.divides(at, words):
                labelled, months = OF_WHICH, months_bare(words)
        labelled = labelled or self.instead
        if not labelled and TRAVEL_LABEL.match(self.heading) and PERCENT.search(words):
            labelled = self.heading
        if mark and part in (HEAD, NEUTRAL):
            part = REQUIRED_PART
        if mark and (self.is_value(at) if not line.bullet else end < line.end and self.heads_summary(text[start:end])):
            # "Licence or certificate:" above "PMP (Preferred)": a site's own summary.
            part = KEY_SKILLS
        if labelled and at + 1 < len(self.lines) and self.lines[at + 1].bullet and not line.bullet and part in DEMANDS:
            # "The person. Those marked [E] are essential." before its list.
            self.part = part
        self.out.append(Placed(start, end, part, line.bullet, mark, months, labelled, self.group))
        if not line.bullet and words.endswith(":") and len(last := _last_sentence(words)) < len(words):
            opened = part_of(last)
            if opened in (*DEMANDS, DUTIES):
                # "We are a small team. As its lead you will:" before a list.
                self.part, self.listed, self.opened = opened, False, True

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
        self.part, self.listed, self.opened, self.tabled = part, False, True, False
        self.group += 1
        self.heading = words.strip(" *_#:").lower()
        self.heads, self.colon = set(), words.rstrip(" *_").endswith(":")
        self.summary = part == KEY_SKILLS and self.heading.endswith("insights")

    def _label(self, start: int, end: int, line: Line) -> tuple[int, str, str]:
        """A line without the label before it, in the part that the label names."""
        match = label_before(self.text, start, end, bullet=line.bullet)
        if not match or match.end() >= end:
            return start, self.part, ""
        label = match["label"].strip(" *_")
        part = part_of(label)
        if part is not None and len(label.split()) <= 6:
            if part in (SITE, OTHER_JOBS) or self.part in CLOSED:
                return match.end(), self.part if self.part in CLOSED else part, label.lower()
            if part == COMPANY and self.part in DEMANDS:
                part = self.part
            if part == PROCESS and self.part in DEMANDS:
                part = NEUTRAL
            return match.end(), part, label.lower()
        if BY_NAME.get(label.lower()) in ("places", "remote", "employment") and part is None:
            # A fact about the job, wherever it stands.
            return match.end(), NEUTRAL, label.lower()
        if self.text[start - 1 : start] == "*" and match.re is STARRED:
            return match.end(), NEUTRAL, label.lower()
        if self.part == DUTIES or len(label.split()) > 4 or not label[0].isupper():
            return start, self.part, ""
        if self.says(start, match.end() - 1) and self.part in (*DEMANDS, NOT_NEEDED):
            return start, self.part, ""
        return match.end(), self.part, label.lower()

    def _row(self, at: int, line: Line) -> None:
        """A row of a table: its words, with what its other cells say."""
        cells = [(start, end, self.text[start:end]) for start, end in line.cells]
        words = self.text[line.start : line.end]
        if _CHOICES.match(words) or all(SITE_LINE.match(words.strip(" *_#")) for _, _, words in cells):
            return
        if not self.columns:
            first = at == 0 or not self.lines[at - 1].cells
            self.columns = tables.columns_of([words for _, _, words in cells]) if first else []
            if self.columns:
                self.before_table = self.part
                if self.part not in DEMANDS:
                    self.part = REQUIRED_PART
                return
        marked = any(tables.is_clear(words) for _, _, words in cells[1:])
        if not self.columns and self.part not in DEMANDS and not marked:
            self._facts(line, cells)
            return
        part = self.part if self.part in DEMANDS else REQUIRED_PART
        if not self.columns and not marked and sum(":" in words for _, _, words in cells) > 1:
            self._facts(line, cells)
            return
        if not self.columns and len(cells) > 2 and "|" in words and not (marked or self._goes_on(at)):
            # "5 years in delivery | retail | Jira": one line is the whole list.
            self.out += [Placed(start, end, part, True, group=self.group) for start, end, _ in cells]
            return
        for one in tables.read_row(cells, self.columns):
            self.out.append(Placed(one.start, one.end, DUTIES if one.duty else part, True, one.mark, one.months))

    def _goes_on(self, at: int) -> bool:
        """Whether a row of cells stands before or after this one."""
        return any(0 <= near < len(self.lines) and self.lines[near].cells for near in (at - 1, at + 1))

    def _facts(self, line: Line, cells: list[tuple[int, int, str]]) -> None:
        """Facts side by side: a label and its value, or several that each have their own."""
        if self.part == KEY_SKILLS or sum(":" in words for _, _, words in cells) > 1:
            for start, end, _ in cells:
                first, part, labelled = self._label(start, end, line)
                self.out.append(Placed(first, end, part, line.bullet, labelled=labelled))
            return
        label = part_of(cells[0][2])
        label = None if label in (PROCESS, FIRST_WEEKS) else label
        start = cells[1][0] if label else line.start
        self.out.append(Placed(start, line.end, label or self.part, line.bullet, labelled=cells[0][2].lower()))


def _last_sentence(words: str) -> str:
    return re.split(r"[.!?]\s+", words.rstrip(" :"))[-1] + ":"


def place(text: str, lines: list[Line], says: Callable[[int, int], bool]) -> list[Placed]:
    """Every line that is no heading, in its part. ``says``: whether words name something that can be demanded."""
    return _Placing(text, lines, says).run()
