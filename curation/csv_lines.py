"""The one reader of tables in files: as spreadsheets save them, whatever is in them. What is wrong is named by its row.

Rows are counted as a spreadsheet shows them: the names of the columns stand in row 1, and a cell of several lines is
still one row. Rows and columns in which nothing stands are none, and a row may end before its empty last cells.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import count

from curation.csv_writer import unguarded
from curation.nearness import Names
from curation.unseen import quoted, without_unseen

MOST_ROWS = 20_000
MOST_COLUMNS = 200
SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
# A first line that is a word about the file. Spreadsheets do not show it, and count from the next one on.
NAMED_SEPARATOR = re.compile(r'\ufeff?"?sep=(?P<separator>.?)"?[,;\t|]*(\r\n|\r|\n|\Z)', re.IGNORECASE)
OTHER_FILES = {
    b"PK\x03\x04": "This is a spreadsheet's own file, not CSV.",
    b"\xd0\xcf\x11\xe0": "This is a spreadsheet's own file, not CSV.",
    b"%PDF": "This is a PDF, not CSV.",
}
SAVE_ANEW = "Save the file as CSV UTF-8"
ASCII_OR_LOST = {*map(chr, range(128)), "\ufffd"}
UTF_8, WINDOWS = "UTF-8", "Windows-1252"


@dataclass(frozen=True)
class Problem:
    """What is wrong with one row, or with the file as a whole (row 0). ``name`` is what the row is called."""

    line: int
    reason: str
    name: str = ""

    def __str__(self) -> str:
        name = f" ({self.name[:160]})" if self.name else ""
        return f"Row {self.line}{name}: {self.reason}" if self.line else self.reason


@dataclass(frozen=True)
class Content:
    """A file as text and the encoding it was read in, or what is wrong with it."""

    text: str
    encoding: str
    problems: list[Problem]


def decoded(content: bytes) -> Content:
    """The text of a file: UTF-8, or UTF-16 as Excel's "Unicode text" is, or as Excel writes CSV on Windows."""
    for beginning, what in OTHER_FILES.items():
        if content.startswith(beginning):
            return _refused(0, f"{what} Save it as CSV UTF-8 and bring that.")
    encodings = {"utf-8-sig": UTF_8, "cp1252": WINDOWS}
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = {"utf-16": "UTF-16"}
    elif content[1:4:2] == b"\0\0":
        # The names of columns are plain letters, so this is how it begins without a mark.
        encodings = {"utf-16-le": "UTF-16"}
    elif content[0:3:2] == b"\0\0":
        encodings = {"utf-16-be": "UTF-16"}
    row = 1
    for codec, name in encodings.items():
        try:
            text = content.decode(codec)
        except UnicodeDecodeError as error:
            row = _row_after(content[: error.start].decode("latin-1"))
            if codec == "utf-8-sig" and not set(content.decode(codec, errors="replace")) <= ASCII_OR_LOST:
                return _refused(row, f"there is a letter in another encoding than those of other rows. {SAVE_ANEW}.")
            continue
        if "\x00" in text:
            row = _row_after(text[: text.index("\x00")])
            return _refused(row, f"there is a NUL character, which no text has. {SAVE_ANEW}.")
        return Content(text, name, [])
    return _refused(row, f"there are letters in an encoding that we do not know. {SAVE_ANEW}.")


def _refused(row: int, reason: str) -> Content:
    return Content("", "", [Problem(row, reason)])


def _row_after(text: str) -> int:
    """The row in which a text breaks off."""
    return sum(1 for _ in csv.reader(StringIO(f"{text}.", newline="")))


def cells_by_line(
    text: str,
    columns: Sequence[str],
    problems: list[Problem],
    other_files: Mapping[tuple[str, ...], str] | None = None,
    optional: Sequence[str] = (),
) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row of a file with its number and its cells by column. What is no such row joins the ``problems``.

    ``other_files`` says by their columns what to say of files that are taken for this one. Columns that are
    ``optional`` stand in the cells if they stand in the file.
    """
    separators = SEPARATORS
    if mark := NAMED_SEPARATOR.match(text):
        text = text[mark.end() :]
        if (named := mark["separator"]) and not (named.isalnum() or named in ' "_'):
            separators = {named: f"'{named}'"} | SEPARATORS
    separator = _separator(text, columns, separators, problems)
    sheet: _Sheet | None = None
    rows = 0
    for row, cells in rows_in(text, separator, problems):
        if not any(without_unseen(cell) for cell in cells):
            continue
        if sheet is None:
            if problems:
                return
            if len(cells) > MOST_COLUMNS and any(map(without_unseen, cells[MOST_COLUMNS:])):
                problems.append(Problem(0, f"There are more than {MOST_COLUMNS} columns."))
                return
            sheet = _Sheet(cells[:MOST_COLUMNS], columns, separator, optional)
            if taken := sheet.taken_for(other_files or {}):
                problems.append(Problem(0, taken))
                return
            if wrong := sheet.wrong():
                problems.append(Problem(0, wrong))
            if sheet.missing:
                return
            continue
        rows += 1
        if rows > MOST_ROWS:
            problems.append(Problem(0, f"There are more than {MOST_ROWS:,} rows. Split the file."))
            return
        if wrong := sheet.wrong_with(cells):
            # What it says does not stand where it should.
            name = "" if any(separator in cells[0] for separator in SEPARATORS) else cells[0]
            problems.append(Problem(row, wrong, name))
        else:
            yield row, sheet.cells(cells)
    if sheet is None and not problems:
        problems.append(Problem(0, "The file is empty."))


def rows_in(text: str, separator: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """The rows of any table with their numbers, empty ones too. Those that are no CSV join the ``problems``."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True, skipinitialspace=True)
    for row in count(1):
        try:
            yield row, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problems.append(Problem(row, _in_words(error)))


