"""The rows of an archive as they go to the browser and come back, of the tables that come in. Pure."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "Positions": ("company name", "title", "description", "location", "started on", "finished on"),
    "Volunteering": ("company name", "role", "cause", "description", "started on", "finished on"),
    "Education": ("school name", "degree name", "start date", "end date", "notes", "activities"),
    "Certifications": ("name", "authority", "url", "started on", "finished on", "license number"),
    "Projects": ("title", "description", "url", "started on", "finished on"),
    "Skills": ("name",),
}
# What goes to the browser and back, in UTF-8. A long career takes a tenth of it.
MOST_BYTES = 1_000_000
MOST_ROWS = 2_000
NUMBER_LENGTH = 9


class CellsError(ValueError):
    """The rows are no such rows, or more than go to the browser and back."""


@dataclass(frozen=True)
class Cells:
    """One row of a table: the file and its line, and what stands in each column that says something."""

    table: str
    file: str
    number: int
    said: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.said.get(column, "")

    @property
    def where(self) -> str:
        return f"{self.file}, row {self.number}"


def written(rows: Iterable[Cells]) -> str:
    """The rows as text. Raises ``CellsError`` where they are too many."""
    text = json.dumps([[one.table, one.file, one.number, dict(one.said)] for one in rows], ensure_ascii=False)
    if len(text.encode()) > MOST_BYTES:
        raise CellsError(f"There are more than {MOST_BYTES:,} bytes in its tables. That is more than a career.")
    return text


def read(text: str) -> tuple[Cells, ...]:
    """The rows that ``written`` wrote. Raises ``CellsError`` for anything else."""
    if len(text) > MOST_BYTES or "\0" in text:
        raise CellsError("This is not what was shown.")
    try:
        rows = json.loads(text)
        if not isinstance(rows, list):
            raise ValueError("no rows")
        found = tuple(_cells(*row) for row in rows)
    except (ValueError, TypeError, RecursionError) as error:
        raise CellsError("This is not what was shown.") from error
    if len(found) > MOST_ROWS * len(COLUMNS):
        raise CellsError("This is not what was shown.")
    return found


def _cells(table: str, file: str, number: int, said: Mapping[str, str]) -> Cells:
    if not isinstance(said, dict):
        raise ValueError("no row")
    texts = (table, file, *said, *said.values())
    if not all(isinstance(text, str) for text in texts) or type(number) is not int or "\0" in "".join(texts):
        raise ValueError("no row")
    # Half of a letter cannot be kept.
    "".join(texts).encode()
    if table not in COLUMNS or not set(said) <= set(COLUMNS[table]) or not 0 < number < 10**NUMBER_LENGTH:
        raise ValueError("no row")
    return Cells(table, file, number, said)
