"""Pay claims: one figure of one source each, gathered into the distribution it was published in."""

from decimal import Decimal
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models.functions import Cast
from django.urls import reverse

from curation.constraints import one_of
from curation.models import Confidence, Curated, CuratedQuerySet, Source
from salaries import pay
from salaries.models.catalog import Industry, Occupation, Place


class Kind(models.TextChoices):
    BASE = "base", "Base pay"
    TOTAL = "total", "Total pay"


class Level(models.TextChoices):
    ALL = "all", "All levels together"
    ENTRY = "entry", "Entry"
    MID = "mid", "Mid"
    SENIOR = "senior", "Senior"
    EXPERIENCED = "experienced", "Experienced"


class Statistic(models.TextChoices):
    P10 = "p10", "10th percentile"
    P25 = "p25", "25th percentile"
    P50 = "p50", "Median"
    P75 = "p75", "75th percentile"
    P90 = "p90", "90th percentile"
    MEAN = "mean", "Mean"
    MEAN_LOWEST_THIRD = "mean_lowest_third", "Mean of the lowest third"
    MEAN_UPPER_TWO_THIRDS = "mean_upper_two_thirds", "Mean of the upper two thirds"
    TYPICAL = "typical", "Typical"
    LOWER = "lower", "Lower end of a range"
    UPPER = "upper", "Upper end of a range"
    GOING_RATE = "visa_going_rate", "Going rate for a visa"


class Period(models.TextChoices):
    YEAR = "year", "a year"
    MONTH = "month", "a month"
    DAY = "day", "a day"
    HOUR = "hour", "an hour"


PERIODS = {str(value): str(text) for value, text in Period.choices}


def refuse_no_such_day(as_of: str) -> None:
    """A validator: an exact day is one that the calendar has."""
    if pay.no_such_day(as_of):
        raise ValidationError(f"There is no {pay.as_of_text(as_of)}.")


# How far off a figure from a sample may be.
ERROR: dict[str, Any] = {
    "max_digits": 4,
    "decimal_places": 1,
    "null": True,
    "blank": True,
    "validators": [MinValueValidator(Decimal(0))],
}
CURRENCY = RegexValidator(r"^[A-Z]{3}$", "Three capital letters, such as USD.")


class DistributionQuerySet(CuratedQuerySet):
    def published(self) -> Self:
        """Distributions of which neither they nor what they are about has been retired."""
        return self.filter(
            retired_at=None, occupation__retired_at=None, place__retired_at=None, industry__retired_at=None
        )

    def with_labels(self) -> Self:
        """All that a row's label, source line and address need, in the same query."""
        return self.select_related("occupation", "place__parent__parent", "industry", "source__pay_method")

    def in_order(self, *first: Any) -> Self:
        """By what is given, then by occupation, the wider place first, all industries first, the newest first."""
        return self.order_by(
            *first,
            *("occupation__position", "occupation_id", "place__position", "industry__position"),
            *("-as_of", "source_id", "kind", "pk"),
        )


