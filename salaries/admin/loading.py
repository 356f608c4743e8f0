"""Claims in and out as a file: its columns are of two tables."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from curation.file_at_desk import FileAtDesk, other_files
from curation.loading import LoadingMixin
from curation.row_states import STATE
from curation.table_file import TableFile
from salaries.claims_file import COLUMNS, ERROR, EXPORTED, PEOPLE
from salaries.import_lines import TEXTS
from salaries.import_plan import plan
from salaries.import_stored import PATHS, exported
from salaries.imports import load
from salaries.models import SalaryClaim

# An import makes and changes rows of both.
NEEDED = tuple(f"salaries.{act}_{table}" for act in ("add", "change") for table in ("salaryclaim", "distribution"))


class ClaimsFile(FileAtDesk):
    """The file of claims: each line says what its distribution is, too."""

    header = EXPORTED
    needed = NEEDED

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(PATHS[name] for name in TEXTS)

    def exported(self, rows: QuerySet[Any]) -> Iterator[list[str]]:
        return exported(rows)

    def notation(self) -> list[tuple[str, str]]:
        return []

    def plan_of(self, text: str) -> Any:
        return plan(text, other_files(self))

    def load_draft(self, *, by_id: int, fingerprint: str, at: datetime) -> tuple[int, int, int]:
        batch = load(by_id=by_id, fingerprint=fingerprint, at=at)
        return batch.created, batch.updated, batch.pk


class ClaimsMixin(LoadingMixin):
    """What the import and export buttons of the list of claims lead to."""

    table = TableFile(SalaryClaim, ())
    file_help = (
        f"{LoadingMixin.file_help} The columns are {', '.join(COLUMNS)}, and {', '.join((*PEOPLE, ERROR, STATE))} "
        "if the file has them. The public file of claims has other columns "
        "and cannot be imported: take the one from Export."
    )

    def own_file(self) -> FileAtDesk:
        return ClaimsFile(self, self.table)
