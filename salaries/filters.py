"""What a reader asks of the distributions: one choice for each filter."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from salaries.models import Distribution
from salaries.models.claims import DistributionQuerySet

ANY = "any"
NEWEST = "newest"
# Beyond any page there could be.
MOST_PAGES = 1_000_000
NAMES = {
    "role": "Role",
    "place": "Place",
    "industry": "Industry",
    "year": "Year",
    "kind": "Base or total",
    "currency": "Currency",
}


class QueryForm(forms.Form):
    """The shape of what may be asked. Whether there is such a role or place is seen when the choices are counted."""

    role = forms.SlugField(max_length=60, required=False)
    place = forms.SlugField(max_length=40, required=False)
    industry = forms.SlugField(max_length=60, required=False)
    year = forms.RegexField(r"^(newest|any|(19|20)[0-9]{2})\Z", required=False)
    kind = forms.RegexField(r"^(any|base|total)\Z", required=False)
    currency = forms.RegexField(r"^(any|[A-Z]{3})\Z", required=False)
    yearly = forms.BooleanField(required=False)
    page = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)


@dataclass(frozen=True)
class Filter:
    """One choice for each filter: a slug, year or code, ``any``, or ``newest`` for what no later edition replaced."""

    role: str = ANY
    place: str = "us"
    industry: str = "all-industries"
    year: str = NEWEST
    kind: str = ANY
    currency: str = ANY

    def chosen(self) -> dict[str, str]:
        """The filters that leave something out."""
        return {name: getattr(self, name) for name in NAMES if getattr(self, name) != ANY}

    def without(self, name: str) -> "Filter":
        return replace(self, **{name: ANY})

    def query(self, **more: str) -> str:
        """As the query of an address that says everything, so that it means the same when the defaults change."""
        return urlencode({**{name: getattr(self, name) for name in NAMES}, **more})


EVERYTHING = Filter(place=ANY, industry=ANY, year=ANY)


def filter_of(data: QueryDict, *, default: Filter = Filter()) -> tuple[Filter, dict[str, Any], list[str]]:
    """The filter of a query, its other wishes (``yearly``, ``page``), and the names of filters that made no sense.

    What is left out, empty or wrong falls back to ``default``.
    """
    form = QueryForm(data)
    form.is_valid()
    chosen = {name: form.cleaned_data.get(name) or getattr(default, name) for name in NAMES}
    others = {
        "yearly": form.cleaned_data.get("yearly", False),
        "page": min(form.cleaned_data.get("page") or 1, MOST_PAGES),
    }
    return Filter(**chosen), others, [name for name in NAMES if name in form.errors]


def matching(wanted: Filter) -> DistributionQuerySet:
    """The published distributions that a filter leaves."""
    columns = {"role": "occupation__slug", "place": "place__slug", "industry": "industry__slug"}
    rows: DistributionQuerySet = Distribution.objects.published()
    for name, value in wanted.chosen().items():
        if name == "year" and value == NEWEST:
            rows = rows.filter(newest=True)
        else:
            rows = rows.filter(**{columns.get(name, name): value})
    return rows


@dataclass(frozen=True)
class Option:
    """One choice of a filter and the number of distributions it would leave under the other filters."""

    value: str
    label: str
    count: int
    group: str = ""
    depth: int = 0


@dataclass(frozen=True)
class Choices:
    """Every filter's options, and what follows from their counts.

    ``filter`` is what was asked for without what nobody knows, which ``unknown`` names. ``rows`` are the distributions
    of one page in their order, and ``large`` those of the large figures, as primary keys.
    """

    filter: Filter
    options: dict[str, list[Option]]
    unknown: list[str]
    rows: list[int]
    large: list[int]

    def total(self, name: str = "role") -> int:
        """How many distributions the filter leaves."""
        chosen = getattr(self.filter, name)
        return sum(
            option.count
            for option in self.options[name]
            if option.value == chosen or (chosen == ANY and option.value != NEWEST)
        )

    def label(self, name: str) -> str:
        value = getattr(self.filter, name)
        return next((option.label for option in self.options[name] if option.value == value), value)

    def nearest(self) -> Iterator[tuple[str, Filter, int]]:
        """For an empty result: each filter that could go to leave something, with what it would leave."""
        for name in self.filter.chosen():
            wider = self.filter.without(name)
            left = sum(option.count for option in self.options[name] if option.value != NEWEST)
            if left:
                yield name, wider, left
