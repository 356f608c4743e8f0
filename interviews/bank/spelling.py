"""Words with typing errors, set right by the words of the bank."""

import re
from collections.abc import Collection, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from curation.folding import chunks, fold
from curation.queries import COMMON, is_particle

# What is shorter than this is looked for as it stands: one letter changed makes any word of any other.
SHORTEST = 4
# No abbreviation is longer, but for the s of its plural. A longer word in capitals is one that is written in capitals.
LONGEST_ABBREVIATION = 5
# Up to here a wrong first letter is no slip, but another word. So it is in a longer word with another error.
SHORT = 5
VOWELS = frozenset("aeiouy")


def parts_of(query: str, known: Mapping[str, int], right: Collection[str] = ()) -> list[tuple[str, str]]:
    """The parts of a query in their order, each with what it becomes if no question has it.

    ``known`` says how many questions have a word as it is folded; ``right`` are words that are none of theirs and yet
    no errors. A known word becomes itself, as does an abbreviation, a name and a word that none is near; so do
    quotation marks, ``or`` and minus signs, which stay where they are.
    """
    parts = _parts(query)
    return [
        (part, _nearest(part, known))
        if _doubtful(part, known) and fold(part) not in right and not _beside_a_letter(parts, place)
        else (part, part)
        for place, part in enumerate(parts)
    ]


def _parts(query: str) -> list[str]:
    """Words and what stands between them."""
    found, at = [], 0
    for start, end, _ in chunks(query):
        found += [query[at:start], query[start:end]]
        at = end
    return [part for part in (*found, query[at:]) if part]


def is_known(word: str, known: Mapping[str, int]) -> bool:
    return word in known or is_particle(word)


def is_abbreviation(as_written: str) -> bool:
    """Whether this is in capitals, also inside as in *FinOps*, has a figure or has no vowel: then it is what it is."""
    stem = as_written.removesuffix("s")
    capitals = stem.isupper() and len(stem) <= LONGEST_ABBREVIATION
    inside = any(map(str.isupper, stem[1:])) and not stem[1:].isupper()
    return capitals or inside or not as_written.isalpha() or not VOWELS & set(fold(as_written))


def _beside_a_letter(parts: Sequence[str], place: int) -> bool:
    """Whether a word hangs on a lone letter, as in *e-mail*: then both are one name."""
    return any(
        0 <= other < len(parts)
        and len(parts[other]) == 1
        and parts[other].isalpha()
        and fold(parts[other]) not in COMMON
        and re.fullmatch("[-\u2010\u2011'\u2019.]", parts[(place + other) // 2])
        for other in (place - 2, place + 2)
    )


def _doubtful(part: str, known: Mapping[str, int]) -> bool:
    """Whether this is a word that could have been mistyped."""
    word = fold(part)
    return len(word) >= SHORTEST and word.isalpha() and not is_abbreviation(part) and not is_known(word, known)


def _nearest(as_written: str, known: Mapping[str, int]) -> str:
    word = fold(as_written)
    # Two letters that changed places count as one error.
    near = process.extract(word, list(known), scorer=OSA.distance, score_cutoff=_errors_forgiven(word), limit=None)
    near = [
        found
        for found in near
        if found[0].isalpha() and (found[0][0] == word[0] or (len(word) > SHORT and found[1] == 1))
    ]
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
    longer = [other for other in known if other.startswith(word) and other.isalpha()]
    return max(longer, key=lambda other: (known[other], other), default="")
