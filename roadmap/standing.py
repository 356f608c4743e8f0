"""Where one reader stands on the whole roadmap: a few queries, then the pure functions of ``roadmap.progress``."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.utils.functional import cached_property

from roadmap import progress
from roadmap.models import Cost, Milestone, MilestoneProgress, State, Step
from roadmap.progress import MilestoneFacts, NextMilestone, ProgressFacts, StepProgress

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

    ``kind`` names the mark that is drawn; ``label`` is the state in words, empty for a visitor.
    """

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


class Listed(NamedTuple):
    """A milestone as the lists need it."""

    step: int
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
        self.steps, self.milestones = _load_line()
        self.progress: dict[int, MilestoneProgress] = {}
        if isinstance(user, AbstractBaseUser):
            rows = MilestoneProgress.objects.for_user(user).defer("note")
            self.progress = {row.milestone_id: row for row in rows}

    @cached_property
    def facts(self) -> list[MilestoneFacts]:
        """Without prerequisites: only ``next`` asks for those."""
        return [
            MilestoneFacts(
                key=row.pk,
                step=row.step,
                required=row.required,
                published_at=row.published_at,
                retired_at=row.retired_at,
            )
            for row in self.milestones
        ]

    @cached_property
    def progress_facts(self) -> dict[int, ProgressFacts]:
        return {key: ProgressFacts(row.state, row.began_at) for key, row in self.progress.items()}

    @cached_property
    def figures(self) -> dict[int, StepProgress]:
        return progress.step_progress(self.facts, self.progress_facts)

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
        return progress.next_milestone(facts, self.progress_facts)

    @cached_property
    def stations(self) -> list[Station]:
        return [
            Station(
                number=step.number,
                title=step.title,
                tagline=step.tagline,
                url=step.get_absolute_url(),
                figures=self.figures.get(step.number, StepProgress()),
                tracked=self.tracked,
            )
            for step in self.steps
        ]

    @cached_property
    def rows(self) -> dict[int, Row]:
        """Every milestone in the reader's list by its key, in order."""
        return dict(self._rows())

    def rows_of(self, step: int) -> list[Row]:
        return [self.rows[row.pk] for row in self.milestones if row.step == step and row.pk in self.rows]

    def _rows(self) -> Iterator[tuple[int, Row]]:
        began = progress.step_began_at(self.facts, self.progress_facts)
        addresses = {step.number: step.get_absolute_url() for step in self.steps}
        for milestone, facts in zip(self.milestones, self.facts, strict=True):
            where = progress.place(facts, self.progress_facts.get(facts.key), began.get(facts.step))
            if where is not None:
                yield facts.key, self._row(milestone, where, addresses[facts.step])

    def _row(self, milestone: Listed, where: str, step_url: str) -> Row:
        own = self.progress.get(milestone.pk)
        url = f"{step_url}{milestone.slug}/"
        meta = [
            "required" if milestone.required else "optional",
            f"{milestone.effort_min} to {milestone.effort_max} hours",
            COST_LABELS[milestone.cost],
        ]
        label, changed, target_on = PLACE_LABELS[where], False, None
        if own is not None:
            if own.state == State.DONE:
                label = f"Done on {own.finished_on:%-d %b %Y}"
                changed = own.read_version < milestone.version_number
            elif own.target_on and own.state != State.SKIPPED:
                target_on = own.target_on
                meta.append(f"target {own.target_on:%-d %b %Y}")
        act, act_label = NEXT_ACT.get(where, ("", "")) if self.tracked else ("", "")
        return Row(
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
        )


def _load_line() -> tuple[list[Step], list[Listed]]:
    """The published steps with all of their milestones, in order, in one query."""
    columns = [f"milestones__{name}" for name in Listed._fields[1:]]
    rows: Any = (
        Step.objects.published()
        .order_by("number", "milestones__position", "milestones__slug")
        .values_list("slug", "title", "tagline", "number", *columns)
    )
    steps: dict[int, Step] = {}
    milestones = []
    for slug, title, tagline, *row in rows:
        listed = Listed(*row)
        if listed.step not in steps:
            steps[listed.step] = Step(slug=slug, title=title, tagline=tagline, number=listed.step)
        if listed.pk:  # A step that has no milestones yet comes as one row without any.
            milestones.append(listed)
    return list(steps.values()), milestones
