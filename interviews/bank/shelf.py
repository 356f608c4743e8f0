"""The bank as it stands on a shelf: every question has a place, and every choice of a filter is the set of its places.

A set of places is a whole number with a bit for each. So what some choices leave, and how many that is, takes one
``&`` and one count of bits, however many questions there are.

Pure.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce
from itertools import chain, compress, repeat
from operator import and_
from typing import Any

from interviews.bank.synonyms import Synonyms

# A bit as it is written in a number, and as ``compress`` wants it.
AS_FLAGS = bytes.maketrans(b"01", b"\x00\x01")
ONE = ord("1")
# Each takes up to a bit for every question, and the primary keys of what is put best first.
MOST_SEARCHES = 100


def places_as_bits(places: Iterable[int], size: int) -> int:
    """A set of places from 0 to ``size - 1``."""
    flags = bytearray(b"0") * size
    for place in places:
        flags[place] = ONE
    return int(flags[::-1].decode() or "0", 2)


@dataclass(frozen=True)
class Shelf:
    """The offered questions in their order.

    ``sets`` has, by filter and value, the places of the questions it leaves; ``labels`` what people read for a value.
    ``words`` says in how many questions a word stands as searches read it, ``synonyms`` which mean the same.
    ``edition`` names the state of the tables it was made from; ``searches`` is what the last searches found in it.
    """

    edition: str
    keys: Sequence[int]
    slugs: Sequence[str]
    sets: Mapping[str, Mapping[str, int]]
    labels: Mapping[str, Mapping[str, str]]
    words: Mapping[str, int]
    synonyms: Synonyms = field(default_factory=Synonyms)
    searches: dict[Hashable, Any] = field(default_factory=dict, compare=False)

    @cached_property
    def places(self) -> dict[int, int]:
        """Where a question stands, by its primary key.

        Made in the order of the keys: a search asks for thousands in about that order, and finds them faster in memory
        if they lie side by side.
        """
        return dict(sorted((key, place) for place, key in enumerate(self.keys)))

    @cached_property
    def places_by_slug(self) -> dict[str, int]:
        return {slug: place for place, slug in enumerate(self.slugs)}

    @property
    def everything(self) -> int:
        return (1 << len(self.keys)) - 1

    def knows(self, name: str, value: str) -> bool:
        """Whether there is such a choice, also if it is no longer offered."""
        return value in self.labels[name] or value in self.labels.get(f"retired {name}", {})

    def of(self, keys: Iterable[int]) -> int:
        """The places of some questions, without those that are not offered."""
        size = len(self.keys)
        return places_as_bits(map(self.places.get, keys, repeat(size)), size + 1) & self.everything

    def keep_search(self, search: Hashable, found: Any) -> None:
        """Keep what a search found, in place of the one that has been kept longest if there are too many."""
        if len(self.searches) >= MOST_SEARCHES:
            self.searches.pop(next(iter(self.searches)), None)
        self.searches[search] = found

    def left(self, chosen: Mapping[str, str], among: int) -> int:
        """What all choices leave of some places."""
        return reduce(and_, (self.sets[name].get(value, 0) for name, value in chosen.items()), among)

    def counts(self, name: str, chosen: Mapping[str, str], among: int) -> dict[str, int]:
        """How many questions each value of a filter would leave under the choices of all others, without zeros."""
        under = self.left({other: value for other, value in chosen.items() if other != name}, among)
        counted = {value: (places & under).bit_count() for value, places in self.sets[name].items()}
        return {value: number for value, number in counted.items() if number}

    def in_order(self, some: int, groups: Sequence[int] = ()) -> Iterator[int]:
        """The primary keys of some places, in order; those of the first group before those of the second."""
        return chain.from_iterable(compress(self.keys, _flags(some & group)) for group in groups or [some])

    def beside(self, some: int, place: int, groups: Sequence[int] = ()) -> tuple[str, str]:
        """The slugs of the last of some places before ``place`` in that order, and of the first after it."""
        groups = groups or [self.everything]
        own = next(number for number, group in enumerate(groups) if group >> place & 1)
        before = [group & some for group in groups[:own]] + [groups[own] & some & ((1 << place) - 1)]
        after = [groups[own] & some & (-2 << place)] + [group & some for group in groups[own + 1 :]]
        last = next((part.bit_length() - 1 for part in reversed(before) if part), None)
        first = next(((part & -part).bit_length() - 1 for part in after if part), None)
        return "" if last is None else self.slugs[last], "" if first is None else self.slugs[first]


def _flags(some: int) -> bytes:
    """A byte of 0 or 1 for each place."""
    return f"{some:b}".encode().translate(AS_FLAGS)[::-1]
