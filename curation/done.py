"""What was done at the desk and by seedings: act by act, with what each changed, and the button that undoes it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.aggregates import Count
from django.db.models.lookups import IsNull
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst

from curation import waiting
from curation.changes import Batch, Change
from curation.changes_in_words import MOMENT, Line, Names, kind_of, lines, name_of
from curation.curated_tables import curated_tables, link_of, whole_of
from curation.desk import READERS, ReadOnlyAdmin
from curation.keys import is_key
from curation.putting_back import deleted_by, models_of, undo
from curation.reverting import Key, Net, net
from curation.table_loading import RefusedError

ROWS_A_PAGE = 50


def undoable(today: date) -> QuerySet[Batch]:
    """Imports of the last thirty days that stand. Whether somebody went on from one is found out when it is undone."""
    return Batch.objects.filter(kind=Batch.Kind.IMPORT, undone_at=None, at__date__gt=today - timedelta(days=30))


class UndoFilter(admin.SimpleListFilter):
    title = "undoing"
    parameter_name = "undo"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("can", "Imports that can still be undone")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(pk__in=undoable(timezone.localdate())) if self.value() == "can" else queryset


@waiting.offer
def imports(today: date) -> list[waiting.Waits]:
    return [
        waiting.Waits(
            label="imports that can still be undone",
            about="Of the last thirty days: everything goes back to what it was before",
            rows=undoable(today),
            filters={"undo": "can"},
        )
    ]


class TableFilter(admin.SimpleListFilter):
    title = "table"
    parameter_name = "table"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        tables = {name: model for name, model in curated_tables().items() if not link_of(name)}
        named = [(name, capfirst(str(model._meta.verbose_name_plural))) for name, model in tables.items()]
        return sorted(named, key=lambda one: one[1])

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() not in curated_tables():
            return queryset
        return queryset.filter(Exists(Change.objects.filter(batch=OuterRef("pk"), table=self.value())))


class WhoFilter(admin.SimpleListFilter):
    """Whoever has done something, and not all accounts that there are."""

    title = "who"
    parameter_name = "who"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        done = Batch.objects.filter(by__isnull=False).order_by("by__email").values_list("by", "by__email").distinct()
        return [(str(key), email or "") for key, email in done]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(by=self.value()) if is_key(self.value()) else queryset


@dataclass(frozen=True)
class Touched:
    """A row that an act changed: what it is, where it is edited, and what changed."""

    named: str
    url: str
    lines: list[Line]


@admin.register(Batch)
class BatchAdmin(ReadOnlyAdmin):
    group, place_in_group = READERS, 5
    called = "what was done"
    about = "Every act at the desk with all that it changed; an act is undone in one press"
    list_display = ("when", "by", "what", "kind", "rows", "undone")
    list_display_links = ("what",)
    list_filter = ("kind", UndoFilter, TableFilter, WhoFilter)
    list_select_related = ("by",)
    search_fields = ("what", "file_name", "by__email")
    # Counting all of a table that only grows takes longer every day.
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("by", "undone_by", "undoes")

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """With the number of rows of the acts that are shown, and not of all that ever were."""
        found = super().get_changelist_instance(request)
        keys = [batch.pk for batch in found.result_list]
        counted = Change.objects.filter(batch__in=keys).order_by().values_list("batch")
        numbers = dict(counted.annotate(number=Count("*")))
        for batch in found.result_list:
            batch.number = numbers.get(batch.pk, 0)
        return found

    @admin.display(ordering="pk")
    def when(self, batch: Batch) -> str:
        return date_format(timezone.localtime(batch.at), MOMENT)

    @admin.display(ordering="undone_at", empty_value="")
    def undone(self, batch: Batch) -> str:
        return date_format(timezone.localtime(batch.undone_at), MOMENT) if batch.undone_at else ""

    @admin.display(description="changes")
    def rows(self, batch: Any) -> int:
        return int(batch.number)

    def get_urls(self) -> list[URLPattern]:
        act = path("<int:pk>/undo/", self.admin_site.admin_view(self.undo_view), name="curation_batch_undo")
        return [act, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return super().changelist_view(request, {"title": "What was done", **(extra_context or {})})

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None) -> Any:
        """One act: every row that it changed, old and new. Nothing can be typed here."""
        if request.method != "GET":
            raise PermissionDenied
        batch = self.get_object(request, object_id)
        if batch is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        if not self.has_view_permission(request, batch):
            raise PermissionDenied
        rows = batch.changes.order_by().values_list("table", "row").distinct().order_by("table", "row")
        page = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
        context = {
            **self.admin_site.each_context(request),
            "title": batch.what,
            "opts": self.opts,
            "batch": batch,
            "list_url": "admin:curation_batch_changelist",
            "page": page,
            "touched": list(_touched(batch, list(page))),
            "may_undo": self._may_undo(request, batch),
        }
        return TemplateResponse(request, "admin/curation/batch.html", context)

    def undo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_view_permission(request):
            raise PermissionDenied
        batch = get_object_or_404(Batch, pk=pk)
        if not self._may_undo(request, batch):
            raise PermissionDenied
        assert request.user.pk is not None
        try:
            if undo(batch=batch, by_id=request.user.pk, at=timezone.now()):
                messages.success(request, "Undone: everything is as it was before.")
            else:
                messages.info(request, "This was undone before. Nothing was changed.")
        except RefusedError as refused:
            for reason in refused.reasons:
                messages.error(request, reason)
        return redirect("admin:curation_batch_change", pk)

    def _may_undo(self, request: HttpRequest, batch: Batch) -> bool:
        """Whoever may change every table that it touched; and delete, where what it made would be deleted."""
        touched = batch.changes.order_by().annotate(made=IsNull(F("before"), True))
        tables = touched.values_list("table", "made").distinct()
        nets: dict[Key, Net] = {}
        for number, (table, made) in enumerate(tables):
            nets[table, number] = Net(None if made else {}, {})
        needed = [("change", model) for model in models_of(nets)] + [("delete", model) for model in deleted_by(nets)]
        return (
            bool(nets)
            and batch.kind != Batch.Kind.SEED
            and request.user.has_perms(
                [f"{model._meta.app_label}.{act}_{model._meta.model_name}" for act, model in needed]
            )
        )


def _touched(batch: Batch, keys: list[Key]) -> Any:
    tables, rows = {table for table, _ in keys}, {row for _, row in keys}
    changes = [
        change
        for change in batch.changes.filter(table__in=tables, row__in=rows).order_by("pk")
        if (change.table, change.row) in set(keys)
    ]
    nets = net(changes)
    names = Names([nets])
    for (table, row), one in nets.items():
        document = one.after or one.before or {}
        link = link_of(table)
        named = (
            f"{capfirst(kind_of(link.model._meta.db_table))}: {link.verbose_name}"
            if link
            else f"{capfirst(kind_of(table))} “{name_of(document)}”"
        )
        whole = whole_of(table)
        model, key = (whole[0], document.get(whole[1])) if whole else (curated_tables()[table], row)
        url = ""
        if model in admin.site._registry and key is not None:
            url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_history", args=[key])
        yield Touched(named, url, lines({(table, row): one}, names, of=() if link else (table,)))