class Distribution(Curated):
    """What one source says about one occupation, place and industry at one time: the frame of its claims.

    The database keeps ``newest`` true for the latest of its source alone (see the migration), so that a page can leave
    out what the source itself has replaced.
    """

    # Its longest parts, each at its limit, come to 264.
    slug = models.SlugField(max_length=300, unique=True, help_text="Made from the fields below. It never changes.")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="distributions")
    edition = models.CharField(max_length=200, help_text="The table or issue of the source.")
    url = models.URLField("address of the edition", max_length=500, blank=True)
    occupation = models.ForeignKey(Occupation, on_delete=models.PROTECT, related_name="distributions")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="distributions")
    industry = models.ForeignKey(Industry, on_delete=models.PROTECT, related_name="distributions")
    kind = models.CharField("base or total", max_length=5, choices=Kind)
    currency = models.CharField(max_length=3, validators=[CURRENCY], help_text="Three letters, such as USD.")
    as_of = models.CharField(
        "as of",
        max_length=10,
        validators=[
            RegexValidator(pay.AS_OF, "A year, month or day, such as 2024, 2024-05 or 2024-05-31."),
            refuse_no_such_day,
        ],
        help_text="The time the figures are about, as exactly as the source says: 2024, 2024-05 or 2024-05-31.",
    )
    # Nothing where there are no four digits, so that it is the rule about dates that refuses the row.
    year = models.GeneratedField(
        expression=Cast(
            models.Func("as_of", models.Value("^[0-9]{4}"), function="substring"), models.SmallIntegerField()
        ),
        output_field=models.SmallIntegerField(),
        db_persist=True,
    )
    newest = models.BooleanField(default=False, editable=False)
    employment = models.PositiveIntegerField(null=True, blank=True, help_text="How many people the source counts.")
    employment_error = models.DecimalField(
        **ERROR, help_text="Relative standard error of that number, in percent, if the source says it."
    )

    objects = DistributionQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        ordering = ("slug",)
        indexes = tuple(
            models.Index(fields=[name], name=f"salaries_distribution_{name}"[:30])
            for name in ("year", "kind", "currency")
        )
        constraints = (
            models.UniqueConstraint(
                fields=["occupation", "place", "industry", "as_of", "source", "kind", "currency"],
                name="salaries_distribution_once",
                violation_error_message="This source's distribution for them and this time is there already.",
            ),
            one_of("kind", Kind.values, "salaries_distribution_kind_known"),
            models.CheckConstraint(
                condition=models.Q(currency__regex=r"^[A-Z]{3}$"),
                name="salaries_distribution_currency_known",
                violation_error_message="Write the currency as three capital letters, such as USD.",
            ),
            models.CheckConstraint(
                condition=models.Q(as_of__regex=pay.AS_OF),
                name="salaries_distribution_dated",
                violation_error_message="A year, month or day, such as 2024, 2024-05 or 2024-05-31.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.occupation}, {self.place}, {self.industry}, {self.source.publisher} {self.as_of_text}"

    def get_absolute_url(self) -> str:
        return reverse("salaries:distribution", args=[self.occupation.slug, self.place.slug, self.industry.slug])

    @property
    def as_of_text(self) -> str:
        return pay.as_of_text(self.as_of)

    def make_slug(self) -> str:
        """The name made of what this distribution is about; two that differ have different ones."""
        parts = (self.source.slug, self.as_of, self.occupation.slug, self.place.slug, self.industry.slug)
        return "-".join((*parts, self.kind, self.currency.lower()))


class ClaimQuerySet(CuratedQuerySet):
    def published(self) -> Self:
        return self.filter(
            retired_at=None,
            distribution__retired_at=None,
            distribution__occupation__retired_at=None,
            distribution__place__retired_at=None,
            distribution__industry__retired_at=None,
        )

    def with_everything(self) -> Self:
        """With the distribution and all it is about, in one query."""
        frame = "distribution__"
        return self.select_related(
            *(f"{frame}{name}" for name in ("occupation", "place__parent__parent", "industry", "source__pay_method"))
        )


class SalaryClaim(Curated):
    """One figure. It cannot exist without a distribution, and that not without its source and date (rule R6).

    The percentiles of one distribution, level and period never run backwards: a deferred trigger in the database
    refuses it when a transaction ends.
    """

    distribution = models.ForeignKey(Distribution, on_delete=models.PROTECT, related_name="claims")
    slug = models.SlugField(max_length=60, help_text="Names the claim inside its distribution. It never changes.")
    position = models.PositiveSmallIntegerField(default=100, editable=False)
    role_as_named = models.CharField(max_length=160, help_text="The role in the words of the source.")
    level = models.CharField(max_length=12, choices=Level, default=Level.ALL)
    level_rule = models.CharField(
        max_length=200, blank=True, help_text="What made it that level. Needed for every level but all together."
    )
    statistic = models.CharField(max_length=24, choices=Statistic)
    amount = models.DecimalField(
        max_digits=12, decimal_places=2, validators=[MinValueValidator(Decimal("0.01"))], help_text="As published."
    )
    period = models.CharField(max_length=5, choices=Period, default=Period.YEAR)
    confidence = models.CharField(max_length=6, choices=Confidence, help_text="For curators. Not shown to readers.")
    retrieved_on = models.DateField(help_text="The day the figure was taken from the source.")
    checked_on = models.DateField(help_text="The day somebody last compared it with the source.")
    review_by = models.DateField(help_text="The day by which it should be compared again.")
    relative_error = models.DecimalField(
        **ERROR, help_text="Relative standard error of the amount, in percent, if the source says it."
    )
    headline = models.BooleanField(
        default=False, help_text="One of the large figures of the site: at most one for each level."
    )

    objects = ClaimQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        ordering = ("distribution", "position", "slug")
        verbose_name = "claim"
        constraints = (
            models.UniqueConstraint(fields=["distribution", "slug"], name="salaries_salaryclaim_slug_once"),
            models.UniqueConstraint(
                fields=["distribution", "level", "statistic", "period"],
                name="salaries_salaryclaim_once",
                violation_error_message="This figure is there already: same level, statistic and period.",
            ),
            models.UniqueConstraint(
                fields=["level"],
                condition=models.Q(headline=True, retired_at=None),
                name="salaries_salaryclaim_one_headline_a_level",
                violation_error_message="Another claim is the large figure of this level. Untick that one first.",
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gt=0),
                name="salaries_salaryclaim_amount_positive",
                violation_error_message="An amount is more than nothing.",
            ),
            one_of("level", Level.values, "salaries_salaryclaim_level_known"),
            models.CheckConstraint(
                condition=models.Q(level=Level.ALL) | ~models.Q(level_rule=""),
                name="salaries_salaryclaim_level_has_a_rule",
                violation_error_message="Say what made it this level.",
            ),
            one_of("statistic", Statistic.values, "salaries_salaryclaim_statistic_known"),
            one_of("period", Period.values, "salaries_salaryclaim_period_known"),
            one_of("confidence", Confidence.values, "salaries_salaryclaim_confidence_known"),
            models.CheckConstraint(
                condition=models.Q(checked_on__gte=models.F("retrieved_on"), review_by__gt=models.F("checked_on")),
                name="salaries_salaryclaim_dates_ordered",
                violation_error_message="First retrieved, then checked, then due for review.",
            ),
        )

    def __str__(self) -> str:
        return (
            f"{self.get_statistic_display()}: {pay.money(self.amount, self.distribution.currency)} {self.period_text}"
        )

    def get_absolute_url(self) -> str:
        return self.distribution.get_absolute_url()

    @property
    def period_text(self) -> str:
        return PERIODS[self.period]

    @property
    def key(self) -> str:
        """The claim's lasting name in data that is taken out: that of its distribution and its own."""
        return f"{self.distribution.slug}/{self.slug}"

    def make_slug(self) -> str:
        return f"{self.level}-{self.statistic}-{self.period}".replace("_", "-")
