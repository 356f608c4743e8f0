"""Where the cells of a page's tables stand, as rows and columns, while the page is read. Pure."""

import re

Place = tuple[int, int, int]
ELEMENTS_OF_TABLES = frozenset({"table", "tr", "td", "th"})
_SPAN = re.compile(r"""\b(?P<way>row|col)span\s*+=\s*+["']?(?P<number>[0-9]{1,2})""", re.IGNORECASE)
# A table inside a cell of another is that cell's text.
_ROWS_OF_CELLS = 2_000


class Grid:
    """The cells met so far. ``starts``: at which piece of the text each cell begins or ends, with its place."""

    def __init__(self) -> None:
        self.starts: dict[int, Place | None] = {}
        self._table = self._row = self._column = -1
        self._depth = 0
        # Cells that reach down into rows below, by row and column.
        self._taken: set[tuple[int, int]] = set()

    def opens(self, name: str, attributes: str, at: int) -> None:
        """Takes note of an element of a table that begins at a piece of the text."""
        if name == "table":
            self._depth += 1
            if self._depth == 1:
                self._table, self._row = self._table + 1, -1
                self._taken.clear()
        elif self._depth != 1:
            return
        elif name == "tr":
            self._row, self._column = self._row + 1, -1
        elif self._row < _ROWS_OF_CELLS:
            self._column += 1
            while (self._row, self._column) in self._taken:
                self._column += 1
            self.starts[at] = (self._table, max(0, self._row), self._column)
            self._reach(attributes)

    def _reach(self, attributes: str) -> None:
        spans = {found["way"].lower(): int(found["number"]) for found in _SPAN.finditer(attributes)}
        wide, deep = max(1, spans.get("col", 1)), max(1, spans.get("row", 1))
        if deep > 1:
            self._taken |= {
                (self._row + down, self._column + right) for down in range(1, deep) for right in range(wide)
            }
        self._column += wide - 1

    def closes(self, name: str, at: int) -> None:
        """Takes note of an element of a table that ends before a piece of the text."""
        if name == "table":
            self._depth = max(0, self._depth - 1)
        if self._depth <= 1 and name != "tr" and self.starts:
            self.starts[at] = None
