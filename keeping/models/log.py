"""What was deleted, and the history of all that learners did."""

import uuid
from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

# What is in the bin can be brought back for so long (rule: nothing is ever lost).
BIN_DAYS = 30
NAME_LENGTH = 300
SUBJECT = "The table, as app.model."


class DeletionQuerySet(models.QuerySet["Deletion"]):
    def in_bin(self, user: AbstractBaseUser, *, now: datetime) -> Self:
        """What the learner can bring back, the newest first. What waits for something else comes after that."""
        here = self.filter(user=user, restored_at=None, at__gt=now - timedelta(days=BIN_DAYS))
        return here.filter(waits_for=None).order_by("-at", "-pk")

    def of_row(self, user_id: int, subject: str, token: uuid.UUID) -> "Deletion | None":
        """The one that a row is in the bin by itself with, if it is."""
        return self.filter(user=user_id, subject=subject, token=token, restored_at=None).first()

    def past_recall(self, *, now: datetime) -> Self:
        """Everybody's of more than ``BIN_DAYS`` days ago."""
        return self.filter(at__lte=now - timedelta(days=BIN_DAYS))


class Deletion(models.Model):
    """One time a learner put a row in the bin. That row points here, and so does all that went along with it.

    What cannot be without a row that was deleted after it ``waits_for`` that deletion to be taken back first.
    """

    # What makes one of them when everything is taken out, see ``taking.naming``.
    NAMED_BY: ClassVar[tuple[str, ...]] = ("subject", "token", "at")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, db_index=False, related_name="+")
    subject = models.CharField(max_length=60, help_text=SUBJECT)
    token = models.UUIDField()
    name = models.CharField(max_length=NAME_LENGTH, help_text="What the row was called.")
    at = models.DateTimeField()
    along = models.PositiveIntegerField(default=0, help_text="How many other rows went along.")
    waits_for = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    restored_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = DeletionQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name_plural = "what learners deleted"
        indexes = (
            models.Index(fields=["user", "-at", "-id"], name="keeping_deletion_own"),
            models.Index(fields=["at"], name="keeping_deletion_at"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def until(self) -> datetime:
        """Until when it can be taken back."""
        return self.at + timedelta(days=BIN_DAYS)


class Act(models.TextChoices):
    ADDED = "added", "Added"
    CHANGED = "changed", "Changed"
    BINNED = "binned", "Deleted"
    RESTORED = "restored", "Restored"


class Event(models.Model):
    """One thing a learner did to one of their rows, or a decision about it. Appended, never changed (rule R3).

    ``before`` and ``after`` hold the values that changed. The row may be gone for good, so it is named, not pointed to.
    """

    NAMED_BY: ClassVar[tuple[str, ...]] = ("subject", "token", "act", "at")
    WRITTEN_ONCE: ClassVar[tuple[str, ...]] = ("before", "after", "version", "undoes")
    FIELDS_THAT_STAY: ClassVar[tuple[str, ...]] = ("number_then",)

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, db_index=False, related_name="+")
    subject = models.CharField(max_length=60, help_text=SUBJECT)
    token = models.UUIDField()
    act = models.CharField(max_length=10, choices=Act)
    at = models.DateTimeField()
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    version = models.PositiveIntegerField(null=True, blank=True, help_text="Of the content that was in force.")
    undoes = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    # Milestones had a log of their own, and pages that were open then name events by their numbers there.
    number_then = models.PositiveBigIntegerField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "what learners did"
        indexes = (
            models.Index(fields=["user", "subject", "token"], name="keeping_event_row"),
            models.Index(fields=["user", "-id"], name="keeping_event_last"),
        )
        constraints = (models.CheckConstraint(condition=~models.Q(act=""), name="keeping_event_says_what"),)

    def __str__(self) -> str:
        return f"{self.subject} {self.token}: {self.act}"
