"""Cells of a table that became lines of their own: marks, years, shares of time, heads of columns. Pure."""

import re
from collections.abc import Callable
from typing import NamedTuple

from applications.reading import tables
from applications.reading.conditions import OTHER, TRAVEL_LABEL
from applications.reading.heading_words import DUTIES
from applications.reading.lines import Line
from applications.reading.months import ENDS_OF_WHICH
from applications.reading.verbs import begins_with_verb

# Labels whose value is a demand on the person and no keyword: "Ability to commute:".
_NO_KEYWORD = re.compile(r"\b(?:commut\w+|travel|relocat\w+|resid\w+)\W*\Z", re.IGNORECASE)
# Headings of a site's own summary: "License/Certification:" over "OSHA 30 (Required)".
_SUMS_UP = re.compile(r"(?:work )?experience|licen[cs]es?(?: ?/ ?certifications?)?|certifications?|skills?|languages?")
# "5+ years", "3 - 5".
_YEARS_ALONE = re.compile(r"\d{1,2}\+?(?: ?[-–] ?\d{1,2})?(?: (?:years?|yrs?))?")
# The label of items that divide the years of the item above them.
OF_WHICH = "of which"

# A group of duties with how much of the time it takes: "Vendors (20%)", "55% - Project delivery".
_GROUP_WITH_SHARE = re.compile(
    r"(?:[^\W\d_][^.;%]{1,60}?[\s(–—:-]+\d{1,3} ?(?:%|percent|per cent)(?: of (?:the |your )?(?:time|effort|work))?|"
    r"\W*\d{1,3} ?(?:%|percent|per cent)[\s):–—-]+[^\W\d_][^.;%]{1,60})\W*\Z",
    re.IGNORECASE,
)


class Placed(NamedTuple):
    """A line in its part. ``mark``: the strength that a table or sign says; ``months``: those of its own column."""

    start: int
    end: int
    part: str
    bullet: bool
    mark: str | None = None
    months: int | None = None
    # The label that stood before it, in small letters.
    labelled: str = ""
    # How many headings stood before it.
    group: int = 0


class Marks:
    """The lines that are placed already, and what the next one says of the last."""

    text: str
    lines: list[Line]
    says: Callable[[int, int], bool]
    part: str
    out: list[Placed]
    # The heading over this part, in small letters, and which columns a table had whose cells became lines.
    heading: str
    heads: set[str]
    # Whether "Essential" stands below "Qualifications" and heads its list, and is no cell.
    marks_head: bool | None
    # Whether a colon ends that heading.
    colon: bool
    # How far in an item stands whose years are divided below it, or -1.
    over: int

    def is_share(self, at: int, words: str) -> bool:
        """How much of the time a piece of work takes, or the head of that column, with the head beside it."""
        if self.part == DUTIES and self._heads_group(at, words):
            return True
        if not tables.SHARE.match(words) or TRAVEL_LABEL.match(self.heading):
            return False
        if self.part == DUTIES and not re.search(r"\d", words) and self.out and self.out[-1].part == DUTIES:
            last = self.out[-1]
            if len(self.text[last.start : last.end].split()) <= 4:
                self.out.pop()
        return self.part == DUTIES

    def _heads_group(self, at: int, words: str) -> bool:
        """Whether a line heads duties and says what share of the time they take; a list of such lines is the duties."""
        if not ("%" in words or "cent" in words) or not _GROUP_WITH_SHARE.match(words) or "travel" in words.lower():
            return False
        near = [self.lines[place] for place in (at - 1, at + 1) if 0 <= place < len(self.lines)]
        return not begins_with_verb(words) and not any(
            _GROUP_WITH_SHARE.match(self.text[line.start : line.end]) for line in near
        )

    def is_cell_mark(self, at: int, words: str) -> bool:
        """A mark, a number of years or a column's name that was a cell: it belongs to the line before."""
        stripped = words.strip()
        if self.marks_head is None and at and len(stripped) > 3 and tables.clear_mark(stripped):
            before = self.lines[at - 1]
            self.marks_head = not before.bullet and tables.is_row_label(self.text[before.start : before.end])
        if not self.out or len(stripped) > 30:
            return len(stripped) > 2 and tables.marks_in(stripped) == "mark"
        mark = tables.mark_of(stripped) if "mark" in self.heads else tables.clear_mark(stripped)
        if mark and (len(stripped) <= 3 or (not self.marks_head and self._among_marks(at))):
            self.out[-1] = self.out[-1]._replace(mark=mark)
            return True
        if (
            stripped[:1].isdigit()
            and _YEARS_ALONE.fullmatch(stripped)
            and (self.out[-1].mark is not None or "years" in self.heads)
        ):
            self.out[-1] = self.out[-1]._replace(months=tables.cell_months(stripped))
            return True
        column = tables.marks_in(stripped) if len(stripped) > 2 else ""
        named = column != "" and not re.search(r"\d", stripped)
        if named:
            self.heads.add(column)
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

    def is_over_list(self, at: int) -> bool:
        """Whether the items of a list that stand further in follow an item."""
        follower = self.lines[at + 1] if at + 1 < len(self.lines) else None
        return follower is not None and follower.bullet and follower.indent > self.lines[at].indent

    def divides(self, at: int, words: str) -> bool:
        """Whether an item divides the years of the one that it stands further in below: "five years, of which"."""
        indent = self.lines[at].indent
        below = 0 <= self.over < indent
        if not below:
            divided = self.is_over_list(at) and ENDS_OF_WHICH.search(words, max(0, len(words) - 24))
            self.over = indent if divided else -1
        return below

    def heads_summary(self, words: str) -> bool:
        """Whether the heading over an item is that of a site's own summary, "Experience:", and the item sums up."""
        return self.colon and _SUMS_UP.fullmatch(self.heading) is not None and not OTHER.search(words)

    def is_value(self, at: int) -> bool:
        """Whether a line stands right below a label that ends in a colon."""
        before = self.lines[at - 1] if at else None
        return (
            before is not None
            and before.end - before.start <= 40
            and self.text[before.end - 1] == ":"
            and not _NO_KEYWORD.search(self.text, before.start, before.end)
        )
