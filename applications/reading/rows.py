"""Rows of tables: what their cells say of each other, and labels before what a line says. Pure."""

import re

from applications.reading import page_tables, tables
from applications.reading.heading_lines import CLOSED, DEMANDS, Headings
from applications.reading.heading_words import (
    COMPANY,
    DUTIES,
    FIRST_WEEKS,
    KEY_SKILLS,
    NEUTRAL,
    NOT_NEEDED,
    OTHER_JOBS,
    PROCESS,
    REQUIRED_PART,
    SITE,
)
from applications.reading.headings import part_of
from applications.reading.labelled import STARRED, label_before
from applications.reading.labels import BY_NAME
from applications.reading.lines import Line
from applications.reading.marks import Placed
from applications.reading.traps import SITE as SITE_LINE

# "( ) Yes   ( ) No": what a form has its reader choose.
_CHOICES = re.compile(r"\(\s?\)|[☐□○◯]\s?(?:yes|no)\b", re.IGNORECASE)


class Rows(Headings):
    """Lines made of cells, and lines with a label."""

    columns: list[str]
    listed: bool
    # Whether a page's table has just ended: what stands below it is no part of it.
    tabled: bool
    # What part was open before a table began.
    before_table: str
    group: int

    def table(self, at: int) -> int:
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

    def label(self, start: int, end: int, line: Line) -> tuple[int, str, str]:
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

    def row(self, at: int, line: Line) -> None:
        """A row of a table: its words, with what its other cells say."""
        cells = [(start, end, self.text[start:end]) for start, end in line.cells]
        words = self.text[line.start : line.end]
        if _CHOICES.match(words) or all(SITE_LINE.match(words.strip(" *_#")) for _, _, words in cells):
            return
        if not self.columns:
            first = at == 0 or not self.lines[at - 1].cells
            self.columns = self._columns(at, [words for _, _, words in cells]) if first else []
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

    def _columns(self, at: int, heads: list[str]) -> list[str]:
        """What stands in each column, where the rows below hold it: "Status" beside "Open" is a fact."""
        columns = tables.columns_of(heads)
        below = [
            {column: self.text[start:end] for column, (start, end) in enumerate(line.cells)}
            for line in self.lines[at + 1 : at + 9]
        ]
        return columns if columns and tables.is_kept(below, columns) else []

    def _goes_on(self, at: int) -> bool:
        """Whether a row of cells stands before or after this one."""
        return any(0 <= near < len(self.lines) and self.lines[near].cells for near in (at - 1, at + 1))

    def _facts(self, line: Line, cells: list[tuple[int, int, str]]) -> None:
        """Facts side by side: a label and its value, or several that each have their own."""
        if self.part == KEY_SKILLS or sum(":" in words for _, _, words in cells) > 1:
            for start, end, _ in cells:
                first, part, labelled = self.label(start, end, line)
                self.out.append(Placed(first, end, part, line.bullet, labelled=labelled))
            return
        label = part_of(cells[0][2])
        label = None if label in (PROCESS, FIRST_WEEKS) else label
        start = cells[1][0] if label else line.start
        self.out.append(Placed(start, line.end, label or self.part, line.bullet, labelled=cells[0][2].lower()))
