"""What a fault of ours moved in a learner's rows, until they have said which of the two values is right."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from keeping.models import SUBJECT
from keeping.shapes import LONGEST, Shape


class Recovery(models.Model):
    """One value of one row: what is ``present`` there since ``at``, and what is ``offered`` in its place.

    Found once in the history, by the migration that came with the mending. The row is named, not pointed to, as in the
    history. It is offered only as long as the row still says what is present.
    """

    SHAPES: ClassVar[dict[str, Shape]] = {
        name: {"type": ["string", "number", "boolean", "null"], "maxLength": LONGEST} for name in ("present", "offered")
    }

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, db_index=False, related_name="+")
    subject = models.CharField(max_length=60, help_text=SUBJECT)
    token = models.UUIDField()
    field = models.CharField(max_length=40)
    present = models.JSONField()
    offered = models.JSONField()
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "values to give back to learners"
        constraints = (
            models.UniqueConstraint(fields=["user", "subject", "token", "field"], name="evidence_recovery_once"),
        )

    def __str__(self) -> str:
        return f"{self.field} of {self.subject} {self.token}"
