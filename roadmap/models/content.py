"""Steps and milestones: curated content, with every published wording of a milestone kept."""

import re
from datetime import datetime
from typing import Any, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone

from curation.constraints import one_of
from curation.links import checked
from curation.models import Curated, CuratedQuerySet, Versioned
from curation.nested import nested
from evidence.models import Credential, Skill
from roadmap.models.beside import Before, BuiltCredential, BuiltSkill, Help, Item

# Two slashes at the beginning would lead to another site.
OWN_PATH = re.compile(r"/(?:[\w-]+/)*(?:\?[\w=&.-]+)?", re.ASCII)


class Level(models.TextChoices):
    ENTRY = "entry", "Entry"
    MID = "mid", "Mid"
    SENIOR = "senior", "Senior"


class Cost(models.TextChoices):
    FREE = "free", "Free"
    PAID = "paid", "Paid"
    MIXED = "mixed", "Free or paid"


class Step(Curated):
    """One of the six stations on the line."""

    slug = models.SlugField(max_length=80, unique=True, help_text="Part of the address. It never changes.")
    number = models.PositiveSmallIntegerField(unique=True, help_text="1 to 6: the order of the stations on the line.")
    title = models.CharField(max_length=80)
    tagline = models.CharField(max_length=120, help_text="A few words under the title.")
    summary = models.TextField(help_text="Why this step matters and how to go about it, in two or three sentences.")
    outcome = models.TextField(help_text="What the learner has when the step is done.")

    class Meta:
        ordering = ("number",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(number__gte=1, number__lte=6),
                name="roadmap_step_number_in_range",
                violation_error_message="There are six steps: the number is from 1 to 6.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("roadmap:step", kwargs={"step": self.slug})

    @transaction.atomic
    def bring_back(self, *, at: datetime) -> None:
        """Offer the step again. Its milestones, and those that learners count in it, are offered since ``at``."""
        if self.retired_at is not None:
            super().bring_back(at=at)
            theirs = Milestone.objects.filter(models.Q(step=self) | models.Q(counted__step=self))
            Milestone.objects.filter(pk__in=theirs.values("pk")).update(published_at=at)


class MilestoneQuerySet(CuratedQuerySet):
    def published(self) -> Self:
        """Those that are offered: what is in a retired step is retired with it."""
        return super().published().filter(step__retired_at=None)

    def in_order(self) -> Self:
        """Along the line: by step, then by position inside the step."""
        return self.order_by("step__number", "position", "slug")

    def with_summary(self) -> Self:
        """What is to be done and what proves it."""
        return self.select_related("step").prefetch_related(
            models.Prefetch("how", HowToItem.objects.published()),
            models.Prefetch("proof", ProofHint.objects.published()),
        )

    def with_page(self) -> Self:
        """Everything a milestone's own page shows, as values of ``roadmap.models.beside``."""
        here = models.OuterRef("pk")
        how, proof, resources = (
            part.objects.published().filter(milestone=here).order_by("position", "slug")
            for part in (HowToItem, ProofHint, Resource)
        )
        before = Milestone.objects.filter(leads_to=here).in_order()
        skills = Skill.objects.filter(milestones=here).order_by("position", "slug")
        credentials = Credential.objects.filter(milestones=here).order_by("position", "slug")
        return self.select_related("step").annotate(
            how_items=nested(how, Item),
            proof_texts=ArraySubquery(proof.values("text")),
            helping=nested(resources, Help, **checked("url")),
            before=nested(before, Before, step="step__slug"),
            built_skills=nested(skills, BuiltSkill),
            built_credentials=nested(credentials, BuiltCredential),
        )


class Milestone(Versioned, Curated):
    """Something a learner can do, prove and tick off."""

    slug = models.SlugField(max_length=80, unique=True, help_text="Part of the address. It never changes.")
    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="milestones")
    position = models.PositiveSmallIntegerField(
        default=100,
        help_text="Order inside the step, smallest first. Learners' progress does not depend on it.",
    )
    title = models.CharField(max_length=120, help_text="Start with a verb: 'Write a risk register'.")
    level = models.CharField(max_length=6, choices=Level, default=Level.ENTRY)
    required = models.BooleanField(
        default=True,
        help_text="Required milestones fill the ring of their step. Optional ones are counted beside it.",
    )
    cost = models.CharField(max_length=5, choices=Cost, default=Cost.FREE)
    effort_min = models.PositiveSmallIntegerField("effort from", help_text="Hours, working part time.")
    effort_max = models.PositiveSmallIntegerField("effort to", help_text="Hours, working part time.")
    why = models.TextField(help_text="Why this is worth the learner's time, in one or two sentences.")
    prerequisites = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="leads_to",
        help_text="Advice only: nothing is locked.",
    )
    skills = models.ManyToManyField("evidence.Skill", blank=True, related_name="milestones")
    credentials = models.ManyToManyField("evidence.Credential", blank=True, related_name="milestones")
    published_at = models.DateTimeField(
        default=timezone.now, editable=False, help_text="Since when it has been offered without a break."
    )

    objects = MilestoneQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        ordering = ("step__number", "position", "slug")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(effort_min__gte=1, effort_max__gte=models.F("effort_min")),
                name="roadmap_milestone_effort_ordered",
                violation_error_message="Give the hours from and to, the smaller first, and at least one.",
            ),
            one_of("level", Level.values, "roadmap_milestone_level_known"),
            one_of("cost", Cost.values, "roadmap_milestone_cost_known", called="what it costs"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("roadmap:milestone", kwargs={"step": self.step.slug, "milestone": self.slug})

    @property
    def is_offered(self) -> bool:
        return self.retired_at is None and self.step.retired_at is None

    def bring_back(self, *, at: datetime) -> None:
        """Offer the milestone again, to those who had begun as a new one (rule R1)."""
        if self.retired_at is not None:
            self.retired_at, self.published_at = None, at
            self.save(update_fields=["retired_at", "published_at"])

    def snapshot(self) -> dict[str, Any]:
        """The wording a learner reads: what changes are told from."""
        return {
            "title": self.title,
            "why": self.why,
            "how": [item.text for item in self.how.published()],
            "proof": [hint.text for hint in self.proof.published()],
            "effort": f"{self.effort_min} to {self.effort_max} hours",
            "level": self.get_level_display(),
            "cost": self.get_cost_display(),
            "required": "Required" if self.required else "Optional",
            "resources": [f"{resource.name} ({resource.url})" for resource in self.resources.published()],
        }


class MilestonePart(Curated):
    """A row that belongs to a milestone and is edited with it."""

    slug = models.SlugField(max_length=80, help_text="Names this row inside its milestone. It never changes.")
    position = models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")

    class Meta:
        abstract = True
        ordering = ("position", "slug")


class HowToItem(MilestonePart):
    """One line of the checklist."""

    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="how")
    text = models.CharField(max_length=400)

    class Meta(MilestonePart.Meta):
        verbose_name = "checklist item"
        constraints = (
            models.UniqueConstraint(fields=["milestone", "slug"], name="roadmap_howtoitem_once_in_milestone"),
        )

    def __str__(self) -> str:
        return self.text


