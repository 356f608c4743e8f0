"""Where facts come from, what was seeded and is about to be imported, and what curated tables have in common."""

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse

from curation import link_rules
from curation.changes import Batch, Change
from curation.constraints import one_of
from curation.draft import Draft
from curation.report_models import Report, ReportState

# Tables of this app that stand in modules of their own.
__all__ = [
    "Batch",
    "Change",
    "Confidence",
    "Curated",
    "CuratedQuerySet",
    "Draft",
    "Edition",
    "ImportDraft",
    "LinkCheck",
    "Report",
    "ReportState",
    "SeedRecord",
    "Source",
    "SourceKind",
    "Versioned",
]


class CuratedQuerySet(models.QuerySet[Any]):
    def published(self) -> Self:
        """Rows that are shown to everybody, without those a curator has retired."""
        return self.filter(retired_at=None)


class Curated(models.Model):
    """A row of content. It is retired rather than deleted, because learners' rows may point to it (rule R2)."""

    retired_at = models.DateTimeField(
        "retired",
        null=True,
        blank=True,
        editable=False,
        help_text="Retired content is no longer offered, and stays with the learners who used it.",
    )

    objects = CuratedQuerySet.as_manager()

    class Meta:
        abstract = True

    def retire(self, *, at: datetime) -> None:
        """Take the row out of what is offered. Repeating it keeps the first time."""
        if self.retired_at is None:
            self.retired_at = at
            self.save(update_fields=["retired_at"])

    def bring_back(self, *, at: datetime) -> None:
        """Offer the row again. ``at`` is for tables that remember since when a row has been offered."""
        if self.retired_at is not None:
            self.retired_at = None
            self.save(update_fields=["retired_at"])


class Versioned(models.Model):
    """A row whose versions are kept, because learners' rows rest on what it said at a time (rule R3).

    Its versions have a table of their own, with ``number``, ``snapshot``, ``recorded_at`` and the related name
    ``versions``. They are appended, never changed.
    """

    version_number = models.PositiveIntegerField(default=0, editable=False)

    versions: Any

    class Meta:
        abstract = True

    def snapshot(self) -> dict[str, Any]:
        """What a version keeps, as plain values that JSON can hold."""
        raise NotImplementedError

    @transaction.atomic
    def record_version(self, *, at: datetime) -> Any:
        """Keep the row as it is as a new version if it differs from the last one; return the one in force."""
        table = type(self)._default_manager
        locked = table.select_for_update().get(pk=self.pk)
        snapshot = locked.snapshot()
        latest = locked.versions.order_by("-number").first()
        if latest is not None and latest.snapshot == snapshot:
            return latest
        number = latest.number + 1 if latest else 1
        table.filter(pk=self.pk).update(version_number=number)
        self.version_number = number
        return locked.versions.create(number=number, snapshot=snapshot, recorded_at=at)


class Confidence(models.TextChoices):
    """How far a fact can be trusted, in the words of the source list."""

    HIGH = "high", "High: official, or confirmed by a second independent source"
    MEDIUM = "medium", "Medium: one careful secondary source"
    LOW = "low", "Low: undated, promotional or unconfirmed"


class SourceKind(models.TextChoices):
    AGGREGATOR = "aggregator", "Aggregator"
    ARTICLE = "article", "Article"
    EMPLOYER_BOARD = "employer_board", "Employer's job board"
    EMPLOYER_FRAMEWORK = "employer_framework", "Employer's career framework"
    LIBRARY_GUIDE = "library_guide", "Library guide"
    NEWS = "news", "News"
    OFFICIAL = "official", "Official"
    OFFICIAL_COPY = "official_copy", "Copy of an official text"
    OFFICIAL_STATISTICS = "official_statistics", "Official statistics"
    OFFICIAL_STATISTICS_COPY = "official_statistics_copy", "Copy of official statistics"
    PRESS_RELEASE = "press_release", "Press release"
    RECRUITER = "recruiter", "Recruiter"
    SECONDARY = "secondary", "Secondary source"
    TRAINING_VENDOR = "training_vendor", "Training vendor"
    VACANCY_DATA = "vacancy_data", "Vacancy data"


