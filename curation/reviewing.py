"""Facts past their review: found by rule in every table whose rows, or parts of them, say when somebody looked.

A year is enough: fees, rules and links seldom keep for longer. The site counts no visitors, so that what is overdue
longest comes first, and not what is read most.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib import admin
from django.db.models import DateField, Exists, Model, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from curation import waiting
from curation.days import a_year_before
from curation.models import Curated


def looked_at_on(model: type[Model]) -> list[str]:
    """The columns that say when somebody last compared a row with where it is from.

    None of a table whose rows name the day of their next review themselves.
    """
    names = [field.name for field in model._meta.concrete_fields if isinstance(field, DateField)]
    return [] if "review_by" in names else [name for name in names if name.endswith("checked_on")]


def due(desk: Any, *, today: date) -> Q | None:
    """What of a table was last looked at more than a year ago, in itself or in a part. Nothing if no row says it."""
    day, found = a_year_before(today), None
    for name in looked_at_on(desk.model):
        found = _or(found, Q(**{f"{name}__lt": day}))
    for inline in desk.inlines:
        for name in looked_at_on(inline.model) if issubclass(inline.model, Curated) else ():
            link = next(field.name for field in inline.model._meta.fields if field.related_model is desk.model)
            parts = inline.model.objects.published().filter(**{link: OuterRef("pk"), f"{name}__lt": day})
            found = _or(found, Q(Exists(parts)))
    return found


def _or(one: Q | None, other: Q) -> Q:
    return other if one is None else one | other


class ReviewFilter(admin.SimpleListFilter):
    title = "review"
    parameter_name = "review"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        self._due = due(model_admin, today=timezone.localdate())
        return [] if self._due is None else [("due", "Not looked at for a year"), ("done", "Looked at this year")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self._due is None or self.value() not in ("due", "done"):
            return queryset
        return queryset.filter(self._due) if self.value() == "due" else queryset.exclude(self._due)


@waiting.offer
def past_review(today: date) -> Iterator[waiting.Waits]:
    desks: dict[Any, Any] = admin.site._registry
    for model, desk in desks.items():
        if issubclass(model, Curated) and (overdue := due(desk, today=today)) is not None:
            yield waiting.Waits(
                label=f"{desk.called_at_the_desk()} to look at again",
                about="Nobody has compared them with where they are from for a year",
                rows=model.objects.published().filter(overdue),
                filters={"retired": "no", "review": "due"},
                first=next((name for name in looked_at_on(model) if name in desk.list_display), ""),
            )
