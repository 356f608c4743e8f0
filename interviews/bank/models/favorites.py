"""Which questions of the bank a learner has marked."""

from django.conf import settings
from django.db import models

from interviews.bank.models.questions import Question


class Favorite(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, db_index=False, related_name="+")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "learners' favorites"
        constraints = (models.UniqueConstraint(fields=["user", "question"], name="interviews_favorite_once"),)

    def __str__(self) -> str:
        return str(self.question_id)
