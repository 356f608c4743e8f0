"""Words with typing errors, set right by the words of the bank."""

import re
from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

WORD = re.compile(r"[^\W\d_]{3,}")
PARTS = re.compile(r"[^\W_]+|[\W_]+")
# What is shorter than this is looked for as it stands: one letter changed makes any word of any other.
SHORTEST = 4


def parts_of(query: str, known: Mapping[str, int]) -> list[tuple[str, str]]:
    """The parts of a query in their order, each with what it becomes if no question has it.

    ``known`` says how many questions have a word as it is written there. A known word becomes itself, as does a word
    that none is near; so do quotation marks, ``or`` and minus signs, which stay where they are.
    """
    parts = PARTS.findall(query)
    found = []
    while parts:
        part, *rest = parts
        whole = "".join([part, *rest[1:2]])
        if rest[:1] in ([" "], ["-"]) and _doubtful(known, part, *rest[1:2]) and whole.lower() in known:
            found.append((f"{part}{rest[0]}{rest[1]}", whole))
            parts = rest[2:]
            continue
        found.append((part, _nearest(part, known) if _doubtful(known, part) else part))
        parts = rest
    return found


def _doubtful(known: Mapping[str, int], *words: str) -> bool:
    """Whether all of these are words that could have been mistyped, and at least one of them is not known."""
    return all(map(WORD.fullmatch, words)) and any(word.lower() not in known for word in words)


def _nearest(as_written: str, known: Mapping[str, int]) -> str:
    word = as_written.lower()
    if word in known or len(word) < SHORTEST:
        return as_written
    # Two letters that changed places count as one error.
    near = process.extract(word, list(known), scorer=OSA.distance, score_cutoff=_errors_forgiven(word), limit=None)
    best = min(near, key=lambda found: (found[1], found[0][0] != word[0], -known[found[0]], found[0]), default=None)
    if best and best[1] == 1:
        return str(best[0])
    return _parted(word, known) or (str(best[0]) if best else "") or _begun(word, known) or as_written


def _errors_forgiven(word: str) -> int:
    return 1 if len(word) < 6 else 2 if len(word) < 11 else 3


def _parted(word: str, known: Mapping[str, int]) -> str:
    """Two words that were written without the space between them."""
    parts = [(word[:place], word[place:]) for place in range(3, len(word) - 2)]
    found = [pair for pair in parts if all(part in known for part in pair)]
    return " ".join(max(found, key=lambda pair: min(known[part] for part in pair), default=()))


def _begun(word: str, known: Mapping[str, int]) -> str:
    """The word with the most questions that begins like this one."""
    longer = [other for other in known if other.startswith(word)]
    return max(longer, key=lambda other: (known[other], other), default="")
