"""Where a row of content is used: what of the content points to it, with the lists of that, and how many learners do.

Of learners a curator sees bands, so that neither one of them nor one more since yesterday can be told apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.apps import apps
from django.contrib import admin
from django.db.models import ForeignObjectRel, Model, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from curation.counting import counted
from curation.keys import is_key
from curation.models import Curated

# Fewer people than this could be told apart.
FEWEST_SHOWN = 5
BANDS = (FEWEST_SHOWN, 10, 25, 50, 100, 250, 1000)
PARAMETER = "uses"


@dataclass(frozen=True)
class Use:
    """One kind of what points to a row, with the list that shows just that where there is one."""

    text: str
    url: str = ""


def band(number: int) -> str:
    """How many people, as curators see it."""
    if number < FEWEST_SHOWN:
        return f"fewer than {FEWEST_SHOWN}"
    least = max(edge for edge in BANDS if edge <= number)
    above = [edge for edge in BANDS if edge > number]
    return f"{least} to {above[0] - 1}" if above else f"{least:,} or more"


def uses(row: Model) -> list[Use]:
    """Everything that points to a row, by kind, in one query. A learner with many rows is one learner."""
    found = list(_pointing(row))
    numbers = counted([rows for _, rows in found])
    return sorted(
        (_use(row, model, number) for (model, _), number in zip(found, numbers, strict=True) if number),
        key=lambda use: use.text.lstrip("0123456789, "),
    )


def _pointing(row: Model) -> Iterator[tuple[type[Model], QuerySet[Any, Any]]]:
    desk = admin.site._registry.get(type(row))
    # What is edited with the row is of the row, and does not use it.
    parts = {inline.model for inline in desk.inlines} if desk else set()
    for model, condition in _conditions(type(row), row).items():
        if model in parts:
            continue
        # Without an order, in which rows of one learner would differ.
        rows = model._default_manager.filter(condition).order_by()
        learner = "" if issubclass(model, Curated) else learner_of(model)
        pointing = rows.values(learner or "pk").distinct()
        # Of a million learners, those who make the last band full are enough to count.
        yield model, pointing if issubclass(model, Curated) else pointing[: BANDS[-1]]


def _conditions(target: type[Model], row: Any) -> dict[type[Model], Q]:
    pointing: dict[type[Model], Q] = {}
    for relation in target._meta.get_fields(include_hidden=True):
        # Nor do the wordings that it had.
        if relation.name == "versions":
            continue
        if isinstance(relation, ForeignObjectRel) and not relation.related_model._meta.auto_created:
            model: Any = relation.related_model
            pointing[model] = pointing.get(model, Q()) | Q(**{relation.field.name: row})
    return pointing


def _use(row: Model, model: type[Model], number: int) -> Use:
    one, many = str(model._meta.verbose_name), str(model._meta.verbose_name_plural)
    if issubclass(model, Curated):
        return Use(f"{number:,} {many if number > 1 else one}", _list_of(model, row))
    if learner_of(model):
        return Use(f"{many} of {band(number)} people")
    return Use(f"{band(number)} {many}")


def learner_of(model: type[Model]) -> str:
    """The way from a row to the learner whose it is: its own column, or one of the row that it is part of."""
    if any(field.name == "user" for field in model._meta.fields):
        return "user"
    for field in model._meta.fields:
        whole = field.related_model if field.many_to_one else None
        if whole is not None and any(column.name == "user" for column in whole._meta.fields):
            return f"{field.name}__user"
    return ""


def _list_of(model: type[Model], row: Model) -> str:
    """The list of what points to a row: of its own table, or of the rows on whose pages it is edited."""
    listed = next(iter(_whole_of(model)), None)
    if listed is None:
        return ""
    page = reverse(f"admin:{listed._meta.app_label}_{listed._meta.model_name}_changelist")
    return f"{page}?{urlencode({PARAMETER: f'{row._meta.label_lower}:{row.pk}'})}"


def _whole_of(model: type[Model]) -> Iterator[type[Model]]:
    desks = admin.site._registry
    if model in desks:
        yield model
    yield from (desk.model for desk in desks.values() if any(inline.model is model for inline in desk.inlines))


class UsesFilter(admin.SimpleListFilter):
    """What uses one row of content, itself or in a part: there only while an address asks for it."""

    title = "what uses"
    parameter_name = PARAMETER

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        value = request.GET.get(PARAMETER, "")
        self._row = _named(value)
        return [(value, str(self._row))] if self._row is not None else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self._row is None:
            return queryset
        conditions = _conditions(type(self._row), self._row)
        asked = conditions.get(queryset.model, Q(pk__in=[]))
        for inline in admin.site._registry[queryset.model].inlines:
            if issubclass(inline.model, Curated) and inline.model in conditions:
                link = next(field for field in inline.model._meta.fields if field.related_model is queryset.model)
                parts = inline.model._default_manager.filter(conditions[inline.model])
                asked |= Q(pk__in=parts.values(link.attname))
        return queryset.filter(pk__in=queryset.model._default_manager.filter(asked).values("pk"))


def _named(value: str) -> Any:
    """The row of content that a link of ours names, or nothing."""
    label, _, key = value.partition(":")
    try:
        model = apps.get_model(label)
    except (ValueError, LookupError):
        return None
    if not issubclass(model, Curated) or model not in admin.site._registry or not is_key(key):
        return None
    return model._default_manager.filter(pk=key).first()
