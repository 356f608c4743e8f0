"""Patterns that look for plain words first, and only then for themselves. Pure.

A long pattern with many ways costs a hundred times what it costs to see that its words are not there. So a pattern is
taken apart into its ways, and only those are tried of which the words stand in the text. Every way of every pattern has
bits, and every word of the text says once for all of them which may match.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache, reduce
from operator import or_

from applications.reading.needed import ASCII, Group, Piece, begins, needed
from applications.reading.once import OfWords

_UPPER = re.compile(r"\\.|\(\?P|[A-ZÀ-Þ]")
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_CAPTURES = re.compile(r"(?<!\\)\((?!\?)|\(\?P")
# So many sets of ways are kept ready by each pattern.
_MOST_TOGETHER = 200
# A way is asked for so many groups of pieces, and has a bit for each of them, one beside the other.
_GROUPS = 2
# The places of the bits that a piece of a text gives to ways; the same pieces by their first two letters; what needs
# no piece.
_sought: dict[Piece, list[int]] = {}
_by_beginning: dict[str, list[Piece]] = {}
_unasked = [0]


def _bits_of(token: str) -> int:
    """The bits that a token gives, which is what stands between spaces."""
    beginnings = {token[at : at + 2] for at in range(len(token))} | set(token)
    bits = 0
    for beginning in _by_beginning.keys() & beginnings:
        for piece in _by_beginning[beginning]:
            if piece.is_in(token):
                for place in _sought[piece]:
                    bits |= 1 << place
    return bits


_tokens = OfWords(_bits_of)


@lru_cache(maxsize=256)
def _look(text: str) -> tuple[str, int]:
    """A text in small letters, and the ways that may match in it: the first bit of each."""
    low = text.lower()
    if len(low) != len(text):
        return low, -1
    bits = reduce(or_, map(_tokens.__getitem__, low.split()), _unasked[0])
    for _ in range(_GROUPS - 1):
        bits &= bits >> 1
    return low, bits


def lowered(pattern: str) -> str:
    """A pattern in small letters, but for what they mean behind a backslash."""
    return _UPPER.sub(lambda match: match.group() if len(match.group()) > 1 else match.group().lower(), pattern)


class Quick:
    """A pattern in which capitals do not matter. What it finds is given in lower case, at the places of the text.

    With ``exact`` they matter, and what it finds is given as it is written.
    """

    _ways_made = 0

    def __init__(self, pattern: str, *, exact: bool = False) -> None:
        self._written = pattern
        self.exact = exact
        self._ways = _ways(pattern if exact else lowered(pattern), small=exact)
        self._compiled: dict[int, re.Pattern[str]] = {}
        # What was made ready for which ways together.
        self._together: dict[int, tuple[re.Pattern[str], ...]] = {}
        self._first_bit = Quick._ways_made * _GROUPS
        Quick._ways_made += len(self._ways)
        self._bits = 0
        for number, (groups, _) in enumerate(self._ways):
            first = self._first_bit + number * _GROUPS
            self._bits |= 1 << first
            for place in range(_GROUPS):
                if place >= len(groups):
                    _unasked[0] |= 1 << first + place
                    continue
                for piece in groups[place]:
                    if piece not in _sought:
                        _by_beginning.setdefault(piece.text[:2], []).append(piece)
                    _sought.setdefault(piece, []).append(first + place)
        _tokens.clear()
        _look.cache_clear()

    @cached_property
    def plain(self) -> re.Pattern[str]:
        """The pattern as it was written."""
        return re.compile(self._written, 0 if self.exact else re.IGNORECASE)

    @cached_property
    def _beginning(self) -> dict[str, int]:
        """The ways that can match where a text begins with a sign of ASCII, or with none."""
        found: dict[str, int] = {}
        empty = 0
        for number, (_, way) in enumerate(self._ways):
            bit = 1 << (self._first_bit + number * _GROUPS)
            signs = begins(way)
            empty |= bit if signs == ASCII else 0
            for sign in signs if self.exact else signs | {sign.upper() for sign in signs}:
                found[sign] = found.get(sign, 0) | bit
        return dict.fromkeys(ASCII, 0) | {"": empty} | found

    def _ready(self, text: str, low: str, bits: int) -> tuple[tuple[re.Pattern[str], ...], str]:
        """Those of the ways that may match, and the text in which they are looked for."""
        if len(low) != len(text):
            return (self.plain,), text
        ready = self._together.get(bits) or self._make_ready(bits)
        return ready, text if self.exact else low

    def _make_ready(self, bits: int) -> tuple[re.Pattern[str], ...]:
        ready = []
        left = bits >> self._first_bit
        while left:
            lowest = left & -left
            ready.append(self._compiled.get(lowest) or self._compile(lowest))
            left ^= lowest
        if len(self._together) >= _MOST_TOGETHER:
            self._together.clear()
        self._together[bits] = tuple(ready)
        return self._together[bits]

    def _compile(self, bit: int) -> re.Pattern[str]:
        self._compiled[bit] = re.compile(self._ways[(bit.bit_length() - 1) // _GROUPS][1])
        return self._compiled[bit]

    def search(self, text: str) -> re.Match[str] | None:
        """The first place."""
        low, bits = _look(text)
        if not (bits := bits & self._bits):
            return None
        if len(low) != len(text):
            return self.plain.search(text)
        ways = self._together.get(bits) or self._make_ready(bits)
        if not self.exact:
            text = low
        return ways[0].search(text) if len(ways) == 1 else _first(ways, text, 0)

    def match(self, text: str) -> re.Match[str] | None:
        """The place at the beginning."""
        bits = self._beginning.get(text[:1], self._bits)
        if not bits:
            return None
        low, there = _look(text)
        if not (bits := bits & there):
            return None
        if len(low) != len(text):
            return self.plain.match(text)
        if not self.exact:
            text = low
        for way in self._together.get(bits) or self._make_ready(bits):
            if found := way.match(text):
                return found
        return None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The whole text."""
        low, bits = _look(text)
        if not (bits := bits & self._bits):
            return None
        ways, text = self._ready(text, low, bits)
        for way in ways:
            if found := way.fullmatch(text):
                return found
        return None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place, in order."""
        low, bits = _look(text)
        if not (bits := bits & self._bits):
            return iter(())
        ways, text = self._ready(text, low, bits)
        return ways[0].finditer(text) if len(ways) == 1 else _each(ways, text)

    def spans(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Every place between two places of a text, as places of the text."""
        part = text[start:end]
        bits = _look(part)[1]
        if not bits & self._bits:
            return []
        return [(start + match.start(), start + match.end()) for match in self.finditer(part)]

    def sub(self, put: str, text: str) -> str:
        """The text with every place replaced."""
        return self.plain.sub(put, text)


