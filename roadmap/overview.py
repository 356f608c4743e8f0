"""Where one reader stands on the whole roadmap: a few queries, then the pure functions of ``roadmap.progress``."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from django.utils.functional import cached_property

from accounts.models import User
from curation.prepared import prepared
from evidence.records.facts import FACTS, Ask, Count, load_rows
from roadmap import progress
from roadmap.changes import Change, changes_between
from roadmap.having import FIRST, HAVE, Have, Rule, coming, judge
from roadmap.line import legs, line_in_words
from roadmap.models import CountedMilestone, MilestoneProgress, MilestoneVersion, State
from roadmap.progress import CountedFacts, MilestoneFacts, NextMilestone, Reader, StepProgress
from roadmap.rows import Row, Station, row_of
from roadmap.stops import NOTHING, Beside, load_stops


@prepared
def _touched(user: AbstractBaseUser) -> Any:
    return MilestoneProgress.objects.for_user(user).defer("note")


@prepared
def _counted(user: AbstractBaseUser) -> Any:
    return CountedMilestone.objects.filter(user=user.pk).values_list("milestone_id", "step_id", "required", "since")


class Overview:
    """The steps, their milestones in order, and the reader's own rows (none for a visitor)."""

    def __init__(self, user: AbstractBaseUser | AnonymousUser, *, also: Iterable[str] = ()) -> None:
        """``also`` are sources of rows that the page needs beside those that signs count."""
        self.also = tuple(also)
        self.today = timezone.localdate()
        self.tracked = user.is_authenticated
        self.progress: dict[int, MilestoneProgress] = {}
        if isinstance(user, AbstractBaseUser):
            self.progress = {row.milestone_id: row for row in _touched(user)}
        self.user = user
        self.step_of, self.milestones, self.beside = load_stops(user if isinstance(user, User) else None)
        # What is touched is counted from then on, so who touched nothing counts on nothing.
        self.counted = self._counted(user) if self.progress else {}
        counted_in = {facts.step for facts in self.counted.values()}
        # A step that is no longer part of the roadmap stays on the line of those who count on it.
        self.steps = [step for step in self.step_of.values() if step.retired_at is None or step.number in counted_in]

    def _counted(self, user: AbstractBaseUser | AnonymousUser) -> dict[int, CountedFacts]:
        """As what each milestone is in the reader's count, by its key."""
        counted = {}
        for milestone, step_id, required, since in _counted(user):
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
    def known(self) -> list[MilestoneFacts]:
        """The same with their prerequisites."""
        return [
            replace(each, prerequisites=frozenset(before)) if (before := self._beside(each.key).prerequisites) else each
            for each in self.facts
        ]

    @cached_property
    def next(self) -> NextMilestone | None:
        return self.next_in(self.known)

    @property
    def next_row(self) -> Row | None:
        return self.rows.get(self.next.key) if self.next else None

    def next_in(self, facts: Iterable[MilestoneFacts]) -> NextMilestone | None:
        """The one to take up next of some of what is ``known``."""
        return progress.next_milestone(list(facts), self.reader, have=self.have, first=self.first)

    def next_of(self, step: int) -> Row | None:
        """The one milestone of a step to take up next."""
        found = self.next_in(each for each in self.known if each.step == step)
        return self.rows.get(found.key) if found else None

    def _beside(self, key: int) -> Beside:
        return self.beside.get(key, NOTHING)

    @cached_property
    def open(self) -> list[int]:
        """What is neither done nor skipped and still asked for, in order."""
        return [each.key for each in self.facts if progress.place(each, self.reader) in progress.OPEN]

    @cached_property
    def speaks(self) -> dict[int, Have]:
        """What speaks for each open milestone being done."""
        return self._judged(HAVE)

    @cached_property
    def recorded(self) -> Mapping[str, list[Any]]:
        """The reader's rows of everything that a sign of an open milestone counts, and of what the page needs."""
        if not isinstance(self.user, User):
            return {}
        asked = {rule.fact for key in self.open for rule in self._beside(key).rules if rule.fact in FACTS}
        names = [*self.also, *(source for fact in asked for source in FACTS[fact].needs)]
        edition = next((beside.edition for beside in self.beside.values()), "")
        return load_rows(self.user, names, edition=edition)

    def _judged(self, means: str) -> dict[int, Have]:
        found = {}
        for key in self.open:
            beside = self._beside(key)
            have = judge(beside.rules, partial(self._count, key), means=means)
            if have is not None:
                found[key] = have
        return found

    def _count(self, key: int, rule: Rule) -> Count:
        fact = FACTS.get(rule.fact)
        if fact is None:  # A fact of a room that is gone speaks for nothing.
            return Count(0, "", ())
        ask = Ask(self.today, tuple(rule.which.split()), key, self._beside(key).lines)
        return fact.count(self.recorded, ask)

    @cached_property
    def have(self) -> dict[int, Have]:
        """Without those of which the reader said not now."""
        return {key: have for key, have in self.speaks.items() if not self.said_not_now(key)}

    def said_not_now(self, key: int) -> bool:
        own = self.progress.get(key)
        return own is not None and own.not_now

    @cached_property
    def first(self) -> dict[int, str]:
        """What is to be taken up first, with the reason, in the order of its signs."""
        found = self._judged(FIRST)
        place = {key: min(rule.position for rule in self._beside(key).rules if rule.means == FIRST) for key in found}
        return {key: coming(found[key], today=self.today) for key in sorted(found, key=place.__getitem__)}

    @cached_property
    def stations(self) -> list[Station]:
        figures = [self.figures.get(step.number, StepProgress()) for step in self.steps]
        return [
            Station(
                number=step.number,
                title=step.title,
                tagline=step.tagline,
                url=step.url,
                figures=here,
                tracked=self.tracked,
                leg=leg,
            )
            for step, here, leg in zip_longest(self.steps, figures, legs(figures))
        ]

    @cached_property
    def line_in_words(self) -> str:
        return line_in_words(station.figures for station in self.stations)

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
                    have=milestone.pk in self.have,
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
