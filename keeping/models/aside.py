"""Rows that were brought here and name content that this site does not have: nothing of them is lost."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from keeping.models.log import SUBJECT
from keeping.shapes import Shape


class KeptAside(models.Model):
    """One row as the document that was brought says it. It is taken in once the content it names is there.

    ``digest`` is that of ``row``, so that the same row is kept aside once.
    """

    NAMED_BY: ClassVar[tuple[str, ...]] = ("subject", "digest")
    SHAPES: ClassVar[dict[str, Shape]] = {"row": {"type": "object"}}

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, db_index=False, related_name="+")
    subject = models.CharField(max_length=60, help_text=SUBJECT)
    digest = models.CharField(max_length=64)
    row = models.JSONField()

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "what learners brought that has no place here yet"
        constraints = (models.UniqueConstraint(fields=["user", "subject", "digest"], name="keeping_keptaside_once"),)

    def __str__(self) -> str:
        return f"{self.subject} {self.digest[:8]}"
