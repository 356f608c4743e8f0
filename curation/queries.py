"""What somebody types into a search, as a query of the database. Pure.

Words are folded as texts are, see ``folding``. Marks of quotation make a phrase, ``or`` and a minus sign before a word
mean what they say. A word is found however it is put together: ``stand-up``, ``stand up`` and ``standup`` are one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from curation.folding import PARTICLES, chunks, fold

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″\uff02", '"'))
_PARTICLES = {word * 2: word for word in PARTICLES}
_AS_TYPED = _PARTICLES | {"itit": "it"}
# As in stand-ups, trade-offs and plug-ins.
_PLURALS = {f"{word}s": word * 2 for word in PARTICLES if word not in ("on", "no", "not")}
_PLURAL_OF = {word: plural for plural, word in _PLURALS.items()}
# What the database passes over, but for the particles. Nothing can rest on one of these.
COMMON = frozenset(
    """
    i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it
    its itself they them their theirs themselves what which who whom this that these those am is are was were be been
    being have has had having do does did doing a an the and but if or because as until while of at by for with about
    against between into through during before after above below to from under again further then once here there when
    where why how all any both each few more most other some such nor only own same so than too very s t can will just
    don should now
    """.split()  # noqa: SIM905 (so it can be read)
)
# What is shorter or longer than this is not taken apart where nobody knows the words there are.
_SHORTEST, _LONGEST = 5, 16
# A phrase of more words is only looked for as it stands.
_MOST_JOINED = 3

Known = Callable[[str], bool]


@dataclass(frozen=True)
class Word:
    """One typed word: where it stands and what it is folded to, mostly one word."""

    start: int
    end: int
    folded: tuple[str, ...]


@dataclass(frozen=True)
class Run:
    """Words that belong together: all between two operators, a phrase, or one word that is not wanted."""

    words: tuple[Word, ...]
    phrase: bool = False
    negated: bool = False

    @property
    def plain(self) -> bool:
        return not self.phrase and not self.negated

    @property
    def folded(self) -> tuple[str, ...]:
        return without_plural_particles([part for word in self.words for part in word.folded])


def parse(query: str) -> list[list[Run]]:
    """The alternatives of a query, each with the runs that it wants all of."""
    query = query.translate(_QUOTES)
    alternatives: list[list[Run]] = [[]]
    plain: list[Word] = []
    phrase: list[Word] = []
    quoted = negated = False

    def close() -> None:
        if plain:
            alternatives[-1].append(Run(tuple(plain)))
        plain.clear()

    place = 0
    for start, end, _ in (*chunks(query), (len(query), len(query), 0)):
        for at in range(place, start):
            if query[at] == '"':
                if quoted and phrase:
                    alternatives[-1].append(Run(tuple(phrase), phrase=True, negated=negated))
                if not quoted:
                    close()
                    negated = _is_minus(query, at - 1)
                phrase, quoted = [], not quoted
        place = end
        word = Word(start, end, tuple(fold(query[start:end]).split()))
        if not word.folded:
            continue
        if quoted:
            phrase.append(word)
        elif query[start:end].lower() == "or":
            close()
            alternatives.append([])
        elif _is_minus(query, start - 1):
            close()
            alternatives[-1].append(Run((word,), negated=True))
        else:
            plain.append(word)
    # A mark of quotation that is never closed counts as closed at the end.
    if phrase:
        alternatives[-1].append(Run(tuple(phrase), phrase=True, negated=negated))
    close()
    return [runs for runs in alternatives if runs]


def _is_minus(query: str, at: int) -> bool:
    return at >= 0 and query[at] == "-" and (at == 0 or query[at - 1].isspace())


def in_a_row(words: Sequence[str]) -> str:
    """One after another, as ``to_tsquery`` reads it. A particle behind a word may stand for many, as in *stand-ups*."""
    first, *others = words
    plurals = [f"({word} | {_PLURAL_OF[word]})" if word in _PLURAL_OF else word for word in others]
    return f"({' <-> '.join([first, *plurals])})" if others else first


def any_of(queries: Sequence[str]) -> str:
    different = list(dict.fromkeys(queries))
    return different[0] if len(different) == 1 else f"({' | '.join(different)})"


def all_of(queries: Sequence[str]) -> str:
    different = list(dict.fromkeys(queries))
    return different[0] if len(different) == 1 else f"({' & '.join(different)})"


def without_plural_particles(words: Sequence[str]) -> tuple[str, ...]:
    """*Stand ups* as *stand up*: a particle behind a word stands for one or many."""
    return tuple(_PLURALS.get(word, word) if place else word for place, word in enumerate(words))


def as_typed(words: Sequence[str]) -> str:
    """Folded words joined to one."""
    return "".join(_AS_TYPED.get(word, word) for word in words)


def joined(words: Sequence[str]) -> str:
    """Folded words written as one."""
    return fold(as_typed(words))


def spellings(words: Sequence[str], at: int) -> str:
    """A word however it is put together: as it is, joined with one beside it, or taken apart."""
    pairs = [words[max(0, first) : first + 2] for first in (at - 1, at)]
    found = [words[at], *(joined(pair) for pair in pairs if len(pair) == 2 and not COMMON.intersection(pair))]
    return any_of([*found, *map(in_a_row, taken_apart(words[at]))])


def taken_apart(word: str, known: Known | None = None) -> Iterator[tuple[str, str]]:
    """The pairs of words that one could be made of, with ``known`` only those that it knows."""
    if known is None and not _SHORTEST <= len(word) <= _LONGEST:
        return
    for place in range(2, len(word) - 1):
        first, second = fold(word[:place]), fold(word[place:])
        if {first, second} & COMMON:
            continue
        if known is None or (known(first) and known(second)):
            yield first, second


def is_particle(word: str) -> bool:
    return word in _PARTICLES


def has_content(word: str) -> bool:
    return word not in _PARTICLES and word not in COMMON


def phrases(words: Sequence[str]) -> str:
    """Some words in a row, also with any of them joined."""
    if len(words) > _MOST_JOINED:
        return in_a_row(words)
    ways = [list(words)]
    for first, _ in pairwise(range(len(words))):
        ways.append([*words[:first], joined(words[first : first + 2]), *words[first + 2 :]])
    ways.append([joined(words)])
    return any_of([in_a_row(way) for way in ways])


def rests_on_particle(words: Sequence[str]) -> bool:
    """Whether little more than a particle tells what is meant, as in *on call*, *say no* or *one on one*: then it has
    to be there.
    """
    others = {word for word in words if not is_particle(word)}
    return (
        len(words) <= _MOST_JOINED
        and any(map(is_particle, words))
        and len(others) == 1
        and all(map(has_content, others))
    )


@dataclass(frozen=True)
class Wanted:
    """A query where nothing is known of the words there are. ``else_`` is what is left if nothing has ``all_``."""

    all_: str
    else_: str
    in_a_row: str

    @property
    def any_(self) -> str:
        """Whatever of it can be found: to mark, and to tell the best."""
        return " | ".join(dict.fromkeys(part for part in (self.in_a_row, self.all_, self.else_) if part))

    @classmethod
    def by(cls, query: str) -> "Wanted":
        every, rest, rows = [], [], []
        for runs in parse(query):
            parts: list[tuple[str, str]] = []
            for run in runs:
                words = run.folded
                if not run.plain:
                    parts += [(f"{'!' if run.negated else ''}{in_a_row(words)}",) * 2]
                    continue
                loose = [spellings(words, at) for at, word in enumerate(words) if has_content(word)]
                if loose:
                    parts.append((phrases(words) if rests_on_particle(words) else all_of(loose), all_of(loose)))
            if parts:
                every.append(all_of([strict for strict, _ in parts]))
                rest.append(all_of([loose for _, loose in parts]))
            rows += [in_a_row(run.folded) for run in runs if not run.negated]
        return cls(" | ".join(every), " | ".join(rest), " | ".join(rows))
