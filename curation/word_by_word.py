"""Two wordings as one text: what stayed, and in its place what went and what came, word by word. Pure."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

# A word, and the space that follows it: joined, they are the text again.
_WORDS = re.compile(r"(\S*)(\s*)")
# Longer texts take too long to compare; both stand whole.
MOST_WORDS = 2000


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that stayed (``same``), went (``gone``) or came (``new``)."""

    kind: str
    text: str


def pieces(before: str, after: str) -> list[Piece]:
    """Both wordings as one. Without what came it is ``before``, and without what went ``after``, to the letter."""
    old, new = _words(before), _words(after)
    if max(len(old), len(new)) > MOST_WORDS:
        old, new = [(before, "")], [(after, "")]
    found: list[Piece] = []
    gone = come = ""
    # The words alone are compared: whoever adds a sentence has not changed the word before it.
    words = SequenceMatcher(None, [word for word, _ in old], [word for word, _ in new], autojunk=False)
    for tag, i, j, k, m in words.get_opcodes():
        if tag != "equal":
            gone += "".join(map("".join, old[i:j]))
            come += "".join(map("".join, new[k:m]))
            continue
        for (word, was), (_, now) in zip(old[i:j], new[k:m], strict=True):
            found += [*_as("gone", gone), *_as("new", come), *_as("same", word + was if was == now else word)]
            gone, come = ("", "") if was == now else (was, now)
    return _joined([*found, *_as("gone", gone), *_as("new", come)])


def _words(text: str) -> list[tuple[str, str]]:
    return [(word, space) for word, space in _WORDS.findall(text) if word or space]


def _as(kind: str, text: str) -> list[Piece]:
    return [Piece(kind, text)] if text else []


def _joined(found: list[Piece]) -> list[Piece]:
    return [Piece(kind, "".join(one.text for one in run)) for kind, run in groupby(found, key=lambda one: one.kind)]
