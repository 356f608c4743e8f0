"""What somebody may have meant who wrote a name that is not known."""

import re
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

from curation import days
from curation.unseen import looks

# From here on two names in English mostly mean the same; below, an offer misleads.
NEAR = 75
OFFERED = 3
# Each takes a while, and no page shows more.
MOST_WORDS = 300


class Names:
    """Names that are known, each with the words that people may write for it, such as ``gb`` with United Kingdom."""

    def __init__(self, names: Iterable[str], words: Mapping[str, Iterable[str]] | None = None) -> None:
        self.known = set(names)
        pairs = {(_folded(name), name) for name in self.known}
        for name, others in (words or {}).items():
            pairs |= {(form, name) for word in others for form in (_folded(word), _initials(word))}
        self.pairs = sorted(pair for pair in pairs if pair[0])
        self.words = [
            (word, name)
            for name in sorted(self.known)
            for word in map(_folded, re.split("[-_]", name))
            if len(word) > 2
        ]
        self.offers: dict[str, str] = {}

    def meant(self, word: str) -> list[str]:
        """The names that are nearest to a word, the nearest first."""
        wanted = _folded(word)
        if same := [name for form, name in self.pairs if form == wanted]:
            return same[:OFFERED]
        found = process.extract(wanted, [form for form, _ in self.pairs], scorer=fuzz.ratio, score_cutoff=NEAR)
        near = [self.pairs[place][1] for _, _, place in found]
        # One word of several, such as ``hays`` of ``arn-hays``.
        near += [name for form, name in self.words if form == wanted]
        return list(dict.fromkeys(near))[:OFFERED]

    def in_other_letters(self, word: str) -> str:
        """The one name that is written so with capitals, or that Excel made such a month of, as it makes ``Nov-21`` of
        ``11-3021``; or nothing.
        """
        if word in self.known:
            return word
        if word.lower() in self.known:
            return word.lower()
        month = days.month(word)
        if month is None:
            return ""
        made = re.compile(rf"0?{int(month[5:])}-[0-9]{{2}}{month[2:4]}")
        found = [name for name in self.known if made.fullmatch(name)]
        return found[0] if len(found) == 1 else ""

    def near(self, word: str) -> str:
        """The names to offer for a word that is not known: ``gb or ge``, or nothing."""
        if word not in self.offers:
            self.offers[word] = " or ".join(self.meant(word)) if len(self.offers) < MOST_WORDS else ""
        return self.offers[word]


def _folded(word: str) -> str:
    return "".join(letter for letter in looks(word).casefold() if letter.isalnum())


def _initials(name: str) -> str:
    """``uk`` for United Kingdom, and nothing for one word."""
    words = looks(name).casefold().split()
    return "".join(word[0] for word in words if word[0].isalpha()) if len(words) > 1 else ""
