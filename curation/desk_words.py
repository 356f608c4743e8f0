"""What is typed into the search of the desk, and where it stands in a text. Pure.

A word is found wherever its letters stand, also inside another word or an address. All words have to be there.
"""

import re
from collections.abc import Sequence

MOST_WORDS = 8
LONGEST = 200
# What an amount is written with and is not stored with.
AMOUNT = re.compile(r"[$€£]?\s?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?")
BEFORE, AFTER = 60, 120

Piece = tuple[str, bool]


def words(typed: str) -> list[str]:
    """Each word once, as many as are looked for. A NUL, which no text of the database has, is a space."""
    return list(dict.fromkeys(typed[:LONGEST].replace("\x00", " ").split()))[:MOST_WORDS]


def spellings(word: str) -> list[str]:
    """The word, and if it is an amount as it is stored: ``$1,200`` is ``1200`` too."""
    match = AMOUNT.fullmatch(word)
    plain = match[1].replace(",", "") + (match[2] or "") if match else word
    return list(dict.fromkeys([word, plain]))


def pieces(text: str, looked_for: Sequence[str]) -> list[Piece]:
    """A text as pieces, and whether each was looked for."""
    found: list[Piece] = []
    at = 0
    for start, end in _places(text, looked_for):
        found += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [piece for piece in [*found, (text[at:], False)] if piece[0]]


def around(text: str, looked_for: Sequence[str]) -> list[Piece]:
    """The part of a text around the first word that was looked for, run on in one line. Nothing if it has none."""
    text = " ".join(text.split())
    places = _places(text, looked_for)
    if not places:
        return []
    first, last = max(0, places[0][0] - BEFORE), places[0][1] + AFTER
    first = text.find(" ", first) + 1 if first and " " in text[first : places[0][0]] else first
    last = text.rfind(" ", places[0][1], last) if " " in text[places[0][1] : last] and last < len(text) else last
    shown = pieces(text[first:last], looked_for)
    return [*([("… ", False)] if first else []), *shown, *([(" …", False)] if last < len(text) else [])]


def best(lines: Sequence[str], looked_for: Sequence[str], title: str) -> str:
    """The first line with the most words, those before all that the title does not have. Empty if none has any."""

    def says(line: str) -> tuple[int, int]:
        here = [word for word in looked_for if _places(line, [word])]
        return len([word for word in here if not _places(title, [word])]), len(here)

    found = max(lines, key=says, default="")
    return found if says(found) > (0, 0) else ""


def _places(text: str, looked_for: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand, one after another: where two overlap, the first and longest."""
    ways = sorted({way for word in looked_for for way in spellings(word)}, key=len, reverse=True)
    if not ways:
        return []
    return [match.span() for match in re.finditer("|".join(map(re.escape, ways)), text, re.IGNORECASE)]
