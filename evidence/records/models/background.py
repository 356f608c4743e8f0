"""What a learner brings along: how well they know each skill, education, training, and credentials they hold."""

from decimal import Decimal
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse

from evidence.catalog import eligibility
from evidence.catalog.models.credentials import Credential
from evidence.catalog.models.rules import EligibilityRequirement
from evidence.catalog.models.skills import Skill
from keeping.models import EARLIEST, Document, Own, OwnQuerySet

EducationLevel = EligibilityRequirement.Education
TrainingKind = EligibilityRequirement.Training


class Grip(models.IntegerChoices):
    """How well somebody knows a skill, in their own judgement. A scale of ours."""

    NONE = 0, "Not yet"
    LEARNING = 1, "Learning it"
    WITH_HELP = 2, "With help"
    ALONE = 3, "On my own"
    TEACHES = 4, "I could teach it"


class SkillStanding(Own):
    """Where one learner stands with one skill, and where they want to be; ``None`` where they have not said."""

    FIELDS: ClassVar[tuple[str, ...]] = ("now", "wanted")

    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="standings")
    now = models.PositiveSmallIntegerField(choices=Grip, null=True, blank=True)
    wanted = models.PositiveSmallIntegerField(choices=Grip, null=True, blank=True)

    class Meta:
        verbose_name_plural = "learners' skills"
        constraints = (
            models.UniqueConstraint(fields=["user", "skill"], name="evidence_skillstanding_once"),
            models.CheckConstraint(
                condition=models.Q(now=None) | models.Q(now__in=Grip.values), name="evidence_skillstanding_now_known"
            ),
            models.CheckConstraint(
                condition=models.Q(wanted=None) | models.Q(wanted__in=Grip.values),
                name="evidence_skillstanding_wanted_known",
            ),
        )

    def __str__(self) -> str:
        return f"skill {self.skill_id}"

    def document(self) -> Document:
        return super().document() | {"skill": self.skill.slug}


class Education(Own):
    """A degree or diploma, finished or not yet: only a finished one meets a requirement."""

    FIELDS: ClassVar[tuple[str, ...]] = ("level", "title", "institution", "accredited", "finished_on", "was_over")

    level = models.CharField(max_length=10, choices=EducationLevel)
    title = models.CharField("what it is", max_length=160, blank=True)
    institution = models.CharField(max_length=160, blank=True)
    accredited = models.BooleanField("its program is accredited by PMI's GAC", default=False)
    finished_on = models.DateField("finished on", help_text="Or the day you expect to finish.")
    was_over = models.BooleanField(
        "whether that day had come",
        default=False,
        help_text="Where the learner was when they said so. It tells what was finished from what is expected.",
    )

    class Meta:
        ordering = ("-finished_on", "-pk")
        verbose_name_plural = "learners' education"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="evidence_education_once"),
            models.CheckConstraint(
                condition=models.Q(level__in=EducationLevel.values), name="evidence_education_level_known"
            ),
            models.CheckConstraint(
                condition=models.Q(finished_on__gte=EARLIEST), name="evidence_education_not_ancient"
            ),
        )

    def __str__(self) -> str:
        return self.title or str(self.get_level_display())

    def get_absolute_url(self) -> str:
        return f"{reverse('evidence:background')}#education"


