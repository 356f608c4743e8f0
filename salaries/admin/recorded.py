"""What every salary table's admin has in common: changes carry the curator's name, and each row shows its history."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError, connection, models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from curation.admin import CuratedAdmin
from salaries.models import Change, Distribution, Industry, Method, Occupation, Place, SalaryClaim, recorded_as

CHANGES_A_PAGE = 50


class RecordedAdmin(CuratedAdmin):
    """Whatever is posted here is one transaction under the curator's name."""

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self._recorded(request, lambda: super(RecordedAdmin, self).changeform_view(request, *args, **kwargs))

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self._recorded(request, lambda: super(RecordedAdmin, self).changelist_view(request, *args, **kwargs))

    def retire_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self._recorded(request, lambda: super(RecordedAdmin, self).retire_view(request, *args, **kwargs))

    def _recorded(self, request: HttpRequest, view: Callable[[], HttpResponse]) -> HttpResponse:
        if request.method != "POST":
            return view()
        try:
            with recorded_as(user_id=request.user.pk):
                response = view()
                # Deferred constraints speak up here, where they can still be explained.
                connection.check_constraints()
        except IntegrityError as error:
            # What was said of success is not true any more.
            list(messages.get_messages(request))
            messages.error(request, f"Nothing was saved: {self._reason(error)}")
            return HttpResponseRedirect(request.get_full_path())
        return response

    def _reason(self, error: IntegrityError) -> str:
        """The constraint's own words if it has some, else the first line of what the database said."""
        name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
        for constraint in self.model._meta.constraints:
            if constraint.name == name:
                return str(constraint.get_violation_error_message())
        return str(error).splitlines()[0]

    def recorded_rows(self, obj: Any) -> models.Q:
        """Which changes belong to the history of a row."""
        return models.Q(table=obj._meta.db_table, row=obj.pk)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Who changed the row, when, and what it was and is: also by an import, a seeding or a shell."""
        obj = self.get_object(request, object_id)
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined, no-any-return]
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        changes = Change.objects.filter(self.recorded_rows(obj)).select_related("by", "batch")
        page = Paginator(changes, CHANGES_A_PAGE).get_page(request.GET.get("page"))
        context = {
            **self.admin_site.each_context(request),
            "title": f"Changes of {obj}",
            "opts": self.opts,
            "object": obj,
            "page": page,
            "shown": in_words(page),
        }
        return TemplateResponse(request, "admin/salaries/history.html", context)


RECORDED: dict[str, type[models.Model]] = {
    model._meta.db_table: model for model in (Distribution, Industry, Method, Occupation, Place, SalaryClaim)
}


@dataclass(frozen=True)
class InWords:
    """A change as curators read it: the kind of row, and for each column its name, what it was and what it is."""

    change: Change
    kind: str
    differences: list[tuple[str, str, str]]


def in_words(changes: Iterable[Change]) -> list[InWords]:
    """Changes with the names that the admin gives to columns, and slugs for the rows that they point to."""
    changes = list(changes)
    pointed_at: dict[Any, set[object]] = defaultdict(set)
    for change in changes:
        fields = fields_of(change)
        for column, *values in change.differences:
            if column in fields and fields[column].related_model:
                pointed_at[fields[column].related_model].update(value for value in values if value is not None)
    slugs = {
        model: dict(model._default_manager.filter(pk__in=ids).values_list("pk", "slug"))
        for model, ids in pointed_at.items()
    }
    shown = []
    for change in changes:
        fields = fields_of(change)
        differences = []
        for column, *values in change.differences:
            field = fields.get(column)
            known = slugs.get(field.related_model, {}) if field else {}
            was, now = (_text(known.get(value, value)) for value in values)
            differences.append((str(field.verbose_name) if field else column, was, now))
        shown.append(InWords(change, str(RECORDED[change.table]._meta.verbose_name), differences))
    return shown


def fields_of(change: Change) -> dict[str, Any]:
    """The fields of the changed row by their columns."""
    return {str(field.column): field for field in RECORDED[change.table]._meta.concrete_fields}


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.2f}"  # an amount: JSON knows no decimals
    return "" if value is None else str(value)