class ProofHint(MilestonePart):
    """What shows that the milestone was reached."""

    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="proof")
    text = models.CharField(max_length=400)

    class Meta(MilestonePart.Meta):
        constraints = (
            models.UniqueConstraint(fields=["milestone", "slug"], name="roadmap_proofhint_once_in_milestone"),
        )

    def __str__(self) -> str:
        return self.text


def validate_address(value: str) -> None:
    """Raise ``ValidationError`` unless it is an address elsewhere, or the path of a page of this site."""
    if not value.startswith("/"):
        URLValidator(["http", "https"])(value)
    elif not OWN_PATH.fullmatch(value):
        raise ValidationError("A page of this site is given by its path, such as /interviews/mock/.")


class Resource(MilestonePart):
    """A page that helps with a milestone: elsewhere, or one of this site where it can be done."""

    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="resources")
    name = models.CharField(max_length=120)
    url = models.CharField(
        "address",
        max_length=500,
        validators=[validate_address],
        help_text="With https://, or, for a page of this site, its path such as /interviews/mock/.",
    )
    cost = models.CharField(max_length=5, choices=Cost, default=Cost.FREE)
    checked_on = models.DateField(
        "link opened on",
        null=True,
        blank=True,
        help_text="The day a curator last opened the link and found it right.",
    )

    class Meta(MilestonePart.Meta):
        constraints = (
            models.UniqueConstraint(fields=["milestone", "slug"], name="roadmap_resource_once_in_milestone"),
            one_of("cost", Cost.values, "roadmap_resource_cost_known", called="what it costs"),
        )

    def __str__(self) -> str:
        return self.name


class MilestoneVersion(models.Model):
    """A wording of a milestone as learners met it. Appended, never changed."""

    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    snapshot = models.JSONField()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("milestone", "number")
        constraints = (
            models.UniqueConstraint(fields=["milestone", "number"], name="roadmap_milestoneversion_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="roadmap_milestoneversion_from_one"),
        )

    def __str__(self) -> str:
        return f"{self.milestone}, version {self.number}"