class _Sheet:
    """The columns of a file, by its first row."""

    def __init__(self, header: list[str], columns: Sequence[str], separator: str, optional: Sequence[str] = ()) -> None:
        self.columns = columns
        self.separator = separator
        while header and not without_unseen(header[-1]):
            header = header[:-1]
        self.written = [without_unseen(name) for name in header]
        known = {_folded(name): name for name in (*columns, *optional)}
        self.names = [known.get(_folded(name), "") for name in header]
        offers = Names((*columns, *optional))
        self.unknown: dict[str, str] = {}
        for place, name in enumerate(self.written):
            if name and not self.names[place]:
                near = [other for other in offers.meant(name) if other not in self.names]
                # What stands in the rows is judged in the same round, as if the name had been set right.
                self.names[place] = self.unknown[name] = near[0] if near else ""
        self.missing = [name for name in columns if name not in self.names]

    def taken_for(self, other_files: Mapping[tuple[str, ...], str]) -> str:
        """What to say of a file that is another one, or nothing."""
        written = {_folded(name) for name in self.written}
        own = {_folded(name) for name in self.columns}
        for names, said in other_files.items():
            others = {_folded(name) for name in names}
            # A file with all of our columns is ours, whatever few columns of them another one has.
            if others <= written and not others <= own <= written:
                return said
        return ""

    def wrong(self) -> str:
        """What is wrong with the names of the columns, or nothing."""
        parts = []
        if len(self.written) == 1 and any(len(self.written[0].split(separator)) > 2 for separator in SEPARATORS):
            return "Each row is one cell: there are quotation marks around the whole row. Take them away."
        if self.missing:
            parts.append(f"Missing: {', '.join(self.missing)}.")
        if self.unknown:
            names = (f"{quoted(name)[1:-1]} ({near}?)" if near else name for name, near in self.unknown.items())
            parts.append(f"Unknown: {', '.join(names)}.")
        if twice := sorted(name for name, number in Counter(self.names).items() if name and number > 1):
            parts.append(f"Twice: {', '.join(twice)}.")
        return " ".join([f"The columns must be {', '.join(self.columns)}.", *parts]) if parts else ""

    def cells(self, cells: list[str]) -> dict[str, str]:
        """A row by columns, with nothing in the cells that it ends before."""
        found = dict.fromkeys(self.columns, "")
        found |= {name: unguarded(cell.strip()) for name, cell in zip(self.names, cells, strict=False) if name}
        return found

    def wrong_with(self, cells: list[str]) -> str:
        """Why a row is no row of this file, or nothing."""
        if len(cells) < len(self.names):
            whole = self.separator.join(cells)
            for other, name in SEPARATORS.items():
                parts = whole.count(other) + 1
                if other != self.separator and (len(cells) == 1 < parts or parts == len(self.names)):
                    return f"its cells are separated by {name}, and the names in the first row by {self._by}."
        for place, cell in enumerate(cells):
            if (place >= len(self.names) or not self.written[place]) and without_unseen(cell):
                return (
                    f"{quoted(cell)} stands in column {letter_of(place)}, which has no name in the first row. "
                    f"A text with {self._by} in it needs quotation marks around it."
                )
        return ""

    @property
    def _by(self) -> str:
        return SEPARATORS.get(self.separator, self.separator)


def _separator(text: str, columns: Sequence[str], separators: Mapping[str, str], problems: list[Problem]) -> str:
    """What stands between the cells: whatever parts the names of columns in the first row that says something."""
    known = {_folded(name) for name in columns}
    parting = []
    for separator in separators:
        names = _first_row(text, separator)
        if len(names) > 1 and any(_folded(name) in known for name in names):
            parting.append(separator)
    if len(parting) > 1:
        both = " and by ".join(separators[separator] for separator in parting)
        problems.append(
            Problem(0, f"The names in the first row are separated by {both}. Use one of them in the whole file.")
        )
    return parting[0] if parting else ","


def _first_row(text: str, separator: str) -> list[str]:
    try:
        for cells in csv.reader(StringIO(text, newline=""), delimiter=separator):
            if any(without_unseen(cell) for cell in cells):
                return cells
    except csv.Error:
        pass
    return []


def _folded(name: str) -> str:
    """A name without regard to spaces and capitals."""
    return re.sub(r"[\s_-]", "", without_unseen(name)).casefold()


def letter_of(place: int) -> str:
    """The letters of a column in a spreadsheet by its place, from 0: A, B, and AA after Z."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _in_words(error: csv.Error) -> str:
    words = str(error)
    if "unexpected end" in words:
        return "a quotation mark is opened here and never closed, so that all that follows is one cell."
    if "expected after" in words:
        return "there is text after a closing quotation mark. Inside a text, write the mark twice."
    if "field limit" in words:
        return f"a cell holds more than {csv.field_size_limit():,} characters. Is a quotation mark never closed?"
    return f"this is not CSV: {words}."
