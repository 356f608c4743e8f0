"""The tables of LinkedIn's own archive: which they are by their columns, and their rows.

Files are called in the learner's language and may lie in folders, but their columns are English. A word about the file
may stand before the names of the columns.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO, StringIO
from itertools import islice
from typing import BinaryIO

from curation.csv_lines import decoded
from resumes.reading.files import UnreadableError, opened, part
from resumes.reading.proposal import Line

MOST_MEGABYTES = 56
MOST_FILES = 10_000
# A file with more is none of those that are read; messages often have more.
MOST_IN_A_FILE = 3_000_000
MOST_IN_ALL = 20_000_000
MOST_ROWS = 2_000
MOST_CHARACTERS = 20_000
HEADER_WITHIN = 10
HEAD = 8_192
NOTHING_IN_IT = (
    "There is nothing of a resume in this file: none of the tables Profile, Positions, Education, Certifications, "
    "Skills, Projects, Languages or Volunteering of LinkedIn's archive."
)


class Table(StrEnum):
    PROFILE = "Profile"
    POSITIONS = "Positions"
    EDUCATION = "Education"
    CERTIFICATIONS = "Certifications"
    SKILLS = "Skills"
    PROJECTS = "Projects"
    LANGUAGES = "Languages"
    EMAILS = "Email Addresses"
    PHONES = "PhoneNumbers"
    VOLUNTEERING = "Volunteering"
    PUBLICATIONS = "Publications"
    HONORS = "Honors"


# By the columns that no other table has together.
COLUMNS = {
    Table.PROFILE: {"first name", "last name", "headline"},
    Table.POSITIONS: {"company name", "title", "started on"},
    Table.EDUCATION: {"school name", "degree name"},
    Table.CERTIFICATIONS: {"name", "authority"},
    Table.PROJECTS: {"title", "description", "url", "started on"},
    Table.LANGUAGES: {"name", "proficiency"},
    Table.EMAILS: {"email address", "confirmed"},
    Table.PHONES: {"number", "type"},
    Table.VOLUNTEERING: {"company name", "role"},
    Table.PUBLICATIONS: {"name", "published on"},
    Table.HONORS: {"title", "description", "issued on"},
}
ONLY_NAMES = {"name"}


@dataclass(frozen=True)
class Row:
    """Cells by column, in small letters, and the line as which a proposal shows them."""

    cells: Mapping[str, str]
    line: Line

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True)
class Tables:
    """Rows by table, and what is to be said of files that could not be read."""

    rows: Mapping[Table, tuple[Row, ...]]
    notes: tuple[str, ...] = ()


def tables_in(data: bytes | BinaryIO, name: str) -> Tables:
    """The tables of an archive or of one file of it. ``UnreadableError`` if there is none.

    Of an archive only these are unpacked, however many pictures and films lie beside them.
    """
    file = BytesIO(data) if isinstance(data, bytes) else data
    if file.seek(0, 2) > MOST_MEGABYTES * 1024 * 1024:
        raise UnreadableError(f"This file has more than {MOST_MEGABYTES} MB. Ask LinkedIn for the smaller one.")
    rows: dict[Table, tuple[Row, ...]] = {}
    notes = []
    for called, content in _files(file, name):
        text = decoded(content)
        if text.problems:
            notes.append(f"{called} was not read. {text.problems[0]}")
            continue
        try:
            table, read = _table(called, text.text)
        except csv.Error:
            notes.append(f"{called} was not read: a quotation mark in it is never closed, or a cell is too long.")
            continue
        if table is None:
            continue
        if len(read) > MOST_ROWS:
            notes.append(f"Of {called} only the first {MOST_ROWS:,} rows were read.")
        rows[table] = (*rows.get(table, ()), *read[:MOST_ROWS])
    if not any(rows.values()):
        raise UnreadableError(" ".join([NOTHING_IN_IT, *notes[:3]]))
    return Tables(rows, tuple(notes))


def is_table(data: bytes) -> bool:
    """Whether a file is one of the tables, by its first lines."""
    return _table("", data[:HEAD].decode("utf-8-sig", errors="replace"))[0] is not None


def _files(file: BinaryIO, name: str) -> Iterator[tuple[str, bytes]]:
    file.seek(0)
    if file.read(2) != b"PK":
        file.seek(0)
        data = file.read(MOST_IN_A_FILE + 1)
        yield name, data if len(data) <= MOST_IN_A_FILE else b""
        return
    with opened(file) as packed:
        left = MOST_IN_ALL
        for entry in packed.infolist()[:MOST_FILES]:
            if entry.filename.lower().endswith(".csv") and entry.file_size <= min(MOST_IN_A_FILE, left):
                left -= entry.file_size
                yield entry.filename.rpartition("/")[2], part(packed, entry)


def _table(file: str, text: str) -> tuple[Table | None, list[Row]]:
    rows = csv.reader(StringIO(text, newline=""))
    for number, cells in islice(enumerate(rows, start=1), HEADER_WITHIN):
        columns = [cell.strip().casefold() for cell in cells]
        if table := _by_columns(columns):
            return table, list(islice(_rows(file, number, columns, rows), MOST_ROWS + 1))
    return None, []


def _by_columns(columns: list[str]) -> Table | None:
    if set(columns) == ONLY_NAMES:
        return Table.SKILLS
    return next((table for table, needed in COLUMNS.items() if needed <= set(columns)), None)


def _rows(file: str, header: int, columns: list[str], rows: Iterator[list[str]]) -> Iterator[Row]:
    for number, cells in enumerate(rows, start=header + 1):
        said = [cell.replace("\0", "").strip()[:MOST_CHARACTERS] for cell in cells]
        if any(said):
            line = Line(number, " | ".join(filter(None, said)), file)
            yield Row(dict(zip(columns, said, strict=False)), line)
