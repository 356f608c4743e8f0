"""Ways to find the claims that need looking after."""

from datetime import date
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.db.models.functions import Substr
from django.http import HttpRequest
from django.utils import timezone

from curation.days import a_year_before
from curation.models import Source
from salaries.models import Distribution, Occupation, Place, PlaceKind
from salaries.pay import OLD_AFTER_YEARS


def old(today: date, *, frame: str = "") -> Q:
    """What ``pay.age`` calls old, in SQL: about a time that ended more than ``OLD_AFTER_YEARS`` years ago.

    ``frame`` leads to the distribution, such as ``"distribution__"``.
    """
    year = today.year - OLD_AFTER_YEARS
    month = f"{year}-{today.month:02}"
    # Dates of one year order as text does, but for the year and the month themselves, which end after the day.
    earlier = Q(**{f"{frame}year": year, f"{frame}as_of__lt": f"{month}-{today.day:02}"})
    return Q(**{f"{frame}year__lt": year}) | (earlier & ~Q(**{f"{frame}as_of__in": [str(year), month]}))


class StrictFilter(admin.SimpleListFilter):
    """A value that is none of the choices sends the curator back to the list instead of finding nothing."""

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        if value is None:
            return queryset
        if value not in {str(choice) for choice, _ in self.lookup_choices}:
            raise IncorrectLookupParameters
        return self.chosen(queryset, value)

    def chosen(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        raise NotImplementedError


def frame_of(queryset: QuerySet[Any]) -> str:
    """The way from the rows of a list to their distribution."""
    return "" if queryset.model is Distribution else "distribution__"


class AgeFilter(StrictFilter):
    title = "time it is about"
    parameter_name = "about"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("old", f"Old: more than {OLD_AFTER_YEARS} years ago"), ("recent", "Recent")]

    def chosen(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        condition = old(timezone.localdate(), frame=frame_of(queryset))
        return queryset.filter(condition if value == "old" else ~condition)


class CheckFilter(StrictFilter):
    title = "check"
    parameter_name = "check"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("overdue", "Overdue: its day for review has passed"), ("unchecked", "Not checked in the last year")]

    def chosen(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        today = timezone.localdate()
        if value == "overdue":
            return queryset.filter(review_by__lt=today)
        return queryset.filter(checked_on__lt=a_year_before(today))


class TwiceFilter(StrictFilter):
    """A month that a spreadsheet had turned into its first day was once imported as a claim beside the old one."""

    title = "said twice"
    parameter_name = "twice"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("month", "A month's first day beside the month")]

    def chosen(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        others = ("source", "occupation", "place", "industry", "kind", "currency")
        month = Distribution.objects.filter(
            as_of=Substr(OuterRef("as_of"), 1, len("2023-06")), **{name: OuterRef(name) for name in others}
        )
        twice = Distribution.objects.filter(Exists(month), as_of__regex="^[0-9]{4}-[0-9]{2}-01$")
        return queryset.filter(**{f"{frame_of(queryset)}pk__in": twice.values("pk")})


class CatalogFilter(StrictFilter):
    """By what the distributions are about, of which only those are offered that have any."""

    catalog: type[Model]
    related: tuple[str, ...] = ()

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        used = Distribution.objects.values(f"{self.parameter_name}_id")
        rows: Any = self.catalog._default_manager.filter(pk__in=used).select_related(*self.related)
        return [(row.slug, str(row)) for row in rows]

    def chosen(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        return queryset.filter(**{f"{frame_of(queryset)}{self.parameter_name}__slug": value})


class SourceFilter(CatalogFilter):
    title = "source"
    parameter_name = "source"
    catalog = Source


class RoleFilter(CatalogFilter):
    title = "role"
    parameter_name = "occupation"
    catalog = Occupation


class PlaceFilter(CatalogFilter):
    """By country or state with the cities and areas that lie in it, of which there are too many for a list."""

    title = "place"
    parameter_name = "place"
    catalog = Place

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        used = Distribution.objects.values("place_id")
        wider = Place.objects.exclude(kind=PlaceKind.CITY).select_related("parent")
        there = wider.filter(Exists(Place.objects.filter(_in(OuterRef("pk")), pk__in=used)))
        return [(place.slug, str(place)) for place in there]

    def chosen(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        places = Place.objects.filter(_in(Place.objects.filter(slug=value).values("pk")[:1]))
        return queryset.filter(**{f"{frame_of(queryset)}place__in": places})


def _in(place: Any) -> Q:
    """A place, and the cities and areas that lie right in it."""
    return Q(pk=place) | Q(parent=place, kind=PlaceKind.CITY)


class FrameFilter(StrictFilter):
    """By a plain value of the distribution."""

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        field: Any = Distribution._meta.get_field(str(self.parameter_name))
        choices = dict(field.choices or ())
        used = Distribution.objects.order_by(str(self.parameter_name)).values_list(str(self.parameter_name), flat=True)
        return [(value, str(choices.get(value, value))) for value in used.distinct()]

    def chosen(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        return queryset.filter(**{f"{frame_of(queryset)}{self.parameter_name}": value})


class KindFilter(FrameFilter):
    title = "base or total"
    parameter_name = "kind"


class CurrencyFilter(FrameFilter):
    title = "currency"
    parameter_name = "currency"
