"""The bank as it stands on a shelf: its questions by slug, what people read, and what searches need.

Pure.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from curation.shelf import Shelf
from interviews.bank.synonyms import Synonyms

# Each takes up to a bit for every question, and the primary keys of what is put best first.
MOST_SEARCHES = 100


@dataclass(frozen=True)
class BankShelf(Shelf):
    """The offered questions in their order.

    ``labels`` has what people read for a value of a filter. ``words`` says in how many questions a word stands as
    searches read it, ``synonyms`` which mean the same. ``searches`` is what the last searches found in it.
    """

    slugs: Sequence[str]
    labels: Mapping[str, Mapping[str, str]]
    words: Mapping[str, int]
    synonyms: Synonyms = field(default_factory=Synonyms)
    searches: dict[Hashable, Any] = field(default_factory=dict, compare=False)

    @cached_property
    def places_by_slug(self) -> dict[str, int]:
        return {slug: place for place, slug in enumerate(self.slugs)}

    def knows(self, name: str, value: str) -> bool:
        """Whether there is such a choice, also if it is no longer offered."""
        return value in self.labels[name] or value in self.labels.get(f"retired {name}", {})

    def keep_search(self, search: Hashable, found: Any) -> None:
        """Keep what a search found, in place of the one that has been kept longest if there are too many."""
        if len(self.searches) >= MOST_SEARCHES:
            self.searches.pop(next(iter(self.searches)), None)
        self.searches[search] = found

    def beside(self, some: int, place: int, groups: Sequence[int] = ()) -> tuple[str, str]:
        """The slugs of the last of some places before ``place`` in that order, and of the first after it."""
        groups = groups or [self.everything]
        own = next(number for number, group in enumerate(groups) if group >> place & 1)
        before = [group & some for group in groups[:own]] + [groups[own] & some & ((1 << place) - 1)]
        after = [groups[own] & some & (-2 << place)] + [group & some for group in groups[own + 1 :]]
        last = next((part.bit_length() - 1 for part in reversed(before) if part), None)
        first = next(((part & -part).bit_length() - 1 for part in after if part), None)
        return "" if last is None else self.slugs[last], "" if first is None else self.slugs[first]
