"""Every count, share and state shown for a learner, and which milestone is next. Plain arithmetic on plain facts.

What is counted (rule R1, product.md): a step's required milestones as they stood when the learner first touched the
step, and any other the learner touched since. A milestone added later is *new* and stands beside the count until the
learner starts it; one that is retired later stays in the count as *no longer asked for*. So no edit of the content
moves a learner's figures.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

TODO, DOING, DONE, SKIPPED = "todo", "doing", "done", "skipped"
NEW, NO_LONGER_ASKED = "new", "no longer asked for"
NOT_STARTED, UNDER_WAY, STEP_DONE = "not started", "under way", "done"


@dataclass(frozen=True, slots=True)
class MilestoneFacts:
    """What counting needs to know of a milestone. Listed in the order of the roadmap."""

    key: int
    step: int
    required: bool
    published_at: datetime
    retired_at: datetime | None = None
    prerequisites: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ProgressFacts:
    """Where the learner stands with one milestone, and when they first touched it."""

    state: str
    began_at: datetime


@dataclass(frozen=True, slots=True)
class StepProgress:
    """The figures of one step, or of the whole roadmap. All are counts of milestones; percent is 0 to 100."""

    done: int = 0
    total: int = 0
    doing: int = 0
    skipped: int = 0
    no_longer_asked: int = 0
    new: int = 0
    optional_done: int = 0
    optional_total: int = 0
    optional_doing: int = 0

    @property
    def open(self) -> int:
        return self.total - self.done - self.skipped - self.no_longer_asked

    @property
    def percent(self) -> int:
        """Whole percent of required milestones done, rounded down, so 100 means all of them."""
        return self.done * 100 // self.total if self.total else 0

    @property
    def state(self) -> str:
        if self.total and self.open == 0 and self.done:
            return STEP_DONE
        if self.done or self.doing or self.skipped or self.optional_done or self.optional_doing:
            return UNDER_WAY
        return NOT_STARTED

    @property
    def count(self) -> str:
        return f"{self.done} of {self.total}"


@dataclass(frozen=True, slots=True)
class NextMilestone:
    """The milestone to take up next, and why, as short phrases in reading order."""

    key: int
    reasons: tuple[str, ...]


def step_progress(
    milestones: Iterable[MilestoneFacts], progress: Mapping[int, ProgressFacts]
) -> dict[int, StepProgress]:
    """The figures of every step that has milestones, by step number."""
    steps: dict[int, list[MilestoneFacts]] = {}
    for milestone in milestones:
        steps.setdefault(milestone.step, []).append(milestone)
    return {step: _count(members, progress) for step, members in steps.items()}


def overall(steps: Iterable[StepProgress]) -> StepProgress:
    """All steps added up."""
    steps = list(steps)
    return StepProgress(*(sum(getattr(step, name) for step in steps) for name in StepProgress.__dataclass_fields__))


def step_began_at(milestones: Iterable[MilestoneFacts], progress: Mapping[int, ProgressFacts]) -> dict[int, datetime]:
    """When the learner first touched each step, for the steps they touched."""
    began: dict[int, datetime] = {}
    for milestone in milestones:
        facts = progress.get(milestone.key)
        if facts and (milestone.step not in began or facts.began_at < began[milestone.step]):
            began[milestone.step] = facts.began_at
    return began


def place(milestone: MilestoneFacts, facts: ProgressFacts | None, began_at: datetime | None) -> str | None:
    """How the milestone stands in the learner's list, or ``None`` if it is not in it.

    ``began_at`` is when the learner first touched the step. One of the four states, ``NEW`` or ``NO_LONGER_ASKED``.
    """
    retired_at = milestone.retired_at
    if facts is not None:
        return NO_LONGER_ASKED if retired_at and facts.state in (TODO, DOING) else facts.state
    if retired_at is None:
        return NEW if began_at is not None and milestone.published_at > began_at else TODO
    in_plan = began_at is not None and milestone.published_at <= began_at < retired_at
    return NO_LONGER_ASKED if in_plan else None


def _count(milestones: Sequence[MilestoneFacts], progress: Mapping[int, ProgressFacts]) -> StepProgress:
    began_at = step_began_at(milestones, progress).get(milestones[0].step)
    required: Counter[str | None] = Counter()
    optional: Counter[str | None] = Counter()
    for milestone in milestones:
        counter = required if milestone.required else optional
        counter[place(milestone, progress.get(milestone.key), began_at)] += 1
    counted = (TODO, DOING, DONE, SKIPPED, NO_LONGER_ASKED)
    return StepProgress(
        done=required[DONE],
        total=sum(required[name] for name in counted),
        doing=required[DOING],
        skipped=required[SKIPPED],
        no_longer_asked=required[NO_LONGER_ASKED],
        new=required[NEW],
        optional_done=optional[DONE],
        optional_total=sum(optional[name] for name in counted),
        optional_doing=optional[DOING],
    )


def next_milestone(milestones: Sequence[MilestoneFacts], progress: Mapping[int, ProgressFacts]) -> NextMilestone | None:
    """The one milestone to take up next, or ``None`` when nothing is left to do.

    Required before optional; prerequisites settled (done, skipped or retired) before open ones; a step under way before
    one not started; then the order of the roadmap. What is already under way comes only when nothing else is left.
    """
    steps = step_progress(milestones, progress)
    settled = {
        milestone.key
        for milestone in milestones
        if milestone.retired_at is not None
        or (milestone.key in progress and progress[milestone.key].state in (DONE, SKIPPED))
    }
    best: tuple[tuple[bool | int, ...], MilestoneFacts] | None = None
    for place, milestone in enumerate(milestones):
        facts = progress.get(milestone.key)
        if milestone.key in settled:
            continue
        rank = (
            facts is not None and facts.state == DOING,
            not milestone.required,
            not milestone.prerequisites <= settled,
            steps[milestone.step].state != UNDER_WAY,
            place,
        )
        if best is None or rank < best[0]:
            best = (rank, milestone)
    if best is None:
        return None
    return NextMilestone(best[1].key, _reasons(best[1], progress, settled, steps))


def _reasons(
    milestone: MilestoneFacts,
    progress: Mapping[int, ProgressFacts],
    settled: set[int],
    steps: Mapping[int, StepProgress],
) -> tuple[str, ...]:
    facts = progress.get(milestone.key)
    if facts is not None and facts.state == DOING:
        return ("everything else is settled", "you have started this one")
    reasons = ["required" if milestone.required else "optional, and all required ones are settled or under way"]
    if not milestone.prerequisites:
        reasons.append("nothing has to come before it")
    elif milestone.prerequisites <= settled:
        reasons.append("its prerequisites are done")
    else:
        reasons.append("what should come before it is under way")
    state = steps[milestone.step].state
    if state == UNDER_WAY:
        reasons.append(f"step {milestone.step} is under way")
    elif state == NOT_STARTED:
        reasons.append(f"step {milestone.step} comes next on the line")
    else:
        reasons.append(f"it is new in step {milestone.step}")
    return tuple(reasons)
