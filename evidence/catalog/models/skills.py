"""The skills a technical project manager is asked for, and the words postings use for them."""

from django.db import models
from django.urls import reverse

from curation.constraints import one_of
from curation.models import Curated


class SkillLevel(models.TextChoices):
    ENTRY = "entry", "Entry"
    MID = "mid", "Mid"
    SENIOR = "senior", "Senior"


class SkillWeight(models.IntegerChoices):
    SPECIFIC = 1, "Specific to an employer, tool or domain"
    COMMON = 2, "Common, and often decisive for a given role"
    EXPECTED = 3, "Expected of almost every technical project manager"


class SkillGroup(Curated):
    slug = models.SlugField(max_length=80, unique=True, help_text="Part of the address. It never changes.")
    name = models.CharField(max_length=80)
    description = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")

    class Meta:
        ordering = ("position", "slug")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('evidence:skills')}#group-{self.slug}"


class Skill(Curated):
    slug = models.SlugField(max_length=80, unique=True, help_text="Part of the address. It never changes.")
    name = models.CharField(max_length=80)
    group = models.ForeignKey(SkillGroup, on_delete=models.PROTECT, related_name="skills")
    weight = models.PositiveSmallIntegerField(choices=SkillWeight, default=SkillWeight.COMMON)
    level = models.CharField(max_length=6, choices=SkillLevel, help_text="From which level on an employer expects it.")
    description = models.CharField(max_length=300, help_text="What somebody with this skill does.")
    match_note = models.TextField(
        blank=True, help_text="For curators: when a match term must not be counted. Not shown to readers."
    )
    onet_task_link = models.BooleanField(
        "in O*NET's task list", default=False, help_text="Whether O*NET names it for IT project managers."
    )
    position = models.PositiveSmallIntegerField(default=100, help_text="Order inside its group, smallest first.")

    class Meta:
        ordering = ("position", "slug")
        constraints = (
            one_of("weight", SkillWeight.values, "evidence_skill_weight_known"),
            one_of("level", SkillLevel.values, "evidence_skill_level_known"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("evidence:skill", kwargs={"skill": self.slug})


class SkillAlias(Curated):
    """A word or phrase that postings use for a skill."""

    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="aliases")
    slug = models.SlugField(max_length=80, help_text="Names this term inside its skill. It never changes.")
    position = models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")
    term = models.CharField(max_length=60)
    case_sensitive = models.BooleanField(
        default=False,
        help_text="Match only in exactly this capitalization, because the lowercase word means more.",
    )

    class Meta:
        ordering = ("position", "slug")
        verbose_name_plural = "skill aliases"
        constraints = (
            models.UniqueConstraint(fields=["skill", "slug"], name="evidence_skillalias_once_in_skill"),
            models.UniqueConstraint(
                fields=["skill", "term"],
                condition=models.Q(retired_at=None),
                name="evidence_skillalias_term_once_in_skill",
                violation_error_message="This skill has this term already.",
            ),
        )

    def __str__(self) -> str:
        return self.term
