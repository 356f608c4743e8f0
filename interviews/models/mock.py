"""A mock interview: the same for the same seed, question by question, and a second screen for somebody who helps."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse

from interviews.models.bank import Dimension, Question
from interviews.models.practice import ANSWER_LENGTH
from interviews.models.rounds import RoundType


class MockInterview(models.Model):
    """One run. Its questions are fixed at the start; ``place`` and ``phase`` say where it stands, whatever happens."""

    class Phase(models.TextChoices):
        QUESTION = "question", "The question"
        FOLLOW_UP = "follow_up", "The follow-up"
        DONE = "done", "Finished"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    token = models.UUIDField(default=uuid.uuid4, help_text="Comes with the form: sent twice, it makes one run.")
    seed = models.CharField(max_length=40)
    minutes = models.PositiveSmallIntegerField(validators=[MinValueValidator(5), MaxValueValidator(120)])
    round_type = models.ForeignKey(RoundType, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=6, blank=True)
    place = models.PositiveSmallIntegerField(default=1)
    phase = models.CharField(max_length=9, choices=Phase, default=Phase.QUESTION)
    started_at = models.DateTimeField()
    phase_began_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name_plural = "learners' mock interviews"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="interviews_mockinterview_once"),
            models.CheckConstraint(
                condition=models.Q(phase__in=["question", "follow_up", "done"]),
                name="interviews_mockinterview_phase_known",
            ),
            models.CheckConstraint(
                condition=models.Q(phase="done", finished_at__isnull=False)
                | (~models.Q(phase="done") & models.Q(finished_at__isnull=True)),
                name="interviews_mockinterview_finished_when_done",
            ),
        )

    def __str__(self) -> str:
        return f"mock {self.seed}"

    def get_absolute_url(self) -> str:
        return reverse("interviews:mock", args=[self.pk])


class MockQuestion(models.Model):
    """One question of a run with what was answered; each answer is written once and never changed."""

    mock = models.ForeignKey(MockInterview, on_delete=models.CASCADE, related_name="questions")
    place = models.PositiveSmallIntegerField()
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    follow_up = models.CharField(max_length=500, blank=True)
    answer = models.CharField(max_length=ANSWER_LENGTH, blank=True)
    answer_seconds = models.PositiveIntegerField(null=True, blank=True)
    follow_up_answer = models.CharField(max_length=ANSWER_LENGTH, blank=True)
    follow_up_seconds = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("mock", "place")
        verbose_name_plural = "questions of learners' mock interviews"
        constraints = (models.UniqueConstraint(fields=["mock", "place"], name="interviews_mockquestion_once"),)

    def __str__(self) -> str:
        return f"question {self.place}"


class HelperLink(models.Model):
    """A link for somebody who helps. Only a hash of its secret is kept; it expires, and can be taken back."""

    mock = models.ForeignKey(MockInterview, on_delete=models.CASCADE, related_name="helper_links")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name_plural = "links for learners' helpers"

    def __str__(self) -> str:
        return f"link {self.pk}"


class MockScore(models.Model):
    """A score for one question of a run, by the learner or, with ``link``, by whoever helped."""

    question = models.ForeignKey(MockQuestion, on_delete=models.CASCADE, related_name="scores")
    link = models.ForeignKey(HelperLink, null=True, blank=True, on_delete=models.CASCADE, related_name="scores")
    dimension = models.ForeignKey(Dimension, on_delete=models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "scores of learners' mock interviews"
        constraints = (
            models.UniqueConstraint(
                fields=["question", "link", "dimension"], name="interviews_mockscore_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=models.Q(score__gte=1, score__lte=5), name="interviews_mockscore_in_range"
            ),
        )

    def __str__(self) -> str:
        return str(self.score)


class MockNote(models.Model):
    """What whoever helped wrote down about one question of a run."""

    question = models.ForeignKey(MockQuestion, on_delete=models.CASCADE, related_name="notes")
    link = models.ForeignKey(HelperLink, on_delete=models.CASCADE, related_name="notes")
    text = models.CharField(max_length=2000)
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "notes of learners' helpers"
        constraints = (models.UniqueConstraint(fields=["question", "link"], name="interviews_mocknote_once"),)

    def __str__(self) -> str:
        return f"note {self.pk}"
