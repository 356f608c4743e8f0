"""The demands in a page's tables, whose rows and columns are known: a matrix, a list with marks. Pure."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from applications.reading.lines import Line
from applications.reading.tables import Cell, columns_of, is_kept, told

# Above the heads of its columns a table may have its name.
_NAMES = 2
# The first cell of a row that only names a group has at most so many words.
_GROUP = 4
_LONGEST_LABEL = 40

# What stands over the labels of a table of facts.
_HEAD = re.compile(
    r"\W*(?:topics?|items?|areas?|aspects?|points?|subjects?|categor(?:y|ies)|criteri(?:on|a)|fields?|questions?|"
    r"what|conditions?|factors?|facts?|requirements?)\W*",
    re.IGNORECASE,
)

Cells = dict[int, list[Line]]


def read_table(text: str, lines: Sequence[Line]) -> list[Cell] | None:
    """What each row of a table asks for, from the lines of its cells; nothing where no column says strength or time."""
    rows: dict[int, Cells] = {}
    for line in lines:
        if line.cell:
            _, row, column = line.cell
            rows.setdefault(row, {}).setdefault(column, []).append(line)
    numbers = sorted(rows)
    for number in numbers[:_NAMES]:
        heads = rows[number]
        widest = max(max(cells) for cells in rows.values()) + 1
        columns = columns_of([_words(text, heads.get(column, ())) for column in range(widest)])
        below = [
            {column: _words(text, cells) for column, cells in rows[other].items()}
            for other in numbers
            if other > number
        ]
        if columns and len(heads) > 1 and is_kept(below, columns):
            return [cell for other in numbers if other > number for cell in _row(text, rows[other], columns)]
    return None


def _words(text: str, lines: Sequence[Line]) -> str:
    return " ".join(text[line.start : line.end] for line in lines)


def _row(text: str, cells: Cells, columns: Sequence[str]) -> Iterator[Cell]:
    row = told({column: _words(text, lines) for column, lines in cells.items()}, columns)
    if row is None:
        return
    for column, strength in row.demands:
        yield from (Cell(line.start, line.end, strength) for line in cells[column] if line.end - line.start > 2)
    for column in row.duties:
        yield from (Cell(line.start, line.end, duty=True) for line in cells[column] if line.end - line.start > 2)
    texts = [cells[column] for column in row.texts]
    if not texts or row.demands or (len(cells) == 1 and len(_words(text, texts[0]).split()) <= _GROUP):
        return
    longest = max(texts, key=lambda lines: len(_words(text, lines)) if len(texts) > 1 else 0)
    yield from (Cell(line.start, line.end, row.mark, row.months) for line in longest)


class Facts(NamedTuple):
    """The label and value of each pair of cells; ``has_head``: the first row only said what stands below it."""

    pairs: list[tuple[str, Line]]
    has_head: bool


def read_facts(text: str, lines: Sequence[Line]) -> Facts | None:
    """What every pair of cells says, where every row is made of such pairs: "Travel", "15%"."""
    rows: dict[int, Cells] = {}
    for line in lines:
        if line.cell:
            rows.setdefault(line.cell[1], {}).setdefault(line.cell[2], []).append(line)
    pairs: list[tuple[str, Line]] = []
    for cells in rows.values():
        ordered = [cells[column] for column in sorted(cells)]
        labels = [_words(text, cell) for cell in ordered[::2]]
        if len(ordered) % 2 or any(len(cell) > 1 for cell in ordered) or any(map(_is_no_label, labels)):
            return None
        pairs += zip(labels, (cell[0] for cell in ordered[1::2]), strict=True)
    has_head = bool(pairs) and _HEAD.fullmatch(pairs[0][0]) is not None
    return Facts(pairs[has_head:], has_head) if len(rows) > 1 else None


def _is_no_label(words: str) -> bool:
    return len(words.split()) > _GROUP or len(words) > _LONGEST_LABEL
