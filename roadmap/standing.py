"""Where one reader stands on the whole roadmap: a few queries, then the pure functions of ``roadmap.progress``."""

import math
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.functional import cached_property

from roadmap import progress
from roadmap.changes import Change, changes_between
from roadmap.models import Cost, CountedMilestone, Milestone, MilestoneProgress, MilestoneVersion, State, Step
from roadmap.progress import CountedFacts, MilestoneFacts, NextMilestone, Reader, StepProgress

RING = 2 * math.pi * 23  # the circumference of a ring of the radius that the template draws


@dataclass(slots=True)
class Station:
    """A step as one ring on the line."""

    number: int
    title: str
    tagline: str
    url: str
    figures: StepProgress
    tracked: bool

    @property
    def dash(self) -> str:
        """The filled part of the ring and the rest, in the units of its drawing."""
        return f"{RING * self.figures.percent / 100:.1f} {RING:.1f}"

    @property
    def count(self) -> str:
        figures = self.figures
        if not self.tracked:
            return f"{figures.total} milestones"
        return f"{figures.count}, {figures.state}"


@dataclass(frozen=True, slots=True)
class Row:
    """A milestone in a list, with its texts and addresses ready-made: hundreds of template tags less per page.

    ``kind`` names the mark that is drawn; ``label`` is the state in words, empty for a visitor. ``counts`` says as what
    it counts, if the roadmap has it differently by now.
    """

    key: int
    slug: str
    title: str
    url: str
    meta: str
    place: str
    kind: str
    label: str
    changed: bool = False
    act: str = ""
    act_label: str = ""
    target_on: date | None = None
    counts: str = ""


PLACE_LABELS: dict[str, str] = {
    **dict(State.choices),
    progress.NEW: "New",
    progress.NO_LONGER_ASKED: "No longer asked for",
}
COST_LABELS: dict[str, str] = {value: label.lower() for value, label in Cost.choices}
NEXT_ACT = {
    progress.TODO: ("start", "Start"),
    progress.NEW: ("start", "Start"),
    progress.DOING: ("done", "Done"),
    progress.SKIPPED: ("todo", "Put back"),
}


class Stop(NamedTuple):
    """A step as the line needs it, with its address."""

    pk: int
    slug: str
    title: str
    tagline: str
    number: int
    retired_at: datetime | None
    url: str


class Listed(NamedTuple):
    """A milestone as the lists need it."""

    step_id: int
    pk: int
    slug: str
    title: str
    required: bool
    cost: str
    effort_min: int
    effort_max: int
    published_at: datetime
    retired_at: datetime | None
    version_number: int


