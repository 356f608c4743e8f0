"""What an employer offered, as it was advertised, said or written: each a row of its own."""

from decimal import Decimal
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import OuterRef, Q
from django.urls import reverse

from applications.offers.terms import Terms, for_a
from applications.postings.models import Application
from applications.reading.shapes import PERIODS
from keeping.models import EARLIEST, Own, OwnQuerySet, Parts

MOST_YEARS = 6


class Form(models.TextChoices):
    ADVERTISED = "advertised", "Advertised"
    VERBAL = "verbal", "Said"
    WRITTEN = "written", "In writing"


class OfferQuerySet(OwnQuerySet):
    def with_terms(self) -> Self:
        """With all that ``terms`` says, the equity of each year too, and the application, in the same query."""
        equity = OfferEquity.objects.filter(offer=OuterRef("pk")).order_by("year")
        return self.select_related("application").annotate(equity_by_year=ArraySubquery(equity.values("amount")))


class Offer(Own):
    """One state of an offer. The next one, verbal or written, is another row, so what was said first stays.

    ``base`` is money of ``currency`` (ISO 4217) for a ``period``; ``bonus`` and equity are money for a year.
    """

    FIELDS: ClassVar[tuple[str, ...]] = (
        *("application", "form", "on", "currency", "base", "period", "bonus", "benefits", "days_off"),
        *("answer_by", "note"),
    )
    PARTS: ClassVar[dict[str, Parts]] = {"equity": Parts(("amount",), place="year", most=MOST_YEARS)}

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="offers")
    form = models.CharField("how it was made", max_length=10, choices=Form)
    on = models.DateField("when")
    currency = models.CharField(max_length=3)
    base = models.DecimalField(
        "base pay", max_digits=14, decimal_places=2, validators=[MinValueValidator(Decimal("0.01"))]
    )
    period = models.CharField(max_length=5, choices=[(one, f"A {one}") for one in PERIODS], default="year")
    bonus = models.DecimalField(
        "bonus a year",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    benefits = models.CharField(max_length=2000, blank=True)
    days_off = models.PositiveSmallIntegerField(
        "paid days off a year", null=True, blank=True, validators=[MaxValueValidator(366)]
    )
    answer_by = models.DateField("they want an answer by", null=True, blank=True)
    note = models.CharField(max_length=2000, blank=True)

    objects: ClassVar[Any] = OfferQuerySet.as_manager()

    class Meta:
        ordering = ("application", "on", "pk")
        verbose_name_plural = "offers to learners"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="applications_offer_once"),
            models.CheckConstraint(condition=Q(form__in=Form.values), name="applications_offer_form_known"),
            models.CheckConstraint(condition=Q(period__in=PERIODS), name="applications_offer_period_known"),
            models.CheckConstraint(condition=Q(currency__regex="^[A-Z]{3}$"), name="applications_offer_currency_code"),
            models.CheckConstraint(condition=Q(base__gt=0), name="applications_offer_base_positive"),
            models.CheckConstraint(condition=Q(bonus=None) | Q(bonus__gte=0), name="applications_offer_bonus"),
            models.CheckConstraint(condition=Q(on__gte=EARLIEST), name="applications_offer_not_ancient"),
            models.CheckConstraint(
                condition=Q(answer_by=None) | Q(answer_by__gte=EARLIEST), name="applications_offer_answer_not_ancient"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_form_display()}, {self.on:%b %-d, %Y}: {for_a(self.base, self.currency, self.period)}"

    def get_absolute_url(self) -> str:
        return f"{reverse('applications:offers', args=[self.application_id])}#row-{self.pk}"

    @property
    def terms(self) -> Terms:
        """What it says. Loaded ``with_terms``."""
        row: Any = self
        return Terms(
            self.currency,
            self.base,
            self.period,
            self.bonus,
            tuple(row.equity_by_year),
            self.benefits,
            self.days_off,
            self.answer_by,
        )


class OfferEquity(models.Model):
    """What is granted in one year after the start, as money at the value of the day it was offered."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="equity")
    year = models.PositiveSmallIntegerField()
    amount = models.DecimalField(max_digits=14, decimal_places=2)

    class Meta:
        ordering = ("offer", "year")
        verbose_name_plural = "equity of offers by year"
        constraints = (
            models.UniqueConstraint(fields=["offer", "year"], name="applications_offerequity_once"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="applications_offerequity_positive"),
        )

    def __str__(self) -> str:
        return f"year {self.year}"
