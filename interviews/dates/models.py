"""An interview that is coming up."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse

from interviews.bank.models import RoundType
from interviews.dates.places import Part, parts_of
from keeping.models import EARLIEST, Own

# Of one day, what has a time comes first.
BY_THE_CLOCK = (models.F("at").asc(nulls_last=True), "pk")


class Interview(Own):
    """An interview that is coming up: practice is aimed at its day."""

    FIELDS: ClassVar[tuple[str, ...]] = (
        *("company", "on", "at", "place", "round_type", "minutes_per_day", "note", "about_company", "to_ask"),
        "application",
    )

    company = models.CharField(max_length=120)
    on = models.DateField("on")
    # By the clock where the learner is on that day. Like the day it moves with no time zone.
    at = models.TimeField("time", null=True, blank=True)
    place = models.CharField("place or link", max_length=500, blank=True)
    round_type = models.ForeignKey(RoundType, on_delete=models.PROTECT, related_name="+")
    minutes_per_day = models.PositiveSmallIntegerField(
        default=30, validators=[MinValueValidator(5), MaxValueValidator(240)]
    )
    note = models.CharField(max_length=2000, blank=True)
    about_company = models.CharField("about the company", max_length=5000, blank=True)
    to_ask = models.CharField("questions to ask them", max_length=2000, blank=True)
    application = models.ForeignKey(
        "applications.Application",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="rounds",
        help_text="What it is a round of. It goes to the bin and comes back with that.",
    )

    class Meta:
        ordering = ("on", *BY_THE_CLOCK)
        verbose_name_plural = "learners' interviews"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="interviews_interview_once"),
            models.CheckConstraint(condition=models.Q(on__gte=EARLIEST), name="interviews_interview_not_ancient"),
            models.CheckConstraint(
                condition=models.Q(minutes_per_day__gte=5, minutes_per_day__lte=240),
                name="interviews_interview_minutes_in_range",
            ),
        )

    def __str__(self) -> str:
        return f"{self.company}, {self.on:%b %-d, %Y}"

    @property
    def places(self) -> list[Part]:
        """Where it is, in parts of which some are links."""
        return parts_of(self.place)

    @property
    def asking(self) -> list[str]:
        """What to ask there, one question a line."""
        return [line for line in map(str.strip, self.to_ask.splitlines()) if line]

    def get_absolute_url(self) -> str:
        return reverse("interviews:interview", args=[self.pk])
