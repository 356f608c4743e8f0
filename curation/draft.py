"""What a curator has written and not published: the form as it was typed, also half filled, and the row it is for."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any, Self

from django.apps import apps
from django.conf import settings
from django.db import models
from django.http import QueryDict
from django.urls import reverse

# How long what is closed can still be looked at, and what is discarded be brought back.
KEPT = timedelta(days=30)


class DraftQuerySet(models.QuerySet["Draft"]):
    def open(self) -> Self:
        return self.filter(closed_at=None)

    def of(self, model: type[models.Model], row: int | None) -> Self:
        """Those of one row, or with no row those of rows that are still to be."""
        return self.filter(table=model._meta.label_lower, row=row)

    def due(self, day: date) -> Self:
        return self.open().filter(publish_on__lte=day)


class Draft(models.Model):
    """Nothing of it is public. It is opened in the form it was typed into, and published through that form."""

    class Outcome(models.TextChoices):
        PUBLISHED = "published", "Published"
        DISCARDED = "discarded", "Discarded"

    token = models.UUIDField(unique=True, default=uuid.uuid4)
    table = models.CharField(max_length=80, help_text="The model, as 'app.model'.")
    row = models.BigIntegerField(null=True, help_text="The primary key; none for a row that is still to be.")
    title = models.CharField(max_length=200)
    typed = models.JSONField(help_text="Every box with what was typed, as pairs in their order.")
    opened = models.JSONField(default=dict, help_text="The marks of the row it began from, see curation.meanwhile.")
    touched = models.JSONField(default=list, help_text="The boxes that say something else than that row did.")
    edition = models.PositiveIntegerField(default=1, help_text="Counts how often it was saved.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name="last saved by"
    )
    at = models.DateTimeField("saved")
    publish_on = models.DateField("to be published on", null=True)
    scheduled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    problem = models.TextField("why it could not be published", blank=True)
    link = models.UUIDField(null=True, help_text="Names the secret address at which it can be looked at.")
    link_until = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    closed_at = models.DateTimeField(null=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "-pk")
        indexes = (models.Index(fields=["table", "row"], name="curation_draft_of_row"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(outcome="", closed_at=None)
                | models.Q(outcome__in=["published", "discarded"], closed_at__isnull=False),
                name="curation_draft_closed_with_outcome",
            ),
            models.CheckConstraint(
                condition=models.Q(link=None, link_until=None) | models.Q(link__isnull=False, link_until__isnull=False),
                name="curation_draft_link_ends",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def model(self) -> type[models.Model]:
        return apps.get_model(self.table)

    @property
    def kind(self) -> str:
        return str(self.model._meta.verbose_name)

    @property
    def form_url(self) -> str:
        """Where it is opened, in the form it was typed into."""
        opts = self.model._meta
        name = f"admin:{opts.app_label}_{opts.model_name}"
        page = reverse(f"{name}_add") if self.row is None else reverse(f"{name}_change", args=[self.row])
        return f"{page}?draft={self.token}"

    @property
    def url(self) -> str:
        """Its own page, with what can be done about it."""
        return reverse("admin:curation_draft_change", args=[self.pk])

    def as_sent(self) -> QueryDict:
        """What was typed, as a browser sends it."""
        return as_sent(self.typed)

    def close(self, outcome: str, *, at: datetime) -> None:
        self.outcome, self.closed_at = outcome, at
        self.publish_on = self.scheduled_by = self.link = self.link_until = None
        self.save()

    def bring_back(self) -> None:
        self.outcome, self.closed_at = "", None
        self.save()


def as_sent(typed: list[Any]) -> QueryDict:
    found = QueryDict(mutable=True)
    for name, value in typed:
        found.appendlist(name, value)
    return found
