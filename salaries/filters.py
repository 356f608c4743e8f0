"""What a reader asks of the distributions, and how many each other choice would leave: all choices in one query."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db import connection
from django.http import QueryDict

from salaries.models import Distribution, Kind
from salaries.models.claims import DistributionQuerySet

ANY = "any"
NEWEST = "newest"
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
    year = forms.RegexField(r"^(newest|any|[0-9]{4})$", required=False)
    kind = forms.RegexField(r"^(any|base|total)$", required=False)
    currency = forms.RegexField(r"^(any|[A-Z]{3})$", required=False)
    yearly = forms.BooleanField(required=False)
    page = forms.IntegerField(min_value=1, max_value=100_000, required=False)


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


def asked(data: QueryDict, *, default: Filter = Filter()) -> tuple[Filter, dict[str, Any], list[str]]:
    """The filter of a query, its other wishes (``yearly``, ``page``), and the names of filters that made no sense.

    What is left out, empty or wrong falls back to ``default``.
    """
    form = QueryForm(data)
    form.is_valid()
    chosen = {name: form.cleaned_data.get(name) or getattr(default, name) for name in NAMES}
    others = {"yearly": form.cleaned_data.get("yearly", False), "page": form.cleaned_data.get("page") or 1}
    return Filter(**chosen), others, [name for name in NAMES if name in form.errors]


def matching(asked_for: Filter) -> DistributionQuerySet:
    """The published distributions that a filter leaves."""
    columns = {"role": "occupation__slug", "place": "place__slug", "industry": "industry__slug"}
    rows: DistributionQuerySet = Distribution.objects.published()
    for name, value in asked_for.chosen().items():
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
    """Every filter's options, and what follows from their counts."""

    filter: Filter
    options: dict[str, list[Option]]

    def unknown(self) -> list[str]:
        """The filters whose choice is no option: a code that nobody knows."""
        return [
            name
            for name, value in self.filter.chosen().items()
            if value not in {option.value for option in self.options[name]}
        ]

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


# A retired role, place or industry takes its distributions along. The lists are nearly always empty, and read once.
PUBLISHED = " AND ".join(
    [
        "d.retired_at IS NULL",
        "d.occupation_id <> ALL (ARRAY(SELECT id FROM salaries_occupation WHERE retired_at IS NOT NULL))",
        "d.place_id <> ALL (ARRAY(SELECT id FROM salaries_place WHERE retired_at IS NOT NULL))",
        "d.industry_id <> ALL (ARRAY(SELECT id FROM salaries_industry WHERE retired_at IS NOT NULL))",
    ]
)
CONDITIONS = {
    "role": "d.occupation_id = (SELECT id FROM salaries_occupation WHERE slug = %s)",
    "place": "d.place_id = (SELECT id FROM salaries_place WHERE slug = %s)",
    "industry": "d.industry_id = (SELECT id FROM salaries_industry WHERE slug = %s)",
    "year": "d.year = %s",
    "kind": "d.kind = %s",
    "currency": "d.currency = %s",
}
TABLES = {
    # The choice's table, its label, what it lies in, and the column that points to it.
    "role": (
        "salaries_occupation t",
        "t.name || CASE t.code WHEN '' THEN '' ELSE ' (' || t.code || ')' END",
        "t.kind",
        "0",
    ),
    "place": (
        "salaries_place t LEFT JOIN salaries_place p ON p.id = t.parent_id "
        "LEFT JOIN salaries_place g ON g.id = p.parent_id",
        "t.name",
        "coalesce(g.name, p.name, t.name)",
        "(p.id IS NOT NULL)::int + (g.id IS NOT NULL)::int",
    ),
    "industry": ("salaries_industry t", "t.name", "''", "0"),
}
COLUMNS = {"role": "occupation_id", "place": "place_id", "industry": "industry_id"}


def choices(asked_for: Filter) -> Choices:
    """Count every option of every filter under the other filters, in one query."""
    parts: list[str] = []
    values: list[Any] = []

    def others(but: str) -> str:
        conditions = [PUBLISHED]
        for name, value in asked_for.chosen().items():
            if name == but:
                continue
            if name == "year" and value == NEWEST:
                conditions.append("d.newest")
            else:
                conditions.append(CONDITIONS[name])
                values.append(value)
        return " AND ".join(conditions)

    for name, (table, label, group, depth) in TABLES.items():
        parts.append(
            f"SELECT '{name}', t.slug, {label}, {group}, {depth}, t.position::int, coalesce(c.n, 0) FROM {table} "  # noqa: S608
            f"LEFT JOIN (SELECT d.{COLUMNS[name]} AS id, count(*) AS n FROM salaries_distribution d "
            f"WHERE {others(name)} GROUP BY 1) c ON c.id = t.id WHERE t.retired_at IS NULL"
        )
    parts.append(
        f"SELECT 'year', d.year::text, d.year::text, '', 0, -d.year, count(*) FILTER (WHERE {others('year')}) "  # noqa: S608
        "FROM salaries_distribution d GROUP BY d.year"
    )
    parts.append(
        f"SELECT 'year', '{NEWEST}', 'Newest of each source', '', 0, -10000, count(*) "  # noqa: S608
        f"FROM salaries_distribution d WHERE d.newest AND {others('year')}"
    )
    for name in ("kind", "currency"):
        parts.append(
            f"SELECT '{name}', d.{name}, d.{name}, '', 0, 0, count(*) FILTER (WHERE {others(name)}) "  # noqa: S608
            f"FROM salaries_distribution d GROUP BY d.{name}"
        )
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts) + " ORDER BY 6, 2", values)
        rows = cursor.fetchall()
    options: dict[str, list[Option]] = {name: [] for name in NAMES}
    kinds = dict(Kind.choices)
    for name, value, label, group, depth, _, count in rows:
        options[name].append(Option(value, str(kinds.get(label, label)), count, group, depth))
    return Choices(asked_for, options)
