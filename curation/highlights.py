"""Where the words of a search stand in a text, as pieces that a template marks."""

import re
from collections.abc import Sequence

from django.contrib.postgres.search import SearchHeadline
from django.db.models import F
from django.db.models.functions import Concat

from curation.folding import chunks
from curation.queries import is_particle
from curation.searching import Folded, raw_query

# Characters for private use: no folded text has any. A text that holds them all the same is shown without.
START, END = "\ue000", "\ue001"
# How many words stand before the first that was found, where only a part of a text is shown.
BEFORE = 5

Piece = tuple[str, bool]


def marked(text: F | Concat, query: str) -> SearchHeadline:
    """The folded text with the words of a query marked, for ``pieces`` and ``around``."""
    return SearchHeadline(
        Folded(text), raw_query(query), config="english", start_sel=START, stop_sel=END, highlight_all=True
    )


def pieces(text: str, folded: str) -> list[Piece]:
    """A text as pieces: the words, and whether they were looked for."""
    return _cut(text, _spans(text, folded), 0, len(text))


def around(text: str, folded: str, *, words: int, parts: int = 1) -> list[Piece]:
    """The parts of a text that have the most of the words that were looked for, with at most ``words`` each.

    Nothing if it has none. Lines are run on.
    """
    spans = _spans(text, folded)
    found: list[Piece] = []
    last = -1
    for first in _windows([hit for *_, hit in spans], words, parts):
        begin, beyond = max(first, last + 1), min(first + words, len(spans))
        if found and begin > last + 1:
            found.append((" … ", False))
        elif found:
            found.append((text[spans[last][1] : spans[begin][0]], False))
        start, end = spans[begin][0] if begin else 0, spans[beyond - 1][1] if beyond < len(spans) else len(text)
        found += _cut(text, spans, start, end)
        last = beyond - 1
    return [(re.sub(r"\s+", " ", piece), hit) for piece, hit in found]


def _windows(hits: Sequence[bool], words: int, parts: int) -> list[int]:
    """Where the parts begin, in their order: those with the most hits, and none with what another shows already."""
    left = [number for number, hit in enumerate(hits) if hit]
    starts: list[int] = []
    while left and len(starts) < parts:
        best = max(left, key=lambda number: (sum(number <= other < number + words - BEFORE for other in left), -number))
        start = max(0, best - BEFORE)
        starts.append(start)
        left = [number for number in left if not start <= number < start + words]
    return sorted(starts)


def _spans(text: str, folded: str) -> list[tuple[int, int, bool]]:
    """Where each word stands, and whether it was found. A particle alone is not what was looked for."""
    words = folded.split(" ") if folded else []
    hits = [START in word for word in words]
    plain = [word.strip(START + END) for word in words]
    hits = [
        hit and (not is_particle(plain[at]) or any(hits[max(0, at - 1) : at]) or any(hits[at + 1 : at + 2]))
        for at, hit in enumerate(hits)
    ]
    spans = []
    at = 0
    for start, end, number in chunks(text):
        spans.append((start, end, any(hits[at : at + number])))
        at += number
    return spans


def _cut(text: str, spans: Sequence[tuple[int, int, bool]], begin: int, beyond: int) -> list[Piece]:
    found: list[Piece] = []
    at = begin
    for start, end, hit in spans:
        if hit and begin <= start < beyond:
            found += [(text[at:start], False), (text[start:end], True)]
            at = end
    found.append((text[at:beyond], False))
    shown = [(piece.replace(START, "").replace(END, ""), hit) for piece, hit in found]
    return [(piece, hit) for piece, hit in shown if piece]
