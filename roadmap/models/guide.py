"""The guide: what the role is, how it compares, where it leads, and what the job market looks like."""

from django.db import models
from django.urls import reverse

from curation.constraints import one_of
from curation.models import Curated, Source

LINES = "One entry per line."


class RoleFamily(models.TextChoices):
    LADDER = "ladder", "Ladder"
    SPECIALIZATION = "specialization", "Specialization"
    ADJACENT = "adjacent", "Neighbor"


class RoleLevel(models.TextChoices):
    ENTRY = "entry", "Entry"
    MID = "mid", "Mid"
    SENIOR = "senior", "Senior"
    STAFF = "staff", "Staff"
    PRINCIPAL = "principal", "Principal"
    DIRECTOR = "director", "Director"


class Role(Curated):
    slug = models.SlugField(max_length=80, unique=True, help_text="Part of the address. It never changes.")
    title = models.CharField(max_length=120)
    family = models.CharField(max_length=14, choices=RoleFamily)
    level = models.CharField(max_length=9, choices=RoleLevel)
    position = models.PositiveSmallIntegerField(default=100, help_text="Order inside its family, smallest first.")
    years_min = models.PositiveSmallIntegerField("years from", null=True, blank=True)
    years_max = models.PositiveSmallIntegerField("years to", null=True, blank=True)
    also_called = models.TextField(blank=True, help_text=LINES)
    summary = models.TextField()
    you_own = models.TextField(blank=True, help_text=LINES)
    what_differs = models.TextField("what differs from a TPM", blank=True, help_text=LINES)
    good_background = models.CharField(max_length=200, blank=True)
    example_projects = models.TextField(blank=True, help_text=LINES)
    ready_for_next_when = models.TextField(blank=True, help_text=LINES)
    skills = models.ManyToManyField("evidence.Skill", blank=True, related_name="roles")
    credentials = models.ManyToManyField("evidence.Credential", blank=True, related_name="roles")
    moves_from = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="+")
    moves_to = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="+")
    sources = models.ManyToManyField(Source, blank=True, related_name="+")

    class Meta:
        ordering = ("position", "slug")
        constraints = (
            one_of("family", RoleFamily.values, "roadmap_role_family_known"),
            one_of("level", RoleLevel.values, "roadmap_role_level_known"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("guide:role", kwargs={"role": self.slug})

    @property
    def experience(self) -> str:
        """Typical years in such work, as ``"3 to 6 years"``; empty where none are given."""
        if self.years_min is None:
            return "" if self.years_max is None else f"up to {self.years_max} years"
        return (
            f"{self.years_min} years or more"
            if self.years_max is None
            else f"{self.years_min} to {self.years_max} years"
        )


class Passage(Curated):
    """A piece of text on a guide page. Its slug says which."""

    slug = models.SlugField(max_length=80, unique=True, help_text="Says where it stands. It never changes.")
    title = models.CharField(max_length=120)
    text = models.TextField(help_text="One paragraph or entry per line.")
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.title


class GuideRow(Curated):
    """A row of a guide page, in the order of its table."""

    slug = models.SlugField(max_length=80, unique=True, help_text="Names the row. It never changes.")
    position = models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")

    page = "guide:job_market"

    class Meta:
        abstract = True
        ordering = ("position", "slug")

    def get_absolute_url(self) -> str:
        """The page that shows the row: curators go there from the admin."""
        return reverse(self.page)


class Duty(GuideRow):
    title = models.CharField(max_length=120)
    in_practice = models.TextField()
    skills = models.ManyToManyField("evidence.Skill", blank=True, related_name="duties")

    page = "guide:what_is_a_tpm"

    class Meta(GuideRow.Meta):
        verbose_name_plural = "duties"

    def __str__(self) -> str:
        return self.title


class ComparisonRow(GuideRow):
    aspect = models.CharField(max_length=120)
    technical = models.CharField("technical project manager", max_length=200)
    general = models.CharField("general project manager", max_length=200)
    editor_note = models.TextField(blank=True, help_text="For readers: what other evidence adds.")
    note_sources = models.ManyToManyField(Source, blank=True, related_name="+")

    page = "guide:comparison"

    def __str__(self) -> str:
        return self.aspect


class MarketFact(GuideRow):
    text = models.TextField()
    as_of = models.CharField(max_length=120, help_text="The time the fact is about, in the source's words.")
    caution = models.TextField(blank=True, help_text="For readers: how far the fact carries.")
    note_sources = models.ManyToManyField(Source, blank=True, related_name="+")

    class Meta(GuideRow.Meta):
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(as_of=""),
                name="roadmap_marketfact_dated",
                violation_error_message="Say which date the source gives for it.",
            ),
        )

    def __str__(self) -> str:
        return self.text


class EmploymentFigure(GuideRow):
    """People employed in the occupation, by year, sector or state."""

    class By(models.TextChoices):
        YEAR = "year", "Year"
        SECTOR = "sector", "Sector"
        STATE = "state", "State"

    by = models.CharField(max_length=6, choices=By)
    name = models.CharField(max_length=120)
    jobs = models.PositiveIntegerField()
    share_percent = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    median_annual = models.PositiveIntegerField("median pay", null=True, blank=True, help_text="USD a year.")
    projected = models.PositiveIntegerField("projected jobs", null=True, blank=True)
    change_percent = models.SmallIntegerField(null=True, blank=True)
    openings_per_year = models.PositiveIntegerField(null=True, blank=True)
    as_of = models.CharField(max_length=120)

    class Meta(GuideRow.Meta):
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(as_of=""),
                name="roadmap_employmentfigure_dated",
                violation_error_message="Say which date the source gives for it.",
            ),
            one_of(
                "by", ["year", "sector", "state"], "roadmap_employmentfigure_by_known", called="what it is counted by"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}: {self.jobs}"
