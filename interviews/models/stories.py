"""Stories: one thing that happened, told so that it answers many questions, with the evidence behind it."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.urls import reverse

from evidence.models import Evidence, Own, Skill
from evidence.models.own import Document
from evidence.models.work import EARLIEST
from interviews.models.bank import Question
from interviews.models.practice import Interview
from interviews.models.rounds import Competency

PART_LENGTH = 5000


class Story(Own):
    FIELDS: ClassVar[tuple[str, ...]] = (
        *("headline", "happened_on", "situation", "task", "action", "result", "reflection"),
        *("in_30", "in_90", "in_180"),
    )
    # What hangs on a story, by name: the table it points to and how the document names a row.
    LINKS: ClassVar[dict[str, str]] = {"skills": "slug", "competencies": "slug", "questions": "slug", "evidence": "pk"}

    headline = models.CharField(max_length=120)
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

    class Meta:
        ordering = ("headline", "pk")
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

    def document(self) -> Document:
        links = {
            name: sorted(getattr(self, name).order_by().values_list(by, flat=True)) for name, by in self.LINKS.items()
        }
        return super().document() | links

    def save_links(self, document: Document) -> None:
        for name, by in self.LINKS.items():
            if name in document:
                rows = self._meta.get_field(name).related_model.objects.filter(**{f"{by}__in": document[name]})  # type: ignore[union-attr]
                # A piece of evidence that is somebody else's is left out.
                own = rows.filter(user=self.user_id) if name == "evidence" else rows
                getattr(self, name).set(own)

    def years_old(self, today: date) -> int | None:
        """Whole years since it happened, or ``None`` if the learner has not said when."""
        if self.happened_on is None:
            return None
        before = (today.month, today.day) < (self.happened_on.month, self.happened_on.day)
        return today.year - self.happened_on.year - before


class StorySkill(models.Model):
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "skills of learners' stories"
        constraints = (models.UniqueConstraint(fields=["story", "skill"], name="interviews_storyskill_once"),)

    def __str__(self) -> str:
        return str(self.skill_id)


class StoryCompetency(models.Model):
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    competency = models.ForeignKey(Competency, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "competencies of learners' stories"
        constraints = (models.UniqueConstraint(fields=["story", "competency"], name="interviews_storycompetency_once"),)

    def __str__(self) -> str:
        return str(self.competency_id)


class StoryQuestion(models.Model):
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "questions of learners' stories"
        constraints = (models.UniqueConstraint(fields=["story", "question"], name="interviews_storyquestion_once"),)

    def __str__(self) -> str:
        return str(self.question_id)


class StoryEvidence(models.Model):
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
        return f"{self.employer}, {self.on:%-d %b %Y}"

    def get_absolute_url(self) -> str:
        return reverse("interviews:story", args=[self.story_id])
