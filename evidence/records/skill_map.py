"""The map of skills: squares filled as high as their owner rates them, notched where evidence shows them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

# In units of the picture, which the page scales to its width.
SIZE, PITCH, IN_A_ROW = 14, 17, 10
# Ratings go from 0, "Not yet", to 4, "I could teach it".
HIGHEST = 4
NOTCH = 5


@dataclass(frozen=True)
class Square:
    """One skill: the frame at ``x``, ``y``, what is filled of it from below, and a notch in a corner if it is shown."""

    x: int
    y: int
    filled: int
    shown: bool
    size: int = SIZE

    @property
    def fill_y(self) -> int:
        return self.y + SIZE - self.filled

    @property
    def notch(self) -> str:
        """The corner as an SVG path, empty if no evidence shows the skill."""
        right = self.x + SIZE
        return f"M{right - NOTCH} {self.y}h{NOTCH}v{NOTCH}z" if self.shown else ""


@dataclass(frozen=True)
class Area:
    """A group of skills."""

    squares: tuple[Square, ...]
    width: int = IN_A_ROW * PITCH - (PITCH - SIZE)

    @property
    def height(self) -> int:
        return max(-(-len(self.squares) // IN_A_ROW) * PITCH - (PITCH - SIZE), 0)


def area(skills: Sequence[tuple[int | None, bool]]) -> Area:
    """A group of skills in order, each with how it is rated (``None``: not said) and whether evidence shows it."""
    return Area(
        tuple(
            Square(
                x=place % IN_A_ROW * PITCH,
                y=place // IN_A_ROW * PITCH,
                filled=round(SIZE * (now or 0) / HIGHEST),
                shown=shown,
            )
            for place, (now, shown) in enumerate(skills)
        )
    )
