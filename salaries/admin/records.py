"""What was loaded and what changed: to read, and an import to undo."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone

from curation.desk import Desk
from curation.table_loading import RefusedError
from salaries.admin.loading import NEEDED
from salaries.admin.recorded import RECORDED, fields_of, in_words
from salaries.imports import undo
from salaries.models import Change, ImportBatch

# Undoing takes away what the import made.
NEEDED_TO_UNDO = (*NEEDED, "salaries.delete_salaryclaim", "salaries.delete_distribution")


class ReadOnlyAdmin(Desk):
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(ImportBatch)
class ImportBatchAdmin(ReadOnlyAdmin):
    change_form_template = "admin/salaries/importbatch/change_form.html"
    list_display = ("file_name", "at", "by", "created", "updated", "undone_at")
    list_select_related = ("by",)
    search_fields = ("file_name", "by__email")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("by", "undone_by")

    def get_urls(self) -> list[URLPattern]:
        undo_url = path("<int:pk>/undo/", self.admin_site.admin_view(self.undo_view), name="salaries_importbatch_undo")
        return [undo_url, *super().get_urls()]

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None) -> Any:
        may_undo = request.user.has_perms(NEEDED_TO_UNDO)
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), "may_undo": may_undo})

    def undo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not request.user.has_perms(NEEDED_TO_UNDO):
            raise PermissionDenied
        batch = get_object_or_404(ImportBatch, pk=pk)
        assert request.user.pk is not None
        try:
            if undo(batch=batch, by_id=request.user.pk, at=timezone.now()):
                messages.success(request, "Undone: everything is as it was before this import.")
            else:
                messages.info(request, "This import was undone before. Nothing was changed.")
        except RefusedError as refused:
            messages.error(request, "Not undone, because it would take back what was done since:")
            for reason in refused.reasons:
                messages.error(request, reason)
        return redirect("admin:salaries_importbatch_change", pk)


class TableFilter(admin.SimpleListFilter):
    title = "table"
    parameter_name = "table"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(table, str(model._meta.verbose_name_plural)) for table, model in RECORDED.items()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(table=self.value()) if self.value() in RECORDED else queryset


@admin.register(Change)
class ChangeAdmin(ReadOnlyAdmin):
    list_display = ("at", "kind", "name", "by", "batch", "columns")
    list_filter = (TableFilter,)
    fields = ("at", "kind", "name", "by", "batch", "was_and_is")
    linked_lookups = ("batch__id__exact",)  # from the page of an import
    # Counting all of a table that only grows takes longer every day.
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("by", "batch")

    @admin.display
    def kind(self, change: Change) -> str:
        return str(RECORDED[change.table]._meta.verbose_name)

    @admin.display(description="what changed")
    def columns(self, change: Change) -> str:
        if change.before is None or change.after is None:
            return "made" if change.before is None else "deleted"
        fields = fields_of(change)
        names = [column for column, _, _ in change.differences]
        return ", ".join(str(fields[name].verbose_name) if name in fields else name for name in names)

    @admin.display(description="was and is")
    def was_and_is(self, change: Change) -> str:
        [row] = in_words([change])
        return "\n".join(f"{name}: {was or 'empty'} → {now or 'empty'}" for name, was, now in row.differences)
