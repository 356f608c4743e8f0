"""A learner's own number, which stays here only because they asked for it."""

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models

from salaries.models.catalog import Occupation, Place
from salaries.models.claims import CURRENCY, Kind, Level, Period
from salaries.placing import Number


class KeptNumberQuerySet(models.QuerySet[Any]):
    def for_user(self, user: Any) -> Self:
        return self.filter(user=user)

    def keep(self, *, user: Any, at: datetime, **number: Any) -> "KeptNumber":
        """Keep ``number`` in place of the one before it.

        One statement that cannot fail on a second press at the same time: a database logs the statements that fail,
        and the amount with them.
        """
        kept = KeptNumber(user=user, kept_at=at, **number)
        fields = [*number, "kept_at"]
        self.bulk_create([kept], update_conflicts=True, unique_fields=["user"], update_fields=fields)
        return kept


class KeptNumber(models.Model):
    """One for each learner. Deleting it deletes it: pay is nothing to keep behind somebody's back."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="kept_number")
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    currency = models.CharField(max_length=3, validators=[CURRENCY])
    period = models.CharField(max_length=5, choices=Period)
    kind = models.CharField(max_length=5, choices=Kind)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    occupation = models.ForeignKey(Occupation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=12, choices=Level)
    kept_at = models.DateTimeField()

    objects = KeptNumberQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="salaries_keptnumber_amount_positive"),
            models.CheckConstraint(
                condition=models.Q(currency__regex=r"^[A-Z]{3}$"), name="salaries_keptnumber_currency_known"
            ),
            models.CheckConstraint(
                condition=models.Q(period__in=Period.values, kind__in=Kind.values, level__in=Level.values),
                name="salaries_keptnumber_choices_known",
            ),
        )

    def __str__(self) -> str:
        return f"number {self.pk}"

    @property
    def number(self) -> Number:
        """As it is placed among figures."""
        return Number(self.amount, self.currency, self.period, self.kind)

    def says(self, **number: Any) -> bool:
        """Whether it is ``number``, as a form gives it."""
        return all(getattr(self, name) == value for name, value in number.items())
