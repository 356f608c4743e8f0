"""A learner's own rows: the state of a milestone, ticks and proof. Their history is that of ``keeping``."""

import uuid
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

from evidence.models import Evidence
from keeping.shapes import YES_OR_NO, Shape, any_of_keys
from roadmap.models.content import HowToItem, Milestone, Step

NOTE_LENGTH = 20_000
SKIP_REASON_LENGTH = 500
LINKS_PER_MILESTONE = 20
EVIDENCE_PER_MILESTONE = 50


class State(models.TextChoices):
    TODO = "todo", "To do"
    DOING = "doing", "Doing"
    DONE = "done", "Done"
    SKIPPED = "skipped", "Skipped"


class ProgressAct(models.TextChoices):
    """What an event of the history says of a milestone's progress."""

    STATE = "state", "State"
    DATES = "dates", "Dates"
    TICK = "tick", "Checklist"
    NOTE = "note", "Note"
    LINK = "link", "Proof"
    PIECE = "piece", "Evidence"
    NOT_NOW = "not_now", "Not now"


class MilestoneProgressQuerySet(models.QuerySet["MilestoneProgress"]):
    def for_user(self, user: AbstractBaseUser) -> Self:
        return self.filter(user=user)


class MilestoneProgress(models.Model):
    """Where one learner stands with one milestone. No row means: to do, never touched.

    ``token`` names it in the history, where a line of the checklist is named by its slug and proof by its token.
    """

    EVENT_SHAPES: ClassVar[dict[str, Shape]] = {name: any_of_keys(YES_OR_NO) for name in ("items", "links", "pieces")}

    token = models.UUIDField(default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, db_index=False, related_name="milestone_progress"
    )
    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="progress")
    state = models.CharField(max_length=7, choices=State, default=State.TODO)
    started_on = models.DateField(null=True, blank=True)
    finished_on = models.DateField(null=True, blank=True)
    target_on = models.DateField(null=True, blank=True)
    skip_reason = models.CharField(max_length=SKIP_REASON_LENGTH, blank=True)
    note = models.CharField(max_length=NOTE_LENGTH, blank=True, help_text="Markdown. Private to the learner.")
    read_version = models.PositiveIntegerField(
        default=0,
        help_text="The number of the milestone's version that the learner finished or has read since.",
    )
    not_now = models.BooleanField(
        default=False, help_text="The learner was asked whether they have it already, and said not now."
    )
    began_at = models.DateTimeField(help_text="When the learner first touched this milestone here.")

    objects = MilestoneProgressQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "learners' progress rows"
        constraints = (
            models.UniqueConstraint(fields=["user", "milestone"], name="roadmap_milestoneprogress_once"),
            models.UniqueConstraint(fields=["user", "token"], name="roadmap_milestoneprogress_named"),
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="roadmap_milestoneprogress_state"),
            models.CheckConstraint(
                condition=models.Q(state="done", finished_on__isnull=False)
                | (~models.Q(state="done") & models.Q(finished_on__isnull=True)),
                name="roadmap_milestoneprogress_finished_when_done",
            ),
            models.CheckConstraint(
                condition=models.Q(started_on__isnull=True)
                | models.Q(finished_on__isnull=True)
                | models.Q(started_on__lte=models.F("finished_on")),
                name="roadmap_milestoneprogress_dates_ordered",
            ),
            models.CheckConstraint(
                condition=(models.Q(state="skipped") & ~models.Q(skip_reason=""))
                | (~models.Q(state="skipped") & models.Q(skip_reason="")),
                name="roadmap_milestoneprogress_reason_when_skipped",
            ),
        )

    def __str__(self) -> str:
        return f"{self.milestone_id}: {self.state}"


class CountedMilestone(models.Model):
    """One milestone in one learner's count, in the step and as required or optional as it then was (rule R1)."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, db_index=False, related_name="counted_milestones"
    )
    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="counted")
    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="counted")
    required = models.BooleanField()
    since = models.DateTimeField()

    class Meta:
        verbose_name_plural = "milestones in learners' counts"
        constraints = (models.UniqueConstraint(fields=["user", "milestone"], name="roadmap_countedmilestone_once"),)

    def __str__(self) -> str:
        return f"{self.milestone_id} in step {self.step_id}"


class ChecklistTick(models.Model):
    """One ticked line of a milestone's checklist, with its words as the learner ticked them."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    progress = models.ForeignKey(MilestoneProgress, on_delete=models.CASCADE, related_name="ticks")
    item = models.ForeignKey(HowToItem, on_delete=models.PROTECT, related_name="ticks")
    ticked_at = models.DateTimeField()
    text = models.CharField(max_length=400, blank=True, help_text="Empty if it is not known how the line read.")

    class Meta:
        verbose_name_plural = "learners' ticks"
        constraints = (models.UniqueConstraint(fields=["progress", "item"], name="roadmap_checklisttick_once"),)

    def __str__(self) -> str:
        return str(self.item_id)


class ProofLink(models.Model):
    """An address a learner keeps as proof. Removing it keeps the row, so that it can come back."""

    token = models.UUIDField(default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, db_index=False, related_name="+")
    progress = models.ForeignKey(MilestoneProgress, on_delete=models.CASCADE, related_name="links")
    url = models.URLField(max_length=500)
    title = models.CharField(max_length=120, blank=True)
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "learners' links"
        ordering = ("added_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["progress", "url"],
                condition=models.Q(removed_at=None),
                name="roadmap_prooflink_once",
            ),
            models.UniqueConstraint(fields=["user", "token"], name="roadmap_prooflink_named"),
        )

    def __str__(self) -> str:
        return self.title or self.url


class MilestoneEvidence(models.Model):
    """A piece of a learner's evidence that proves a milestone.

    A piece in the bin keeps its rows here and is hidden with them; detaching deletes the row, and the history of the
    milestone can bring it back.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="evidence_rows")
    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="milestone_rows")
    added_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "learners' evidence for milestones"
        ordering = ("added_at", "pk")
        constraints = (
            models.UniqueConstraint(fields=["milestone", "evidence"], name="roadmap_milestoneevidence_once"),
        )

    def __str__(self) -> str:
        return f"{self.evidence_id} proves {self.milestone_id}"
