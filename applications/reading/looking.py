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


def sentences_with(text: str, stems: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where those sentences start and end that have one of ``stems``, which are in small letters."""
    low = text.lower()
    there = [stem for stem in stems if stem in low]
    for start, end, words in sentences(text) if there else ():
        for stem in there:
            if stem in words:
                yield start, end
                break
