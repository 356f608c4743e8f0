"""Words with typing errors, set right by the words of the bank."""

import re
from collections.abc import Collection, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

WORD = re.compile(r"[^\W\d_]{3,}")
# What is shorter than this is looked for as it stands: one letter changed makes any word of any other.
SHORTEST = 4


def words_of(query: str) -> list[str]:
    """The words of a query that may have been mistyped, in lower case, each once."""
    return list(dict.fromkeys(word.lower() for word in WORD.findall(query)))


def corrected(query: str, unknown: Collection[str], known: Mapping[str, int]) -> str:
    """The query with each unknown word replaced by the most likely known one, or left as it is if none is near.

    ``known`` says how many questions a word leads to. Quotation marks, ``or`` and minus signs stay where they are.
    """

    def joined(match: re.Match[str]) -> str:
        whole = match[1] + match[2]
        either = match[1].lower() in unknown or match[2].lower() in unknown
        return whole if either and whole.lower() in known else match[0]

    query = re.sub(r"([^\W\d_]{3,})[ -]([^\W\d_]{3,})", joined, query)
    return WORD.sub(lambda match: _nearest(match[0], known) if match[0].lower() in unknown else match[0], query)


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
