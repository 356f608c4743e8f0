"""Degrees and certifications, with the issuers' rules, fees and facts as rows that name their source (rule R6)."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models, transaction
from django.urls import reverse

from curation.models import Curated, Source
from evidence.models.skills import SkillLevel


class CredentialKind(models.TextChoices):
    DEGREE = "degree", "Degree"
    CERTIFICATION = "certification", "Certification"
    CERTIFICATE_PROGRAM = "certificate_program", "Certificate program"


class Relevance(models.TextChoices):
    CORE = "core", "Core"
    RECOMMENDED = "recommended", "Recommended"
    SITUATIONAL = "situational", "In some situations"
    REGIONAL = "regional", "In some regions"
    RARELY = "rarely", "Rarely"


class Credential(Curated):
    slug = models.SlugField(max_length=80, unique=True, help_text="Part of the address. It never changes.")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=CredentialKind)
    issuer = models.CharField(max_length=120)
    level = models.CharField(max_length=6, choices=SkillLevel)
    relevance = models.CharField(max_length=12, choices=Relevance, help_text="For a technical project manager.")
    summary = models.TextField(help_text="What it is, in one or two sentences.")
    alternatives = models.TextField(blank=True, help_text="What people do who do not have it.")
    good_for = models.CharField(max_length=300, blank=True)
    less_useful_for = models.CharField(max_length=300, blank=True)
    regions = models.CharField(max_length=200, blank=True, help_text="Where it is asked for, if not everywhere.")
    keywords = models.CharField(
        max_length=300,
        blank=True,
        help_text="How postings write it, separated by commas. Not shown to readers.",
    )
    keyword_note = models.TextField(blank=True, help_text="For curators. Not shown to readers.")
    official_url = models.URLField("official page", max_length=500, blank=True)
    official_url_checked_on = models.DateField(
        "official page opened on", null=True, blank=True, help_text="The day a curator last opened it."
    )
    hours_min = models.PositiveSmallIntegerField("preparation from", null=True, blank=True, help_text="Hours.")
    hours_max = models.PositiveSmallIntegerField("preparation to", null=True, blank=True, help_text="Hours.")
    hours_source = models.ForeignKey(
        Source,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="source of the preparation hours",
        help_text="Empty if the hours are our own editorial estimate.",
    )
    eligibility_note = models.TextField(blank=True, help_text="What a reader should know about the rules below.")
    fee_note = models.TextField(blank=True, help_text="What a reader should know about the fees below.")
    exam_note = models.TextField(blank=True, help_text="What a reader should know about the exam facts below.")
    sources = models.ManyToManyField(Source, blank=True, related_name="credentials")
    position = models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")

    class Meta:
        ordering = ("position", "slug")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=CredentialKind.values), name="evidence_credential_kind_known"
            ),
            models.CheckConstraint(
                condition=models.Q(level__in=SkillLevel.values), name="evidence_credential_level_known"
            ),
            models.CheckConstraint(
                condition=models.Q(relevance__in=Relevance.values), name="evidence_credential_relevance_known"
            ),
            models.CheckConstraint(
                condition=models.Q(hours_min__isnull=True, hours_max__isnull=True)
                | models.Q(
                    # Said outright, because a comparison with nothing is no refusal.
                    hours_min__isnull=False,
                    hours_max__isnull=False,
                    hours_min__gte=1,
                    hours_max__gte=models.F("hours_min"),
                ),
                name="evidence_credential_hours_ordered",
                violation_error_message="Give the preparation hours from and to, the smaller first, or neither.",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("evidence:credential", kwargs={"credential": self.slug})


class Sourced(Curated):
    """A fact about a credential that cannot exist without its source and the day it was last compared with it."""

    slug = models.SlugField(max_length=80, help_text="Names this row inside its credential. It never changes.")
    position = models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    as_of = models.CharField(max_length=120, help_text="The date the source gives for it, in the source's words.")
    checked_on = models.DateField(help_text="The day somebody last compared this with the source.")
    unconfirmed = models.BooleanField(
        default=False, help_text="Tick if the source is old, undated or alone, so that readers are told."
    )

    class Meta:
        abstract = True
        ordering = ("position", "slug")


class CredentialFee(Sourced):
    credential = models.ForeignKey(Credential, on_delete=models.PROTECT, related_name="fees")
    name = models.CharField(max_length=120)
    amount = models.DecimalField(max_digits=9, decimal_places=2, validators=[MinValueValidator(Decimal("0.01"))])
    currency = models.CharField(
        max_length=3,
        default="USD",
        help_text="Three letters, such as USD.",
        validators=[RegexValidator(r"^[A-Z]{3}$", "Three capital letters, such as USD.")],
    )

    class Meta(Sourced.Meta):
        constraints = (
            models.UniqueConstraint(fields=["credential", "slug"], name="evidence_credentialfee_once"),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="evidence_credentialfee_amount_positive"),
            models.CheckConstraint(condition=~models.Q(as_of=""), name="evidence_credentialfee_dated"),
        )

    def __str__(self) -> str:
        return f"{self.name}: {self.amount} {self.currency}"


class CredentialFact(Sourced):
    """Something about the exam, the course or the renewal, such as 'Time: 240 minutes'."""

    class Kind(models.TextChoices):
        EXAM = "exam", "Exam"
        RENEWAL = "renewal", "Renewal"
        CONTENT = "content", "Content"

    credential = models.ForeignKey(Credential, on_delete=models.PROTECT, related_name="facts")
    kind = models.CharField(max_length=7, choices=Kind)
    label = models.CharField(max_length=80)
    value = models.CharField(max_length=300)

    class Meta(Sourced.Meta):
        constraints = (
            models.UniqueConstraint(fields=["credential", "slug"], name="evidence_credentialfact_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["exam", "renewal", "content"]),
                name="evidence_credentialfact_kind_known",
            ),
            models.CheckConstraint(condition=~models.Q(as_of=""), name="evidence_credentialfact_dated"),
        )

    def __str__(self) -> str:
        return f"{self.label}: {self.value}"


class ExamDomain(Sourced):
    """A part of the exam's outline and its share of the questions."""

    credential = models.ForeignKey(Credential, on_delete=models.PROTECT, related_name="domains")
    name = models.CharField(max_length=120)
    weight = models.PositiveSmallIntegerField(
        help_text="Percent of the exam.", validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    previous_weight = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="Percent before the outline last changed.",
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    tasks = models.TextField(blank=True, help_text="One task per line, in our own words.")

    class Meta(Sourced.Meta):
        constraints = (
            models.UniqueConstraint(fields=["credential", "slug"], name="evidence_examdomain_once"),
            models.CheckConstraint(
                condition=models.Q(weight__gte=1, weight__lte=100), name="evidence_examdomain_weight_percent"
            ),
            models.CheckConstraint(condition=~models.Q(as_of=""), name="evidence_examdomain_dated"),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.weight}%)"