class Together:
    """Patterns that are tried on the same text one after the other: whether any of them may match is one question."""

    def __init__(self, *patterns: Quick) -> None:
        self._bits = reduce(or_, (pattern._bits for pattern in patterns))

    def may_match(self, text: str) -> bool:
        """Whether the words of one of them stand in the text."""
        return _look(text)[1] & self._bits != 0


class Beginnings:
    """Patterns by name, of which the first is sought that matches at the beginning."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        self._named = [(name, Quick(pattern)) for name, pattern in named]
        self._bits = reduce(or_, (pattern._bits for _, pattern in self._named))

    def first(self, *texts: str) -> str | None:
        """The name of the first pattern that matches one of the texts."""
        able = [(text, bits) for text in texts if text and (bits := _look(text)[1] & self._bits)]
        for name, pattern in self._named if able else ():
            for text, bits in able:
                if bits & pattern._bits and pattern.match(text):
                    return name
        return None


def _first(ways: tuple[re.Pattern[str], ...], text: str, at: int) -> re.Match[str] | None:
    """Of the places that the ways find the first; where two begin together, that of the way written first."""
    best: re.Match[str] | None = None
    for way in ways:
        found = way.search(text, at)
        if found and (best is None or found.start() < best.start()):
            best = found
    return best


def _each(ways: tuple[re.Pattern[str], ...], low: str) -> Iterator[re.Match[str]]:
    """The same one after the other; a way is asked again only when what it found has been passed."""
    after = [way.search(low) for way in ways]
    while found := min(filter(None, after), key=re.Match.start, default=None):
        yield found
        at = found.end()
        after = [way.search(low, at) if one and one.start() < at else one for way, one in zip(ways, after, strict=True)]


def _ways(pattern: str, *, small: bool = False) -> tuple[tuple[list[Group], str], ...]:
    """The ways of a pattern, each with the groups of pieces that it needs.

    A pattern that has a way that needs nothing, or keeps what brackets find, is one way. ``small``: the pieces are
    given in small letters, whatever the pattern has.
    """
    written = [] if _CAPTURES.search(pattern) else [way for part in _parted(pattern) for way in _opened(part)]
    ways = [(needed(way, most=_GROUPS), way) for way in written]
    if not ways or not all(groups for groups, _ in ways):
        ways = [(needed(pattern, most=_GROUPS), pattern)]
    if small:
        ways = [([frozenset(map(Piece.small, group)) for group in groups], way) for groups, way in ways]
    return tuple(ways)


def _parted(pattern: str) -> list[str]:
    """The alternatives of a pattern, outside its brackets."""
    parts, depth = [""], 0
    for sign in _TOKEN.findall(pattern):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _opened(part: str) -> list[str]:
    r"""A way that is ``(?:one|other)``, with ``\b`` before it or something after it, as its two ways."""
    before = r"\b" if part.startswith(r"\b(?:") else ""
    if not part.startswith(before + "(?:"):
        return [part]
    depth, length = 0, len(before)
    for sign in _TOKEN.findall(part[len(before) :]):
        depth += (sign == "(") - (sign == ")")
        length += len(sign)
        if not depth:
            break
    after = part[length:]
    if after.startswith(("?", "*", "+", "{")):
        return [part]
    return [f"{before}(?:{way}){after}" for way in _parted(part[len(before) + 3 : length - 1])]
