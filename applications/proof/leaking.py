"""Where applications end: how many were answered, interviewed and offered, by what they have in common. Pure.

Only the learner's own figures, beside nobody else's: there is no benchmark that fits one person's search. Below ten
applications a group says that there is not enough data.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

LEAST_APPLICATIONS = 10

# How far an application came at least, by a stage that it has been in. A rejection is an answer; a decline follows an
# offer; whoever withdrew, or whose role was closed, may have done so at any time.
APPLIED, ANSWERED, INTERVIEWED, OFFERED = 1, 2, 3, 4
REACHED = {
    "applied": APPLIED,
    "no_answer": APPLIED,
    "rejected": ANSWERED,
    "screening": ANSWERED,
    "rounds": INTERVIEWED,
    "offer": OFFERED,
    "accepted": OFFERED,
    "declined": OFFERED,
}
# The stages in which an application stays for a while, in order.
STAYS = ("saved", "applied", "screening", "rounds", "offer")

ALL_MET, HALF_MET, FEWER_MET, NOTHING_ASKED = "all", "half", "fewer", "nothing"
BANDS = (ALL_MET, HALF_MET, FEWER_MET, NOTHING_ASKED)


@dataclass(frozen=True)
class Came:
    """An application came to a stage on a day."""

    stage: str
    on: date


@dataclass(frozen=True)
class Journey:
    """One application: its stages in the order in which they were recorded, without what was undone.

    ``source`` is where the posting came from and ``resume`` the version that was sent, by name, empty where it is not
    known; ``met`` of the ``required`` rows were met with evidence.
    """

    stages: tuple[Came, ...]
    source: str = ""
    resume: str = ""
    met: int = 0
    required: int = 0

    @property
    def reached(self) -> int:
        """How far it came: one of ``APPLIED`` to ``OFFERED``, or 0 if nothing was sent."""
        return max((REACHED.get(came.stage, 0) for came in self.stages), default=0)

    @property
    def band(self) -> str:
        """How many of its required rows were met: all, half or more, fewer, or nothing was asked."""
        if not self.required:
            return NOTHING_ASKED
        if self.met >= self.required:
            return ALL_MET
        return HALF_MET if 2 * self.met >= self.required else FEWER_MET


@dataclass(frozen=True)
class Flow:
    """How many of a group of applications came how far. Each figure contains the next."""

    group: str
    applied: int
    answered: int
    interviewed: int
    offered: int

    @property
    def enough(self) -> bool:
        """Whether there are so many that the figures say anything."""
        return self.applied >= LEAST_APPLICATIONS


def flow(journeys: Iterable[Journey], group: str = "") -> Flow:
    """All applications as one group."""
    reached = [journey.reached for journey in journeys]
    figures = (sum(far >= least for far in reached) for least in (APPLIED, ANSWERED, INTERVIEWED, OFFERED))
    return Flow(group, *figures)


def by_source(journeys: Iterable[Journey]) -> list[Flow]:
    """One for each source of which something was applied for, the most used first; what is not known comes last."""
    return _by(journeys, lambda journey: journey.source)


def by_resume(journeys: Iterable[Journey]) -> list[Flow]:
    """One for each version of the resume that was sent, the most used first; what is not known comes last."""
    return _by(journeys, lambda journey: journey.resume)


def by_met(journeys: Iterable[Journey]) -> list[Flow]:
    """One for each of ``BANDS`` that has applications, in their order."""
    return sorted(_by(journeys, lambda journey: journey.band), key=lambda each: BANDS.index(each.group))


def _by(journeys: Iterable[Journey], group_of: Callable[[Journey], str]) -> list[Flow]:
    groups: defaultdict[str, list[Journey]] = defaultdict(list)
    for journey in journeys:
        groups[group_of(journey)].append(journey)
    flows = (flow(members, group) for group, members in groups.items())
    applied = (each for each in flows if each.applied)
    return sorted(applied, key=lambda each: (not each.group, -each.applied, each.group.casefold(), each.group))


@dataclass(frozen=True)
class Stay:
    """How long applications stayed in a stage that they have left: how many did, and the median of their days."""

    stage: str
    left: int
    days: float

    @property
    def enough(self) -> bool:
        return self.left >= LEAST_APPLICATIONS


def stays(journeys: Iterable[Journey]) -> list[Stay]:
    """The time in each of ``STAYS`` that any application has left, in order; one that is still there says nothing yet.

    A stage that an application came to twice counts with each stay; one that was recorded again while it lasted is one.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    for journey in journeys:
        for stage, days in _left(journey.stages):
            found[stage].append(days)
    return [Stay(stage, len(found[stage]), float(median(found[stage]))) for stage in STAYS if stage in found]


def _left(stages: Sequence[Came]) -> list[tuple[str, int]]:
    """Each stay that is over, with its days. Of one day's stages the one recorded first comes first."""
    in_order = sorted(stages, key=lambda came: came.on)
    begun = [came for at, came in enumerate(in_order) if not at or in_order[at - 1].stage != came.stage]
    return [(came.stage, (after.on - came.on).days) for came, after in pairwise(begun)]
