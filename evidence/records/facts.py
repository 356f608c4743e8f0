"""What of a learner's rows a rule can count. Each room offers its rows, and the facts that they make.

A fact never decides anything: it says how many there are and names the rows that it counted (rule R13).
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Protocol

from accounts.models import User
from curation.prepared import prepared
from keeping.latest import Latest

# Of one table, the newest so many are looked at: no rule asks for more than a few dozen.
MOST_ROWS = 300


@dataclass(frozen=True, slots=True)
class Ground:
    """A row that something rests on: what it is called, where it is, and the day it stands for, if it has one."""

    name: str
    url: str
    on: date | None = None

    def ground(self) -> "Ground":
        return self


@dataclass(frozen=True, slots=True)
class Ask:
    """What a rule asks about: the ``day`` it is, ``which`` slugs it names, and the milestone it belongs to.

    ``lines`` is how long the checklist of that milestone is.
    """

    day: date
    which: tuple[str, ...] = ()
    milestone: int = 0
    lines: int = 0


class Countable(Protocol):
    """A row as a source has it."""

    def ground(self) -> Ground: ...


@dataclass(frozen=True)
class Count:
    """How many there are, in words too, and the rows behind the number."""

    number: int
    text: str
    rows: Sequence[Countable]

    @cached_property
    def grounds(self) -> tuple[Ground, ...]:
        """Of most rules nobody asks: where something is missing, the rows that are there are not named."""
        return tuple(row.ground() for row in self.rows)


def _every(row: Any, ask: Ask) -> bool:
    return True


def _each(rows: Sequence[Any], ask: Ask) -> int:
    return len(rows)


@dataclass(frozen=True)
class Fact:
    """Something that can be counted. ``one`` and ``many`` say it, with ``{}`` for the number.

    ``picks`` chooses among the rows of the ``source``; ``amount`` is what those come to, else how many they are.
    ``which`` says what the slugs are that a rule can name with it, empty if it names none.
    """

    source: str
    one: str
    many: str
    picks: Callable[[Any, Ask], bool] = _every
    amount: Callable[[Sequence[Any], Ask], int] = _each
    which: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """The sources whose rows it counts."""
        return (self.source,)

    def count(self, rows: Mapping[str, Sequence[Any]], ask: Ask) -> Count:
        """``rows`` are those of each source, the newest first."""
        picked = [row for row in rows[self.source] if self.picks(row, ask)]
        number = self.amount(picked, ask)
        text = (self.one if number == 1 else self.many).format(number)
        return Count(number, text, picked)


# The rows of a table as values, by a name of their own, each for the user of the query around it; and what can be
# counted in them, by slug.
SOURCES: dict[str, Callable[[], Any]] = {}
FACTS: dict[str, Fact] = {}


def offer(sources: Mapping[str, Callable[[], Any]], facts: Mapping[str, Fact]) -> None:
    """To be called by each room at the start. Twice is once; raises ``ValueError`` if a name means two things."""
    for known, offered in ((SOURCES, sources), (FACTS, facts)):
        if twice := [name for name in offered if known.get(name, offered[name]) is not offered[name]]:
            raise ValueError(f"Offered twice: {', '.join(sorted(twice))}")
    SOURCES.update(sources)
    FACTS.update(facts)


@prepared
def _of_learner(user: User, names: tuple[str, ...]) -> Any:
    return User.objects.filter(pk=user.pk).values_list(*(SOURCES[name]() for name in names))


# The rows of so many learners are kept in the process.
MOST_KEPT = 200
_kept: Latest[Mapping[str, list[Any]]] = Latest(MOST_KEPT)


def load_rows(user: User, names: Collection[str], *, edition: str) -> Mapping[str, list[Any]]:
    """A learner's rows of those sources, in one query, and in none while the ``keeping.edition`` is the same."""
    wanted = tuple(sorted(set(names)))
    if not wanted or user.is_nobody:
        return {name: [] for name in wanted}
    # A database that is made anew gives the same keys to others.
    key = (user.pk, user.date_joined, wanted)
    rows = _kept.get(key, edition)
    if rows is None:
        [values] = _of_learner(user, wanted)
        rows = dict(zip(wanted, values, strict=True))
        _kept.put(key, edition, rows)
    return rows
