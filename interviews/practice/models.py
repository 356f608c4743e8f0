"""What a learner practices: answers in versions, their own ratings, and the cards that say when to come back."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse

from interviews.bank.models.questions import Category, Dimension, Question
from keeping.models import Own
from keeping.shapes import TEXT, Shape, with_keys

ANSWER_LENGTH = 20_000
CORRECTED = "The same form was sent again with other words. It is kept, and does not count."
# Of a question of one's own nobody has set a target: it is as long as most of the bank's.
TARGET: int = Question._meta.get_field("seconds").default


class AskedQuestion(Own):
    """A question the learner was really asked. Private, unless they suggest it to the curators."""

    FIELDS: ClassVar[tuple[str, ...]] = ("text", "category", "company", "round", "on")
    STATES: ClassVar[tuple[str, ...]] = ("suggestion",)

    class Suggestion(models.TextChoices):
        NONE = "none", "Private"
        WAITING = "waiting", "Suggested"
        ACCEPTED = "accepted", "Taken into the bank"
        DECLINED = "declined", "Not taken into the bank"

    text = models.CharField("the question", max_length=300)
    category = models.ForeignKey(Category, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    company = models.CharField(max_length=120, blank=True)
    round = models.CharField(max_length=120, blank=True)
    on = models.DateField("when", null=True, blank=True)
    suggestion = models.CharField(max_length=8, choices=Suggestion, default=Suggestion.NONE)
    became = models.ForeignKey(Question, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = "question of my own"
        verbose_name_plural = "learners' own questions"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="interviews_askedquestion_once"),
            models.CheckConstraint(condition=~models.Q(text=""), name="interviews_askedquestion_says_something"),
        )

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("interviews:asked", args=[self.pk])


class Suggestion(AskedQuestion):
    """A learner's question as curators meet it: its text and category, once it was offered to them."""

    class Meta:
        proxy = True
        verbose_name = "suggested question"


class OnQuestion(models.Model):
    """A learner's row on a question of the bank or on one of their own: on exactly one of the two."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, db_index=False, related_name="+")
    question = models.ForeignKey(Question, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asked = models.ForeignKey(AskedQuestion, null=True, blank=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=models.Q(question__isnull=True, asked__isnull=False)
                | models.Q(question__isnull=False, asked__isnull=True),
                name="%(app_label)s_%(class)s_on_one",
            ),
        )


class Answer(OnQuestion):
    """A learner's answer to a question: its versions, and what is being typed right now."""

    SHAPES: ClassVar[dict[str, Shape]] = {
        "draft": with_keys(text=TEXT, situation=TEXT, task=TEXT, action=TEXT, result=TEXT)
    }

    draft = models.JSONField(default=dict, help_text="What was typed since the last version, by field.")
    edition = models.PositiveIntegerField(
        default=0, help_text="Rises with each saving of the draft, so that of two windows the older never wins."
    )
    draft_at = models.DateTimeField(null=True, blank=True)

    class Meta(OnQuestion.Meta):
        verbose_name_plural = "learners' answers"
        constraints = (
            *OnQuestion.Meta.constraints,
            models.UniqueConstraint(fields=["user", "question"], name="interviews_answer_once_question"),
            models.UniqueConstraint(fields=["user", "asked"], name="interviews_answer_once_asked"),
        )

    def __str__(self) -> str:
        return f"answer {self.pk}"


