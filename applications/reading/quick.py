"""Patterns that look for plain words first, and only then for themselves. Pure.

A long pattern with many ways costs a hundred times what it costs to see that none of its words is there.
"""

import re
from collections.abc import Iterable, Iterator
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

# Words that nearly every line has tell nothing.
_EVERYWHERE = frozenset(
    ("work", "team", "with", "your", "have", "year", "years", "and", "the", "for", "you", "are", "our", "able", "sit")
)
_UPPER = re.compile(r"\\.|\(\?P|[A-ZÀ-Þ]")


class Quick:
    """A pattern in which capitals do not matter. What it finds is given in lower case, at the places of the text."""

    def __init__(self, pattern: str) -> None:
        self.plain = re.compile(pattern, re.IGNORECASE)
        lower = _UPPER.sub(lambda match: match.group() if len(match.group()) > 1 else match.group().lower(), pattern)
        self._lower = re.compile(lower)
        needed = _needed(parser.parse(lower))
        # Without words that must be there, the pattern is tried everywhere.
        self._words = tuple(sorted(_shortest(needed), key=len)) if needed else ("",)

    def _ready(self, text: str) -> tuple[re.Pattern[str], str] | None:
        low = text.lower()
        for word in self._words:
            if word in low:
                return (self._lower, low) if len(low) == len(text) else (self.plain, text)
        return None

    def search(self, text: str) -> re.Match[str] | None:
        """The first place."""
        ready = self._ready(text)
        return ready[0].search(ready[1]) if ready else None

    def match(self, text: str) -> re.Match[str] | None:
        """The place at the beginning."""
        ready = self._ready(text)
        return ready[0].match(ready[1]) if ready else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The whole text."""
        ready = self._ready(text)
        return ready[0].fullmatch(ready[1]) if ready else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place, in order."""
        ready = self._ready(text)
        return ready[0].finditer(ready[1]) if ready else iter(())

    def spans(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Every place between two places of a text, as places of the text."""
        return [(start + match.start(), start + match.end()) for match in self.finditer(text[start:end])]

    def sub(self, put: str, text: str) -> str:
        """The text with every place replaced."""
        return self.plain.sub(put, text)


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
    return max(one, other, key=lambda words: (min(map(_tells, words)), -len(words)))


def _tells(word: str) -> int:
    """How much it tells that a word is there: up to 4."""
    plain = word.strip()
    return 1 if plain in _EVERYWHERE else min(len(plain), 4)


def _shortest(words: frozenset[str]) -> set[str]:
    """Without words that hold another of them."""
    return {word for word in words if not any(other != word and other in word for other in words)}
