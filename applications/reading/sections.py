"""Puts every line into the part of the posting that it belongs to, with the mark or years of its table. Pure."""

import re
from collections.abc import Callable

from applications.reading import tables
from applications.reading.conditions import PERCENT, TRAVEL_LABEL
from applications.reading.heading_lines import DEMANDS
from applications.reading.heading_words import (
    DUTIES,
    HEAD,
    KEY_SKILLS,
    NEUTRAL,
    OTHER_JOBS,
    PREFERRED_PART,
    REQUIRED_PART,
)
from applications.reading.headings import LEGEND, LONGEST_LEAD, part_of
from applications.reading.lines import Line
from applications.reading.marks import OF_WHICH, Placed
from applications.reading.months import months_bare
from applications.reading.rows import Rows
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


class _Placing(Rows):
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
        self.marks_head: bool | None = None

    def run(self) -> list[Placed]:
        after_table = 0
        for at, line in enumerate(self.lines):
            if at < after_table:
                continue
            if line.cell and (after := self.table(at)):
                after_table = after
                continue
            if line.anew and not self.opened and self.part != HEAD:
                # Of a job board's data the next value; what the last was about is over.
                self.part, self.listed = NEUTRAL, False
            self.opened = False
            if line.cells:
                self.row(at, line)
                continue
            if self.columns and self.before_table not in DEMANDS and line.gap:
                # What was asked for stood in the table.
                self.part = NEUTRAL
            self.columns = []
            self._line(at, line)
        return self.out

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
        leads = not short and line.end - line.start <= LONGEST_LEAD and "the following" in words
        if (short or leads) and (part := self.opens(at, words)):
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
        if short and (not line.bullet or self.has_own_picture(at)) and self.unknown_heading(at, line, words):
            self.group += 1
            self.heading = words.strip(" *_#:").lower()
            return
        start, end, mark = tables.own_mark(text, line.start, line.end)
        start, part, labelled = self.label(start, end, line)
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


def _last_sentence(words: str) -> str:
    return re.split(r"[.!?]\s+", words.rstrip(" :"))[-1] + ":"


def place(text: str, lines: list[Line], says: Callable[[int, int], bool]) -> list[Placed]:
    """Every line that is no heading, in its part. ``says``: whether words name something that can be demanded."""
    return _Placing(text, lines, says).run()
