"""What pay is reported for: occupations, places and industries, and how each source came by its figures."""

from django.db import models

from curation.constraints import one_of
from curation.models import Curated, Source


class OccupationKind(models.TextChoices):
    LADDER = "ladder", "Job title"
    OCCUPATION = "occupation", "Occupation in official statistics"
    GROUP = "group", "Group asked in a survey"


class Occupation(Curated):
    """A job title, an official occupation or a surveyed group: whatever a source reports pay for."""

    slug = models.SlugField(max_length=60, unique=True, help_text="Part of the address. It never changes.")
    code = models.CharField(max_length=20, blank=True, help_text="The code of its classification, such as 13-1082.")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=OccupationKind)
    description = models.TextField(help_text="Who is counted in it, and who is not.")
    core = models.BooleanField(
        default=False, help_text="A technical project manager's number is compared with it unless another is chosen."
    )
    position = models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")

    class Meta:
        ordering = ("position", "slug")
        constraints = (one_of("kind", OccupationKind.values, "salaries_occupation_kind_known"),)

    def __str__(self) -> str:
        return f"{self.name} ({self.code})" if self.code else self.name


class PlaceKind(models.TextChoices):
    COUNTRY = "country", "Country"
    REGION = "region", "State or region"
    CITY = "city", "City or area"


class Place(Curated):
    """Where pay was measured. A city lies in a state or region, and that in a country."""

    slug = models.SlugField(max_length=40, unique=True, help_text="Part of the address. It never changes.")
    code = models.CharField(max_length=40, unique=True, help_text="Country by ISO 3166, then the source's own parts.")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=7, choices=PlaceKind)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    official_name = models.CharField(
        max_length=160, blank=True, help_text="What statistics call it, if people call it otherwise."
    )
    also = models.TextField("also found as", blank=True, help_text="One name a line, such as Bay Area.")
    position = models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")

    class Meta:
        ordering = ("position", "slug")
        constraints = (
            one_of("kind", PlaceKind.values, "salaries_place_kind_known"),
            models.CheckConstraint(
                condition=models.Q(kind=PlaceKind.COUNTRY, parent__isnull=True)
                | (~models.Q(kind=PlaceKind.COUNTRY) & models.Q(parent__isnull=False)),
                name="salaries_place_nested",
                violation_error_message="A country stands alone; every other place lies in another one.",
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")),
                name="salaries_place_not_in_itself",
                violation_error_message="A place does not lie in itself.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}, {self.parent.name}" if self.parent else self.name

    @property
    def around(self) -> list["Place"]:
        """This place and those it lies in, the smallest first. Never more than three, however rows are linked."""
        chain: list[Place] = [self]
        while chain[-1].parent is not None and len(chain) < 3:
            chain.append(chain[-1].parent)
        return chain


class Industry(Curated):
    slug = models.SlugField(max_length=60, unique=True, help_text="Part of the address. It never changes.")
    code = models.CharField(max_length=20, blank=True, help_text="The code of its classification, such as NAICS 51.")
    name = models.CharField(max_length=160)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    position = models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")

    class Meta:
        ordering = ("position", "slug")
        verbose_name_plural = "industries"

    def __str__(self) -> str:
        return self.name


class Basis(models.TextChoices):
    EMPLOYERS = "employers", "Survey of employers"
    VACANCIES = "vacancies", "Advertised vacancies"
    MEMBERS = "members", "Survey that people answered themselves"
    REPORTS = "reports", "Reported by people on a website"
    RECRUITER = "recruiter", "Recruiter's figures"
    OUTLOOK = "outlook", "Public job guide"
    LEGAL = "legal", "Legal minimum"


class Method(Curated):
    """How a source came by its figures: what they are and what they are not."""

    slug = models.SlugField(max_length=80, unique=True, help_text="The source's own. It never changes.")
    source = models.OneToOneField(Source, on_delete=models.PROTECT, related_name="pay_method")
    basis = models.CharField(max_length=10, choices=Basis)
    short_name = models.CharField(max_length=60, help_text="How a sentence names the source, such as 'the Bureau'.")
    covers = models.TextField(help_text="What the figures are. One sentence per line.")
    cautions = models.TextField(help_text="What they are not. One sentence per line.")

    class Meta:
        ordering = ("slug",)
        constraints = (
            one_of("basis", Basis.values, "salaries_method_basis_known", called="what the figures are based on"),
        )

    def __str__(self) -> str:
        return f"{self.short_name}: {self.get_basis_display()}"