class AnswerVersion(models.Model):
    """An answer as it was saved. Appended, never changed. Either ``text`` or the four parts are filled."""

    # Not by its number: two windows far from each other both go on with the next one.
    NAMED_BY: ClassVar[tuple[str, ...]] = ("answer", "at")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    asked_as = models.CharField(
        max_length=300, blank=True, help_text="The question as it was worded then; empty where nobody kept it."
    )
    text = models.CharField(max_length=ANSWER_LENGTH, blank=True)
    situation = models.CharField(max_length=ANSWER_LENGTH, blank=True)
    task = models.CharField(max_length=ANSWER_LENGTH, blank=True)
    action = models.CharField(max_length=ANSWER_LENGTH, blank=True)
    result = models.CharField(max_length=ANSWER_LENGTH, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("answer", "number")
        verbose_name_plural = "versions of learners' answers"
        constraints = (models.UniqueConstraint(fields=["answer", "number"], name="interviews_answerversion_once"),)

    def __str__(self) -> str:
        return f"version {self.number}"


class Grade(models.TextChoices):
    FUMBLED = "fumbled", "Fumbled"
    FINE = "fine", "Fine"
    NAILED = "nailed", "Nailed"


class RatedAnswer(OnQuestion):
    """One time a learner rated an answer of theirs on the rubric. Appended, never changed, only marked as corrected."""

    NAMED_BY: ClassVar[tuple[str, ...]] = ("question", "asked", "at")

    version = models.ForeignKey(AnswerVersion, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    spoken_seconds = models.PositiveSmallIntegerField(null=True, blank=True)
    note = models.CharField(max_length=2000, blank=True)
    at = models.DateTimeField()
    corrected = models.BooleanField(default=False, help_text=CORRECTED)

    class Meta(OnQuestion.Meta):
        ordering = ("pk",)
        verbose_name_plural = "ratings of learners' answers"
        indexes = (models.Index(fields=["user", "-at"], name="interviews_ratedanswer_own"),)

    def __str__(self) -> str:
        return f"rating {self.pk}"


class DimensionScore(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    rating = models.ForeignKey(RatedAnswer, on_delete=models.CASCADE, related_name="scores")
    dimension = models.ForeignKey(Dimension, on_delete=models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])

    class Meta:
        verbose_name_plural = "scores of learners' answers"
        constraints = (
            models.UniqueConstraint(fields=["rating", "dimension"], name="interviews_dimensionscore_once"),
            models.CheckConstraint(
                condition=models.Q(score__gte=1, score__lte=5), name="interviews_dimensionscore_in_range"
            ),
        )

    def __str__(self) -> str:
        return str(self.score)


class ReviewCard(OnQuestion):
    """When a question should come back: the state of the ``fsrs`` library's card, column by column.

    ``token`` names it in the history of all that a learner does, where each rating that counts is one event.
    """

    RATED: ClassVar[str] = "rated"

    token = models.UUIDField(default=uuid.uuid4, editable=False)
    state = models.PositiveSmallIntegerField(help_text="1 learning, 2 review, 3 relearning.")
    step = models.PositiveSmallIntegerField(null=True, blank=True)
    stability = models.FloatField(null=True, blank=True)
    difficulty = models.FloatField(null=True, blank=True)
    due_on = models.DateField()
    last_on = models.DateField(null=True, blank=True)
    lapses = models.PositiveSmallIntegerField(default=0, help_text="How often it was fumbled after it had been known.")
    moved_from = models.DateField(
        null=True,
        editable=False,
        help_text="Where it stood until days were counted as days, if replaying its log then moved it.",
    )

    class Meta(OnQuestion.Meta):
        verbose_name_plural = "learners' review cards"
        indexes = (models.Index(fields=["user", "due_on"], name="interviews_reviewcard_due_on"),)
        constraints = (
            *OnQuestion.Meta.constraints,
            models.UniqueConstraint(fields=["user", "question"], name="interviews_reviewcard_once_question"),
            models.UniqueConstraint(fields=["user", "asked"], name="interviews_reviewcard_once_asked"),
            models.UniqueConstraint(fields=["user", "token"], name="interviews_reviewcard_named"),
            models.CheckConstraint(condition=models.Q(state__in=[1, 2, 3]), name="interviews_reviewcard_state_known"),
        )

    def __str__(self) -> str:
        return f"card {self.pk}"


class ReviewLog(models.Model):
    """One review. Appended, never changed: replaying the log gives the card. ``token`` comes with the form.

    The form sent again with other words is one more review, and the one before it is marked as ``corrected``.
    ``on`` is the learner's day at that moment, in the time zone they had then.
    """

    NAMED_BY: ClassVar[tuple[str, ...]] = ("card", "token", "at")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    card = models.ForeignKey(ReviewCard, on_delete=models.CASCADE, related_name="reviews")
    token = models.UUIDField()
    grade = models.CharField(max_length=7, choices=Grade)
    at = models.DateTimeField()
    on = models.DateField()
    corrected = models.BooleanField(default=False, help_text=CORRECTED)

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "learners' reviews"
        constraints = (
            models.UniqueConstraint(
                fields=["card", "token"], condition=models.Q(corrected=False), name="interviews_reviewlog_once"
            ),
            models.CheckConstraint(condition=models.Q(grade__in=Grade.values), name="interviews_reviewlog_grade_known"),
        )

    def __str__(self) -> str:
        return self.grade


class PracticeSettings(models.Model):
    """How much a learner wants to practice in a day."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    daily_cap = models.PositiveSmallIntegerField(
        "questions a day", default=5, validators=[MinValueValidator(1), MaxValueValidator(50)]
    )

    class Meta:
        verbose_name_plural = "learners' practice settings"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(daily_cap__gte=1, daily_cap__lte=50), name="interviews_practicesettings_cap_in_range"
            ),
        )

    def __str__(self) -> str:
        return f"{self.daily_cap} a day"
