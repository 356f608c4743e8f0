"""A file that a desk gives out and takes: of its own table, or of one kind of the parts that its rows have."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import admin
from django.contrib.auth import get_permission_codename
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from curation.csv_lines import Problem
from curation.row_states import STATE
from curation.table_file import TableFile, exported, stored_rows
from curation.table_loading import load
from curation.table_plan import Plan, plan


@dataclass(frozen=True)
class FileAtDesk:
    """What the import and export buttons of a list lead to. The plain file of a ``table`` needs nothing but that.

    A table whose file is another says how it is written, read, planned and loaded. ``part`` is the name of the list in
    which the rows of the desk have these, and nothing if they are its own.
    """

    desk: Any
    table: TableFile
    part: str = ""

    @property
    def header(self) -> tuple[str, ...]:
        return self.table.header

    @property
    def exported_header(self) -> tuple[str, ...]:
        """With what a file may lack: whether the row is offered."""
        return (*self.header, STATE)

    @property
    def texts(self) -> tuple[str, ...]:
        """The way to the columns that hold words to read."""
        return self.table.texts

    @property
    def kind(self) -> str:
        """What the rows are called."""
        return str(self.table.model._meta.verbose_name_plural)

    @property
    def short_kind(self) -> str:
        """The same where it is clear whose they are: fees, and not credential fees."""
        return self.kind.removeprefix(f"{self.desk.opts.verbose_name} ")

    def address(self, page: str) -> str:
        """Of one of its pages: import, process_import or export."""
        if self.part:
            return reverse(self.desk.page_name(f"{page}_part"), args=[self.part])
        return reverse(self.desk.page_name(page))

    # --- Who ---------------------------------------------------------------------------------------------------

    @property
    def needed(self) -> tuple[str, ...]:
        """An import makes and changes rows, and parts change what they are parts of."""
        acts = [(act, self.table.model._meta) for act in ("add", "change")]
        acts += [("change", self.desk.opts)] if self.part else []
        return tuple(f"{opts.app_label}.{get_permission_codename(act, opts)}" for act, opts in acts)

    def may_be_taken(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perms(self.needed))

    def may_be_given(self, request: HttpRequest) -> bool:
        opts = self.table.model._meta
        sees = [f"{opts.app_label}.{get_permission_codename(act, opts)}" for act in ("view", "change")]
        return self.desk.has_view_or_change_permission(request) and any(map(request.user.has_perm, sees))

    # --- What --------------------------------------------------------------------------------------------------

    def exported(self, rows: QuerySet[Any]) -> Iterator[list[str]]:
        """What stands in the file about some rows of the desk, as cells."""
        if self.part:
            rows = self.table.model._default_manager.filter(**{f"{self.table.whole}__in": rows.order_by().values("pk")})
        return exported(self.table, rows)

    def notation(self) -> list[tuple[str, str]]:
        """Each column with what stands in it."""
        return self.table.notation()

    def plan_of(self, text: str) -> Any:
        """What loading a text would change."""
        wanted = plan(self.table, text, other_files(self))
        if wanted.entries and wanted.new == len(wanted.lines) and (twin := _twin(self, wanted)):
            wanted.problems.append(Problem(0, _another(twin)))
        return wanted

    def load_draft(self, *, by_id: int, fingerprint: str, at: datetime) -> tuple[int, int, int]:
        """Load the curator's draft: how many rows are new, how many changed, and the key of the act.

        Raises ``RefusedError`` if it is no longer what they saw.
        """
        loaded = load(self.table, by_id=by_id, fingerprint=fingerprint, at=at, finish=self._record)
        assert loaded.batch is not None
        return loaded.new, loaded.changed, loaded.batch

    def _record(self, keys: list[int]) -> None:
        """What the desk does after an edit: keep a version, let searches know."""
        if self.desk.follows_up:
            self.desk.record_changes(self.desk.model._default_manager.filter(pk__in=keys))


def all_files() -> list[FileAtDesk]:
    """Of all desks."""
    return [file for desk in admin.site._registry.values() for file in getattr(desk, "files", list)()]


def other_files(file: FileAtDesk) -> dict[tuple[str, ...], str]:
    """What to say of a file with the columns of another, the most columns first."""
    others = [other for other in all_files() if set(other.header) != set(file.header)]
    return {other.header: _another(other) for other in sorted(others, key=lambda other: -len(other.header))}


def _another(file: FileAtDesk) -> str:
    of = f" of {file.desk.called_at_the_desk()}" if file.part else ""
    return f"This is a file of {file.short_kind}{of}. Bring it where those are imported."


def _twin(file: FileAtDesk, wanted: Plan) -> FileAtDesk | None:
    """A table with the same columns that has all the rows, of which this one has none."""
    names = {line.name for line in wanted.lines}
    for other in all_files():
        if set(other.header) == set(file.header) and other.table != file.table:
            slugs = {line.values["slug"] for line in wanted.lines}
            rows = stored_rows(other.table, other.table.model._default_manager.filter(slug__in=slugs))
            if names <= {other.table.name_in(row.values) for row in rows}:
                return other
    return None
