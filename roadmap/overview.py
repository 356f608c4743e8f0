"""Where one reader stands on the whole roadmap: a few queries, then the pure functions of ``roadmap.progress``."""

from dataclasses import replace
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.utils.functional import cached_property

from roadmap import progress
from roadmap.changes import Change, changes_between
from roadmap.models import CountedMilestone, Milestone, MilestoneProgress, MilestoneVersion, State
from roadmap.progress import CountedFacts, MilestoneFacts, NextMilestone, Reader, StepProgress
from roadmap.rows import Row, Station, row_of
from roadmap.stops import load_stops


class Overview:
    """The steps, their milestones in order, and the reader's own rows (none for a visitor)."""

    def __init__(self, user: AbstractBaseUser | AnonymousUser) -> None:
        self.tracked = user.is_authenticated
        self.progress: dict[int, MilestoneProgress] = {}
        if isinstance(user, AbstractBaseUser):
            rows = MilestoneProgress.objects.for_user(user).defer("note")
            self.progress = {row.milestone_id: row for row in rows}
        self.step_of, self.milestones = load_stops()
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
                row = row_of(
                    milestone,
                    facts,
                    where,
                    step=self.step_of[milestone.step_id],
                    tracked=self.tracked,
                    own=self.progress.get(milestone.pk),
                    changed=milestone.pk in self.changes,
                )
                steps.setdefault(facts.step, []).append(row)
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
