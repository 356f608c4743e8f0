"""Stories: one thing that happened, told so that it answers many questions, with the evidence behind it."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from curation.name_order import NameKey, in_name_order
from evidence.models import Evidence, Skill
from interviews.bank.models.questions import Question
from interviews.bank.models.rounds import Competency
from interviews.dates.models import Interview
from interviews.stories.coverage import Tale
from keeping.models import EARLIEST, Own, OwnQuerySet

PART_LENGTH = 5000


class StoryQuerySet(OwnQuerySet):
    def with_link_keys(self) -> Self:
        """With what hangs on each as its form names it, in the same query."""
        return self.annotate(
            skill_slugs=_array(StorySkill, "skill__slug"),
            competency_slugs=_array(StoryCompetency, "competency__slug"),
            question_slugs=_array(StoryQuestion, "question__slug"),
            evidence_keys=_array(StoryEvidence, "evidence_id"),
        )

    def with_coverage(self) -> Self:
        """With all that ``Story.tale`` needs, in the same query. Evidence in the bin proves nothing."""
        return self.annotate(
            competency_keys=_array(StoryCompetency, "competency_id"),
            question_keys=_array(StoryQuestion, "question_id"),
            amounts=_array(StoryEvidence, "evidence__amount", evidence__deletion=None),
        )

    def answering(self, question: Question) -> Self:
        """Those that answer a question, the surest first: by the learner's word, by competency, by shared skills.

        Each with ``said``, and the names of the competencies (``shown``) and skills (``shared``) that speak for it.
        """
        said = StoryQuestion.objects.filter(story=OuterRef("pk"), question=question)
        found = self.annotate(
            said=Exists(said),
            shown=_array(
                StoryCompetency, "competency__name", competency__questions=question, competency__retired_at=None
            ),
            shared=_array(StorySkill, "skill__name", skill__questions=question),
        ).filter(Q(said=True) | Q(shown__len__gt=0) | Q(shared__len__gt=0))
        return found.order_by("-said", "-shown__len", "-shared__len", "headline_key", "pk")


def _array(through: Any, value: str, **conditions: Any) -> ArraySubquery:
    """What hangs on a story in one of its tables, in order."""
    by = in_name_order(value) if value.endswith("__name") else value
    return ArraySubquery(through.objects.filter(story=OuterRef("pk"), **conditions).order_by(by).values(value))


class Story(Own):
    FIELDS: ClassVar[tuple[str, ...]] = (
        *("headline", "happened_on", "situation", "task", "action", "result", "reflection"),
        *("in_30", "in_90", "in_180"),
    )
    LINKS: ClassVar[tuple[str, ...]] = ("skills", "competencies", "questions", "evidence")
    CHILDREN: ClassVar[dict[str, tuple[str, str]]] = {"tellings": ("telling", "tellings")}

    headline = models.CharField(max_length=120)
    headline_key = models.GeneratedField(
        expression=NameKey("headline"), output_field=models.TextField(db_collation="C"), db_persist=True
    )
    happened_on = models.DateField("when it happened", null=True, blank=True)
    situation = models.CharField(max_length=PART_LENGTH, blank=True)
    task = models.CharField(max_length=PART_LENGTH, blank=True)
    action = models.CharField(max_length=PART_LENGTH, blank=True)
    result = models.CharField(max_length=PART_LENGTH, blank=True)
    reflection = models.CharField("what I learned", max_length=PART_LENGTH, blank=True)
    in_30 = models.CharField("in 30 seconds", max_length=PART_LENGTH, blank=True)
    in_90 = models.CharField("in 90 seconds", max_length=PART_LENGTH, blank=True)
    in_180 = models.CharField("in 3 minutes", max_length=PART_LENGTH, blank=True)
    skills = models.ManyToManyField(Skill, through="StorySkill", blank=True, related_name="+")
    competencies = models.ManyToManyField(Competency, through="StoryCompetency", blank=True, related_name="+")
    questions = models.ManyToManyField(Question, through="StoryQuestion", blank=True, related_name="+")
    evidence = models.ManyToManyField(Evidence, through="StoryEvidence", blank=True, related_name="+")

    objects: ClassVar[Any] = StoryQuerySet.as_manager()

    class Meta:
        ordering = ("headline_key", "pk")
        verbose_name_plural = "learners' stories"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="interviews_story_once"),
            models.CheckConstraint(condition=~models.Q(headline=""), name="interviews_story_named"),
            models.CheckConstraint(
                condition=models.Q(happened_on=None) | models.Q(happened_on__gte=EARLIEST),
                name="interviews_story_not_ancient",
            ),
        )

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return reverse("interviews:story", args=[self.pk])

    def tale(self) -> Tale:
        """The story as its coverage is counted. It comes from ``StoryQuerySet.with_coverage``."""
        row: Any = self
        return Tale(
            key=self.pk,
            headline=self.headline,
            competencies=frozenset(row.competency_keys),
            questions=frozenset(row.question_keys),
            happened_on=self.happened_on,
            result=self.result,
            evidence=len(row.amounts),
            amounts=sum(amount is not None for amount in row.amounts),
        )


class StorySkill(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "skills of learners' stories"
        constraints = (models.UniqueConstraint(fields=["story", "skill"], name="interviews_storyskill_once"),)

    def __str__(self) -> str:
        return str(self.skill_id)


class StoryCompetency(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    competency = models.ForeignKey(Competency, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "competencies of learners' stories"
        constraints = (models.UniqueConstraint(fields=["story", "competency"], name="interviews_storycompetency_once"),)

    def __str__(self) -> str:
        return str(self.competency_id)


class StoryQuestion(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "questions of learners' stories"
        constraints = (models.UniqueConstraint(fields=["story", "question"], name="interviews_storyquestion_once"),)

    def __str__(self) -> str:
        return str(self.question_id)


class StoryEvidence(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name_plural = "evidence of learners' stories"
        constraints = (models.UniqueConstraint(fields=["story", "evidence"], name="interviews_storyevidence_once"),)

    def __str__(self) -> str:
        return str(self.evidence_id)


class Telling(Own):
    """A story that was told: to whom, at which employer, and when."""

    FIELDS: ClassVar[tuple[str, ...]] = ("story", "employer", "to_whom", "on", "interview", "note")

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="tellings")
    employer = models.CharField(max_length=120)
    to_whom = models.CharField("told to", max_length=160, blank=True)
    on = models.DateField("on")
    interview = models.ForeignKey(Interview, null=True, blank=True, on_delete=models.SET_NULL, related_name="tellings")
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("-on", "-pk")
        verbose_name_plural = "tellings of learners' stories"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="interviews_telling_once"),
            models.CheckConstraint(condition=~models.Q(employer=""), name="interviews_telling_says_where"),
            models.CheckConstraint(condition=models.Q(on__gte=EARLIEST), name="interviews_telling_not_ancient"),
        )

    def __str__(self) -> str:
        return f"{self.employer}, {self.on:%b %-d, %Y}"

    def get_absolute_url(self) -> str:
        return reverse("interviews:story", args=[self.story_id])
