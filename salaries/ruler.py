"""The range ruler: figures as shapes on one money axis, in percent of its width. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

# A round step is one of these times a power of ten.
STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
WANTED_STEPS = 4

# Where a mark stands and half its width, both in percent of the axis.
Spot = tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Axis:
    """A money axis from ``low`` to ``high`` with round ``ticks``, both ends among them."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]

    def at(self, amount: Decimal) -> str:
        """Where ``amount`` stands, in percent of the width as SVG wants it, with two decimals."""
        return f"{(amount - self.low) / (self.high - self.low) * 100:.2f}"


def axis_for(amounts: Iterable[Decimal]) -> Axis:
    """The axis that holds every amount, from one round figure to another, none of them negative.

    Raises ``ValueError`` without an amount.
    """
    present = list(amounts)
    low, high = min(present), max(present)
    if low == high:
        # One figure alone stands near the middle.
        low, high = low * Decimal("0.75"), high * Decimal("1.25") or Decimal(1)
    step = _step((high - low) / WANTED_STEPS)
    start = (low / step).to_integral_value(ROUND_FLOOR) * step
    end = (high / step).to_integral_value(ROUND_CEILING) * step
    count = int((end - start) / step)
    return Axis(low=start, high=end, ticks=tuple(start + step * number for number in range(count + 1)))


def _step(rough: Decimal) -> Decimal:
    """The smallest round step that is at least ``rough``."""
    power = Decimal(10) ** rough.adjusted()
    return next(step * power for step in STEPS if step * power >= rough)


@dataclass(frozen=True)
class Bar:
    """A span of the axis: its start and its width in percent."""

    x: str
    width: str


def bar(axis: Axis, start: Decimal, end: Decimal) -> Bar:
    """The span from ``start`` to ``end``."""
    return Bar(x=axis.at(start), width=f"{(end - start) / (axis.high - axis.low) * 100:.2f}")


@dataclass(frozen=True)
class Shapes:
    """One row of the ruler. A shape is ``None`` where its figures were not published."""

    range: Bar | None
    middle: Bar | None
    median: str | None


def shapes(axis: Axis, percentiles: dict[int, Decimal]) -> Shapes:
    """The thin bar from the lowest to the highest percentile, the thick one of the middle half, the median's tick."""
    ordered = [percentiles[key] for key in sorted(percentiles)]
    return Shapes(
        range=bar(axis, ordered[0], ordered[-1]) if len(ordered) > 1 else None,
        middle=bar(axis, percentiles[25], percentiles[75]) if {25, 75} <= percentiles.keys() else None,
        median=axis.at(percentiles[50]) if 50 in percentiles else None,
    )


def lanes(fixed: Iterable[Spot], spots: Iterable[Spot]) -> list[int]:
    """A lane for each of ``spots``, the lowest in which it covers nothing. In lane 0, the bar, ``fixed`` stand too."""
    taken = [list(fixed)]
    found = []
    for x, half in spots:
        lane = next(
            (
                number
                for number, others in enumerate(taken)
                if all(abs(x - other) >= half + other_half for other, other_half in others)
            ),
            len(taken),
        )
        if lane == len(taken):
            taken.append([])
        taken[lane].append((x, half))
        found.append(lane)
    return found
