"""Where a learner worked: what their projects and evidence hang on, and what a resume tells of."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import NullIf

from evidence.catalog.partial_dates import PARTIAL_DATE, in_words
from keeping.models import Own, OwnQuerySet

TEXT_LENGTH = 2000


class PositionKind(models.TextChoices):
    JOB = "job", "A job"
    CONTRACT = "contract", "Contract or freelance"
    OWN = "own", "My own business"
    INTERNSHIP = "internship", "Internship or traineeship"
    VOLUNTEER = "volunteer", "Voluntary work"


class PositionQuerySet(OwnQuerySet):
    def running_first(self) -> Self:
        """Those that go on, then the latest."""
        ended = NullIf("ends", models.Value(""))
        return self.order_by(ended.desc(nulls_first=True), "-starts", "-pk")


class Position(Own):
    """A job or a place somebody helped out at. A promotion at the same employer is a position of its own.

    ``starts`` and ``ends`` are as much of an ISO 8601 date as is known (2021, 2021-03, 2021-03-15); without an end
    it goes on. Months for credentials are counted from projects, never from here.
    """

    FIELDS: ClassVar[tuple[str, ...]] = ("employer", "title", "place", "kind", "starts", "ends", "summary", "url")
    LISTED_AT: ClassVar[str] = "evidence:positions"

    employer = models.CharField(max_length=160, blank=True)
    title = models.CharField(max_length=160, blank=True)
    place = models.CharField("where it was", max_length=160, blank=True)
    kind = models.CharField(max_length=10, choices=PositionKind, default=PositionKind.JOB)
    starts = models.CharField("from", max_length=10, blank=True)
    ends = models.CharField("until", max_length=10, blank=True, help_text="Empty: it goes on.")
    summary = models.CharField("what it was", max_length=TEXT_LENGTH, blank=True)
    url = models.URLField("the employer's page", max_length=500, blank=True)

    objects: ClassVar[Any] = PositionQuerySet.as_manager()

    class Meta:
        ordering = ("-starts", "-pk")
        verbose_name_plural = "learners' positions"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="evidence_position_once"),
            models.CheckConstraint(condition=~Q(employer="", title=""), name="evidence_position_named"),
            models.CheckConstraint(condition=Q(kind__in=PositionKind.values), name="evidence_position_kind_known"),
            models.CheckConstraint(
                condition=Q(starts="") | Q(starts__regex=PARTIAL_DATE), name="evidence_position_starts_is_a_date"
            ),
            models.CheckConstraint(
                condition=Q(ends="") | Q(ends__regex=PARTIAL_DATE), name="evidence_position_ends_is_a_date"
            ),
            # Of two dates of unlike length the shorter must not be later as far as it goes.
            models.CheckConstraint(
                condition=Q(ends="") | Q(starts="") | Q(ends__gte=F("starts")) | Q(starts__startswith=F("ends")),
                name="evidence_position_dates_ordered",
            ),
        )

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.title, self.employer)))

    @property
    def when(self) -> str:
        """From when to when, in words; empty if nothing is known of it."""
        return in_words(self.starts, self.ends)
