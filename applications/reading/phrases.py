"""Finds phrases in words: the terms of a vocabulary word for word, and looser patterns with gaps. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from applications.reading.once import OfWords
from applications.reading.words import FORMS, Word, forms, words

_BETWEEN_TWO = ("and", "or")


class Hit(NamedTuple):
    """A phrase that was found: which slug, the words from ``first`` to before ``after``, and the characters."""

    slug: str
    first: int
    after: int
    start: int
    end: int
    term: str = ""


class _Term(NamedTuple):
    keys: tuple[str, ...]
    slug: str
    term: str
    exact: bool


class Terms:
    """Terms by their first word, the longest first."""

    def __init__(self) -> None:
        self._plain: dict[str, list[_Term]] = {}
        self._exact: dict[str, list[_Term]] = {}
        self._beginning = OfWords(self._begun_by)

    def add(self, slug: str, term: str, *, exact: bool) -> None:
        """``exact``: only in this capitalization, a small plural s aside."""
        parts = words(term)
        # A comma inside a term would never be found: phrases end there.
        if not parts or not all(part.joined for part in parts[1:]):
            return
        keys = tuple(part.raw if exact else part.base for part in parts)
        table = self._exact if exact else self._plain
        listed = table.setdefault(keys[0], [])
        one = _Term(keys, slug, term, exact)
        if one not in listed:
            listed.append(one)
            listed.sort(key=lambda entry: -len(entry.keys))
        self._beginning.clear()

    def _begun_by(self, raw: str) -> list[_Term]:
        """The terms that may begin with a word."""
        found = list(self._plain.get(FORMS[raw][0], ()))
        if not raw.islower():
            for one in dict.fromkeys((raw, _without_plural(raw))):
                found += self._exact.get(one, ())
        return found

    def find(self, found: Sequence[Word]) -> list[Hit]:
        """Every term from left to right; where several begin, the longest; none begins inside another."""
        hits: list[Hit] = []
        at = 0
        beginning = [self._beginning[word[2]] for word in found]
        while at < len(found):
            if not beginning[at]:
                at += 1
                continue
            here = _terms_at(found, at, beginning[at])
            hits += here
            # "agile and waterfall" is one thing and both.
            after = max((hit.after for hit in here), default=at + 1)
            double = after > at + 2 and any(word.base in _BETWEEN_TWO for word in found[at:after])
            at = at + 1 if double else after
        return hits


def _terms_at(found: Sequence[Word], at: int, terms: Sequence[_Term]) -> list[Hit]:
    word = found[at]
    here = [
        (len(keys), slug, term)
        for keys, slug, term, exact in terms
        if len(keys) == 1 or _matches(found, at, keys, exact=exact)
    ]
    if not here:
        return []
    most = max(here)[0]
    if most > 1 and any(word.base in _BETWEEN_TWO for word in found[at : at + most]):
        return [Hit(slug, at, at + length, word.start, found[at + length - 1].end, term) for length, slug, term in here]
    end = found[at + most - 1].end
    return [Hit(slug, at, at + most, word.start, end, term) for length, slug, term in here if length == most]


def _matches(found: Sequence[Word], at: int, keys: tuple[str, ...], *, exact: bool) -> bool:
    if at + len(keys) > len(found):
        return False
    for offset, key in enumerate(keys):
        word = found[at + offset]
        if offset and not word.joined:
            return False
        if exact:
            if key not in (word.raw, _without_plural(word.raw)):
                return False
        elif word.base != key:
            return False
    return True


def _without_plural(raw: str) -> str:
    raw = raw.removesuffix("'s").removesuffix("’s")
    return raw[:-1] if len(raw) > 2 and raw[-1] == "s" and raw[-2].isupper() else raw


@dataclass
class Patterns:
    """Looser phrases: ``manage|oversee ~3 vendor|supplier`` is either verb with either noun at most three words later.

    Words are compared by their stems, so that "managing our suppliers" is found too. ``.`` is any one word.
    """

    _first: dict[str, list[tuple[str, tuple[tuple[int, frozenset[str]], ...]]]] = field(default_factory=dict)

    def add(self, slug: str, pattern: str) -> None:
        steps: list[tuple[int, frozenset[str]]] = []
        gap = 0
        for part in pattern.split():
            if part.startswith("~"):
                gap = int(part[1:])
                continue
            steps.append((gap, frozenset(forms(word)[1] for word in part.split("|"))))
            gap = 0
        for first in steps[0][1] if steps else ():
            self._first.setdefault(first, []).append((slug, tuple(steps[1:])))

    def add_all(self, table: Iterable[tuple[str, Iterable[str]]]) -> None:
        for slug, patterns in table:
            for pattern in patterns:
                self.add(slug, pattern)

    def find(self, found: Sequence[Word]) -> list[Hit]:
        """Every pattern that begins at any word."""
        stems = [word[4] for word in found]
        there = set(stems)
        first = self._first
        begin = first.keys() & there
        if not begin:
            return []
        return [
            Hit(slug, at, after, found[at].start, found[after - 1].end)
            for at, stem in enumerate(stems)
            if stem in begin
            for slug, steps in first[stem]
            if (not steps or not there.isdisjoint(steps[0][1])) and (after := _follow(stems, at + 1, steps))
        ]


def _follow(found: Sequence[str], at: int, steps: tuple[tuple[int, frozenset[str]], ...]) -> int:
    """The place after the last word of a pattern; 0 if it does not go on."""
    for gap, stems in steps:
        for place in range(at, min(at + gap + 1, len(found))):
            if found[place] in stems:
                at = place + 1
                break
        else:
            return 0
    return at


def read_table(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Patterns by slug out of a table: ``slug: pattern; pattern``, a line that goes on being indented."""
    rows: list[tuple[str, str]] = []
    for line in text.splitlines():
        if line.startswith(" "):
            slug, patterns = rows.pop()
            between = "" if patterns.endswith("|") else " "
            rows.append((slug, f"{patterns}{between}{line.strip()}"))
        elif line:
            slug, _, patterns = line.partition(":")
            rows.append((slug, patterns.strip()))
    return tuple((slug, tuple(patterns.split("; "))) for slug, patterns in rows)