class EligibilityPath(Sourced):
    """One way to qualify. All its requirements apply together; a path without any is open to everybody."""

    credential = models.ForeignKey(Credential, on_delete=models.PROTECT, related_name="paths")
    label = models.CharField(max_length=120)
    recommended = models.CharField(
        max_length=200, blank=True, help_text="What the issuer recommends without requiring it."
    )
    version_number = models.PositiveIntegerField(default=0, editable=False)

    class Meta(Sourced.Meta):
        constraints = (
            models.UniqueConstraint(fields=["slug"], name="evidence_eligibilitypath_slug_once"),
            models.CheckConstraint(condition=~models.Q(as_of=""), name="evidence_eligibilitypath_dated"),
        )

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return f"{self.credential.get_absolute_url()}#{self.slug}"

    def snapshot(self) -> dict[str, Any]:
        """What the path asks for as plain values: what ``eligibility.Rule.from_snapshot`` reads."""
        rows = self.requirements.published().prefetch_related("waived_by", "holds")
        return {
            "label": self.label,
            "requirements": [
                {
                    **{name: getattr(row, name) for name in EligibilityRequirement.DECIDING},
                    "waived_by": sorted(held.slug for held in row.waived_by.all()),
                    "holds": sorted(held.slug for held in row.holds.all()),
                }
                for row in rows
            ],
        }

    @transaction.atomic
    def record_version(self, *, at: datetime) -> "PathVersion":
        """Keep the present rule as a new version if it differs from the last one; return the one in force."""
        locked = EligibilityPath.objects.select_for_update().get(pk=self.pk)
        snapshot = locked.snapshot()
        latest = PathVersion.objects.filter(path=locked).order_by("-number").first()
        if latest is not None and latest.snapshot == snapshot:
            return latest
        number = latest.number + 1 if latest else 1
        EligibilityPath.objects.filter(pk=self.pk).update(version_number=number)
        self.version_number = number
        return PathVersion.objects.create(path=locked, number=number, snapshot=snapshot, recorded_at=at)


