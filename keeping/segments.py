"""The segmented bar: one segment for each thing that is asked for, filled by how much of it is there. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

# Between two segments, in percent of the bar.
GAP = Decimal(1)


@dataclass(frozen=True)
class Part:
    """One thing that is asked for, in words, and which share of it (0 to 1) is there.

    ``state`` is ``met``, ``perhaps`` or ``missing``; ``weight`` is how long it is beside the others.
    """

    words: str
    share: Decimal
    state: str
    weight: int = 1


@dataclass(frozen=True)
class Segment:
    """A segment in percent of the width, as SVG wants it. ``filled`` is as wide as what is there, ``0.00`` for none."""

    x: str
    width: str
    filled: str
    state: str
    words: str


@dataclass(frozen=True)
class Bar:
    segments: tuple[Segment, ...]

    @property
    def words(self) -> str:
        return ", ".join(segment.words for segment in self.segments)


def bar(parts: Sequence[Part]) -> Bar:
    """The parts beside each other, which together with the gaps fill the width."""
    total = sum(part.weight for part in parts)
    room = 100 - GAP * (len(parts) - 1)
    x, segments = Decimal(0), []
    for part in parts:
        width = room * part.weight / total
        filled = width * min(max(part.share, Decimal(0)), Decimal(1))
        segments.append(Segment(f"{x:.2f}", f"{width:.2f}", f"{filled:.2f}", part.state, part.words))
        x += width + GAP
    return Bar(tuple(segments))
