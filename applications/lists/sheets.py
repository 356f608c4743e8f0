"""A list of any program as it is, before anybody has said what its columns are."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from applications.lists.columns import KNOWN, folded
from applications.lists.dates import is_day
from curation.csv_lines import NAMED_SEPARATOR, SEPARATORS, Problem, letter_of, rows_in
from curation.csv_writer import unguarded
from curation.unseen import without_unseen

MOST_BYTES = 1024 * 1024
MOST_LINES = 2000
MOST_COLUMNS = 60
MOST_SAMPLES = 3
# As many rows tell what stands between the cells.
LOOKED_AT = 20


@dataclass(frozen=True)
class Sheet:
    """The ``names`` of the columns and the ``lines``, each with its number and as many cells as there are columns.

    Lines are numbered as a spreadsheet does. With ``problems`` there is nothing to go on with.
    """

    names: list[str] = field(default_factory=list)
    lines: list[tuple[int, list[str]]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def column(self, place: int) -> list[str]:
        """What stands in a column, by its place from 0, without its empty cells."""
        return [cells[place] for _, cells in self.lines if cells[place]]

    def samples(self, place: int) -> list[str]:
        """Some different values of a column."""
        return list(dict.fromkeys(self.column(place)))[:MOST_SAMPLES]


def read_sheet(text: str, *, with_names: bool) -> Sheet:
    """The table that a text is. ``with_names``: its first row has the names of the columns."""
    if mark := NAMED_SEPARATOR.match(text):
        text = text[mark.end() :]
    problems: list[Problem] = []
    rows = [
        (number, [_plain(cell) for cell in cells])
        for number, cells in rows_in(text.removeprefix("\ufeff"), separator_of(text), problems)
        if any(_says_something(cell) for cell in cells)
    ]
    if problems:
        return Sheet(problems=problems)
    width = max((_width(cells) for _, cells in rows), default=0)
    first = rows.pop(0)[1][:width] if rows and with_names else []
    if not rows:
        said = "There is nothing but the names of columns." if first else "There is nothing in it."
        return Sheet(problems=[Problem(0, said)])
    if width > MOST_COLUMNS:
        return Sheet(problems=[Problem(0, f"There are {width} columns. At most {MOST_COLUMNS} are read.")])
    if len(rows) > MOST_LINES:
        said = f"There are {len(rows):,} lines, and at most {MOST_LINES:,} are read at once. Split the list."
        return Sheet(problems=[Problem(0, said)])
    names = [name or f"Column {letter_of(place)}" for place, name in enumerate(_padded(first, width))]
    return Sheet(names, [(number, _padded(cells, width)) for number, cells in rows])


def has_names(text: str, known: Mapping[str, str] = KNOWN) -> bool:
    """Whether the first row seems to have names: one that we know, or at least no link and no day among them."""
    sheet = read_sheet(text, with_names=False)
    first = sheet.lines[0][1] if sheet.lines else []
    if any(folded(cell) in known for cell in first):
        return True
    return not any(is_day(cell) or "://" in cell for cell in first)


def separator_of(text: str) -> str:
    """What stands between the cells: what parts the most of the first rows into equally many."""
    scores = {}
    for separator in SEPARATORS:
        widths = [
            len(cells)
            for _, (_, cells) in zip(range(LOOKED_AT), rows_in(text, separator, []), strict=False)
            if any(map(without_unseen, cells))
        ]
        first = widths[0] if widths else 0
        scores[separator] = (sum(width == first for width in widths) / len(widths), first) if first > 1 else (0, 0)
    return max(scores, key=lambda one: scores[one])


def _plain(cell: str) -> str:
    return unguarded(without_unseen(cell.replace("\r\n", "\n").replace("\r", "\n")).strip())


def _says_something(cell: str) -> bool:
    return bool(without_unseen(cell).strip("".join(SEPARATORS)))


def _width(cells: list[str]) -> int:
    return max((place for place, cell in enumerate(cells, start=1) if cell), default=0)


def _padded(cells: list[str], width: int) -> list[str]:
    return [*cells[:width], *([""] * (width - len(cells)))]
