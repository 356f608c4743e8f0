"""The curator's desk: what every content table's admin has in common, and the sources."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import DateField, QuerySet, UniqueConstraint, URLField
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst, slugify

import curation.done
import curation.draft_desk
import curation.link_admin
import curation.report_admin  # noqa: F401
from curation import reporting
from curation.boxes import DayField
from curation.comparing import ComparingMixin
from curation.desk import SOURCES, Boxes, Desk
from curation.differing import FileFilter, differences, file_of
from curation.drafting import DraftingMixin, WhileDrafting
from curation.history import HistoryMixin
from curation.keys import is_key
from curation.link_desk import note_links
from curation.list_order import ListOrderMixin
from curation.loading import LoadingMixin
from curation.models import Source
from curation.number_fields import AT_THE_DESK, in_another_currency
from curation.numbering import number
from curation.retiring import RetiringMixin
from curation.reviewing import ReviewFilter
from curation.standing_in import saves
from curation.used import UsesFilter, uses

# Of the readers' reports about a row its page shows so many.
REPORTS_SHOWN = 5

# For ``formfield_overrides`` of whatever is edited at the desk.
FORM_FIELDS: dict[type[Any], dict[str, Any]] = {
    URLField: {"assume_scheme": "https"},
    DateField: {"form_class": DayField},
    **AT_THE_DESK,
}


class RetiredFilter(admin.SimpleListFilter):
    title = "offered or retired"
    parameter_name = "retired"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("no", "Offered"), ("yes", "Retired")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() in ("no", "yes"):
            return queryset.filter(retired_at__isnull=self.value() == "no")
        return queryset


class CuratedAdmin(DraftingMixin, HistoryMixin, RetiringMixin, LoadingMixin, ListOrderMixin, Desk):
    """Slugs are fixed once made, rows are retired instead of deleted, and links lead to the public page."""

    formfield_overrides = FORM_FIELDS
    save_on_top = True
    list_per_page = 50

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        fields = tuple(super().get_readonly_fields(request, obj))
        if obj is not None and any(field.name == "slug" for field in self.model._meta.get_fields()):
            fields = (*fields, "slug")
        return (*fields, "retired_at")

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Sequence[str]]:
        return {} if obj is not None else dict(super().get_prepopulated_fields(request, obj))

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What the address says a new row begins with, without references that are no key."""
        initial: dict[str, Any] = super().get_changeform_initial_data(request)
        references = {field.name for field in self.model._meta.get_fields() if field.is_relation}
        return {
            name: value
            for name, value in initial.items()
            if name not in references or all(map(is_key, value if isinstance(value, list) else [value]))
        }

    def get_list_filter(self, request: HttpRequest) -> tuple[Any, ...]:
        return (RetiredFilter, FileFilter, ReviewFilter, UsesFilter, *super().get_list_filter(request))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for formset in formsets:
            number(formset)
        if not change or form.has_changed() or any(formset.has_changed() for formset in formsets):
            self.record_change(form.instance)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        row = context["original"]
        if row is not None and context.get("may_publish") and self.has_change_permission(request, row):
            context["retire_url"] = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_retire", args=[row.pk])
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        note_links([context["adminform"].form, *(form for formset in formsets for form in formset.forms)])
        if row is not None and request.user.has_perm("curation.view_report"):
            context["reports"] = reporting.open_about(row)[:REPORTS_SHOWN]
        if row is not None:
            context["uses"] = uses(row)
        if row is not None and (differs := differences(row)):
            context |= {"differs": differs, "file": file_of(self.model)}
        return super().render_change_form(request, context, *args, **kwargs)


class PartForm(forms.ModelForm):  # type: ignore[type-arg]
    """A row of an inline. Ticking *retired* takes it out without deleting; its slug is made from its text."""

    retired = forms.BooleanField(required=False, help_text="No longer shown. Nothing that learners did is lost.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["retired"].initial = self.instance.retired_at is not None
        for name, field in self.fields.items():
            # In a table only the column has a heading, which no box is tied to.
            box: Any = getattr(field.widget, "widget", field.widget)
            box.attrs["aria-label"] = capfirst(field.label or name)

    def clean(self) -> dict[str, Any] | None:
        """Settle *retired* before the row is judged: some values may stand only once among what is offered."""
        row: Any = self.instance
        if not self.cleaned_data.get("retired"):
            row.retired_at = None
        elif row.retired_at is None:
            row.retired_at = timezone.now()
        return super().clean()

    def save(self, commit: bool = True) -> Any:
        row: Any = self.instance
        if not row.slug:
            taken = set(type(row)._default_manager.values_list("slug", flat=True))
            stem = slugify(str(row))[:60] or "row"
            row.slug = next(slug for n in range(1, 10_000) if (slug := stem if n == 1 else f"{stem}-{n}") not in taken)
        return super().save(commit)


class PartFormSet(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    """Values that may stand only once among what is offered: a form alone does not look, as *retired* is no field."""

    def clean(self) -> None:
        super().clean()
        for constraint in self.fk.model._meta.constraints:
            if isinstance(constraint, UniqueConstraint) and constraint.condition is not None:
                self._refuse_doubles(constraint)

    def _refuse_doubles(self, constraint: UniqueConstraint) -> None:
        seen = set()
        for form in self.forms:
            row = form.instance
            # Our conditions are plain: some fields have these values.
            condition: Any = constraint.condition
            counts = all(getattr(row, name) == value for name, value in condition.children)
            if not counts or (row.pk is None and not form.has_changed()):
                continue
            values = tuple(getattr(row, name) for name in constraint.fields if name != self.fk.name)
            if values in seen:
                form.add_error(None, str(constraint.get_violation_error_message()))
            seen.add(values)
            try:
                constraint.validate(type(row), row)
            except ValidationError as error:
                form.add_error(None, error)


def refuse_other_currency(form: forms.BaseForm, currency: str) -> None:
    """An amount is not taken if it is written with the sign of another currency than the row has."""
    if said := in_another_currency(form.data.get(form.add_prefix("amount")), currency):
        form.add_error("amount", said)


class CuratedInline(WhileDrafting, Boxes, admin.TabularInline):  # type: ignore[type-arg]
    """Rows edited with their parent. They are retired by a tick and never deleted."""

    form = PartForm
    formset = PartFormSet
    template = "admin/curation/tabular.html"
    exclude = ("slug",)
    extra = 0
    formfield_overrides = FORM_FIELDS

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Held until the end of the transaction while a page is saved, as its parent is."""
        rows = super().get_queryset(request)
        return rows.select_for_update(of=("self",)) if saves(request) else rows

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class StackedRows(CuratedInline):
    """One under the other, where there is more to a row than fits beside each other."""

    template = "admin/edit_inline/stacked.html"


@admin.register(Source)
class SourceAdmin(ComparingMixin, CuratedAdmin):
    group, place_in_group = SOURCES, 1
    about = "The publications that facts rest on, and when somebody last read each"
    titles = ("publisher", "name")
    list_display = ("publisher", "name", "date", "kind", "confidence", "checked_on")
    list_filter = ("kind", "confidence", "checked_on")
    search_fields = ("publisher", "name", "slug", "used_for")
    prepopulated_fields = {"slug": ("publisher", "name")}
    date_hierarchy = "checked_on"
    actions = (*CuratedAdmin.actions, "checked_today")

    @admin.action(description="Checked today: I have read the selected sources again", permissions=["change"])
    def checked_today(self, request: HttpRequest, queryset: QuerySet[Source]) -> None:
        number = queryset.update(checked_on=timezone.localdate())
        messages.success(request, f"{number} marked as checked today.")
