"""Rows as they stand on a shelf: each has a place, and every choice of a filter is the set of its places.

A set of places is a whole number with a bit for each. So what some choices leave, and how many that is, takes one
``&`` and one count of bits, however many rows there are.

Pure.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import chain, compress, repeat
from operator import and_

# A bit as it is written in a number, and as ``compress`` wants it.
AS_FLAGS = bytes.maketrans(b"01", b"\x00\x01")
ONE = ord("1")


def places_as_bits(places: Iterable[int], size: int) -> int:
    """A set of places from 0 to ``size - 1``."""
    flags = bytearray(b"0") * size
    for place in places:
        flags[place] = ONE
    return int(flags[::-1].decode() or "0", 2)


@dataclass(frozen=True)
class Shelf:
    """What is offered, in its order, by primary key.

    ``sets`` has, by filter and value, the places of the rows it leaves. ``edition`` names the state of the tables that
    it was made from.
    """

    edition: str
    keys: Sequence[int]
    sets: Mapping[str, Mapping[str, int]]

    @cached_property
    def places(self) -> dict[int, int]:
        """Where a row stands, by its primary key.

        Made in the order of the keys: a search asks for thousands in about that order, and finds them faster in memory
        if they lie side by side.
        """
        return dict(sorted((key, place) for place, key in enumerate(self.keys)))

    @property
    def everything(self) -> int:
        return (1 << len(self.keys)) - 1

    def of(self, keys: Iterable[int]) -> int:
        """The places of some rows, without those that are not offered."""
        size = len(self.keys)
        return places_as_bits(map(self.places.get, keys, repeat(size)), size + 1) & self.everything

    def left(self, chosen: Mapping[str, str], among: int) -> int:
        """What all choices leave of some places."""
        return reduce(and_, (self.sets[name].get(value, 0) for name, value in chosen.items()), among)

    def counts(self, name: str, chosen: Mapping[str, str], among: int) -> dict[str, int]:
        """How many rows each value of a filter would leave under the choices of all others, without zeros."""
        under = self.left({other: value for other, value in chosen.items() if other != name}, among)
        counted = {value: (places & under).bit_count() for value, places in self.sets[name].items()}
        return {value: number for value, number in counted.items() if number}

    def in_order(self, some: int, groups: Sequence[int] = ()) -> Iterator[int]:
        """The primary keys of some places, in order; those of the first group before those of the second."""
        return chain.from_iterable(compress(self.keys, _flags(some & group)) for group in groups or [some])


def _flags(some: int) -> bytes:
    """A byte of 0 or 1 for each place."""
    return f"{some:b}".encode().translate(AS_FLAGS)[::-1]
