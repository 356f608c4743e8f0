"""What of a learner's rows speaks for a milestone: curated rules over the facts that the rooms offer."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models

from curation.constraints import one_of
from curation.models import Curated
from evidence.records.facts import FACTS
from roadmap.models.content import Milestone

WHICH = "Slugs of what the fact asks about, with a space between them. Empty for a fact that names nothing."


class Sign(Curated):
    """So many of one thing recorded. It never marks anything: the learner is asked, or the milestone put first.

    All signs of one milestone with the same ``way`` hold together, and any one way is enough. One without a milestone
    holds for each of them, alone.
    """

    class Means(models.TextChoices):
        HAVE = "have", "They may have done it: ask"
        FIRST = "first", "Take it up first"

    slug = models.SlugField(max_length=80, unique=True, help_text="It never changes.")
    milestone = models.ForeignKey(
        Milestone, null=True, blank=True, on_delete=models.PROTECT, related_name="signs", help_text="Empty: for each."
    )
    position = models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")
    means = models.CharField("what it means", max_length=5, choices=Means, default=Means.HAVE)
    way = models.PositiveSmallIntegerField(
        default=1,
        validators=[MinValueValidator(1)],
        help_text="Signs with the same number must all hold. Any one number is enough.",
    )
    fact = models.CharField("what is counted", max_length=40)
    at_least = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1)])
    which = models.CharField("of which", max_length=300, blank=True, help_text=WHICH)

    class Meta:
        ordering = ("milestone", "means", "way", "position", "slug")
        verbose_name = "sign that a milestone may be done"
        verbose_name_plural = "signs that milestones may be done"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(at_least__gte=1, way__gte=1),
                name="roadmap_sign_counts_something",
                violation_error_message="Count at least one thing, and number the ways from 1.",
            ),
            one_of("means", ["have", "first"], "roadmap_sign_means_known", called="what it means"),
        )

    def __str__(self) -> str:
        fact = FACTS.get(self.fact)
        said = fact.many.format(self.at_least) if fact else f"{self.at_least} {self.fact}"
        return f"{said} ({self.which})" if self.which else said

    def clean(self) -> None:
        super().clean()
        wrong = problem(self.fact, self.which)
        if wrong:
            raise ValidationError({wrong[0]: wrong[1]})


def problem(fact: str, which: str) -> tuple[str, str] | None:
    """What is wrong with a rule, as the name of the field and what to say of it; ``None`` if nothing is."""
    if fact not in FACTS:
        return "fact", "This is nothing that can be counted."
    if FACTS[fact].which and not which.split():
        return "which", f"Name the {FACTS[fact].which} that count."
    if which.strip() and not FACTS[fact].which:
        return "which", "This fact asks about nothing in particular. Leave it empty."
    return None


def offered_facts() -> list[tuple[Any, Any]]:
    """What a curator can choose from."""
    return [("", "Choose one"), *((slug, fact.many.format("…")) for slug, fact in sorted(FACTS.items()))]
