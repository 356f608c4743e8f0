"""The claims, alone and with the distribution they were published in."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from curation import waiting
from curation.admin import CuratedAdmin, PartForm, PartFormSet, StackedRows, refuse_other_currency
from curation.days import a_year_after
from curation.desk import SALARIES
from curation.number_fields import AmountField
from curation.table_file import TableFile
from salaries import pay
from salaries.admin.filters import (
    AgeFilter,
    CheckFilter,
    CurrencyFilter,
    KindFilter,
    PlaceFilter,
    RoleFilter,
    SourceFilter,
    TwiceFilter,
)
from salaries.admin.frame import with_frame
from salaries.admin.loading import ClaimsMixin
from salaries.import_conflicts import PERCENTILES
from salaries.models import Distribution, SalaryClaim

# What names a row never changes. A claim about something else is another claim.
FRAME_FIELDS = ("source", "occupation", "place", "industry", "kind", "currency", "as_of")
CLAIM_FIELDS = ("distribution", "level", "statistic", "period")


def backwards(claims: list[SalaryClaim]) -> list[str]:
    """Sentences about the percentiles of one distribution that run backwards among the claims that are offered."""
    groups: dict[tuple[str, str], dict[int, Decimal]] = defaultdict(dict)
    for claim in claims:
        if claim.statistic in PERCENTILES and claim.retired_at is None and claim.amount is not None:
            groups[claim.level, claim.period][PERCENTILES[claim.statistic]] = claim.amount
    pairs = [pair for group in groups.values() if (pair := pay.running_backwards(group.items()))]
    return [f"The {upper}th percentile is below the {lower}th. They never run backwards." for lower, upper in pairs]


class ClaimPartForm(PartForm):
    """A claim in its distribution: named by what it is, fixed once it is there."""

    class Meta:
        field_classes = {"amount": AmountField}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            for name in CLAIM_FIELDS:
                if name in self.fields:
                    self.fields[name].disabled = True

    def clean(self) -> dict[str, Any] | None:
        refuse_other_currency(self, self.instance.distribution.currency)
        return super().clean()

    def save(self, commit: bool = True) -> Any:
        self.instance.slug = self.instance.slug or self.instance.make_slug()
        return super().save(commit)


class ClaimFormSet(PartFormSet):
    def clean(self) -> None:
        super().clean()
        if not any(self.errors):
            for sentence in backwards([form.instance for form in self.forms if form.has_changed() or form.instance.pk]):
                raise forms.ValidationError(sentence)


class ClaimInline(StackedRows):
    model = SalaryClaim
    form = ClaimPartForm
    formset = ClaimFormSet
    fields = (
        ("amount", "period", "statistic", "level"),
        ("role_as_named", "level_rule"),
        ("retrieved_on", "checked_on", "review_by"),
        ("confidence", "headline", "retired"),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("distribution")


@admin.register(Distribution)
class DistributionAdmin(CuratedAdmin):
    group, place_in_group = SALARIES, 2
    about = "Figures that one source published together for one job, place and time"
    titles = ("occupation__name", "place__name", "source__publisher", "as_of")
    called = "published sets of figures"
    list_display = ("occupation", "place", "industry", "source", "as_of", "kind", "currency", "newest")
    list_filter = (AgeFilter, TwiceFilter, SourceFilter, PlaceFilter, RoleFilter, KindFilter, CurrencyFilter)
    search_fields = ("slug", "edition", "occupation__name", "place__name", "industry__name", "source__publisher")
    autocomplete_fields = ("source", "occupation", "place", "industry")
    exclude = ("slug",)
    inlines = (ClaimInline,)

    @property
    def table(self) -> TableFile | None:
        table = super().table
        return with_frame(table) if table else None

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("occupation", "place__parent", "industry", "source")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return (*super().get_readonly_fields(request, obj), *(FRAME_FIELDS if obj is not None else ()))

    def save_model(self, request: HttpRequest, obj: Distribution, form: Any, change: bool) -> None:
        obj.slug = obj.slug or obj.make_slug()
        super().save_model(request, obj, form, change)


class ClaimForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        field_classes = {"amount": AmountField}

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        claim = self.instance
        distribution = (cleaned or {}).get("distribution") or (claim.distribution if claim.pk else None)
        if distribution is not None:
            refuse_other_currency(self, distribution.currency)
        if distribution is not None and not self.errors:
            for name, value in (cleaned or {}).items():
                setattr(claim, name, value)
            others = distribution.claims.exclude(pk=claim.pk)
            for sentence in backwards([*others, claim]):
                self.add_error("amount" if "amount" in self.fields else None, sentence)
        return cleaned


@admin.register(SalaryClaim)
class SalaryClaimAdmin(ClaimsMixin, CuratedAdmin):
    group, place_in_group = SALARIES, 1
    about = "One figure of one source each: for whom, where, when, how much"
    titles = (
        *("role_as_named", "distribution__place__name", "amount", "period"),
        *("distribution__source__publisher", "distribution__as_of"),
    )
    called = "pay claims"
    form = ClaimForm
    list_display = (
        "role",
        "place",
        "industry",
        "source",
        "as_of",
        "level",
        "statistic",
        "pay",
        "checked_on",
        "review_by",
    )
    list_filter = (
        *(AgeFilter, CheckFilter, TwiceFilter, SourceFilter, PlaceFilter, RoleFilter),
        *("level", KindFilter, CurrencyFilter, "headline"),
    )
    search_fields = (
        *("role_as_named", "distribution__slug", "distribution__edition"),
        *("distribution__source__publisher", "distribution__occupation__name"),
    )
    autocomplete_fields = ("distribution",)
    exclude = ("slug",)
    actions = (*CuratedAdmin.actions, "checked_today")

    def get_queryset(self, request: HttpRequest) -> Any:
        frame = ("occupation", "place__parent", "industry", "source")
        return super().get_queryset(request).select_related(*(f"distribution__{name}" for name in frame))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return (*super().get_readonly_fields(request, obj), *(CLAIM_FIELDS if obj is not None else ()))

    def save_model(self, request: HttpRequest, obj: SalaryClaim, form: Any, change: bool) -> None:
        obj.slug = obj.slug or obj.make_slug()
        super().save_model(request, obj, form, change)

    def recorded_rows(self, obj: SalaryClaim) -> Q:
        """Those of the claim, and of the distribution it was published in."""
        return super().recorded_rows(obj) | Q(table=Distribution._meta.db_table, row=obj.distribution_id)

    @admin.display(ordering="distribution__occupation__position")
    def role(self, claim: SalaryClaim) -> str:
        return str(claim.distribution.occupation)

    @admin.display(ordering="distribution__place__position")
    def place(self, claim: SalaryClaim) -> str:
        return str(claim.distribution.place)

    @admin.display(ordering="distribution__industry__position")
    def industry(self, claim: SalaryClaim) -> str:
        return str(claim.distribution.industry)

    @admin.display(ordering="distribution__source__publisher")
    def source(self, claim: SalaryClaim) -> str:
        return str(claim.distribution.source.publisher)

    @admin.display(ordering="distribution__as_of", description="as of")
    def as_of(self, claim: SalaryClaim) -> str:
        return claim.distribution.as_of_text

    @admin.display(ordering="amount", description="amount")
    def pay(self, claim: SalaryClaim) -> str:
        return f"{pay.money(claim.amount, claim.distribution.currency)} {claim.period_text}"

    @admin.action(
        description="Checked today: I have compared the selected claims with their source", permissions=["change"]
    )
    def checked_today(self, request: HttpRequest, queryset: QuerySet[SalaryClaim]) -> None:
        today = timezone.localdate()
        number = queryset.order_by().update(checked_on=today, review_by=a_year_after(today))
        messages.success(request, f"{number} marked as checked today, to be looked at again in a year.")


@waiting.offer
def past_their_day(today: date) -> list[waiting.Waits]:
    return [
        waiting.Waits(
            label="pay claims past their day of review",
            about="Compare them with their source, and press “Checked today”",
            rows=SalaryClaim.objects.filter(retired_at=None, review_by__lt=today),
            filters={"retired": "no", "check": "overdue"},
            first="review_by",
        )
    ]
