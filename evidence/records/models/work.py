"""What a learner did: projects, and pieces of evidence with their results, skills and links."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse

from curation.queries import Wanted
from curation.searching import Folded, raw_query
from evidence.catalog import eligibility
from evidence.catalog.models.skills import Skill
from evidence.records.models.positions import Position
from keeping.models import EARLIEST, Document, Own, OwnQuerySet, Parts

TEXT_LENGTH = 10_000
LINKS_PER_PIECE = 20
# As much of what happened names a piece in a list.
HEADLINE = 120


class ProjectKind(models.TextChoices):
    JOB = "job", "Part of a job"
    CONTRACT = "contract", "Contract or freelance"
    VOLUNTEER = "volunteer", "Voluntary work"
    OWN = "own", "My own project"
    STUDY = "study", "Part of studies"


# Paid work and voluntary work for an organization is professional, what somebody does for themselves is not.
PROFESSIONAL_KINDS = frozenset({ProjectKind.JOB, ProjectKind.CONTRACT, ProjectKind.VOLUNTEER})


class Part(models.TextChoices):
    LED = "led", "I led it"
    TOOK_PART = "took_part", "I took part"


class Approach(models.TextChoices):
    PREDICTIVE = "predictive", "Predictive (planned up front)"
    AGILE = "agile", "Agile"
    HYBRID = "hybrid", "Hybrid"


class Budget(models.TextChoices):
    """Bands in whatever currency the learner thinks in."""

    TO_50K = "to_50k", "Up to 50,000"
    TO_250K = "to_250k", "50,000 to 250,000"
    TO_1M = "to_1m", "250,000 to 1 million"
    TO_10M = "to_10m", "1 to 10 million"
    OVER_10M = "over_10m", "More than 10 million"


class ProjectQuerySet(OwnQuerySet):
    def running_first(self) -> "ProjectQuerySet":
        return self.order_by(models.F("ends_on").desc(nulls_first=True), "-starts_on", "-pk")

    def with_pieces(self) -> "ProjectQuerySet":
        """``pieces``: how much evidence hangs on each, without what is in the bin."""
        counted: ProjectQuerySet = self.annotate(
            pieces=models.Count("evidence", filter=models.Q(evidence__deletion=None))
        )
        return counted

    def same_as(self, project: "Project") -> "ProjectQuerySet":
        """The learner's other projects of the same title that overlap with it: perhaps recorded twice."""
        here = self.filter(user=project.user_id, deletion=None, title__iexact=project.title)
        twins: ProjectQuerySet = here.exclude(pk=project.pk)
        ended_before = models.Q(ends_on__lt=project.starts_on)
        began_after = models.Q(starts_on__gt=project.ends_on) if project.ends_on else models.Q(pk__in=[])
        return twins.exclude(ended_before).exclude(began_after)


