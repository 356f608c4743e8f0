"""Degrees and certifications, with fees and facts as rows that name their source (rule R6)."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.urls import reverse

from curation.constraints import one_of
from curation.models import Curated, Source
from evidence.catalog.models.skills import SkillLevel


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
            one_of("kind", CredentialKind.values, "evidence_credential_kind_known"),
            one_of("level", SkillLevel.values, "evidence_credential_level_known"),
            one_of("relevance", Relevance.values, "evidence_credential_relevance_known"),
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
            models.CheckConstraint(
                condition=models.Q(amount__gt=0),
                name="evidence_credentialfee_amount_positive",
                violation_error_message="An amount is more than nothing.",
            ),
            models.CheckConstraint(
                condition=~models.Q(as_of=""),
                name="evidence_credentialfee_dated",
                violation_error_message="Say which date the source gives for it.",
            ),
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
            one_of("kind", ["exam", "renewal", "content"], "evidence_credentialfact_kind_known"),
            models.CheckConstraint(
                condition=~models.Q(as_of=""),
                name="evidence_credentialfact_dated",
                violation_error_message="Say which date the source gives for it.",
            ),
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
                condition=models.Q(weight__gte=1, weight__lte=100),
                name="evidence_examdomain_weight_percent",
                violation_error_message="The weight of a domain is from 1 to 100 percent.",
            ),
            models.CheckConstraint(
                condition=~models.Q(as_of=""),
                name="evidence_examdomain_dated",
                violation_error_message="Say which date the source gives for it.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.weight}%)"


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
