"""Whether what somebody recorded speaks for a milestone, and in which words. A question to ask, never a state. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

HAVE, FIRST = "have", "first"
# Of the rows behind one number, so many are named; the rest is a number.
MOST_NAMED = 3


class Ground(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def on(self) -> date | None: ...


class Count(Protocol):
    @property
    def number(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def grounds(self) -> tuple[Ground, ...]: ...


@dataclass(frozen=True, slots=True)
class Rule:
    """One sign as it is judged. ``general`` ones belong to every milestone, each a way of its own.

    ``position`` is its place among all signs.
    """

    fact: str
    at_least: int
    means: str = HAVE
    way: int = 1
    which: str = ""
    general: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One number in words, and the rows behind it: the newest by name, of the others how many."""

    text: str
    rows: tuple[tuple[str, str], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Have:
    """What speaks for a milestone.

    ``since`` is the day on which it was all there, if the rows know days; ``soonest`` the first of their days, and of
    what.
    """

    lines: tuple[Line, ...]
    since: date | None = None
    soonest: tuple[date, str] | None = None

    @property
    def reason(self) -> str:
        return " and ".join(line.text for line in self.lines)


def judge(rules: Iterable[Rule], count: Callable[[Rule], Count], *, means: str = HAVE) -> Have | None:
    """The first way of which all rules hold, those of the milestone itself before general ones; ``None`` if none does.

    ``count`` says what there is of what a rule counts.
    """
    ways: dict[tuple[bool, int, int], list[Rule]] = {}
    for place, rule in enumerate(rules):
        if rule.means == means:
            ways.setdefault((rule.general, rule.way, place if rule.general else 0), []).append(rule)
    for _, members in sorted(ways.items(), key=lambda way: way[0]):
        found = []
        for rule in members:
            here = count(rule)
            if here.number < rule.at_least:
                break
            found.append((rule, here))
        else:
            days = [(ground.on, ground.name) for _, here in found for ground in here.grounds if ground.on]
            return Have(tuple(_line(here) for _, here in found), _since(found), min(days, default=None))
    return None


def coming(have: Have, *, today: date) -> str:
    """What is coming, as the reason to take something up first: who and when, or the number where no day is known."""
    if have.soonest is None:
        return have.reason
    on, name = have.soonest
    left = (on - today).days
    when = {0: "today", 1: "tomorrow"}.get(left, f"in {left} days")
    return f"{name} on {on:%A, %B} {on.day}, {when}"


def _line(count: Count) -> Line:
    named = dict.fromkeys((ground.name, ground.url) for ground in count.grounds)
    rows = tuple(named)[:MOST_NAMED]
    return Line(count.text, rows, len(named) - len(rows))


def _since(found: list[tuple[Rule, Count]]) -> date | None:
    """The day on which the last of the numbers was reached, ``None`` if one of the rows it takes has no day.

    Where the number is not that of the rows (hours, distinct names), it was there with the newest of them.
    """
    days = []
    for rule, count in found:
        known = sorted(ground.on for ground in count.grounds if ground.on)
        if not known or len(known) < len(count.grounds):
            return None
        days.append(known[rule.at_least - 1] if count.number == len(known) else known[-1])
    return max(days)
