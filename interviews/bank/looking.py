"""What a search of the bank looks for, as queries of the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from curation.folding import fold
from curation.queries import (
    COMMON,
    Run,
    all_of,
    any_of,
    has_content,
    in_a_row,
    joined,
    parse,
    phrases,
    rests_on_particle,
    taken_apart,
)
from interviews.bank.spelling import is_known, parts_of
from interviews.bank.synonyms import Found, Synonyms, key_of


@dataclass(frozen=True)
class Part:
    """A piece of a query, and what it becomes if it holds a ``term`` that no question has: both also ``plain``, which
    is without what means the same, which ``also`` and ``better_also`` name. ``typed`` is the place of the piece of the
    search that can be set right.
    """

    full: str
    better: str
    plain: str
    better_plain: str
    also: tuple[str, ...] = ()
    better_also: tuple[str, ...] = ()
    term: bool = False
    typed: int | None = None

    @classmethod
    def operator(cls, text: str) -> "Part":
        return cls(text, text, text, text)


@dataclass(frozen=True)
class Search:
    """``whole`` is what is looked for first, with what means the same.

    ``parts`` together are what is looked for if nothing has ``whole``. What has the words ``in_a_row`` is better.
    ``typed`` are the pieces of the search as it was typed, each with what it becomes if it is set right. ``terms`` are
    the keys of the terms that it has itself. ``looser`` says that the parts pass over a word that ``whole`` rests on.
    """

    whole: str
    in_a_row: str
    parts: tuple[Part, ...]
    typed: tuple[tuple[str, str], ...]
    terms: frozenset[str] = frozenset()
    looser: bool = False

    @property
    def has_others(self) -> bool:
        """Whether anything is looked for beside the words themselves."""
        return any(part.full != part.plain or part.better != part.better_plain for part in self.parts)

    def set_right(self, lacking: Sequence[int]) -> str:
        """The search as it was typed, but for the parts, counted from one, that no question has."""
        places = {self.parts[number - 1].typed for number in lacking}
        return "".join(better if place in places else typed for place, (typed, better) in enumerate(self.typed))

    def also(self, lacking: Sequence[int]) -> tuple[str, ...]:
        """What is looked for because it means the same, once the parts that no question has are set right."""
        terms = [
            term
            for number, part in enumerate(self.parts, start=1)
            for term in (part.better_also if number in lacking else part.also)
            if key_of(fold(term).split()) not in self.terms
        ]
        return tuple(dict.fromkeys(terms))


@dataclass(frozen=True)
class _Unit:
    """Some words of a run that are looked for together."""

    plain: str
    full: str
    also: tuple[str, ...] = ()
    better: "_Unit | None" = None
    typed: int | None = None
    term: str = ""

    def part(self) -> Part:
        better = self.better or self
        return Part(self.full, better.full, self.plain, better.plain, self.also, better.also, True, self.typed)


def search_for(query: str, known: Mapping[str, int], synonyms: Synonyms) -> Search:
    """``known`` says how many questions have a word."""
    typed = parts_of(query, known, synonyms.words)
    ends, at = [], 0
    for part, _ in typed:
        at += len(part)
        ends.append(at)

    def place(start: int) -> int:
        return next(number for number, end in enumerate(ends) if start < end)

    whole: list[str] = []
    rows: list[str] = []
    parts: list[Part] = []
    terms: set[str] = set()
    looser = False
    for runs in parse(query):
        strict: list[str] = []
        row: list[str] = []
        for run in runs:
            words = run.folded
            if run.plain:
                units = _units(run, [place(word.start) for word in run.words], typed, known, synonyms)
            else:
                units = [_Unit(in_a_row(words), in_a_row(words))]
            if not units:
                continue
            sign = "!" if run.negated else ""
            terms |= {unit.term for unit in units if unit.term}
            for unit in units:
                between = " & " if strict or unit is not units[0] else " | " if parts else ""
                parts.append(Part.operator(f"{between}{sign}"))
                parts.append(unit.part())
            same = len({unit.plain for unit in units}) == 1
            if run.plain and same and not units[0].also and rests_on_particle(words):
                units = [_Unit(phrases(words), phrases(words))]
                looser = True
            strict += [f"{sign}{unit.full}" for unit in units]
            row += [] if run.negated or len(words) < 2 else [in_a_row(words)]
        if strict:
            whole.append(all_of(strict))
            rows += row
    return Search(
        " | ".join(whole),
        " | ".join(rows),
        tuple(part for part in parts if part.full),
        tuple(typed),
        frozenset(terms),
        looser,
    )


def _units(
    run: Run, places: list[int], typed: list[tuple[str, str]], known: Mapping[str, int], synonyms: Synonyms
) -> list[_Unit]:
    words = run.folded
    part_of = [place for word, place in zip(run.words, places, strict=True) for _ in word.folded]
    units = []
    first = 0
    while first < len(words):
        found = synonyms.at(words, first)
        pair = words[first : first + 2]
        if found:
            beyond, unit = found.beyond, _term(found, known)
        elif len(pair) == 2 and not COMMON.intersection(pair) and is_known(joined(pair), known):
            beyond, unit = first + 2, _Unit(*2 * (any_of([joined(pair), in_a_row(pair)]),))
        else:
            beyond = next((at for at in range(first, len(words)) if part_of[at] != part_of[first]), len(words))
            unit = _mended(words[first:beyond], *typed[part_of[first]], part_of[first], known, synonyms)
        units += [unit] if unit else []
        first = beyond
    return units


def _mended(
    words: Sequence[str], typed: str, better: str, place: int, known: Mapping[str, int], synonyms: Synonyms
) -> _Unit | None:
    """Words that are looked for as they are, with what they become if no question has them."""
    unit = _unit(words, known)
    if unit is None or better == typed:
        return unit
    right = fold(better).split()
    found = synonyms.at(right, 0)
    mended = _term(found, known) if found and found.beyond == len(right) else _unit(right, known)
    return replace(unit, better=mended, typed=place) if mended else unit


def _term(found: Found, known: Mapping[str, int]) -> _Unit | None:
    """A term of the trade in a row, or one that means the same; or else all of its words."""
    words = _unit(found.words, known)
    plain = phrases(found.words) if len(found.words) > 1 or words is None else words.plain
    full = any_of([plain, *(phrases(fold(term).split()) for term in found.others)])
    better = words if len(found.words) > 1 else None
    return _Unit(plain, full, found.others, better=better, term=key_of(found.words))


def _unit(words: Sequence[str], known: Mapping[str, int]) -> _Unit | None:
    """Words that all have to be there."""
    content = [word for word in words if has_content(word)]
    apart = [taken_apart(word, lambda part: is_known(part, known)) for word in content]
    if not content:
        return None
    plain = all_of([any_of([word, *map(in_a_row, pairs)]) for word, pairs in zip(content, apart, strict=True)])
    return _Unit(plain, plain)
