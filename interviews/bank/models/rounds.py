"""Kinds of interview rounds, and the competencies that stories have to cover: an editorial frame that curators own."""

from typing import Any, ClassVar, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.core.validators import MaxValueValidator
from django.db import models

from curation.models import Curated, CuratedQuerySet
from interviews.bank.models.questions import Category, Question


class RoundType(Curated):
    """A kind of round: which categories it draws on, and how many of its questions should be new ones."""

    slug = models.SlugField(max_length=80, unique=True, help_text="It never changes.")
    name = models.CharField(max_length=80)
    about = models.CharField(max_length=300, help_text="Who asks, and what they are after.")
    categories = models.ManyToManyField(Category, related_name="rounds")
    new_percent = models.PositiveSmallIntegerField(
        "share of never-seen questions",
        default=30,
        validators=[MaxValueValidator(100)],
        help_text="Percent of a plan for such a round. An editorial suggestion.",
    )
    position = models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")

    class Meta:
        ordering = ("position", "slug")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(new_percent__lte=100),
                name="interviews_roundtype_percent",
                violation_error_message="The share of new questions is at most 100 percent.",
            ),
        )

    def __str__(self) -> str:
        return self.name


class CompetencyQuerySet(CuratedQuerySet):
    def with_question_keys(self) -> Self:
        """``question_keys``: the questions that can be asked and that a story about it answers."""
        through = Competency.questions.through.objects.filter(competency=models.OuterRef("pk"))
        asked = through.filter(question__retired_at=None, question__category__retired_at=None)
        return self.annotate(question_keys=ArraySubquery(asked.order_by("question_id").values("question_id")))


class Competency(Curated):
    """Something that interviewers want to hear a story about, such as saying no to an executive."""

    slug = models.SlugField(max_length=80, unique=True, help_text="It never changes.")
    name = models.CharField(max_length=80, help_text="As in 'no story for ...'.")
    about = models.CharField(max_length=300)
    questions = models.ManyToManyField(
        Question, blank=True, related_name="competencies", help_text="The questions that a story about it answers."
    )
    position = models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")

    objects: ClassVar[Any] = CompetencyQuerySet.as_manager()

    class Meta:
        ordering = ("position", "slug")
        verbose_name_plural = "competencies"

    def __str__(self) -> str:
        return self.name
