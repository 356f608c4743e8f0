"""The question bank as curated tables: questions in categories, and the rubric that answers are rated by."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import connection, models, transaction
from django.urls import reverse

from curation.constraints import one_of
from curation.models import Curated, CuratedQuerySet, Source
from curation.searching import Folded
from evidence.models import Skill

LINES = "One per line."

# Addresses of the section that are no questions, see ``interviews.urls``.
FIXED_WORDS = ("surprise", "practice", "mine", "dates", "mock", "help", "stories")


def validate_no_fixed_word(value: str) -> None:
    """Raise ``ValidationError`` if a slug would give a question the address of another page."""
    if value in FIXED_WORDS:
        raise ValidationError(f"{value} is the address of another page. A question's slug starts with q-.")


# The roadmap's steps, by the slugs of their addresses. Both rooms are on one floor, so the names are said twice.
STEPS = {
    "get-credentials": "Get credentials",
    "sharpen-skills": "Sharpen skills",
    "gain-experience": "Gain experience",
    "craft-resume": "Craft the resume",
    "practice-interviewing": "Practice interviewing",
    "apply-for-jobs": "Apply for jobs",
}


def validate_steps(value: str) -> None:
    """Raise ``ValidationError`` unless every line is the slug of a step."""
    unknown = [line for line in value.splitlines() if line not in STEPS]
    if unknown:
        raise ValidationError(f"There is no step called {', '.join(unknown)}. Known: {', '.join(STEPS)}.")


class QuestionLevel(models.TextChoices):
    ENTRY = "entry", "First or second role"
    MID = "mid", "Runs projects independently"
    SENIOR = "senior", "Leads programs or several teams"


class Origin(models.TextChoices):
    ORIGINAL = "original", "Written for this site"
    ARTICLE = "article", "From the article"
    SUGGESTED = "suggested", "Suggested by a learner"


class Category(Curated):
    slug = models.SlugField(max_length=80, unique=True, help_text="Part of the address. It never changes.")
    name = models.CharField(max_length=80)
    tests = models.CharField(max_length=200, help_text="What these questions test.")
    assess = models.CharField(max_length=300, help_text="What interviewers assess, after the word 'assess'.")
    position = models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")

    class Meta:
        ordering = ("position", "slug")
        verbose_name_plural = "categories"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('interviews:bank')}?category={self.slug}"


class RubricScore(Curated):
    """One score of the scale, with what it means for an answer as a whole."""

    slug = models.SlugField(max_length=80, unique=True, help_text="It never changes.")
    score = models.PositiveSmallIntegerField(unique=True, validators=[MinValueValidator(1), MaxValueValidator(5)])
    label = models.CharField(max_length=40)
    description = models.CharField(max_length=200)

    class Meta:
        ordering = ("score",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(score__gte=1, score__lte=5),
                name="interviews_rubricscore_in_range",
                violation_error_message="A score is from 1 to 5.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.score}: {self.label}"


class DimensionQuerySet(CuratedQuerySet):
    def for_category(self, category: int | None) -> Self:
        """The published dimensions that an answer to a question of a category is rated on."""
        applies = models.Q(applies_to=None) | models.Q(applies_to=category)
        return self.published().filter(applies).distinct()

    def by_category(self, categories: Iterable[int]) -> "dict[int, list[Dimension]]":
        """The same for each of some categories, in one query however many there are."""
        applies = Dimension.applies_to.through.objects.filter(dimension=models.OuterRef("pk"))
        rows: list[Any] = list(self.published().annotate(only_for=ArraySubquery(applies.values("category"))))
        return {
            category: [row for row in rows if not row.only_for or category in row.only_for]
            for category in set(categories)
        }


class Dimension(Curated):
    """One thing an answer is rated on, with what a weak, a solid and an outstanding one look like."""

    slug = models.SlugField(max_length=80, unique=True, help_text="It never changes.")
    name = models.CharField(max_length=80)
    looks_for = models.CharField(max_length=200)
    score_1 = models.CharField("a 1 looks like", max_length=200)
    score_3 = models.CharField("a 3 looks like", max_length=200)
    score_5 = models.CharField("a 5 looks like", max_length=200)
    applies_to = models.ManyToManyField(
        Category, blank=True, related_name="dimensions", help_text="Empty: to every category."
    )
    position = models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")

    objects: ClassVar[Any] = DimensionQuerySet.as_manager()

    class Meta:
        ordering = ("position", "slug")

    def __str__(self) -> str:
        return self.name


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class QuestionQuerySet(CuratedQuerySet):
    def published(self) -> Self:
        return self.filter(retired_at=None, category__retired_at=None)

    def with_a_page(self) -> Self:
        """Offered or retired: all but the drafts."""
        return self.filter(draft=False)

    def in_order(self) -> Self:
        return self.order_by("category__position", "position", "slug")

    def with_card(self) -> Self:
        """All that a card in a list shows."""
        return self.select_related("category")


class Question(Curated):
    slug = models.SlugField(
        max_length=80,
        unique=True,
        validators=[validate_no_fixed_word],
        help_text="Part of the address, such as q-first-90-days. It never changes.",
    )
    text = models.CharField("question", max_length=300)
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="questions")
    level = models.CharField(max_length=6, choices=QuestionLevel)
    origin = models.CharField(max_length=9, choices=Origin, default=Origin.ORIGINAL)
    source = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="If it is not our own."
    )
    points = models.TextField("what a good answer covers", help_text=LINES)
    follow_ups = models.TextField("follow-up questions", blank=True, help_text=LINES)
    steps = models.CharField(
        max_length=200,
        blank=True,
        validators=[validate_steps],
        help_text="The roadmap's steps it belongs to, by their slugs. One per line.",
    )
    seconds = models.PositiveSmallIntegerField(
        "target length",
        default=120,
        validators=[MinValueValidator(15), MaxValueValidator(900)],
        help_text="Seconds a spoken answer should take. An editorial suggestion.",
    )
    skills = models.ManyToManyField(Skill, blank=True, related_name="questions")
    keywords = models.TextField(
        blank=True, editable=False, help_text="Skills with the words postings use, and the category: for the search."
    )
    position = models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")
    draft = models.BooleanField(
        default=False,
        editable=False,
        help_text="Taken in from a learner and waiting for a curator to edit and publish it. It is on no page.",
    )
    words = models.GeneratedField(
        expression=SearchVector(Folded("text"), weight="A", config="english")
        + SearchVector(Folded("keywords"), weight="B", config="english")
        + SearchVector(Folded("points"), Folded("follow_ups"), weight="C", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects: ClassVar[Any] = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ("category__position", "position", "slug")
        indexes = (
            GinIndex(fields=["words"], name="interviews_question_words"),
            # Default order, with all that the filters ask for, so that the table itself need not be read.
            models.Index(
                fields=["category", "position", "slug", "level", "origin", "steps", "id"],
                condition=models.Q(retired_at=None),
                name="interviews_question_bank",
            ),
        )
        constraints = (
            one_of("level", QuestionLevel.values, "interviews_question_level_known"),
            one_of("origin", Origin.values, "interviews_question_origin_known"),
            models.CheckConstraint(
                condition=~models.Q(origin="article") | models.Q(source__isnull=False),
                name="interviews_question_article_has_source",
                violation_error_message="A question from the article names its source.",
            ),
            models.CheckConstraint(
                condition=models.Q(draft=False) | models.Q(retired_at__isnull=False),
                name="interviews_question_draft_is_not_offered",
                violation_error_message="A draft is not offered yet. Publish it first.",
            ),
            models.CheckConstraint(
                condition=models.Q(seconds__gte=15, seconds__lte=900),
                name="interviews_question_seconds_in_range",
                violation_error_message="Allow from 15 to 900 seconds.",
            ),
        )

    def __str__(self) -> str:
        return self.text

    @property
    def point_lines(self) -> list[str]:
        return _lines(self.points)

    @property
    def follow_up_lines(self) -> list[str]:
        return _lines(self.follow_ups)

    def get_absolute_url(self) -> str:
        return reverse("interviews:question", args=[self.slug])

    @transaction.atomic
    def bring_back(self, *, at: datetime) -> None:
        """Offer it, for a draft the first time."""
        if self.draft:
            self.draft = False
            self.save(update_fields=["draft"])
        super().bring_back(at=at)

    @property
    def step_names(self) -> list[tuple[str, str]]:
        return [(slug, STEPS[slug]) for slug in self.steps.splitlines() if slug in STEPS]


def refresh_keywords(questions: Iterable[int] | None = None) -> int:
    """Write the words by which questions are found through their skills and category; all, or those by key.

    One statement; rows that are right already are not touched. Each step is worked out once: right after a seeding the
    planner knows nothing of the tables yet and would repeat them for every row. Returns the number of changed rows.
    """
    only = "" if questions is None else "WHERE q.id = ANY(%s)"
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH k AS MATERIALIZED (
              SELECT s.id, concat_ws(' ', s.name, string_agg(a.term, ' ' ORDER BY a.position)) AS words
              FROM evidence_skill s
              LEFT JOIN evidence_skillalias a ON a.skill_id = s.id AND a.retired_at IS NULL
              GROUP BY s.id
            ), f AS MATERIALIZED (
              SELECT q.id, concat_ws(' ', c.name, string_agg(k.words, ' ' ORDER BY k.id)) AS words
              FROM interviews_question q
              JOIN interviews_category c ON c.id = q.category_id
              LEFT JOIN interviews_question_skills l ON l.question_id = q.id
              LEFT JOIN k ON k.id = l.skill_id
              {only}
              GROUP BY q.id, c.name
            )
            UPDATE interviews_question q SET keywords = f.words FROM f
            WHERE f.id = q.id AND q.keywords <> f.words
            """,  # noqa: S608 (no part comes from outside)
            [] if questions is None else [list(questions)],
        )
        return int(cursor.rowcount)
