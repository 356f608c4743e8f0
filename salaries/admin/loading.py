"""Claims in and out as a file: its columns are of two tables, and a load is a batch that can be undone."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from curation.loading import LoadingMixin
from salaries.claims_file import COLUMNS
from salaries.import_lines import TEXTS
from salaries.import_plan import plan
from salaries.import_stored import PATHS, exported
from salaries.imports import load

# An import makes and changes rows of both.
NEEDED = tuple(f"salaries.{act}_{table}" for act in ("add", "change") for table in ("salaryclaim", "distribution"))


class ClaimsMixin(LoadingMixin):
    """What the import and export buttons of the list of claims lead to."""

    header = COLUMNS
    needed = NEEDED
    file_help = (
        f"{LoadingMixin.file_help} The columns are {', '.join(COLUMNS)}. The public file of claims has other columns "
        "and cannot be imported: take the one from Export."
    )

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(PATHS[name] for name in TEXTS)

    def exported(self, queryset: QuerySet[Any]) -> Iterator[list[str]]:
        return exported(queryset)

    def notation(self) -> list[tuple[str, str]]:
        return []

    def plan_of(self, text: str) -> Any:
        return plan(text)

    def load_draft(self, *, by_id: int, fingerprint: str, at: datetime) -> tuple[int, int, str]:
        batch = load(by_id=by_id, fingerprint=fingerprint, at=at)
        return batch.created, batch.updated, reverse("admin:salaries_importbatch_change", args=[batch.pk])
