"""Words of a text in the forms by which they are compared: without plural, in one spelling, without endings. Pure."""

import re
from functools import lru_cache
from typing import NamedTuple

from applications.reading.misspelled import MISSPELLED
from applications.reading.once import OfWords

# ".net" and "c++" are words; an apostrophe is part of its word.
_REST = r"[^\W_]+(?:['’][^\W_]+)*(?:[+#]{1,2}(?!\w))?"
WORD = re.compile(rf"(?:(?<![\w.])\.(?=[A-Za-z]))?{_REST}")
# Without a dot before a letter: three times as fast. Where all letters are plain it is faster still.
_DOTTED, _PLAIN = re.compile(r"\.[A-Za-z]"), re.compile(_REST)
_ASCII = re.compile(r"[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*(?:[+#]{1,2}(?!\w))?")
# What may stand between two words of one phrase.
_INSIDE = re.compile(r"[\s\-‐-―/&.@_*]{0,6}\Z")
_BRITISH = {
    "programme": "program",
    "centre": "center",
    "behaviour": "behavior",
    "labour": "labor",
    "defence": "defense",
    "licence": "license",
    "catalogue": "catalog",
    "judgement": "judgment",
    "fulfilment": "fulfillment",
    "modelling": "modeling",
    "fibre": "fiber",
    "artefact": "artifact",
    "analyse": "analyze",
    "analysing": "analyzing",
    "cheque": "check",
}
_MEANT = _BRITISH | MISSPELLED
# Words in -ise that are no British spelling of -ize.
_OWN_ISE = frozenset(
    [
        "advise",
        "comprise",
        "compromise",
        "concise",
        "devise",
        "disguise",
        "enterprise",
        "exercise",
        "expertise",
        "franchise",
        "improvise",
        "likewise",
        "merchandise",
        "noise",
        "otherwise",
        "praise",
        "precise",
        "premise",
        "promise",
        "raise",
        "revise",
        "rise",
        "supervise",
        "surprise",
        "televise",
        "treatise",
        "wise",
    ]
)


class Word(NamedTuple):
    """A word where it stands. ``joined``: nothing but spaces, hyphens and the like parts it from the one before."""

    start: int
    end: int
    raw: str
    base: str
    stem: str
    joined: bool


# Makes a tuple without looking at the names of its fields, which takes twice as long.
_new = tuple.__new__


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words between two places of a text, in order; their places are those in the whole text."""
    found: list[Word] = []
    last = start
    end = len(text) if end is None else end
    without = _ASCII if text[start:end].isascii() else _PLAIN
    pattern = WORD if _DOTTED.search(text, start, end) else without
    for match in pattern.finditer(text, start, end):
        raw = match[0]
        base, stem = FORMS[raw]
        first, after = match.span()
        between = text[last:first]
        joined = bool(found) and (between == " " or _joins(between))
        last = after
        found.append(_new(Word, (first, after, raw, base, stem, joined)))
    return found


@lru_cache(maxsize=2_000)
def _joins(between: str) -> bool:
    """Whether the words of one phrase may be parted so."""
    return _INSIDE.match(between) is not None and ". " not in between


def forms(raw: str) -> tuple[str, str]:
    """A word's base (lower case, singular, one spelling) and stem (the base without -ing, -ed and -e)."""
    base = raw.lower().replace("’", "'")
    base = base.removesuffix("'s").removesuffix("'")
    base = _american(_singular(base))
    return base, _stem(base)


# The same for each word that was met.
FORMS = OfWords(forms)


def _singular(word: str) -> str:
    if len(word) <= 3 or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zes")):
        return word[:-2]
    if word.endswith(("ss", "us", "is", "ous")):
        return word
    return word[:-1]


def _american(word: str) -> str:
    if word in _MEANT:
        return _MEANT[word]
    for british, american in (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize")):
        if word.endswith(british) and len(word) > len(british) + 3:
            root = word.removesuffix(british)
            return word if root + "ise" in _OWN_ISE else root + american
    return word


def _stem(word: str) -> str:
    if len(word) > 5 and word.endswith("ing"):
        return _bare(word[:-3])
    if len(word) > 4 and word.endswith("ed"):
        return _bare(word[:-2])
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def _bare(root: str) -> str:
    """What is left without its ending: "planning" doubles the n of "plan"."""
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "sl":
        return root[:-1]
    return root[:-1] if len(root) > 4 and root.endswith("e") else root
