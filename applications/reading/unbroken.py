"""A posting's text as its rules are tried on it: lines that were broken in the middle whole, every space a plain one.

Where it differs from what was pasted, places and quotes are carried back. Pure.
"""

import re
from bisect import bisect_right
from dataclasses import replace

from applications.reading.lines import Line
from applications.reading.shapes import Duty, Passage, RoleHint, Row

_SPACES = "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f"
# The break of a line with its indent, and spaces that a hand typed for one; between cells they tell.
_WIDE = re.compile(r"(?<=\S)(?:[ \t]*\n[ \t]*|  +)(?=\S)")
_TWO = re.compile(r"(?<=\S)(?:[ \t]*\n[ \t]*|  )(?=\S)")


class Unbroken:
    """``text`` has a space for each broken line and ``lines`` stand in it; ``back`` gives places of what was pasted."""

    def __init__(self, pasted: str, lines: list[Line]) -> None:
        self._pasted = pasted
        spaced = pasted
        for space in () if pasted.isascii() else _SPACES:
            spaced = spaced.replace(space, " ")
        wide = [
            match
            for line in lines
            if "\n" in spaced[line.start : line.end] or "  " in spaced[line.start : line.end]
            for match in (_TWO if line.cells else _WIDE).finditer(spaced, line.start, line.end)
        ]
        pieces, at = [], 0
        # Where each piece that follows a break begins, in the unbroken text and in what was pasted.
        self._whole, self._broken = [0], [0]
        length = 0
        for match in wide:
            pieces += [spaced[at : match.start()], " "]
            length += match.start() - at + 1
            at = match.end()
            self._whole.append(length)
            self._broken.append(at)
        pieces.append(spaced[at:])
        self.text = "".join(pieces) if wide else spaced
        self.lines = [self._moved(line) for line in lines] if wide else lines
        self.is_same = self.text == pasted

    def _moved(self, line: Line) -> Line:
        cells = tuple((self._there(start), self._there(end)) for start, end in line.cells)
        return line._replace(start=self._there(line.start), end=self._there(line.end), cells=cells)

    def _there(self, place: int) -> int:
        at = bisect_right(self._broken, place) - 1
        return self._whole[at] + place - self._broken[at]

    def back(self, place: int) -> int:
        """Where a place of the unbroken text stands in what was pasted."""
        at = bisect_right(self._whole, place) - 1
        return self._broken[at] + place - self._whole[at]

    def passage(self, one: Passage) -> Passage:
        """The same words as they were pasted."""
        # The end is that of the last letter: behind it a line may have been broken.
        start, end = self.back(one.start), self.back(one.end - 1) + 1 if one.end > one.start else self.back(one.end)
        return Passage(start, end, self._pasted[start:end])

    def row(self, row: Row) -> Row:
        """The same row with its quotes as they were pasted."""
        alternatives = []
        for one in row.alternatives:
            at = self.text.find(one.quote, row.passage.start, row.passage.end)
            quote = self.passage(Passage(at, at + len(one.quote), one.quote)).quote if at >= 0 else one.quote
            alternatives.append(replace(one, quote=quote))
        return replace(
            row,
            passage=self.passage(row.passage),
            alternatives=tuple(alternatives),
            also=tuple(map(self.passage, row.also)),
        )

    def duty(self, duty: Duty) -> Duty:
        """The same duty with its quotes as they were pasted."""
        return Duty(self.passage(duty.passage), tuple(map(self.passage, duty.also)))

    def role(self, hint: RoleHint) -> RoleHint:
        """The same role with its sentences as they were pasted."""
        return RoleHint(hint.role, tuple(map(self.passage, hint.passages)))
