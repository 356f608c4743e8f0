"""Taking a row out of what is offered and back: a page that says whom it touches, a press, a line of history."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from curation.changes import Batch
from curation.recorded import RecordedMixin
from curation.used import uses


def is_draft(row: Model) -> bool:
    """Whether a row has never been offered, which some tables know of."""
    return bool(getattr(row, "draft", False))


class RetiringMixin(RecordedMixin):
    """The button of a change page, what it leads to, and the same for several rows of the list."""

    actions: tuple[str, ...] = ("retire", "bring_back")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never: learners' rows may point to it, and what a file seeds would come back at the next start."""
        return False

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        act = path("<int:pk>/retire/", self.admin_site.admin_view(self.retire_view), name=f"{name}_retire")
        return [act, *super().get_urls()]

    def retire_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask, saying what is touched; at a press retire the row, or bring back a retired one."""
        return self.recorded(request, Batch.Kind.EDIT, lambda: self._retire_view(request, pk))

    def _retire_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        row = self.get_object(request, str(pk))
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))  # type: ignore[attr-defined, no-any-return]
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        page = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[pk])
        if request.method == "POST":
            reason = self.in_the_way(row)
            if request.POST.get("act") == "bring_back" and reason:
                messages.error(request, reason)
                return redirect(page)
            if request.POST.get("act") == "bring_back":
                said = "is published" if is_draft(row) else "is offered again"
                done = self.offer_again(request, row)
            else:
                done, said = self.take_out(request, row), "is retired. Learners keep what they did with it"
            messages.success(request, f"“{row}” {said}.") if done else messages.info(request, "It was so already.")
            return redirect(page)
        context = {
            **self.admin_site.each_context(request),
            "title": f"{'Publish' if is_draft(row) else 'Restore' if row.retired_at else 'Retire'} “{row}”",
            "opts": self.opts,
            "object": row,
            "object_url": page,
            "list_url": f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist",
            "uses": uses(row),
        }
        return TemplateResponse(request, "admin/curation/retire.html", context)

    def take_out(self, request: HttpRequest, row: Any) -> bool:
        """Retire one row with its line of history. Whether that changed anything."""
        if row.retired_at is not None:
            return False
        row.retire(at=timezone.now())
        self.log_change(request, row, "Retired.")
        return True

    def offer_again(self, request: HttpRequest, row: Any) -> bool:
        """Bring one row back with its line of history. Whether that changed anything."""
        if row.retired_at is None:
            return False
        if self.in_the_way(row):
            return False
        said = "Published." if is_draft(row) else "Restored."
        row.bring_back(at=timezone.now())
        self.log_change(request, row, said)
        return True

    @admin.action(description="Retire: no longer offer the selected rows", permissions=["change"])
    def retire(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        number = sum(self.take_out(request, row) for row in queryset)
        messages.success(request, f"{number} retired. Learners keep what they did with them.")

    @admin.action(description="Restore: offer the selected rows again", permissions=["change"])
    def bring_back(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for row in queryset:
            if reason := self.in_the_way(row):
                messages.error(request, f"“{row}”: {reason}")
        number = sum(self.offer_again(request, row) for row in queryset)
        messages.success(request, f"{number} offered again.")
