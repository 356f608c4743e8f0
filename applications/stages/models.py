"""Stages of an application with their days, the people behind it, what is to be done, and a learner's own habits."""

import uuid
from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from applications.postings.models import Application, Stage
from keeping.models import EARLIEST, Own

# Each learner's habits have this token: two windows that save them for the first time mean the same row.
HABITS_TOKEN = uuid.UUID("b1d0a9a4-52f5-5d4e-8a1c-7f0f6b1f2c33")


class StageChange(Own):
    """An application came to a stage on a day, with a note. It can be recorded long after, and taken back."""

    FIELDS: ClassVar[tuple[str, ...]] = ("application", "stage", "on", "note")

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="stages")
    stage = models.CharField(max_length=11, choices=Stage)
    on = models.DateField("when")
    note = models.CharField(max_length=2000, blank=True)

    class Meta:
        ordering = ("application", "on", "pk")
        verbose_name = "stage"
        verbose_name_plural = "stages of learners' applications"
        indexes = (models.Index(fields=["application", "-on", "-id"], name="applications_stagechange_last"),)
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="applications_stagechange_once"),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="applications_stagechange_known"),
            models.CheckConstraint(condition=Q(on__gte=EARLIEST), name="applications_stagechange_not_ancient"),
        )

    def __str__(self) -> str:
        return f"{self.get_stage_display()}, {self.on:%b %-d, %Y}"

    def get_absolute_url(self) -> str:
        return f"{reverse('applications:stages', args=[self.application_id])}#row-{self.pk}"


class Person(Own):
    """Somebody at an employer or an agency, or who opened a door there. A referral is owed thanks until it is said."""

    FIELDS: ClassVar[tuple[str, ...]] = (
        *("name", "application", "what", "known_from", "reach", "last_contact_on", "referred_on", "thanked_on", "note"),
    )
    LISTED_AT: ClassVar[str] = "applications:people"

    name = models.CharField(max_length=160)
    application = models.ForeignKey(
        Application, null=True, blank=True, on_delete=models.SET_NULL, related_name="people"
    )
    what = models.CharField("who they are", max_length=160, blank=True, help_text="Recruiter, hiring manager, friend.")
    known_from = models.CharField("where I know them from", max_length=160, blank=True)
    reach = models.CharField("how to reach them", max_length=300, blank=True)
    last_contact_on = models.DateField("last contact", null=True, blank=True)
    referred_on = models.DateField("referred me on", null=True, blank=True)
    thanked_on = models.DateField("thanked on", null=True, blank=True)
    note = models.CharField(max_length=2000, blank=True)

    class Meta:
        ordering = ("name", "pk")
        verbose_name_plural = "people whom learners know"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="applications_person_once"),
            models.CheckConstraint(condition=~Q(name=""), name="applications_person_named"),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{day}_on": None}) | Q(**{f"{day}_on__gte": EARLIEST}),
                    name=f"applications_person_{day}_not_ancient",
                )
                for day in ("last_contact", "referred", "thanked")
            ),
        )

    def __str__(self) -> str:
        return self.name


class Task(Own):
    """Something to do, for an application or for the search as a whole."""

    FIELDS: ClassVar[tuple[str, ...]] = ("what", "application", "due_on", "done_on", "note")
    LISTED_AT: ClassVar[str] = "applications:tasks"

    what = models.CharField(max_length=200)
    application = models.ForeignKey(Application, null=True, blank=True, on_delete=models.SET_NULL, related_name="tasks")
    due_on = models.DateField("to be done by", null=True, blank=True)
    done_on = models.DateField("done on", null=True, blank=True)
    note = models.CharField(max_length=2000, blank=True)

    class Meta:
        ordering = ("due_on", "pk")
        verbose_name_plural = "tasks of learners' applications"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="applications_task_once"),
            models.CheckConstraint(condition=~Q(what=""), name="applications_task_named"),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{day}_on": None}) | Q(**{f"{day}_on__gte": EARLIEST}),
                    name=f"applications_task_{day}_not_ancient",
                )
                for day in ("due", "done")
            ),
        )

    def __str__(self) -> str:
        return self.what


def _days(what: str, default: int) -> Any:
    return models.PositiveSmallIntegerField(
        what, default=default, validators=[MinValueValidator(1), MaxValueValidator(365)]
    )


class Habits(Own):
    """After how many days a learner follows up, by stage, and whether the roadmap goes by the jobs they want."""

    FIELDS: ClassVar[tuple[str, ...]] = ("saved", "applied", "screening", "rounds", "offer", "steers")
    LISTED_AT: ClassVar[str] = "applications:habits"

    saved = _days("days to apply", 7)
    applied = _days("days without an answer", 7)
    screening = _days("days after a screening", 5)
    rounds = _days("days after an interview", 5)
    offer = _days("days with an offer", 3)
    steers = models.BooleanField("the roadmap goes by the jobs I want", default=False)

    class Meta:
        verbose_name_plural = "habits of learners who apply"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="applications_habits_once"),
            models.UniqueConstraint(fields=["user"], name="applications_habits_one_for_each"),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{stage}__gte": 1, f"{stage}__lte": 365}), name=f"applications_habits_{stage}_days"
                )
                for stage in ("saved", "applied", "screening", "rounds", "offer")
            ),
        )

    def __str__(self) -> str:
        return "How I follow up"


class SavedView(Own):
    """A way to look at the table of applications that somebody wants to come back to: its filters and its order."""

    FIELDS: ClassVar[tuple[str, ...]] = ("name", "query")
    LISTED_AT: ClassVar[str] = "applications:table"
    # Each has its place above the table.
    MOST_ROWS: ClassVar[int] = 100

    name = models.CharField(max_length=80)
    query = models.CharField("filters and order", max_length=500, blank=True)

    class Meta:
        ordering = ("name", "pk")
        verbose_name_plural = "saved views of learners' applications"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="applications_savedview_once"),
            models.CheckConstraint(condition=~Q(name=""), name="applications_savedview_named"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The table as it shows it."""
        return f"{reverse(self.LISTED_AT)}?view={self.pk}"
