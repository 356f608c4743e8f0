"""Facts over all tables of content, found by rule: rows that rest on a source, and the day somebody last compared each.

Many tables are asked in one query, for keys and days alone; then the rows of one page of them are read table by table.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, reduce
from hashlib import blake2s
from operator import or_
from typing import Any

from django.apps import apps
from django.db.models import DateField, F, Q, Value
from django.db.models.functions import Cast
from django.http import HttpRequest

from curation.days import a_year_after, a_year_before
from curation.desk_pages import edited_at, owners
from curation.models import Curated, Source

# What says when a fact was compared or is due, which comparing it again moves.
DAYS = {"checked_on", "review_by"}


@dataclass(frozen=True)
class Table:
    """A table of facts: the ways from a row to its sources, and whether each row has its own day."""

    model: type[Curated]
    sources: tuple[str, ...]
    dated: bool


@cache
def tables() -> tuple[Table, ...]:
    """Every table whose rows rest on a source or have a day of their own.

    Where the rows of one table carry the source for those of another, such as the distribution for its claims, the
    facts are the latter.
    """
    found, carriers = [], set()
    for model in apps.get_models():
        if not issubclass(model, Curated):
            continue
        dated = any(field.name == "checked_on" and not field.null for field in model._meta.concrete_fields)
        ways = _to_sources(model)
        if dated and not ways:
            over = [(name, to) for name, to in _carriers(model) if _to_sources(to)]
            carriers |= {to for _, to in over}
            ways = [f"{name}__{way}" for name, to in over for way in _to_sources(to)]
        if ways or dated:
            found.append(Table(model, tuple(ways), dated))
    return tuple(table for table in found if table.model not in carriers)


def _to_sources(model: type[Any]) -> list[str]:
    fields = model._meta.get_fields()
    return [
        field.name for field in fields if field.is_relation and not field.auto_created and field.related_model is Source
    ]


def _carriers(model: type[Any]) -> list[tuple[str, type[Any]]]:
    return [
        (field.name, field.related_model)
        for field in model._meta.concrete_fields
        if field.many_to_one and not field.null and issubclass(field.related_model, Curated)
    ]


@dataclass(frozen=True)
class Fact:
    """One row as a list shows it. ``mark`` tells one wording of it from another, whenever it was compared."""

    row: Any
    text: str
    kind: str
    day: date | None
    due: date | None
    url: str
    mark: str

    @property
    def key(self) -> str:
        return key_of(self.row)


def key_of(row: Any) -> str:
    """How a form of the desk names a row: ``evidence.credentialfee:12``."""
    return f"{row._meta.label_lower}:{row.pk}"


class Facts:
    """Facts in a list of all tables, those that were compared longest ago first: read page by page."""

    def __init__(self, chosen: Iterable[tuple[Table, Q]]) -> None:
        self._tables = list(chosen)
        keys = [_keys(table, condition, number) for number, (table, condition) in enumerate(self._tables)]
        first, *others = keys or [Source.objects.none()]
        self._keys: Any = first.union(*others, all=True).order_by("day", "table", "pk")

    def count(self) -> int:
        return int(self._keys.count())

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> list[Fact]:
        """Some facts in their order: a query for their keys, and one for each of their tables."""
        keys = [(number, pk) for number, pk, _ in self._keys[part]]
        wanted: dict[int, list[int]] = defaultdict(list)
        for number, pk in keys:
            wanted[number].append(pk)
        rows = {number: read(self._tables[number][0].model, pks) for number, pks in wanted.items()}
        return [fact_of(rows[number][pk]) for number, pk in keys if pk in rows[number]]


def _keys(table: Table, condition: Q, number: int) -> Any:
    day = F("checked_on") if table.dated else Cast(Value(None), DateField())
    rows: Any = table.model._default_manager.filter(condition, retired_at=None).order_by()
    return rows.annotate(table=Value(number), day=day).values_list("table", "pk", "day").distinct()


def resting_on(source: Source) -> Facts:
    """Every fact that is offered and rests on a source."""
    return Facts((table, _rests(table, source)) for table in tables() if table.sources)


def keys_resting_on(source: Source, model: type[Any], keys: Sequence[int]) -> set[int]:
    """Those rows of a table that are offered and rest on a source."""
    table = next(table for table in tables() if table.model is model)
    rows: Any = model._default_manager.filter(pk__in=keys, retired_at=None)
    return set(rows.filter(_rests(table, source)).values_list("pk", flat=True)) if table.sources else set()


def _rests(table: Table, source: Source) -> Q:
    return reduce(or_, (Q(**{way: source}) for way in table.sources))


def overdue(today: date, *, may: Any = lambda model: True) -> Facts:
    """Every fact that nobody has compared for a year, or whose own day of review has passed.

    ``may`` says of which tables.
    """
    return Facts([(table, _past(table.model, today)) for table in tables() if table.dated and may(table.model)])


def _past(model: type[Any], today: date) -> Q:
    has_a_day = any(field.name == "review_by" for field in model._meta.concrete_fields)
    return Q(review_by__lt=today) if has_a_day else Q(checked_on__lt=a_year_before(today))


def read(model: type[Any], keys: Sequence[int], *, held: bool = False) -> dict[int, Any]:
    """Rows by key, with the rows that name them, in one query; ``held`` until the end of the transaction."""
    ways = [name for name, _ in _carriers(model)]
    further = [f"{name}__{way}" for name, to in _carriers(model) for way, _ in _carriers(to)]
    rows: Any = model._default_manager.filter(pk__in=keys).order_by()
    if held:
        rows = rows.select_for_update(of=("self",))
    return {row.pk: row for row in rows.select_related(*ways, *further)}


def fact_of(row: Any) -> Fact:
    owner = next(iter(owners(row)), None)
    values = [
        (field.attname, field.value_from_object(row)) for field in row._meta.concrete_fields if field.name not in DAYS
    ]
    return Fact(
        row=row,
        text=f"{owner}: {row}" if owner else str(row),
        kind=str(row._meta.verbose_name),
        day=getattr(row, "checked_on", None),
        due=getattr(row, "review_by", None),
        url=edited_at(row),
        mark=blake2s(repr(values).encode(), digest_size=6).hexdigest(),
    )


def may_change(request: HttpRequest, model: type[Any]) -> bool:
    meta = model._meta
    return request.user.has_perm(f"{meta.app_label}.change_{meta.model_name}")


def note_checked(rows: Iterable[Any], *, on: date) -> int:
    """Note that these rows were compared on a day, and when they are due again. How many that changed."""
    by_model: dict[type[Any], list[int]] = defaultdict(list)
    for row in rows:
        by_model[type(row)].append(row.pk)
    changed = 0
    for model, keys in by_model.items():
        names = {field.name for field in model._meta.concrete_fields}
        values = {"checked_on": on} | ({"review_by": a_year_after(on)} if "review_by" in names else {})
        # A later day, which another window has noted, stays.
        chosen: Any = model._default_manager.filter(pk__in=keys, checked_on__lt=on)
        changed += chosen.update(**values)
    return changed
