"""What a learner is after, and three answers that lead to the rooms where the rest is recorded."""

import uuid
from typing import ClassVar

from django.db import models

from evidence.models import Credential
from evidence.records.models.background import EducationLevel
from keeping.models import Own
from roadmap import aiming
from roadmap.models.guide import Role

# Each learner's aim has this token: two windows that save it for the first time mean the same row.
AIM_TOKEN = uuid.UUID("6b0a3c1e-8a53-5f0c-9d57-31c2f4f8f7aa")


class Led(models.TextChoices):
    """For how long somebody says they have led projects."""

    NONE = aiming.NOT_LED, "Not yet"
    SOME = aiming.UNDER_THREE, "Yes, for less than 3 years in all"
    THREE = aiming.THREE_TO_FIVE, "Yes, for 3 to 5 years"
    FIVE = aiming.FIVE_OR_MORE, "Yes, for 5 years or more"


class Aim(Own):
    """What one learner is after. The answers are no evidence: they only decide what Today asks for first."""

    FIELDS: ClassVar[tuple[str, ...]] = ("interview_ahead", "education", "led", "role", "credential")
    LISTED_AT: ClassVar[str] = "roadmap:aim"

    interview_ahead = models.BooleanField("an interview is coming up", default=False)
    education = models.CharField("highest education", max_length=10, choices=EducationLevel)
    led = models.CharField("projects led", max_length=5, choices=Led)
    role = models.ForeignKey(Role, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    credential = models.ForeignKey(Credential, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "what learners are after"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="roadmap_aim_once"),
            models.UniqueConstraint(fields=["user"], name="roadmap_aim_one_for_each"),
            models.CheckConstraint(
                condition=models.Q(education__in=EducationLevel.values), name="roadmap_aim_education_known"
            ),
            models.CheckConstraint(condition=models.Q(led__in=Led.values), name="roadmap_aim_led_known"),
        )

    def __str__(self) -> str:
        return "your answers"

    def get_absolute_url(self) -> str:
        return f"{super().get_absolute_url().partition('#')[0]}"