class EligibilityRequirement(Curated):
    """One thing a path asks for. Which columns count depends on the kind."""

    class Kind(models.TextChoices):
        EDUCATION = "education", "Education"
        EXPERIENCE = "experience", "Experience"
        TRAINING = "training", "Training"
        HOLDS = "holds", "Another credential"
        FLAG = "flag", "A property of the degree"

    class Education(models.TextChoices):
        """In rising order: a higher one satisfies a lower requirement."""

        NONE = "none", "no completed secondary education"
        SECONDARY = "secondary", "a high school diploma, GED or global equivalent"
        ASSOCIATE = "associate", "an associate degree or other two-year qualification"
        BACHELOR = "bachelor", "a bachelor's degree or global equivalent (four-year degree)"
        MASTER = "master", "a master's degree or higher"

    class Experience(models.TextChoices):
        LEADING_PROJECTS = "leading_projects", "leading and directing projects"
        PROGRAM_MANAGEMENT = "program_management", "managing programs (groups of related projects)"
        AGILE_WORK = "agile_work", "working on agile teams or with agile methods"
        CONSTRUCTION_WORK = "construction_work", "working on construction or built-environment projects"

    class Training(models.TextChoices):
        PM_EDUCATION = "pm_education", "formal project management education"
        AGILE_EDUCATION = "agile_education", "formal training in agile practices"
        ISSUER_COURSE = "issuer_course", "a course run by the issuer or an authorized trainer"

    class Flag(models.TextChoices):
        GAC_ACCREDITED = (
            "gac_accredited",
            "a degree from a program accredited by PMI's Global Accreditation Center (GAC)",
        )

    # What decides, besides the credentials it names: what a version keeps.
    DECIDING = (
        *("kind", "education", "experience", "months", "within_years", "non_overlapping"),
        *("training", "hours", "flag", "note"),
    )

    path = models.ForeignKey(EligibilityPath, on_delete=models.PROTECT, related_name="requirements")
    slug = models.SlugField(max_length=80, help_text="Names this row inside its path. It never changes.")
    position = models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")
    kind = models.CharField(max_length=10, choices=Kind)
    education = models.CharField(max_length=10, choices=Education, blank=True, help_text="At least this.")
    experience = models.CharField(max_length=20, choices=Experience, blank=True)
    months = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Calendar months of the experience.", validators=[MinValueValidator(1)]
    )
    within_years = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Counted back from the day of application.", validators=[MinValueValidator(1)]
    )
    non_overlapping = models.BooleanField(
        default=False, help_text="Whether two projects in the same month count as one month."
    )
    training = models.CharField(max_length=20, choices=Training, blank=True)
    hours = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Contact hours of the training.", validators=[MinValueValidator(1)]
    )
    flag = models.CharField(
        max_length=20,
        choices=Flag,
        blank=True,
        help_text="For a training: the property that may meet it. For a property: the property itself.",
    )
    waived_by = models.ManyToManyField(Credential, blank=True, related_name="+", help_text="Holding one waives it.")
    holds = models.ManyToManyField(Credential, blank=True, related_name="+", help_text="One of these must be held.")
    note = models.CharField(max_length=300, blank=True, help_text="Shown to readers.")

    class Meta:
        ordering = ("position", "slug")
        constraints = (
            models.UniqueConstraint(fields=["path", "slug"], name="evidence_eligibilityrequirement_once"),
            models.CheckConstraint(
                condition=models.Q(
                    kind="education", education__in=["none", "secondary", "associate", "bachelor", "master"]
                )
                | models.Q(
                    kind="experience",
                    experience__in=[
                        "leading_projects",
                        "program_management",
                        "agile_work",
                        "construction_work",
                    ],
                    months__isnull=False,
                    months__gte=1,
                )
                | models.Q(kind="training", training__in=["pm_education", "agile_education", "issuer_course"])
                | models.Q(kind="holds")
                | models.Q(kind="flag", flag="gac_accredited"),
                name="evidence_eligibilityrequirement_complete",
                violation_error_message=(
                    "Fill in what this kind needs: education its level, experience its sort and months, training its "
                    "sort, a property of the degree the property."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.path_id}"


class PathVersion(models.Model):
    """A rule as it was in force from ``recorded_at`` on. Appended, never changed: a result names the one it used."""

    path = models.ForeignKey(EligibilityPath, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    snapshot = models.JSONField()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("path", "number")
        constraints = (models.UniqueConstraint(fields=["path", "number"], name="evidence_pathversion_once"),)

    def __str__(self) -> str:
        return f"{self.path_id}, version {self.number}"


class RuleRead(models.Model):
    """The version of a path's rule that a learner has said they have read."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    version = models.ForeignKey(PathVersion, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "rules that learners have read"
        constraints = (models.UniqueConstraint(fields=["user", "version"], name="evidence_ruleread_once"),)

    def __str__(self) -> str:
        return str(self.version_id)


class RenewalRule(Sourced):
    """What keeps a credential valid: so many units in each cycle, earned inside it."""

    credential = models.ForeignKey(Credential, on_delete=models.PROTECT, related_name="renewal_rules")
    cycle_years = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    units = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    unit_name = models.CharField(max_length=20, help_text="As the issuer calls them, such as PDU.")

    class Meta(Sourced.Meta):
        constraints = (
            models.UniqueConstraint(fields=["credential", "slug"], name="evidence_renewalrule_once"),
            models.UniqueConstraint(
                fields=["credential"],
                condition=models.Q(retired_at=None),
                name="evidence_renewalrule_one_in_force",
                violation_error_message="This credential has a renewal rule already. Retire that one first.",
            ),
            models.CheckConstraint(
                condition=models.Q(cycle_years__gt=0, units__gt=0), name="evidence_renewalrule_positive"
            ),
            models.CheckConstraint(condition=~models.Q(as_of=""), name="evidence_renewalrule_dated"),
        )

    def __str__(self) -> str:
        return f"{self.units} {self.unit_name} in {self.cycle_years} years"


class DescriptionLimit(Sourced):
    """How long the description of one project may be in the issuer's application."""

    credential = models.ForeignKey(Credential, on_delete=models.PROTECT, related_name="description_limits")
    least = models.PositiveIntegerField(null=True, blank=True, validators=[MinValueValidator(1)])
    most = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    unit = models.CharField(max_length=10, choices=[("words", "words"), ("characters", "characters")])

    class Meta(Sourced.Meta):
        constraints = (
            models.UniqueConstraint(fields=["credential", "slug"], name="evidence_descriptionlimit_once"),
            models.UniqueConstraint(
                fields=["credential"],
                condition=models.Q(retired_at=None),
                name="evidence_descriptionlimit_one_in_force",
                violation_error_message="This credential has a limit already. Retire that one first.",
            ),
            models.CheckConstraint(
                condition=models.Q(unit__in=["words", "characters"], most__gt=0)
                & (models.Q(least=None) | models.Q(least__lte=models.F("most"))),
                name="evidence_descriptionlimit_ordered",
                violation_error_message="The least first, then the most.",
            ),
            models.CheckConstraint(condition=~models.Q(as_of=""), name="evidence_descriptionlimit_dated"),
        )

    def __str__(self) -> str:
        return f"{self.most} {self.unit} at most"


class Sequence(Curated):
    """A suggested order of credentials for somebody in a given situation."""

    slug = models.SlugField(max_length=80, unique=True, help_text="It never changes.")
    label = models.CharField(max_length=80)
    for_whom = models.CharField(max_length=200)
    why = models.TextField()
    position = models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")

    class Meta:
        ordering = ("position", "slug")

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return f"{reverse('evidence:credentials')}#{self.slug}"


class SequenceItem(Curated):
    sequence = models.ForeignKey(Sequence, on_delete=models.PROTECT, related_name="items")
    slug = models.SlugField(max_length=80, help_text="Names this row inside its sequence. It never changes.")
    position = models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")
    credential = models.ForeignKey(Credential, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("position", "slug")
        constraints = (
            models.UniqueConstraint(fields=["sequence", "slug"], name="evidence_sequenceitem_once_in_sequence"),
        )

    def __str__(self) -> str:
        return str(self.credential_id)
