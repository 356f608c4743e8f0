"""Claims in and out as a file: the upload, the preview of every change, and the press that loads it."""

from collections.abc import Iterator
from typing import Any

import import_export.resources
from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from import_export.formats.base_formats import CSV

from curation.csv_lines import Problem
from salaries.claims_file import COLUMNS
from salaries.import_lines import read
from salaries.import_plan import exported, judged, plan
from salaries.imports import RefusedError, keep_draft, load
from salaries.models import ImportDraft

MEGABYTES = 8
PROBLEMS_SHOWN = 200
ENTRIES_A_PAGE = 100
# An import makes and changes rows of both.
NEEDED = tuple(f"salaries.{act}_{table}" for act in ("add", "change") for table in ("salaryclaim", "distribution"))


class ClaimResource(import_export.resources.Resource):  # type: ignore[misc]
    """The claims as the rows of our file. Reading one back goes its own way: all or nothing, and in few statements."""

    def get_export_headers(self, selected_fields: Any = None) -> list[str]:
        return list(COLUMNS)

    def iter_queryset(self, queryset: QuerySet[Any]) -> Iterator[list[str]]:
        return exported(queryset)

    def export_resource(self, instance: list[str], selected_fields: Any = None, **kwargs: Any) -> list[str]:
        return instance


class UploadForm(forms.Form):
    file = forms.FileField(
        label="CSV file",
        help_text=f"In UTF-8, at most {MEGABYTES} MB, with the columns {', '.join(COLUMNS)}.",
        error_messages={"required": "Choose a file.", "empty": "The file is empty."},
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )

    def clean_file(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(f"The file is larger than {MEGABYTES} MB. Split it.")
        return file


class LoadingMixin(admin.ModelAdmin):  # type: ignore[type-arg]
    """What the import and export buttons of the list lead to."""

    resource_classes = (ClaimResource,)
    formats = (CSV,)
    # There is nothing to choose: one format, all columns.
    skip_export_form = True

    def has_import_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perms(NEEDED)

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_view_or_change_permission(request)

    def export_action(self, request: HttpRequest) -> HttpResponse:
        try:
            response: HttpResponse = super().export_action(request)  # type: ignore[misc]
        except IncorrectLookupParameters:
            return redirect("admin:salaries_salaryclaim_changelist")
        return response

    def import_action(self, request: HttpRequest) -> HttpResponse:
        """Take a file. A bad one is refused as a whole, each bad line by its number; a good one is shown next."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
        problems: list[Problem] = []
        if form.is_valid():
            file = form.cleaned_data["file"]
            text, lines, problems = read(file.read())
            problems = judged(lines, problems).problems
            if not problems:
                keep_draft(by_id=_who(request), file_name=file.name, text=text, at=timezone.now())
                return redirect("admin:salaries_salaryclaim_process_import")
        context = {
            "title": "Import claims",
            "form": form,
            "problems": problems[:PROBLEMS_SHOWN],
            "problem_count": len(problems),
        }
        return self._page(request, "import", context)

    def process_import(self, request: HttpRequest) -> HttpResponse:
        """Show what the curator's file would change, and at a press do exactly that."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            return self._load(request)
        draft = ImportDraft.objects.filter(by_id=_who(request)).first()
        if draft is None:
            messages.warning(request, "There is no file to load: it was loaded already, or none was chosen.")
            return redirect("admin:salaries_salaryclaim_import")
        wanted = plan(draft.text)
        context = {
            "title": f"Changes by {draft.file_name}",
            "draft": draft,
            "plan": wanted,
            "page": Paginator(wanted.entries, ENTRIES_A_PAGE).get_page(request.GET.get("page")),
            "problems": wanted.problems[:PROBLEMS_SHOWN],
            "problem_count": len(wanted.problems),
        }
        return self._page(request, "preview", context)

    def _load(self, request: HttpRequest) -> HttpResponse:
        try:
            batch = load(by_id=_who(request), fingerprint=request.POST.get("fingerprint", ""), at=timezone.now())
        except RefusedError as refused:
            for reason in refused.reasons:
                messages.error(request, reason)
            return redirect("admin:salaries_salaryclaim_process_import")
        messages.success(request, f"Loaded: {batch.created} new and {batch.updated} changed.")
        return redirect("admin:salaries_importbatch_change", batch.pk)

    def _page(self, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
        context = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        return TemplateResponse(request, f"admin/salaries/salaryclaim/{name}.html", context)


def _who(request: HttpRequest) -> int:
    assert request.user.pk is not None
    return int(request.user.pk)
