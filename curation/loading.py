"""A curated table in and out as a file: the upload, the preview of every change, and the press that loads it."""

from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.exceptions import DisallowedModelAdminLookup
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone

from curation.content_tables import part_tables, table_of
from curation.csv_lines import MOST_ROWS, WINDOWS, Problem, decoded
from curation.csv_writer import written
from curation.file_at_desk import FileAtDesk
from curation.models import ImportDraft
from curation.table_file import TableFile
from curation.table_loading import RefusedError, draft_of, keep_draft
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


class LoadingMixin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Every table that is seeded comes out as a file and back, and so does each kind of parts that its rows have."""

    file_help = (
        f"At most {MEGABYTES} MB and {MOST_ROWS:,} rows. CSV as Excel, LibreOffice and Google Sheets save it, with "
        "commas, semicolons or tabs. CSV UTF-8 is best: no letter can be mistaken."
    )

    def __init__(self, model: Any, admin_site: Any) -> None:
        super().__init__(model, admin_site)
        own = f"admin/{self.opts.app_label}/{self.opts.model_name}/change_list.html"
        self.change_list_template = [own, "admin/curation/change_list_files.html"]  # type: ignore[misc]

    @property
    def table(self) -> TableFile | None:
        """By what its seed says. A desk whose file has more rules than that says so."""
        return table_of(cast(Any, self.model))

    def own_file(self) -> FileAtDesk | None:
        return FileAtDesk(self, self.table) if self.table else None

    def files(self) -> list[FileAtDesk]:
        """Its own and those of parts, if its table is seeded."""
        own = self.own_file()
        parts = [FileAtDesk(self, table, part) for part, table in part_tables(cast(Any, self.model)).items()]
        return [own, *parts] if own else []

    def page_name(self, page: str) -> str:
        return f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"

    # --- The list ----------------------------------------------------------------------------------------------

    @property
    def texts(self) -> tuple[str, ...]:
        """The way to the columns that hold words to read."""
        own = self.own_file()
        return own.texts if own else ()

    def get_list_filter(self, request: HttpRequest) -> tuple[Any, ...]:
        return (*super().get_list_filter(request), TextFilter)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        parts = [
            {"name": file.short_kind, "import": file.address("import") if file.may_be_taken(request) else ""}
            | {"export": file.address("export") if file.may_be_given(request) else ""}
            for file in self.files()
            if file.part
        ]
        shown = [part for part in parts if part["import"] or part["export"]]
        files = {
            "part_files": shown,
            "may_import": self.has_import_permission(request),
            "may_export": self.has_export_permission(request),
        }
        return super().changelist_view(request, {**(extra_context or {}), **files})

    def has_import_permission(self, request: HttpRequest) -> bool:
        own = self.own_file()
        return own is not None and own.may_be_taken(request)

    def has_export_permission(self, request: HttpRequest) -> bool:
        own = self.own_file()
        return own is not None and own.may_be_given(request)

    # --- Pages -------------------------------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        pages = {
            "export": self.export_action,
            "import": self.import_action,
            "process_import": self.process_import,
        }
        own = [
            path(f"{page}/", self.admin_site.admin_view(view), name=f"{self._stem}_{page}")
            for page, view in pages.items()
        ]
        of_parts = [
            path(f"{page}/<slug:part>/", self.admin_site.admin_view(view), name=f"{self._stem}_{page}_part")
            for page, view in pages.items()
            if any(file.part for file in self.files())
        ]
        return [*own, *of_parts, *super().get_urls()]

    @property
    def _stem(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}"

    def _file(self, part: str) -> FileAtDesk:
        """The file that a page is about. Raises ``Http404`` if the desk has none of that name."""
        for file in self.files():
            if file.part == part:
                return file
        raise Http404

    def export_action(self, request: HttpRequest, part: str = "") -> HttpResponse:
        """What the list shows as a file. Written our own way: one writer for all tables."""
        file = self._file(part)
        if not file.may_be_given(request):
            raise PermissionDenied
        try:
            rows = self.get_changelist_instance(request).queryset
        except (IncorrectLookupParameters, DisallowedModelAdminLookup):
            return redirect(self.page_name("changelist"))
        response = HttpResponse(written(file.exported_header, file.exported(rows)), content_type="text/csv")
        name = f"{file.table.model.__name__}-{timezone.localdate().isoformat()}.csv"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def import_action(self, request: HttpRequest, part: str = "") -> HttpResponse:
        """Take a file. A bad one is refused as a whole, each bad line by its number; a good one is shown next."""
        file = self._file(part)
        if not file.may_be_taken(request):
            raise PermissionDenied
        form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
        form.fields["file"].help_text = self.file_help
        problems: list[Problem] = []
        if form.is_valid():
            brought = form.cleaned_data["file"]
            content = decoded(brought.read())
            problems = content.problems or file.plan_of(content.text).problems
            if not problems:
                keep_draft(
                    table=file.table.name,
                    by_id=_who(request),
                    file_name=brought.name,
                    encoding=content.encoding,
                    text=content.text,
                    at=timezone.now(),
                )
                return redirect(file.address("process_import"))
        context = {
            "title": f"Import {file.kind}",
            "form": form,
            "notation": file.notation(),
            "problems": problems[:PROBLEMS_SHOWN],
            "problem_count": len(problems),
        }
        return self._page(request, "import", file, context)

    def process_import(self, request: HttpRequest, part: str = "") -> HttpResponse:
        """Show what the curator's file would change, and at a press do exactly that."""
        file = self._file(part)
        if not file.may_be_taken(request):
            raise PermissionDenied
        if request.method == "POST":
            return self._load(request, file)
        draft = draft_of(table=file.table.name, by_id=_who(request))
        if draft is None:
            messages.warning(request, "There is no file to load: it was loaded already, or none was chosen.")
            return redirect(file.address("import"))
        wanted = file.plan_of(draft.text)
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
        return self._page(request, "preview", file, context)

    def _load(self, request: HttpRequest, file: FileAtDesk) -> HttpResponse:
        fingerprint = request.POST.get("fingerprint", "")
        try:
            new, changed, act = file.load_draft(by_id=_who(request), fingerprint=fingerprint, at=timezone.now())
        except RefusedError as refused:
            for reason in refused.reasons:
                messages.error(request, reason)
            return redirect(file.address("process_import"))
        messages.success(request, f"Loaded: {new} new and {changed} changed.")
        if request.user.has_perm("curation.view_batch"):
            return redirect("admin:curation_batch_change", act)
        return redirect(self.page_name("changelist"))

    def _page(self, request: HttpRequest, name: str, file: FileAtDesk, context: dict[str, Any]) -> HttpResponse:
        opts = file.table.model._meta
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "list_url": self.page_name("changelist"),
            "import_url": file.address("import"),
            "export_url": file.address("export") if file.may_be_given(request) else "",
            "kind": file.kind,
            "kind_of_one": opts.verbose_name,
            **context,
        }
        own = f"admin/{opts.app_label}/{opts.model_name}/{name}.html"
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