class Project(Own):
    """Something with a beginning and an end. With ``exact`` off, only the months of both are known.

    The dates are days all the same: the first day of the first month and the last day of the last one.
    """

    FIELDS: ClassVar[tuple[str, ...]] = (
        *("title", "organization", "position", "kind", "role", "part", "professional", "professional_said"),
        *("starts_on", "ends_on", "exact"),
        *("approach", "is_program", "is_construction", "team_size", "budget", "hours", "purpose", "description"),
        *("confirmer_name", "confirmer_contact", "confidential"),
    )
    CHILDREN: ClassVar[dict[str, tuple[str, str]]] = {"evidence": ("piece of evidence", "pieces of evidence")}

    title = models.CharField(max_length=160)
    organization = models.CharField(max_length=160, blank=True)
    position = models.ForeignKey(
        Position, null=True, blank=True, on_delete=models.SET_NULL, related_name="projects", help_text="Where it was."
    )
    kind = models.CharField(max_length=9, choices=ProjectKind, default=ProjectKind.JOB)
    role = models.CharField("my role", max_length=120, blank=True)
    part = models.CharField(max_length=9, choices=Part, default=Part.LED)
    professional = models.BooleanField(
        "professional setting", default=True, help_text="Paid or voluntary work for an organization."
    )
    professional_said = models.BooleanField(
        "who says whether it is professional",
        default=False,
        help_text="Whether the learner said so. Else it is as usual for the kind, whatever the kind becomes.",
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    exact = models.BooleanField(default=False)
    approach = models.CharField(max_length=10, choices=Approach, blank=True)
    is_program = models.BooleanField("a program of several related projects", default=False)
    is_construction = models.BooleanField("construction or built environment", default=False)
    team_size = models.PositiveIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(100_000)]
    )
    budget = models.CharField(max_length=8, choices=Budget, blank=True)
    hours = models.PositiveIntegerField(
        "hours I spent on it", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(100_000)]
    )
    purpose = models.CharField("what it was for", max_length=2000, blank=True)
    description = models.CharField("description for an application", max_length=TEXT_LENGTH, blank=True)
    confirmer_name = models.CharField("who can confirm it", max_length=160, blank=True)
    confirmer_contact = models.CharField("how to reach them", max_length=300, blank=True)
    confidential = models.BooleanField("do not name it", default=False)

    objects: ClassVar[Any] = ProjectQuerySet.as_manager()

    class Meta:
        ordering = ("-starts_on", "-pk")
        verbose_name_plural = "learners' projects"
        indexes = (models.Index(fields=["user", "-starts_on", "-id"], name="evidence_project_own"),)
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="evidence_project_once"),
            models.CheckConstraint(condition=models.Q(kind__in=ProjectKind.values), name="evidence_project_kind_known"),
            models.CheckConstraint(condition=models.Q(part__in=Part.values), name="evidence_project_part_known"),
            models.CheckConstraint(
                condition=models.Q(approach__in=["", *Approach.values]), name="evidence_project_approach_known"
            ),
            models.CheckConstraint(
                condition=models.Q(budget__in=["", *Budget.values]), name="evidence_project_budget_known"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                name="evidence_project_dates_ordered",
            ),
            models.CheckConstraint(condition=models.Q(starts_on__gte=EARLIEST), name="evidence_project_not_ancient"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("evidence:project", args=[self.pk])

    @property
    def usually_professional(self) -> bool:
        return self.kind in PROFESSIONAL_KINDS

    def apply(self, document: Document) -> None:
        """Where the learner has not said whether it is professional, its kind does."""
        super().apply(document)
        if "professional" in document and "professional_said" not in document:
            # It stays who said it. In a document from before that was kept, what is not as usual was said.
            self.professional_said = self.professional_said or self.professional != self.usually_professional
        elif not self.professional_said:
            self.professional = self.usually_professional

    @property
    def when(self) -> str:
        """From when to when in words, by months unless the days are known."""
        form = "%b %-d, %Y" if self.exact else "%b %Y"
        start = f"{self.starts_on:{form}}"
        return f"{start} to {self.ends_on:{form}}" if self.ends_on else f"since {start}"

    @property
    def led(self) -> bool:
        return self.part == Part.LED

    @property
    def public_name(self) -> str:
        """What may be written where others read it."""
        return "Confidential project" if self.confidential else self.title

    def verdict(self, sort: str) -> eligibility.Verdict:
        """What the project is worth for one sort of experience (see ``eligibility.judge``)."""
        return eligibility.judge(
            sort,
            professional=self.professional,
            led=self.led,
            approach=self.approach,
            is_program=self.is_program,
            is_construction=self.is_construction,
        )


class EvidenceQuerySet(OwnQuerySet):
    def with_card(self) -> "EvidenceQuerySet":
        """All that a list shows of each, in a fixed number of queries."""
        return self.select_related("project", "position").prefetch_related("skills", "links")

    def with_words(self, wanted: Wanted) -> "EvidenceQuerySet":
        """Those that have what a search asks for; or, if none has, what is left of it without little words."""
        found = models.Q(words=raw_query(wanted.all_))
        if wanted.else_ != wanted.all_:
            nothing = ~models.Exists(self.order_by().filter(found).values("pk"))
            found |= models.Q(nothing, words=raw_query(wanted.else_))
        return self.filter(found)


class Evidence(Own):
    """One thing that happened, what the learner did, and what came of it."""

    FIELDS: ClassVar[tuple[str, ...]] = (
        *("happened", "did", "result", "amount", "unit", "on", "project", "position", "do_not_claim"),
    )
    LINKS: ClassVar[tuple[str, ...]] = ("skills",)
    PARTS: ClassVar[dict[str, Parts]] = {"links": Parts(("url", "title"), place="position", most=LINKS_PER_PIECE)}

    happened = models.CharField("what happened", max_length=TEXT_LENGTH)
    did = models.CharField("what I did", max_length=TEXT_LENGTH, blank=True)
    result = models.CharField("what came of it", max_length=TEXT_LENGTH, blank=True)
    amount = models.DecimalField("the number", max_digits=16, decimal_places=2, null=True, blank=True)
    unit = models.CharField("its unit", max_length=40, blank=True)
    on = models.DateField("when")
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.SET_NULL, related_name="evidence")
    position = models.ForeignKey(
        Position, null=True, blank=True, on_delete=models.SET_NULL, related_name="evidence", help_text="Where it was."
    )
    do_not_claim = models.CharField("what I must not claim", max_length=500, blank=True)
    skills = models.ManyToManyField(Skill, through="EvidenceSkill", blank=True, related_name="+")
    words = models.GeneratedField(
        expression=SearchVector(*map(Folded, ("happened", "did", "result", "unit")), config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects: ClassVar[Any] = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ("-on", "-pk")
        verbose_name_plural = "learners' evidence"
        indexes = (
            models.Index(fields=["user", "-on", "-id"], name="evidence_evidence_own"),
            GinIndex(fields=["words"], name="evidence_evidence_words"),
        )
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="evidence_evidence_once"),
            models.CheckConstraint(condition=~models.Q(happened=""), name="evidence_evidence_says_something"),
            models.CheckConstraint(condition=models.Q(on__gte=EARLIEST), name="evidence_evidence_not_ancient"),
        )

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return reverse("evidence:piece", args=[self.pk])

    @property
    def headline(self) -> str:
        return headline_of(self.happened)


def headline_of(happened: str) -> str:
    """The first line of what happened, shortened to fit a list."""
    line = happened.strip().partition("\n")[0]
    return line if len(line) <= HEADLINE else f"{line[: HEADLINE - 1].rstrip()}…"


class EvidenceSkill(models.Model):
    """A skill that a piece of evidence shows."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="evidence_skills")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="evidence_skills")

    class Meta:
        verbose_name_plural = "skills shown by learners' evidence"
        constraints = (models.UniqueConstraint(fields=["evidence", "skill"], name="evidence_evidenceskill_once"),)

    def __str__(self) -> str:
        return str(self.skill_id)


class EvidenceLink(models.Model):
    """An address where something of the evidence can be seen."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="links")
    position = models.PositiveSmallIntegerField()
    url = models.URLField("address", max_length=500)
    title = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("position",)
        verbose_name_plural = "links of learners' evidence"
        constraints = (models.UniqueConstraint(fields=["evidence", "position"], name="evidence_evidencelink_once"),)

    def __str__(self) -> str:
        return self.title or self.url
