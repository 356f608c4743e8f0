"""A curated table in and out as a file: the upload, the preview of every change, and the press that loads it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.exceptions import DisallowedModelAdminLookup
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from import_export.admin import ImportExportMixin
from import_export.formats.base_formats import CSV

from curation.csv_lines import MOST_ROWS, WINDOWS, Problem, decoded
from curation.csv_writer import written
from curation.models import ImportDraft
from curation.table_file import TableFile, exported
from curation.table_loading import RefusedError, draft_of, keep_draft, load
from curation.table_plan import plan
from curation.unseen import doubts, in_sight

MEGABYTES = 8
PROBLEMS_SHOWN = 200
ENTRIES_A_PAGE = 100
LETTERS_NAMED = 30


class UploadForm(forms.Form):
    file = forms.FileField(
        label="CSV file",
        error_messages={"required": "Choose a file.", "empty": "The file is empty."},
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )

    def clean_file(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(f"The file is larger than {MEGABYTES} MB. Split it.")
        return file


class TextFilter(admin.SimpleListFilter):
    """What came in before an import pointed it out."""

    title = "text"
    parameter_name = "text"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        self.paths = model_admin.texts
        return [("doubtful", "Garbled, or with what nobody sees")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() != "doubtful":
            return queryset
        rows = queryset.order_by().values_list("pk", *self.paths)
        return queryset.filter(pk__in=[pk for pk, *texts in rows if any(doubts("", text) for text in texts)])


class LoadingMixin(ImportExportMixin, admin.ModelAdmin):  # type: ignore[misc, type-arg]
    """What the import and export buttons of a list lead to. The plain file of a ``table`` needs nothing but that.

    A table whose file is another says how it is written, read, planned and loaded. Its templates may say more too.
    """

    table: TableFile
    file_help = (
        f"At most {MEGABYTES} MB and {MOST_ROWS:,} rows. CSV as Excel, LibreOffice and Google Sheets save it, with "
        "commas, semicolons or tabs. CSV UTF-8 is best: no letter can be mistaken."
    )
    formats = (CSV,)
    # There is nothing to choose: one format, all columns.
    skip_export_form = True

    def get_export_data(self, file_format: CSV, request: HttpRequest, queryset: QuerySet[Any], **kwargs: Any) -> str:
        """The file of an export. Writing and reading back go our own way: one file for all tables, all or nothing."""
        return written(self.header, self.exported(queryset))

    @property
    def header(self) -> tuple[str, ...]:
        return self.table.header

    @property
    def texts(self) -> tuple[str, ...]:
        """The way to the columns that hold words to read."""
        return self.table.texts

    def get_list_filter(self, request: HttpRequest) -> tuple[Any, ...]:
        return (*super().get_list_filter(request), TextFilter)

    def exported(self, queryset: QuerySet[Any]) -> Iterator[list[str]]:
        """Rows as cells of the file."""
        return exported(self.table, queryset)

    def notation(self) -> list[tuple[str, str]]:
        """Each column with what stands in it."""
        return self.table.notation()

    def plan_of(self, text: str) -> Any:
        """What loading a text would change."""
        return plan(self.table, text)

    def load_draft(self, *, by_id: int, fingerprint: str, at: datetime) -> tuple[int, int, str]:
        """Load the curator's draft: how many rows are new, how many changed, and the address to go on to.

        Raises ``RefusedError`` if it is no longer what they saw.
        """
        loaded = load(self.table, by_id=by_id, fingerprint=fingerprint, at=at)
        return loaded.new, loaded.changed, reverse(self.page_name("changelist"))

    def has_import_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perms(self.needed)

    @property
    def needed(self) -> tuple[str, ...]:
        """An import makes and changes rows."""
        names = (get_permission_codename(act, self.opts) for act in ("add", "change"))
        return tuple(f"{self.opts.app_label}.{name}" for name in names)

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_view_or_change_permission(request)

    def export_action(self, request: HttpRequest) -> HttpResponse:
        try:
            response: HttpResponse = super().export_action(request)
        except (IncorrectLookupParameters, DisallowedModelAdminLookup):
            return redirect(self.page_name("changelist"))
        return response

    def import_action(self, request: HttpRequest) -> HttpResponse:
        """Take a file. A bad one is refused as a whole, each bad line by its number; a good one is shown next."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
        form.fields["file"].help_text = self.file_help
        problems: list[Problem] = []
        if form.is_valid():
            file = form.cleaned_data["file"]
            content = decoded(file.read())
            problems = content.problems or self.plan_of(content.text).problems
            if not problems:
                keep_draft(
                    table=self.opts.label_lower,
                    by_id=_who(request),
                    file_name=file.name,
                    encoding=content.encoding,
                    text=content.text,
                    at=timezone.now(),
                )
                return redirect(self.page_name("process_import"))
        context = {
            "title": f"Import {self.opts.verbose_name_plural}",
            "form": form,
            "notation": self.notation(),
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
        draft = draft_of(table=self.opts.label_lower, by_id=_who(request))
        if draft is None:
            messages.warning(request, "There is no file to load: it was loaded already, or none was chosen.")
            return redirect(self.page_name("import"))
        wanted = self.plan_of(draft.text)
        # With problems nothing else is shown.
        warnings = {} if wanted.problems else wanted.warnings
        page = Paginator(wanted.entries, ENTRIES_A_PAGE).get_page(request.GET.get("page"))
        context = {
            "title": f"Changes by {draft.file_name}",
            "plan": wanted,
            "page": page,
            "notes": [*_about_encoding(draft), *wanted.notes],
            "rows": [(entry, warnings.get(entry.line.number, [])) for entry in page],
            "warnings": sorted(warnings),
            "problems": wanted.problems[:PROBLEMS_SHOWN],
            "problem_count": len(wanted.problems),
        }
        return self._page(request, "preview", context)

    def _load(self, request: HttpRequest) -> HttpResponse:
        fingerprint = request.POST.get("fingerprint", "")
        try:
            new, changed, address = self.load_draft(by_id=_who(request), fingerprint=fingerprint, at=timezone.now())
        except RefusedError as refused:
            for reason in refused.reasons:
                messages.error(request, reason)
            return redirect(self.page_name("process_import"))
        messages.success(request, f"Loaded: {new} new and {changed} changed.")
        return redirect(address)

    def page_name(self, page: str) -> str:
        return f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"

    def _page(self, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
        names = {"list_url": self.page_name("changelist"), "import_url": self.page_name("import")}
        context = {**self.admin_site.each_context(request), "opts": self.opts, **names, **context}
        own = f"admin/{self.opts.app_label}/{self.opts.model_name}/{name}.html"
        return TemplateResponse(request, [own, f"admin/curation/{name}.html"], context)


def _about_encoding(draft: ImportDraft) -> list[str]:
    """What to look at in a file that does not say which letters its bytes stand for."""
    letters = sorted({letter for letter in draft.text if not letter.isascii()})
    if draft.encoding != WINDOWS or not letters:
        return []
    shown = " ".join(in_sight(letter) for letter in letters[:LETTERS_NAMED])
    more = " and more" if len(letters) > LETTERS_NAMED else ""
    return [
        f"This file is not in UTF-8. It was read as {WINDOWS}, as Excel on Windows saves plain CSV, with the letters "
        f"{shown}{more}. If one of them is wrong, save the file as CSV UTF-8 and bring that."
    ]


def _who(request: HttpRequest) -> int:
    assert request.user.pk is not None
    return int(request.user.pk)
