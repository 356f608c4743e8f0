"""What the issuers ask for, as versioned rows: paths to a credential, its renewal, and the limits of an application."""

from typing import Any

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models

from curation.models import Curated, Versioned
from evidence.catalog.models.credentials import Credential, Sourced


class EligibilityPath(Versioned, Sourced):
    """One way to qualify. All its requirements apply together; a path without any is open to everybody."""

    credential = models.ForeignKey(Credential, on_delete=models.PROTECT, related_name="paths")
    label = models.CharField(max_length=120)
    recommended = models.CharField(
        max_length=200, blank=True, help_text="What the issuer recommends without requiring it."
    )

    class Meta(Sourced.Meta):
        constraints = (
            models.UniqueConstraint(fields=["slug"], name="evidence_eligibilitypath_slug_once"),
            models.CheckConstraint(
                condition=~models.Q(as_of=""),
                name="evidence_eligibilitypath_dated",
                violation_error_message="Say which date the source gives for it.",
            ),
        )

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return f"{self.credential.get_absolute_url()}#{self.slug}"

    def snapshot(self) -> dict[str, Any]:
        """What the path asks for: what ``eligibility.Rule.from_snapshot`` reads."""
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

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, db_index=False, related_name="+")
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
                condition=models.Q(cycle_years__gt=0, units__gt=0),
                name="evidence_renewalrule_positive",
                violation_error_message="The units and the years of a cycle are more than nothing.",
            ),
            models.CheckConstraint(
                condition=~models.Q(as_of=""),
                name="evidence_renewalrule_dated",
                violation_error_message="Say which date the source gives for it.",
            ),
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
            models.CheckConstraint(
                condition=~models.Q(as_of=""),
                name="evidence_descriptionlimit_dated",
                violation_error_message="Say which date the source gives for it.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.most} {self.unit} at most"
