"""Whether publishing would move a figure of any learner's: said before it happens, and in bands.

The rooms that count for learners say what they count, and of which tables. A figure is looked at only if what it rests
on has changed, so that most edits cost nothing.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from curation.used import band

# Of more learners than this nobody waits for the figures: those who came last are looked at, which is said.
MOST_LEARNERS = 300


@dataclass(frozen=True)
class Measure:
    """What is counted, in words that a number of people can follow; the tables whose rows it rests on.

    ``rests_on`` gives what of a row matters, by its primary key, of none if it is still to be. ``figures`` gives the
    figure of each learner, of ``MOST_LEARNERS`` at most, by the learner's primary key.
    """

    name: str
    tables: tuple[type[Model], ...]
    rests_on: Callable[[type[Model], int | None], Hashable]
    figures: Callable[[Any], Mapping[int, Hashable]]


_measures: dict[str, Measure] = {}


def offer(measure: Measure) -> None:
    """Have a figure looked at before content is published. To be called in ``AppConfig.ready``; twice is once."""
    _measures[measure.name] = measure


def measures_of(table: type[Model]) -> list[Measure]:
    return [measure for measure in _measures.values() if table in measure.tables]


def sentence(name: str, before: Mapping[int, Hashable], after: Mapping[int, Hashable]) -> str:
    """How many people's figure would move, or nothing if nobody's would."""
    moved = sum(before.get(learner) != after.get(learner) for learner in before.keys() | after.keys())
    if not moved:
        return ""
    among = f", of the {MOST_LEARNERS} who came last" if max(len(before), len(after)) >= MOST_LEARNERS else ""
    return f"{name} would change for {band(moved)} people{among}."
