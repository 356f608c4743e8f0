"""Places by what people call them: whole names first, then what begins so, then what is spelled nearly so."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

MOST_FOUND = 10
# What is shorter than this is looked for as it stands: one letter changed makes any word of any other.
SHORTEST = 4
# How well a name fits, the best first.
WHOLE, BEGUN, INSIDE, NEARLY = range(4)


@dataclass(frozen=True)
class Known:
    """A place that can be found: ``slug``, what it is called, what it lies in, and all names that find it.

    Among equals a country comes before its states and those before areas (``depth``), and where more people work
    (``people``) before where fewer do. ``states`` are the postal codes that an area reaches into.
    """

    slug: str
    name: str
    official: str
    within: str
    names: tuple[str, ...]
    depth: int
    people: int = 0
    states: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """A place and how well it fits what was asked."""

    place: Known
    fit: int


def names_of(name: str, official: str, within: str, also: str, code: str) -> tuple[str, ...]:
    """All names that find a place: its own, each city of its official name, what else people say, its postal code."""
    title, _, states = official.partition(", ")
    cities = [] if "nonmetropolitan area" in title else re.split(r"--?|/", title)
    postal = [code[3:]] if re.fullmatch(r"US-[A-Z]{2}", code) else []
    tails = [f"{city} {state}" for city in (name, *cities) for state in states.split("-") if city and state]
    said = (name, f"{name} {within}", official, title, *cities, *tails, *also.splitlines(), *postal)
    return tuple(dict.fromkeys(folded for one in said if (folded := fold(one))))


def states_of(official: str) -> tuple[str, ...]:
    """The postal codes of the states that an area reaches into: ``DC``, ``VA``, ``MD`` and ``WV`` for Washington."""
    return tuple(official.rpartition(", ")[2].split("-")) if re.search(r", [A-Z]{2}(-[A-Z]{2})*$", official) else ()


def fold(text: str) -> str:
    """Small letters and figures without accents, words apart by one space: ``St. Louis, MO`` is ``st louis mo``."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", plain.casefold().replace(".", "").replace("'", "").replace("\u2019", "")))


@dataclass(frozen=True)
class Finder:
    """Every place there is. What is worked out once serves every search."""

    places: Sequence[Known]

    @cached_property
    def by_name(self) -> dict[str, list[Known]]:
        found: dict[str, list[Known]] = {}
        for place in self.places:
            for name in place.names:
                found.setdefault(name, []).append(place)
        return found

    @cached_property
    def by_slug(self) -> dict[str, Known]:
        return {place.slug: place for place in self.places}

    def find(self, asked: str, most: int = MOST_FOUND) -> list[Found]:
        """The places that fit, the best first; ``asked`` may also name a state: ``Portland, ME``."""
        texts = _ways_to_say(fold(asked))
        best: dict[str, Found] = {}
        for fit, names in self._fitting(texts) if texts else ():
            for place in (place for name in names for place in self.by_name[name]):
                best.setdefault(place.slug, Found(place, fit))
        return sorted(best.values(), key=_order)[:most]

    def nearest(self, asked: str, most: int = MOST_FOUND) -> list[Known]:
        """The places that may be meant: those of this very name, or without one all that fit."""
        found = self.find(asked, most)
        return [one.place for one in [one for one in found if one.fit == WHOLE] or found]

    def is_called(self, asked: str) -> bool:
        """Whether any place has this very name."""
        return any(one.fit == WHOLE for one in self.find(asked, most=1))

    def chosen(self, asked: str) -> Known | None:
        """The one place that is meant: its slug, the only one of this name, or the state that shares it with areas."""
        if asked in self.by_slug:
            return self.by_slug[asked]
        whole = [one.place for one in self.find(asked) if one.fit == WHOLE]
        if len(whole) == 1 or (whole and fold(whole[0].name) == fold(asked) and whole[0].depth < whole[1].depth):
            return whole[0]
        return None

    def _fitting(self, texts: list[str]) -> Iterator[tuple[int, list[str]]]:
        yield WHOLE, [text for text in texts if text in self.by_name]
        yield BEGUN, [name for name in self.by_name if name.startswith(texts[-1])]
        words = texts[-1].split()
        yield INSIDE, [name for name in self.by_name if all(f" {word}" in f" {name}" for word in words)]
        if len(texts[-1]) >= SHORTEST:
            errors = 1 if len(texts[-1]) < 6 else 2
            # Two letters that changed places count as one error.
            near = process.extract(
                texts[-1], list(self.by_name), scorer=OSA.distance, score_cutoff=errors, limit=MOST_FOUND
            )
            yield NEARLY, [name for name, _, _ in near]


def _order(one: Found) -> tuple[int, int, int, str, str]:
    place = one.place
    return one.fit, place.depth, -place.people, place.name, place.slug


def _ways_to_say(text: str) -> list[str]:
    """As it was asked, and without what people add to a place: ``the dallas metro area`` is ``dallas``."""
    short = re.sub(r"^(the|greater) (?=.)|(?<=.) (metro|metropolitan)( area)?$|(?<=.) area$", "", text)
    return [way for way in dict.fromkeys((text, re.sub("^the ", "", text), short)) if way]
