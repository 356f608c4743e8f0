"""Every count, share and state shown for a learner, and which milestone is next. Plain arithmetic on plain facts.

What is counted (rule R1, product.md) is frozen for each learner: the milestones of each step, and whether each was
required, as they stood when the learner first touched the step, for a step not touched yet as they stood when the
learner began at all. A milestone added later is *new* and stands beside the count until the learner touches it; one
that is retired later stays in the count as *no longer asked for*, and if it is brought back it is *new* as well. One
that moves to another step, or is required no longer, counts on where and as it did. So no edit of the content moves a
learner's figures.

Pure.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

TODO, DOING, DONE, SKIPPED = "todo", "doing", "done", "skipped"
NEW, NO_LONGER_ASKED = "new", "no longer asked for"
# Where a milestone stands that may have been done without the learner having said so.
OPEN = (TODO, NEW, DOING)
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

    @property
    def offered_since(self) -> datetime | None:
        return None if self.retired_at else self.published_at


@dataclass(frozen=True, slots=True)
class CountedFacts:
    """As what one milestone is in a learner's count: in which step, whether required, and since when."""

    step: int
    required: bool
    since: datetime
    step_retired: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose figures they are: ``states`` of the milestones they touched, and what their count rests on.

    Of a reader who never touched anything ``counted`` is empty: the roadmap is theirs as it stands.
    """

    states: Mapping[int, str] = field(default_factory=dict)
    counted: Mapping[int, CountedFacts] = field(default_factory=dict)


VISITOR = Reader()


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


def as_counted(milestones: Iterable[MilestoneFacts], reader: Reader) -> list[MilestoneFacts]:
    """The milestones in the step, and required or not, as the reader's count has them."""
    if not reader.counted:
        return list(milestones)
    return [
        replace(milestone, step=counted.step, required=counted.required)
        if (counted := reader.counted.get(milestone.key))
        else milestone
        for milestone in milestones
    ]


def step_progress(milestones: Iterable[MilestoneFacts], reader: Reader) -> dict[int, StepProgress]:
    """The figures of every step that has milestones, by step number. The milestones are as ``as_counted`` has them."""
    steps: dict[int, list[MilestoneFacts]] = {}
    for milestone in milestones:
        steps.setdefault(milestone.step, []).append(milestone)
    return {step: _count(members, reader) for step, members in steps.items()}


def overall(steps: Iterable[StepProgress]) -> StepProgress:
    """All steps added up."""
    steps = list(steps)
    return StepProgress(*(sum(getattr(step, name) for step in steps) for name in StepProgress.__dataclass_fields__))


def place(milestone: MilestoneFacts, reader: Reader) -> str | None:
    """How the milestone stands in the reader's list, or ``None`` if it is not in it.

    One of the four states, ``NEW`` or ``NO_LONGER_ASKED``.
    """
    state = reader.states.get(milestone.key)
    if state is not None:
        return NO_LONGER_ASKED if milestone.retired_at and state in (TODO, DOING) else state
    counted = milestone.key in reader.counted
    if milestone.retired_at:
        return NO_LONGER_ASKED if counted else None
    if counted:
        return NEW if came_back(reader.counted[milestone.key], milestone.offered_since) else TODO
    return NEW if reader.counted else TODO


def came_back(counted: CountedFacts, offered_since: datetime | None) -> bool:
    """Whether a milestone that is offered now was retired, itself or with its step, since it was counted."""
    return offered_since is not None and (counted.step_retired or offered_since > counted.since)


def _count(milestones: Sequence[MilestoneFacts], reader: Reader) -> StepProgress:
    required: Counter[str | None] = Counter()
    optional: Counter[str | None] = Counter()
    for milestone in milestones:
        counter = required if milestone.required else optional
        where = place(milestone, reader)
        counted = reader.counted.get(milestone.key)
        if counted and where in (NEW, TODO, DOING) and came_back(counted, milestone.offered_since):
            # Open again, yet no learner's figures move: it stays in the count as what it was until they touch it.
            counter[NEW] += 1
            where = NO_LONGER_ASKED
        counter[where] += 1
    counted_as = (TODO, DOING, DONE, SKIPPED, NO_LONGER_ASKED)
    return StepProgress(
        done=required[DONE],
        total=sum(required[name] for name in counted_as),
        doing=required[DOING],
        skipped=required[SKIPPED],
        no_longer_asked=required[NO_LONGER_ASKED],
        new=required[NEW],
        optional_done=optional[DONE],
        optional_total=sum(optional[name] for name in counted_as),
        optional_doing=optional[DOING],
    )


def next_milestone(
    milestones: Sequence[MilestoneFacts],
    reader: Reader,
    *,
    have: Collection[int] = (),
    first: Mapping[int, str] | None = None,
) -> NextMilestone | None:
    """The one milestone to take up next, or ``None`` when nothing is left to do, of those ``as_counted`` has.

    What the reader seems to ``have`` already is not asked of them, and nothing waits for it. What is to be taken up
    ``first`` comes before everything else, with its reason, in its own order. Then required before optional;
    prerequisites settled (done, skipped or retired) before open ones; a step under way before one not started; then the
    order of the roadmap. What is already under way comes only when nothing else is left.
    """
    first = first or {}
    urgent = list(first)
    steps = step_progress(milestones, reader)
    settled = {
        milestone.key
        for milestone in milestones
        if milestone.retired_at is not None or reader.states.get(milestone.key) in (DONE, SKIPPED)
    }.union(have)
    best: tuple[tuple[bool | int, ...], MilestoneFacts] | None = None
    for place, milestone in enumerate(milestones):
        if milestone.key in settled:
            continue
        rank = (
            urgent.index(milestone.key) if milestone.key in first else len(urgent),
            reader.states.get(milestone.key) == DOING,
            not milestone.required,
            not milestone.prerequisites <= settled,
            steps[milestone.step].state != UNDER_WAY,
            place,
        )
        if best is None or rank < best[0]:
            best = (rank, milestone)
    if best is None:
        return None
    found = best[1]
    if found.key in first:
        started = ("you've started this one",) if reader.states.get(found.key) == DOING else ()
        return NextMilestone(found.key, (first[found.key], *started))
    return NextMilestone(found.key, _reasons(found, reader, settled, steps))


def _reasons(
    milestone: MilestoneFacts,
    reader: Reader,
    settled: set[int],
    steps: Mapping[int, StepProgress],
) -> tuple[str, ...]:
    if reader.states.get(milestone.key) == DOING:
        return ("everything else is settled", "you've started this one")
    reasons = ["it's required" if milestone.required else "all required ones are settled or under way"]
    if not milestone.prerequisites:
        reasons.append("you can start it now")
    elif milestone.prerequisites <= settled:
        reasons.append("what it builds on is behind you")
    else:
        reasons.append("what it builds on is under way")
    state = steps[milestone.step].state
    if state == UNDER_WAY:
        reasons.append(f"step {milestone.step} is under way")
    elif state == NOT_STARTED:
        reasons.append(f"step {milestone.step} is next")
    else:
        reasons.append(f"it is new in step {milestone.step}")
    return tuple(reasons)
