"""Which lines are headings: by their words, by their sign, or by how they stand among the others. Pure."""

import re

from applications.reading.conditions import PERCENT
from applications.reading.heading_words import (
    DUTIES,
    HEAD,
    KEY_SKILLS,
    NEUTRAL,
    NOT_NEEDED,
    OTHER_JOBS,
    PREFERRED_PART,
    REQUIRED_PART,
)
from applications.reading.headings import part_of
from applications.reading.lines import Line
from applications.reading.marks import Marks
from applications.reading.verbs import begins_with_verb

_ENDS_OPEN = re.compile(r"[.;,!?]\W?\Z")
# Above a mail that is quoted.
_QUOTED_MAIL = re.compile(r"\boriginal\b", re.IGNORECASE)
_NUMBER_SIGN = re.compile(r"[\dIVXA-H][.)]?$|^#+$")
_PICTURE = re.compile(r"[\U0001f300-\U0001faff]")
_VALUE = re.compile(r":\*{0,2}\s+(?=[^\s(])")
DEMANDS = (REQUIRED_PART, PREFERRED_PART)
# Parts that end only with a heading that is known: what follows stays foreign.
CLOSED = (OTHER_JOBS,)


class Headings(Marks):
    """The lines around one, and the part that is open."""

    def opens(self, at: int, words: str) -> str | None:
        """The part that a line opens if it is a heading."""
        line = self.lines[at]
        if words[:1].isdigit() and PERCENT.match(words):
            # "25% (Preferred)"
            return None
        if _ENDS_OPEN.search(words, max(0, len(words) - 2)) and not words.rstrip(" *)]").endswith(
            ("?", "…", "...", "!")
        ):
            return None
        if (
            line.bullet
            and not words.rstrip(" *_").endswith((":", "--"))
            and not (self._numbered(at, words) or self._has_own_sign(at))
        ):
            return None
        if self.part in CLOSED and not line.gap and not words.rstrip().endswith(":"):
            return None
        if (stop := _VALUE.search(words)) and part_of(words[: stop.start()]) and not part_of(words[stop.end() :]):
            # "Good to have: SQL": a label and its value.
            return None
        part = part_of(words)
        if part == OTHER_JOBS and _QUOTED_MAIL.search(words) and not any(one.part in DEMANDS for one in self.out):
            # What somebody sends on is the posting itself.
            part = NEUTRAL
        if part and at + 1 < len(self.lines):
            return part
        return None

    def _numbered(self, at: int, words: str) -> bool:
        """Whether a line with a number is a heading and no item: "3. PERSON SPECIFICATION"."""
        line = self.lines[at]
        sign = self.text[max(0, line.start - 6) : line.start].strip()
        follower = self.lines[at + 1] if at + 1 < len(self.lines) else None
        return (
            sign != ""
            and _NUMBER_SIGN.search(sign) is not None
            and (words.isupper() or (line.gap and follower is not None and not self._same_sign(line, follower)))
        )

    def _has_own_sign(self, at: int) -> bool:
        """Whether a line with a sign begins a list with another one: a picture before a heading."""
        line = self.lines[at]
        return (line.gap or at == 0) and at + 1 < len(self.lines) and not self._same_sign(line, self.lines[at + 1])

    def has_own_picture(self, at: int) -> bool:
        """Whether a picture stands before a line and before neither of its neighbors: it heads what follows."""
        line, near = self.lines[at], [self.lines[place] for place in (at - 1, at + 1) if 0 <= place < len(self.lines)]
        sign = _PICTURE.search(self.text, max(0, line.start - 3), line.start)
        return sign is not None and not any(
            _PICTURE.search(self.text, max(0, one.start - 3), one.start) for one in near
        )

    def _same_sign(self, line: Line, follower: Line) -> bool:
        first, second = line.start, follower.start
        return follower.bullet and self.text[first - 2 : first] == self.text[second - 2 : second]

    def unknown_heading(self, at: int, line: Line, words: str) -> bool:
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
        pictured = line.gap and line.bullet and self.has_own_picture(at)
        if not (colon or signed or alone or pictured or self._stands_out(at, line, words)):
            return False
        if colon and self.part == DUTIES and len(words.split()) > 3 and begins_with_verb(words):
            # "Lead the rollout as one program:" before its parts.
            return False
        if not colon and not signed and self.says(line.start, line.end) and not follower.bullet:
            return False
        if not follower.bullet and not (colon and follower.end - follower.start < 160):
            self.part = NEUTRAL if self.part != HEAD else HEAD
        elif (
            self.part not in (*DEMANDS, DUTIES, KEY_SKILLS, NOT_NEEDED, HEAD)
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
