"""Words of the trade that mean the same, and where they stand in a search. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from curation.folding import fold
from curation.queries import as_typed, without_plural_particles


def key_of(words: Sequence[str]) -> str:
    """Folded words however they are put together and whether they stand for one or many."""
    # IT stays apart from it.
    return "".join(word if word == "itit" else _singular(as_typed([word])) for word in words)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@dataclass(frozen=True)
class Found:
    """A term in a search: before where it ends, its words as the group has them, and what means the same."""

    beyond: int
    words: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True)
class Synonyms:
    """Groups of terms, each as it is written."""

    groups: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, groups: Iterable[str]) -> "Synonyms":
        """From groups with one term a line."""
        return cls(tuple(tuple(line.strip() for line in group.splitlines() if line.strip()) for group in groups))

    @cached_property
    def _by_key(self) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """The words of each term and the others of its groups."""
        found: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        for group in self.groups:
            for term in group:
                words = without_plural_particles(fold(term).split())
                own, others = found.get(key_of(words), (words, ()))
                new = [other for other in group if other != term]
                found[key_of(words)] = own, tuple(dict.fromkeys([*others, *new]))
        return found

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of all terms."""
        return frozenset(word for group in self.groups for term in group for word in fold(term).split())

    @cached_property
    def _longest(self) -> int:
        return max((len(fold(term).split()) for group in self.groups for term in group), default=0)

    def at(self, words: Sequence[str], first: int) -> Found | None:
        """The longest term that begins with a word."""
        # A term that is written as one word can be typed as two.
        for beyond in range(min(len(words), first + max(self._longest, 2)), first, -1):
            typed = words[first:beyond]
            found = self._by_key.get(key_of(typed))
            # Lone letters are no one word: Q&A is not QA.
            if found and (len(typed) in (1, len(found[0])) or any(len(word) > 1 for word in typed)):
                return Found(beyond, *found)
        return None
