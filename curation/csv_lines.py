"""A CSV file as lines of cells under known columns, whatever is in it: what is wrong is named by its line."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from curation.csv_writer import unguarded


@dataclass(frozen=True)
class Problem:
    """What is wrong with one line, or with the file as a whole (line 0)."""

    line: int
    reason: str

    def __str__(self) -> str:
        return f"Line {self.line}: {self.reason}" if self.line else self.reason


def decoded(content: bytes) -> tuple[str, list[Problem]]:
    """The text of a file, or why it has none."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return "", [Problem(line, "this is not UTF-8. Save the file as CSV UTF-8.")]
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        return "", [Problem(line, "there is a NUL character. This is not a text file.")]
    return text, []


def cells_by_line(text: str, columns: Sequence[str], problems: list[Problem]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each line of a file with its number and its cells by column. What is no such line joins the ``problems``."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    start = 1
    try:
        header = next((cells for cells in reader if cells), [])
        if wrong := _wrong_columns(header, columns):
            problems.append(Problem(0, wrong))
            return
        start = reader.line_num + 1
        for cells in reader:
            if len(cells) == len(header):
                yield start, dict(zip(header, (unguarded(cell.strip()) for cell in cells), strict=True))
            elif cells:
                problems.append(Problem(start, f"{len(cells)} columns instead of {len(header)}."))
            start = reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem(start, f"this is not CSV: {error}."))


def _wrong_columns(header: list[str], columns: Sequence[str]) -> str:
    if sorted(header) == sorted(columns):
        return ""
    if not header:
        return "The file is empty."
    parts = [f"The columns must be {', '.join(columns)}."]
    if missing := [name for name in columns if name not in header]:
        parts.append(f"Missing: {', '.join(missing)}.")
    if unknown := [name for name in header if name not in columns]:
        parts.append(f"Unknown: {', '.join(name or '(no name)' for name in unknown)}.")
    if twice := sorted({name for name in header if header.count(name) > 1}):
        parts.append(f"Twice: {', '.join(twice)}.")
    return " ".join(parts)


def quoted(text: str) -> str:
    """What stands in a cell, as a message repeats it."""
    return f"'{text}'" if len(text) <= 40 else f"'{text[:40]}...'"
