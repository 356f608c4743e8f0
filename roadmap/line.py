"""The line as geometry: how far each leg between two stations is filled, the bar of a step, and the same in words.

Pure.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from roadmap.progress import NOT_STARTED, STEP_DONE, UNDER_WAY, StepProgress

# The width of a bar, in the units of its drawing.
BAR = 100


@dataclass(frozen=True, slots=True)
class Leg:
    """The way from one station to the next: ``filled`` percent of it is behind the reader.

    One that is not ``begun`` has neither of its stations begun: it is drawn broken.
    """

    filled: int = 0
    begun: bool = False


def legs(steps: Sequence[StepProgress]) -> list[Leg]:
    """One leg less than there are steps. A leg fills as the step that it leaves does."""
    return [
        Leg(here.percent, here.state != NOT_STARTED or there.state != NOT_STARTED) for here, there in pairwise(steps)
    ]


def line_in_words(steps: Iterable[StepProgress]) -> str:
    """How many steps are done, under way and not started."""
    states = Counter(step.state for step in steps)
    return ", ".join(
        f"{states[state]} {words}"
        for state, words in ((STEP_DONE, "done"), (UNDER_WAY, "under way"), (NOT_STARTED, "not started"))
        if states[state]
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar: what it stands for, where it begins and how wide it is, in ``BAR`` units."""

    kind: str
    at: float
    width: float


def bar(step: StepProgress) -> list[Piece]:
    """The required milestones of a step: done, under way, skipped; what is left is the ground of the bar."""
    pieces = []
    at = 0
    for kind, number in (("done", step.done), ("doing", step.doing), ("skipped", step.skipped + step.no_longer_asked)):
        if number:
            pieces.append(Piece(kind, round(at * BAR / step.total, 2), round(number * BAR / step.total, 2)))
            at += number
    return pieces


def in_counts(step: StepProgress, *, tracked: bool) -> str:
    """“10 required, 2 optional”, for somebody who is under way with how many of them are done."""
    required, optional = f"{step.total} required", f"{step.optional_total} optional"
    if tracked:
        required = f"{step.done} of {required}"
        optional = f"{step.optional_done} of {optional}"
    return f"{required}, {optional}" if step.optional_total else required