class Training(Own):
    """A course with its contact hours."""

    FIELDS: ClassVar[tuple[str, ...]] = ("title", "provider", "kind", "hours", "finished_on", "credential", "url")

    title = models.CharField("name of the course", max_length=160)
    provider = models.CharField(max_length=160, blank=True)
    kind = models.CharField("what it taught", max_length=20, choices=TrainingKind)
    hours = models.DecimalField(
        "contact hours",
        max_digits=6,
        decimal_places=1,
        validators=[MinValueValidator(Decimal("0.1")), MaxValueValidator(Decimal(10_000))],
    )
    finished_on = models.DateField("finished on")
    credential = models.ForeignKey(
        Credential,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="For a course run by the issuer: the credential it leads to.",
    )
    url = models.URLField("where the certificate is", max_length=500, blank=True)

    class Meta:
        ordering = ("-finished_on", "-pk")
        verbose_name_plural = "learners' training"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="evidence_training_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=TrainingKind.values), name="evidence_training_kind_known"
            ),
            models.CheckConstraint(condition=models.Q(hours__gt=0), name="evidence_training_hours_positive"),
            models.CheckConstraint(condition=models.Q(finished_on__gte=EARLIEST), name="evidence_training_not_ancient"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{reverse('evidence:background')}#training"

    def course(self) -> eligibility.Course:
        """The course as the ledger counts it. ``credential`` must be loaded."""
        return eligibility.Course(
            self.kind, self.hours, self.finished_on, self.credential.slug if self.credential else ""
        )


class HeldCredential(Own):
    """A credential the learner has earned: one of the catalog, or another by its ``name``."""

    FIELDS: ClassVar[tuple[str, ...]] = ("credential", "name", "issuer", "earned_on", "expires_on", "number", "url")
    CHILDREN: ClassVar[dict[str, tuple[str, str]]] = {
        "units": ("entry of renewal units", "entries of renewal units"),
    }

    credential = models.ForeignKey(Credential, null=True, blank=True, on_delete=models.PROTECT, related_name="held_by")
    name = models.CharField("another one", max_length=160, blank=True, help_text="If it is not in the list.")
    issuer = models.CharField("who issued it", max_length=160, blank=True)
    earned_on = models.DateField("earned on")
    expires_on = models.DateField("valid until", null=True, blank=True, help_text="The last day. Empty: for good.")
    number = models.CharField("its number", max_length=80, blank=True)
    url = models.URLField("where it can be verified", max_length=500, blank=True)

    class Meta:
        ordering = ("-earned_on", "-pk")
        verbose_name_plural = "credentials that learners hold"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="evidence_heldcredential_once"),
            models.CheckConstraint(
                condition=models.Q(expires_on=None) | models.Q(expires_on__gte=models.F("earned_on")),
                name="evidence_heldcredential_dates_ordered",
            ),
            models.CheckConstraint(
                condition=models.Q(earned_on__gte=EARLIEST), name="evidence_heldcredential_not_ancient"
            ),
            models.CheckConstraint(
                condition=(models.Q(credential=None) & ~models.Q(name=""))
                | (models.Q(credential__isnull=False) & models.Q(name="")),
                name="evidence_heldcredential_one_name",
            ),
        )

    def __str__(self) -> str:
        return str(self.credential or self.name)

    def get_absolute_url(self) -> str:
        return f"{reverse('evidence:background')}#credentials"


class RenewalUnitsQuerySet(OwnQuerySet):
    def for_user(self, user: AbstractBaseUser) -> "RenewalUnitsQuerySet":
        """The learner's units whose credential is not in the bin either: they are hidden with it, and back with it."""
        here: RenewalUnitsQuerySet = super().for_user(user).filter(holding__deletion=None)
        return here


class RenewalUnits(Own):
    """Learning that counts toward the next cycle of a credential that is held."""

    FIELDS: ClassVar[tuple[str, ...]] = ("holding", "what", "units", "earned_on")

    holding = models.ForeignKey(HeldCredential, on_delete=models.CASCADE, related_name="units")
    what = models.CharField(max_length=200)
    units = models.DecimalField(
        max_digits=6,
        decimal_places=2,
        validators=[MinValueValidator(Decimal("0.01")), MaxValueValidator(Decimal(1000))],
    )
    earned_on = models.DateField("earned on")

    objects: ClassVar[Any] = RenewalUnitsQuerySet.as_manager()

    class Meta:
        ordering = ("-earned_on", "-pk")
        verbose_name_plural = "learners' renewal units"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="evidence_renewalunits_once"),
            models.CheckConstraint(condition=models.Q(units__gt=0), name="evidence_renewalunits_positive"),
            models.CheckConstraint(
                condition=models.Q(earned_on__gte=EARLIEST), name="evidence_renewalunits_not_ancient"
            ),
        )

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return f"{reverse('evidence:background')}#credentials"
