"""Lists whose rows have a position: once one was moved there, the database numbers them anew.

A row's number is its place in the whole table. Where rows are told apart before their position counts, as milestones
are by their step, only those beside the moved one are numbered.
"""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db import connection
from django.db.models import Case, Model, Value, When, Window
from django.db.models.functions import RowNumber
from django.forms.widgets import Script
from django.http import HttpRequest

from curation.standing_in import saves

POSITION = "position"
# What was moved in a list, kept at its request: by the row's key, whether to the front (-1) or to the back (1).
MOVED = "_desk_moved"


def among(model: type[Model]) -> str:
    """The column by which rows are told apart before their positions count, or nothing."""
    first = str((model._meta.ordering or [POSITION])[0]).partition("__")[0]
    return "" if first == POSITION else str(model._meta.get_field(first).attname)  # type: ignore[union-attr]


def number(model: type[Model], moved: dict[int, int]) -> None:
    """Number the rows beside those that were moved. Of two with one number, what was moved has the place it took."""
    beside = among(model)
    order: list[Any] = []
    for name in model._meta.ordering or ():
        order.append(name)
        if name == POSITION:
            order.append(Case(*(When(pk=key, then=Value(way)) for key, way in moved.items()), default=Value(0)))
    rows = model._default_manager.order_by()
    here = rows.filter(pk__in=moved).values_list(beside, flat=True) if beside else ()
    ranked = rows.annotate(place=Window(RowNumber(), order_by=order)).values_list(
        "pk", "place", *([beside] * bool(beside))
    )
    statement, values = ranked.query.sql_with_params()
    table, also = connection.ops.quote_name(model._meta.db_table), " AND ordered.beside = ANY(%s)" if beside else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} moved SET position = ordered.place FROM ({statement}) "  # noqa: S608
            f"AS ordered (id, place{', beside' if beside else ''}) "
            f"WHERE ordered.id = moved.id AND moved.position <> ordered.place{also}",
            [*values, *([list(here)] if beside else [])],
        )


class ListOrderMixin(admin.ModelAdmin):  # type: ignore[type-arg]
    """A list in which positions are written: by two buttons each, by dragging, or as numbers."""

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not (saves(request) and "_save" in request.POST and POSITION in self.list_editable):
            response = super().changelist_view(request, *args, **kwargs)
            if shown := getattr(response, "context_data", {}).get("cl"):
                note_other_pages(shown)
            return response
        # Two who move rows at once do so one after the other.
        list(self.model._default_manager.order_by("pk").select_for_update(of=("self",)).values_list("pk"))
        moved: dict[int, int] = {}
        setattr(request, MOVED, moved)
        response = super().changelist_view(request, *args, **kwargs)
        if moved:
            number(self.model, moved)
        return response

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        moved = getattr(request, MOVED, None)
        if moved is not None and POSITION in form.changed_data:
            moved[obj.pk] = -1 if obj.position < form.initial[POSITION] else 1
        super().save_model(request, obj, form, change)

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> Any:
        form = super().get_changelist_form(request, **kwargs)
        return movable(form, among(self.model)) if POSITION in self.list_editable else form


def note_other_pages(shown: Any) -> None:
    """Let the first and the last box of a page say the number of the row that stands beyond, if it is one of theirs."""
    if not shown.formset or not shown.multi_page or shown.show_all or POSITION not in shown.list_editable:
        return
    start = (shown.page_num - 1) * shown.list_per_page
    beside, forms = among(shown.model), shown.formset.forms
    columns = (POSITION, *([beside] * bool(beside)))
    ends = {"data-before": (start - 1, forms[0]), "data-after": (start + shown.list_per_page, forms[-1])}
    first = max(start - 1, 0)
    rows = list(shown.queryset.values_list(*columns)[first : start + shown.list_per_page + 1])
    for name, (place, form) in ends.items():
        if place >= 0 and place - first < len(rows):
            number, *kind = rows[place - first]
            if not kind or kind[0] == getattr(form.instance, beside):
                form.fields[POSITION].widget.attrs[name] = str(number)


def movable(form: Any, beside: str) -> Any:
    """The form of a row in a list, whose box says among which rows it is moved."""

    class Movable(form):  # type: ignore[misc]
        class Media:
            js: Sequence[Any] = (Script("js/positions.js", type="module"),)

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            if beside:
                self.fields[POSITION].widget.attrs["data-among"] = str(getattr(self.instance, beside))

    return Movable