class Source(Curated):
    """A publication that facts on the site rest on."""

    slug = models.SlugField(max_length=80, unique=True, help_text="Part of the address. It never changes.")
    name = models.CharField(max_length=200, help_text="The title as the publisher gives it.")
    publisher = models.CharField(max_length=120)
    url = models.URLField("address", max_length=500, blank=True)
    date = models.CharField(
        max_length=120,
        help_text="The date the source itself gives, in its own words, such as 'May 2025' or 'undated'.",
    )
    kind = models.CharField(max_length=30, choices=SourceKind)
    confidence = models.CharField(max_length=10, choices=Confidence, help_text="For curators. Not shown to readers.")
    used_for = models.CharField(max_length=200, help_text="Which facts rest on it.")
    note = models.TextField(blank=True, help_text="For curators. Not shown to readers.")
    checked_on = models.DateField(
        "checked on", help_text="The day somebody last read this source and compared it with what we say."
    )

    class Meta:
        ordering = ("publisher", "name")
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(publisher="") & ~models.Q(name="") & ~models.Q(date=""),
                name="curation_source_named_and_dated",
                violation_error_message="Give the publisher, the name and the date of the source.",
            ),
            one_of("kind", SourceKind.values, "curation_source_kind_known"),
            one_of("confidence", Confidence.values, "curation_source_confidence_known"),
        )

    def __str__(self) -> str:
        return f"{self.publisher}: {self.name}"

    def get_absolute_url(self) -> str:
        return f"{reverse('curation:sources')}?source={self.slug}#{self.slug}"


class SeedRecord(models.Model):
    """What the file said of one row at the last seeding: by it a curator's edits are told apart, field by field."""

    table = models.CharField(max_length=80, help_text="The model, as 'app.model'.")
    key = models.CharField(max_length=300)
    document = models.JSONField()
    seeded_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["table", "key"], name="curation_seedrecord_once"),)

    def __str__(self) -> str:
        return f"{self.table} {self.key}"


class ImportDraft(models.Model):
    """The file that a curator is looking at before it is loaded: one for each table, here for any machine to go on."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    table = models.CharField(max_length=80, help_text="The model, as 'app.model'.")
    at = models.DateTimeField()
    file_name = models.CharField(max_length=200)
    encoding = models.CharField(max_length=20, default="UTF-8", help_text="What it was read in.")
    text = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["by", "table"], name="curation_importdraft_once"),)

    def __str__(self) -> str:
        return self.file_name


class Edition(models.Model):
    """A mark that the database writes when what a shelf is made from could have changed, see migration 0007.

    All marks of a shelf that one can see at a time name the state that one can see. Older ones are swept away.
    """

    shelf = models.CharField(max_length=20)
    mark = models.UUIDField()

    class Meta:
        indexes = (models.Index(fields=["shelf"], name="curation_edition_of_shelf"),)

    def __str__(self) -> str:
        return f"{self.shelf} {self.mark}"


class LinkCheck(models.Model):
    """What a link of the content led to when ``manage.py check_links`` last followed it: one row for each address."""

    address = models.URLField(max_length=500, unique=True)
    state = models.CharField(max_length=12, choices=list(link_rules.STATES.items()))
    status = models.PositiveSmallIntegerField(null=True, help_text="Of the answer at the end; empty if there was none.")
    final_address = models.URLField("leads to", max_length=2000, blank=True)
    permanent = models.BooleanField("moved for good", default=False)
    error = models.CharField("what was in the way", max_length=300, blank=True)
    checked_at = models.DateTimeField("last tried")
    reached_at = models.DateTimeField("last reached", null=True)
    broken_since = models.DateTimeField(null=True)

    class Meta:
        ordering = ("address",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=link_rules.STATES), name="curation_linkcheck_state_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=link_rules.GOOD)
                | models.Q(reached_at__isnull=False, reached_at=models.F("checked_at")),
                name="curation_linkcheck_reached_when_good",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=link_rules.BROKEN, broken_since__isnull=False)
                | (~models.Q(state__in=link_rules.BROKEN) & models.Q(broken_since=None)),
                name="curation_linkcheck_broken_since",
            ),
        )

    def __str__(self) -> str:
        return self.address
