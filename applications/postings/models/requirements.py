"""What a posting demands, row by row, and how a learner likes each kind of task."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from applications.postings.models.applications import QUOTE_LENGTH, Application
from applications.reading.shapes import KINDS, LEVELS, PREFERRED, REQUIRED
from evidence.models import Credential, Skill
from keeping.models import Own
from keeping.shapes import NUMBER, TEXT, Shape, list_of, or_none, with_keys

STRENGTHS = [(REQUIRED, "Required"), (PREFERRED, "Preferred")]
KINDS_IN_WORDS = {
    "experience": "Months or years of experience",
    "skill": "Skill or knowledge",
    "credential": "Credential",
    "degree": "Degree or schooling",
    "language": "Language",
    "clearance": "Clearance",
    "travel": "Travel or relocation",
    "other": "Something else",
}
LEVELS_IN_WORDS = {
    "": "Not a matter of schooling",
    "secondary": "High school",
    "associate": "Associate degree",
    "bachelor": "Bachelor's degree",
    "master": "Master's degree or more",
}
assert {*KINDS_IN_WORDS} == {*KINDS}
assert {*LEVELS_IN_WORDS} == {"", *LEVELS}
# Something else that satisfies it, see ``reading.shapes``. An older version kept less of it.
ALTERNATIVE = with_keys(
    may_have_more=True,
    **{name: or_none(TEXT) for name in ("quote", "kind", "level")},
    **{name: or_none(NUMBER) for name in ("months", "within_months")},
    credentials=or_none(list_of(TEXT)),
)


class Said(models.TextChoices):
    """What a learner says of a requirement that no record of theirs can show."""

    NOTHING = "", "Nothing yet"
    YES = "yes", "I have this"
    NO = "no", "I do not have this"


class Requirement(Own):
    """One demand of a posting in its exact words, as it was read or as the learner put it right.

    ``months`` is the smallest time that satisfies it; ``within_previous``: they are part of those of the row before.
    ``confirmed``: the learner has looked at it. ``corrected``: they changed what had been read, which is remembered.
    """

    # What a document says of it beside where it belongs and what it is linked to.
    PLAIN: ClassVar[tuple[str, ...]] = (
        *("place", "quote", "strength", "kind", "any_of", "unlisted", "level", "languages", "months"),
        *("within_previous", "percent", "alternatives", "confirmed", "corrected", "said"),
    )
    FIELDS: ClassVar[tuple[str, ...]] = ("application", *PLAIN)
    LINKS: ClassVar[tuple[str, ...]] = ("skills", "credentials")
    SHAPES: ClassVar[dict[str, Shape]] = {
        "unlisted": list_of(TEXT),
        "languages": list_of(TEXT),
        "alternatives": list_of(ALTERNATIVE),
    }
    # Some twenty for each posting.
    MOST_ROWS: ClassVar[int] = 40_000

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="requirements")
    place = models.PositiveIntegerField(default=0)
    quote = models.CharField("in the words of the posting", max_length=QUOTE_LENGTH)
    strength = models.CharField(max_length=9, choices=STRENGTHS, default=REQUIRED)
    kind = models.CharField(max_length=10, choices=list(KINDS_IN_WORDS.items()), default="other")
    skills = models.ManyToManyField(Skill, through="RequirementSkill", blank=True, related_name="+")
    credentials = models.ManyToManyField(Credential, through="RequirementCredential", blank=True, related_name="+")
    any_of = models.BooleanField("one of them is enough", default=False)
    unlisted = models.JSONField("credentials that this site does not list", default=list, blank=True)
    level = models.CharField("schooling", max_length=9, blank=True, choices=list(LEVELS_IN_WORDS.items())[1:])
    languages = models.JSONField(default=list, blank=True, help_text="A list of codes by ISO 639-1.")
    months = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(720)])
    within_previous = models.BooleanField("its months are part of those of the row before", default=False)
    percent = models.PositiveSmallIntegerField(
        "percent of travel", null=True, blank=True, validators=[MaxValueValidator(100)]
    )
    alternatives = models.JSONField("what else would do", default=list, blank=True)
    confirmed = models.BooleanField("looked at", default=False)
    corrected = models.BooleanField(default=False)
    said = models.CharField("what I say of it", max_length=3, blank=True, choices=Said)

    class Meta:
        ordering = ("application", "place", "pk")
        verbose_name_plural = "requirements of learners' postings"
        indexes = (
            models.Index(fields=["user", "quote"], condition=Q(corrected=True), name="applications_requirement_right"),
        )
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="applications_requirement_once"),
            models.CheckConstraint(condition=~Q(quote=""), name="applications_requirement_worded"),
            models.CheckConstraint(
                condition=Q(strength__in=[one for one, _ in STRENGTHS]), name="applications_requirement_strength_known"
            ),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="applications_requirement_kind_known"),
            models.CheckConstraint(
                condition=Q(level="") | Q(level__in=LEVELS), name="applications_requirement_level_known"
            ),
            models.CheckConstraint(
                condition=Q(percent=None) | Q(percent__lte=100), name="applications_requirement_percent"
            ),
            models.CheckConstraint(condition=Q(said__in=Said.values), name="applications_requirement_said_known"),
        )

    def __str__(self) -> str:
        return self.quote

    def get_absolute_url(self) -> str:
        return f"{reverse('applications:application', args=[self.application_id])}#row-{self.pk}"


class RequirementSkill(models.Model):
    """A skill that a requirement names."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    requirement = models.ForeignKey(Requirement, on_delete=models.CASCADE, related_name="skill_rows")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "skills of requirements"
        constraints = (
            models.UniqueConstraint(fields=["requirement", "skill"], name="applications_requirementskill_once"),
        )

    def __str__(self) -> str:
        return f"skill {self.skill_id}"


class RequirementCredential(models.Model):
    """A credential that a requirement names."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    requirement = models.ForeignKey(Requirement, on_delete=models.CASCADE, related_name="credential_rows")
    credential = models.ForeignKey(Credential, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "credentials of requirements"
        constraints = (
            models.UniqueConstraint(
                fields=["requirement", "credential"], name="applications_requirementcredential_once"
            ),
        )

    def __str__(self) -> str:
        return f"credential {self.credential_id}"


class Liking(models.TextChoices):
    ENERGIZES = "energizes", "Energizes me"
    FINE = "fine", "Is fine"
    DRAINS = "drains", "Drains me"


class TaskLiking(Own):
    """How a learner likes one kind of task (``proof.liking``), rated once for all postings."""

    FIELDS: ClassVar[tuple[str, ...]] = ("task", "liking")
    LISTED_AT: ClassVar[str] = "applications:likings"

    task = models.CharField("kind of task", max_length=30)
    liking = models.CharField(max_length=9, choices=Liking)

    class Meta:
        ordering = ("task",)
        verbose_name_plural = "how learners like kinds of tasks"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="applications_taskliking_once"),
            models.UniqueConstraint(fields=["user", "task"], name="applications_taskliking_one_for_each"),
            models.CheckConstraint(condition=Q(liking__in=Liking.values), name="applications_taskliking_known"),
        )

    def __str__(self) -> str:
        return f"{self.task}: {self.get_liking_display()}"
