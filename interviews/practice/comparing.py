"""What differs between two versions of an answer, sentence by sentence. Pure."""

import difflib
import re
from dataclasses import dataclass

_END = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences in a row that stayed (``same``), went (``gone``) or came (``new``)."""

    kind: str
    text: str


def passages(before: str, after: str) -> list[Passage]:
    """Both texts as one: what stayed, and in its place what went and what came."""
    old, new = _sentences(before), _sentences(after)
    found = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            found.append(Passage("same", " ".join(old[i:j])))
            continue
        if i < j:
            found.append(Passage("gone", " ".join(old[i:j])))
        if k < m:
            found.append(Passage("new", " ".join(new[k:m])))
    return found


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in _END.split(text) if part.strip()]