class Standing:
    """The steps, their milestones in order, and the reader's own rows (none for a visitor)."""

    def __init__(self, user: AbstractBaseUser | AnonymousUser) -> None:
        self.tracked = user.is_authenticated
        self.progress: dict[int, MilestoneProgress] = {}
        if isinstance(user, AbstractBaseUser):
            rows = MilestoneProgress.objects.for_user(user).defer("note")
            self.progress = {row.milestone_id: row for row in rows}
        self.step_of, self.milestones = _load_line()
        # What is touched is counted from then on, so who touched nothing counts on nothing.
        self.counted = self._counted(user) if self.progress else {}
        counted_in = {facts.step for facts in self.counted.values()}
        # A step that is no longer part of the roadmap stays on the line of those who count on it.
        self.steps = [step for step in self.step_of.values() if step.retired_at is None or step.number in counted_in]

    def _counted(self, user: AbstractBaseUser | AnonymousUser) -> dict[int, CountedFacts]:
        """As what each milestone is in the reader's count, by its key."""
        counted = {}
        rows = CountedMilestone.objects.filter(user=user.pk).values_list("milestone_id", "step_id", "required", "since")
        for milestone, step_id, required, since in rows:
            step = self.step_of[step_id]
            counted[milestone] = CountedFacts(step.number, required, since, step.retired_at is not None)
        return counted

    @cached_property
    def reader(self) -> Reader:
        return Reader({key: row.state for key, row in self.progress.items()}, self.counted)

    @cached_property
    def facts(self) -> list[MilestoneFacts]:
        """As the reader counts them. Without prerequisites: only ``next`` asks for those."""
        return progress.as_counted(
            (
                MilestoneFacts(
                    key=row.pk,
                    step=(step := self.step_of[row.step_id]).number,
                    required=row.required,
                    published_at=row.published_at,
                    # What is in a retired step is retired with it.
                    retired_at=row.retired_at or step.retired_at,
                )
                for row in self.milestones
            ),
            self.reader,
        )

    @cached_property
    def figures(self) -> dict[int, StepProgress]:
        return progress.step_progress(self.facts, self.reader)

    @cached_property
    def total(self) -> StepProgress:
        return progress.overall(self.figures.values())

    @cached_property
    def next(self) -> NextMilestone | None:
        prerequisites: dict[int, set[int]] = {}
        if self.tracked:
            for here, before in Milestone.prerequisites.through.objects.values_list(
                "from_milestone_id", "to_milestone_id"
            ):
                prerequisites.setdefault(here, set()).add(before)
        facts = [replace(each, prerequisites=frozenset(prerequisites.get(each.key, ()))) for each in self.facts]
        return progress.next_milestone(facts, self.reader)

    @cached_property
    def stations(self) -> list[Station]:
        return [
            Station(
                number=step.number,
                title=step.title,
                tagline=step.tagline,
                url=step.url,
                figures=self.figures.get(step.number, StepProgress()),
                tracked=self.tracked,
            )
            for step in self.steps
        ]

    @cached_property
    def rows(self) -> dict[int, Row]:
        """Every milestone in the reader's list by its key, along the line as the reader counts."""
        return {row.key: row for step in self.steps for row in self.rows_of(step.number)}

    def rows_of(self, step: int) -> list[Row]:
        return self._rows_by_step.get(step, [])

    @cached_property
    def _rows_by_step(self) -> dict[int, list[Row]]:
        steps: dict[int, list[Row]] = {}
        for milestone, facts in zip(self.milestones, self.facts, strict=True):
            where = progress.place(facts, self.reader)
            if where is not None:
                steps.setdefault(facts.step, []).append(self._row(milestone, facts, where))
        return steps

    @cached_property
    def changes(self) -> dict[int, list[Change]]:
        """What reads differently since the learner finished a milestone or said they had read it, where anything does.

        Words are compared, not version numbers: what was changed and put back is not said.
        """
        read = {
            row.pk: own.read_version
            for row in self.milestones
            if (own := self.progress.get(row.pk)) and own.state == State.DONE and own.read_version < row.version_number
        }
        if not read:
            return {}
        now = {row.pk: row.version_number for row in self.milestones if row.pk in read}
        numbers = {*read.values(), *now.values()}
        words: dict[tuple[int, int], Any] = {
            (version.milestone_id, version.number): version.snapshot
            for version in MilestoneVersion.objects.filter(milestone__in=read, number__in=numbers)
        }
        found = {
            key: changes_between(words[key, number], words[key, now[key]])
            for key, number in read.items()
            if (key, number) in words
        }
        return {key: changes for key, changes in found.items() if changes}

    def _row(self, milestone: Listed, facts: MilestoneFacts, where: str) -> Row:
        own = self.progress.get(milestone.pk)
        step = self.step_of[milestone.step_id]
        url = f"{step.url}{milestone.slug}/"
        kind = "required" if facts.required else "optional"
        meta = [
            f"was {kind}" if where == progress.NO_LONGER_ASKED else kind,
            f"{milestone.effort_min} to {milestone.effort_max} hours",
            COST_LABELS[milestone.cost],
        ]
        counts = []
        if facts.step != step.number:
            counts.append(f"in step {facts.step}")
            meta.append(f"now in step {step.number}")
        if facts.required != milestone.required:
            counts.append(kind)
            if facts.retired_at is None:
                meta.append(f"{'required' if milestone.required else 'optional'} for those who begin now")
        label, changed, target_on = PLACE_LABELS[where], False, None
        if own is not None:
            if own.state == State.DONE:
                label = f"Done on {own.finished_on:%-d %b %Y}"
                changed = milestone.pk in self.changes
            elif own.target_on and own.state != State.SKIPPED:
                target_on = own.target_on
                meta.append(f"target {own.target_on:%-d %b %Y}")
        act, act_label = NEXT_ACT.get(where, ("", "")) if self.tracked else ("", "")
        return Row(
            key=milestone.pk,
            slug=milestone.slug,
            title=milestone.title,
            url=url,
            meta=", ".join(meta),
            place=where,
            kind=progress.SKIPPED if where == progress.NO_LONGER_ASKED else where,
            label=label if self.tracked else "",
            changed=changed,
            act=f"{url}{act}/" if act else "",
            act_label=act_label,
            target_on=target_on,
            counts=" and ".join(counts),
        )


def _load_line() -> tuple[dict[int, Stop], list[Listed]]:
    """All steps by their key, and all of their milestones, in order."""
    rows = Step.objects.order_by("number", "milestones__position", "milestones__slug").values_list(
        *Stop._fields[:-1], *(f"milestones__{name}" for name in Listed._fields)
    )
    steps: dict[int, Stop] = {}
    milestones = []
    width = len(Stop._fields) - 1
    for row in rows:
        if row[0] not in steps:
            steps[row[0]] = Stop._make((*row[:width], reverse("roadmap:step", args=[row[1]])))
        if row[width]:  # A step that has no milestones yet comes as one row without any.
            milestones.append(Listed._make(row[width:]))
    return steps, milestones
