"""The coverage grid: one cell for each thing interviewers ask for, by how many stories are about it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

COLUMNS = 5
# In units of the picture, which the page scales to its width.
WIDTH, HEIGHT, GAP = 50, 18, 6
NONE, ONE, MORE = "none", "one", "more"


@dataclass(frozen=True)
class Cell:
    """``look`` is ``none`` (hollow), ``one`` (half filled) or ``more`` (filled). ``fill`` is how high it is filled."""

    name: str
    number: int
    x: int
    y: int

    @property
    def look(self) -> str:
        return NONE if not self.number else ONE if self.number == 1 else MORE

    @property
    def fill(self) -> int:
        return {NONE: 0, ONE: HEIGHT // 2, MORE: HEIGHT}[self.look]

    @property
    def fill_y(self) -> int:
        return self.y + HEIGHT - self.fill

    @property
    def words(self) -> str:
        said = "no story" if not self.number else "1 story" if self.number == 1 else f"{self.number} stories"
        return f"{self.name[:1].upper()}{self.name[1:]}: {said}"


@dataclass(frozen=True)
class Grid:
    cells: tuple[Cell, ...]
    cell_width: int = WIDTH
    cell_height: int = HEIGHT

    @property
    def width(self) -> int:
        return COLUMNS * (WIDTH + GAP) - GAP

    @property
    def height(self) -> int:
        rows = -(-len(self.cells) // COLUMNS)
        return max(rows * (HEIGHT + GAP) - GAP, 0)

    @property
    def covered(self) -> int:
        return sum(cell.number > 0 for cell in self.cells)

    @property
    def holes(self) -> tuple[str, ...]:
        """What no story is about, in the order of the grid."""
        return tuple(cell.name for cell in self.cells if not cell.number)

    @property
    def headline(self) -> str:
        """``11 of 20``."""
        return f"{self.covered} of {len(self.cells)}"


def grid(rows: Sequence[tuple[str, int]]) -> Grid:
    """Names with how many stories there are about each, from left to right and from top to bottom."""
    return Grid(
        tuple(
            Cell(name, number, place % COLUMNS * (WIDTH + GAP), place // COLUMNS * (HEIGHT + GAP))
            for place, (name, number) in enumerate(rows)
        )
    )
