"""The sentences and lines of a text, and those of them in which one of some words stands, quickly. Pure."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

BREAK = re.compile(r"[.!?;\n](?:(?<=\n)\n*|\s+)")


# "St. Aldhelm" is one name.
_SAINTS = frozenset(("St.", "Mt.", "Ft."))


@lru_cache(maxsize=4)
def sentences(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where each starts and ends in characters, and its words in small letters."""
    found = []
    start = 0
    for stop in BREAK.finditer(text):
        if text[max(0, stop.start() - 3) : stop.start() + 1].lstrip() in _SAINTS:
            continue
        if stop.start() > start:
            found.append((start, stop.start() + 1, text[start : stop.start()].lower()))
        start = stop.end()
    if start < len(text):
        found.append((start, len(text), text[start:].lower()))
    return tuple(found)


@lru_cache(maxsize=4)
def lines(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where each line starts and ends in characters, and its words in small letters."""
    found = []
    start = 0
    for line in text.split("\n"):
        if line:
            found.append((start, start + len(line), line.lower()))
        start += len(line) + 1
    return tuple(found)


@lru_cache(maxsize=4)
def _small(text: str) -> str:
    return text.lower()


def those_in(text: str, stems: Sequence[str]) -> list[str]:
    """Which of ``stems`` stand in the text at all: the others need not be looked for in its lines."""
    low = _small(text)
    return [stem for stem in stems if stem in low]


def sentences_with(text: str, stems: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where those sentences start and end that have one of ``stems``, which are in small letters."""
    there = those_in(text, stems)
    for start, end, words in sentences(text) if there else ():
        for stem in there:
            if stem in words:
                yield start, end
                break
