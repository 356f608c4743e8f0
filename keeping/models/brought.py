"""A document that a learner has brought and looks at, until they say yes."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models


class Brought(models.Model):
    """What waits for a yes: the document, packed, and the name of its file. Another one takes its place.

    ``digest`` is that of the document: the yes is to what was looked at.
    """

    STAYS_HERE: ClassVar[str] = "a copy of what was taken out, for an hour or a day"

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    packed = models.BinaryField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name_plural = "what learners brought and look at"
        indexes = (models.Index(fields=["at"], name="keeping_brought_at"),)

    def __str__(self) -> str:
        return self.name
