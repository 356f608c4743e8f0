"""Patterns that look for plain words first, and only then for themselves. Pure.

A long pattern with many ways costs a hundred times what it costs to see that none of its words is there. So a pattern
is taken apart into its ways, and only those are tried of which a word stands in the text. Every way of every pattern is
a bit, and every word of the text says once for all of them which may match.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

# Words that stand in every second line tell nothing, and these little.
_IN_EVERY_LINE = frozenset(
    (
        "a",
        "an",
        "or",
        "in",
        "to",
        "of",
        "on",
        "at",
        "is",
        "as",
        "it",
        "be",
        "by",
        "and",
        "the",
        "for",
        "you",
        "are",
        "our",
    )
)
_EVERYWHERE = frozenset(
    ("work", "team", "with", "your", "have", "year", "years", "able", "sit", "any", "all", "not", "will")
)
_UPPER = re.compile(r"\\.|\(\?P|[A-ZÀ-Þ]")
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_CAPTURES = re.compile(r"(?<!\\)\((?!\?)|\(\?P")
# So many sets of ways are kept ready by each pattern.
_MOST_TOGETHER = 200
# What stands in a text where a way can match, with the ways as bits; and the same by its first two letters.
_sought: dict[str, int] = {}
_by_beginning: dict[str, list[str]] = {}


@lru_cache(maxsize=50_000)
def _ways_of_token(token: str) -> int:
    """The ways that may match where this stands between spaces."""
    beginnings = {token[at : at + 2] for at in range(len(token))} | set(token) | {""}
    ways = 0
    for beginning in _by_beginning.keys() & beginnings:
        for piece in _by_beginning[beginning]:
            if piece in token:
                ways |= _sought[piece]
    return ways


@lru_cache(maxsize=256)
def _look(text: str) -> tuple[str, int]:
    """A text in small letters, and the ways that may match in it."""
    low = text.lower()
    ways = _sought.get("", 0)
    for token in low.split():
        ways |= _ways_of_token(token)
    return low, ways


class Quick:
    """A pattern in which capitals do not matter. What it finds is given in lower case, at the places of the text.

    With ``exact`` they matter, and what it finds is given as it is written.
    """

    _ways_made = 0

    def __init__(self, pattern: str, *, exact: bool = False) -> None:
        self._written = pattern
        lowered = _UPPER.sub(lambda match: match.group() if len(match.group()) > 1 else match.group().lower(), pattern)
        self._exact = exact
        self._ways = _ways(pattern if exact else lowered, small=exact)
        self._compiled: dict[int, re.Pattern[str]] = {}
        # What was made ready for which ways together.
        self._together: dict[int, tuple[re.Pattern[str], ...]] = {}
        self._first_bit = Quick._ways_made
        Quick._ways_made += len(self._ways)
        self._bits = ((1 << len(self._ways)) - 1) << self._first_bit
        for number, (words, _) in enumerate(self._ways, self._first_bit):
            for piece in {max(word.split(), key=len, default="") for word in words}:
                if piece not in _sought:
                    _by_beginning.setdefault(piece[:2], []).append(piece)
                _sought[piece] = _sought.get(piece, 0) | 1 << number
        _ways_of_token.cache_clear()
        _look.cache_clear()

    @cached_property
    def plain(self) -> re.Pattern[str]:
        """The pattern as it was written."""
        return re.compile(self._written, 0 if self._exact else re.IGNORECASE)

    def _ready(self, text: str, low: str, bits: int) -> tuple[tuple[re.Pattern[str], ...], str]:
        """Those of the ways that may match, and the text in which they are looked for."""
        if len(low) != len(text):
            return (self.plain,), text
        ready = self._together.get(bits) or self._make_ready(bits)
        return ready, text if self._exact else low

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
        self._compiled[bit] = re.compile(self._ways[bit.bit_length() - 1][1])
        return self._compiled[bit]

    def search(self, text: str) -> re.Match[str] | None:
        """The first place."""
        low, bits = _look(text)
        if not (bits := bits & self._bits):
            return None
        if len(low) != len(text):
            return self.plain.search(text)
        ways = self._together.get(bits) or self._make_ready(bits)
        if not self._exact:
            text = low
        return ways[0].search(text) if len(ways) == 1 else _first(ways, text, 0)

    def match(self, text: str) -> re.Match[str] | None:
        """The place at the beginning."""
        low, bits = _look(text)
        if not (bits := bits & self._bits):
            return None
        if len(low) != len(text):
            return self.plain.match(text)
        if not self._exact:
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


def _ways(pattern: str, *, small: bool = False) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The ways of a pattern, each with words of which every text that matches it has at least one.

    A pattern that has a way without such words, or keeps what brackets find, is one way; without words at all it is
    tried everywhere. ``small``: the words are given in small letters, whatever the pattern has.
    """
    written = [] if _CAPTURES.search(pattern) else [way for part in _parted(pattern) for way in _opened(part)]
    ways = [(_words(way), way) for way in written]
    if not ways or not all(words for words, _ in ways):
        ways = [(_words(pattern) or ("",), pattern)]
    if small:
        ways = [(tuple(word.lower() for word in words), way) for words, way in ways]
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


def _words(pattern: str) -> tuple[str, ...]:
    return tuple(sorted(_shortest(_needed(parser.parse(pattern))), key=len))


def _needed(parsed: Iterable[Any]) -> frozenset[str]:
    """Words of which every text that matches has at least one; nothing if no such words can be told."""
    best: frozenset[str] = frozenset()
    run = ""
    for operation, argument in parsed:
        if operation is constants.LITERAL:
            run += chr(argument)
            continue
        best, run = _better(best, frozenset((run,)) if run else frozenset()), ""
        if operation is constants.SUBPATTERN:
            best = _better(best, _needed(argument[3]))
        elif operation is constants.BRANCH:
            ways = [_needed(way) for way in argument[1]]
            if all(ways):
                best = _better(best, frozenset().union(*ways))
        elif operation in (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT) and argument[0] > 0:
            best = _better(best, _needed(argument[2]))
    return _better(best, frozenset((run,)) if run else frozenset())


def _better(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Which of two sets of words is found less often: the one whose shortest word is longer."""
    if not one or not other:
        return one or other
    return max(one, other, key=lambda words: (min(map(_tells, words)), -len(_shortest(words))))


def _tells(word: str) -> int:
    """How much it tells that a word is there: from 0 to 4."""
    plain = word.strip()
    return 0 if plain in _IN_EVERY_LINE else 1 if plain in _EVERYWHERE else min(len(plain), 4)


def _shortest(words: frozenset[str]) -> set[str]:
    """Without words that hold another of them."""
    return {word for word in words if not any(other != word and other in word for other in words)}
