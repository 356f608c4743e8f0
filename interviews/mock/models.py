"""A mock interview: the same for the same seed, question by question, and a second screen for somebody who helps."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse

from interviews.bank.models.questions import Category, Dimension, Question, QuestionLevel
from interviews.bank.models.rounds import RoundType
from interviews.practice.models import ANSWER_LENGTH, RatedAnswer
from keeping.models import Document, Own, Parts

SEED_LENGTH = 40
NOTE_LENGTH = 2000
# Of a run, far more than its minutes allow.
MOST_QUESTIONS = 200


class MockInterview(Own):
    """One run. Its questions are fixed at the start; ``place`` and ``phase`` say where it stands, whatever happens."""

    FIELDS: ClassVar[tuple[str, ...]] = ("seed", "minutes", "round_type", "level", "mix", "category")
    # Its questions, with their words as they are asked.
    PARTS: ClassVar[dict[str, Parts]] = {
        "questions": Parts(("question", "text", "follow_up"), place="place", most=MOST_QUESTIONS, once=True)
    }

    class Mix(models.TextChoices):
        EVEN = "even", "Every category of the round in turn"
        FREE = "free", "As it comes"

    class Phase(models.TextChoices):
        READY = "ready", "Set up, not begun"
        QUESTION = "question", "The question"
        FOLLOW_UP = "follow_up", "The follow-up"
        DONE = "done", "Finished"

    seed = models.CharField(max_length=SEED_LENGTH)
    minutes = models.PositiveSmallIntegerField(validators=[MinValueValidator(5), MaxValueValidator(120)])
    round_type = models.ForeignKey(RoundType, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=6, choices=QuestionLevel, blank=True)
    mix = models.CharField(max_length=4, choices=Mix, default=Mix.EVEN)
    category = models.ForeignKey(
        Category, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="This one only."
    )
    place = models.PositiveSmallIntegerField(default=1, help_text="The number of the question it stands at.")
    phase = models.CharField(max_length=9, choices=Phase, default=Phase.QUESTION)
    phase_began_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name = "mock interview"
        verbose_name_plural = "learners' mock interviews"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="interviews_mockinterview_once"),
            models.CheckConstraint(
                condition=models.Q(phase__in=["ready", "question", "follow_up", "done"]),
                name="interviews_mockinterview_phase_known",
            ),
            models.CheckConstraint(
                condition=models.Q(phase="done", finished_at__isnull=False)
                | (~models.Q(phase="done") & models.Q(finished_at__isnull=True)),
                name="interviews_mockinterview_finished_when_done",
            ),
        )

    def __str__(self) -> str:
        return f"{self.seed}, {self.minutes} minutes"

    def get_absolute_url(self) -> str:
        return reverse("interviews:mock", args=[self.pk])

    def apply(self, document: Document) -> None:
        super().apply(document)
        # A run begins when it is made.
        self.phase_began_at = self.phase_began_at or self.created_at


class MockQuestion(models.Model):
    """One question of a run, as it was asked, with what was answered.

    An answer may change while ``answer_seconds`` is empty, as it is being typed; from then on it is never changed.
    ``edition`` rises with each saving, so that of two windows the older never silently wins.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    mock = models.ForeignKey(MockInterview, on_delete=models.CASCADE, related_name="questions")
    place = models.PositiveSmallIntegerField()
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=300)
    follow_up = models.CharField(max_length=500, blank=True)
    answer = models.CharField(max_length=ANSWER_LENGTH, blank=True)
    answer_seconds = models.PositiveIntegerField(null=True, blank=True)
    follow_up_answer = models.CharField(max_length=ANSWER_LENGTH, blank=True)
    follow_up_seconds = models.PositiveIntegerField(null=True, blank=True)
    edition = models.PositiveIntegerField(default=0)
    rating = models.OneToOneField(RatedAnswer, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("mock", "place")
        verbose_name_plural = "questions of learners' mock interviews"
        constraints = (models.UniqueConstraint(fields=["mock", "place"], name="interviews_mockquestion_once"),)

    def __str__(self) -> str:
        return f"question {self.place}"


class HelperLinkQuerySet(models.QuerySet[Any]):
    def open_at(self, now: datetime) -> Self:
        """Those that lead to something: neither expired nor withdrawn, of a run that is not in the bin."""
        return self.filter(withdrawn_at=None, expires_at__gt=now, mock__deletion=None, mock__user__is_active=True)


class HelperLink(models.Model):
    """A link for your interviewer. Only a hash of its secret is kept; it expires, and can be withdrawn."""

    NAMED_BY: ClassVar[tuple[str, ...]] = ("mock", "made_at")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    mock = models.ForeignKey(MockInterview, on_delete=models.CASCADE, related_name="helper_links")
    name = models.CharField(max_length=80, blank=True, help_text="Who helps, as the learner calls them.")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = HelperLinkQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        verbose_name_plural = "links for learners' helpers"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("made_at")), name="interviews_helperlink_expires_later"
            ),
        )

    def __str__(self) -> str:
        return f"link {self.pk}"


class MockScore(models.Model):
    """A score that somebody who helped gave for one question of a run, as it was last saved."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    question = models.ForeignKey(MockQuestion, on_delete=models.CASCADE, related_name="scores")
    link = models.ForeignKey(HelperLink, on_delete=models.CASCADE, related_name="scores")
    dimension = models.ForeignKey(Dimension, on_delete=models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "scores of learners' mock interviews"
        constraints = (
            models.UniqueConstraint(fields=["question", "link", "dimension"], name="interviews_mockscore_once"),
            models.CheckConstraint(
                condition=models.Q(score__gte=1, score__lte=5), name="interviews_mockscore_in_range"
            ),
        )

    def __str__(self) -> str:
        return str(self.score)


class MockNote(models.Model):
    """What somebody who helped wrote down about one question of a run."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    question = models.ForeignKey(MockQuestion, on_delete=models.CASCADE, related_name="notes")
    link = models.ForeignKey(HelperLink, on_delete=models.CASCADE, related_name="notes")
    text = models.CharField(max_length=NOTE_LENGTH)
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "notes of learners' helpers"
        constraints = (models.UniqueConstraint(fields=["question", "link"], name="interviews_mocknote_once"),)

    def __str__(self) -> str:
        return f"note {self.pk}"
