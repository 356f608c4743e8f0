"""The states as tiles, each about where it lies, shaded by an amount. The same stands in a table beside it. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

# One square for each state, the District of Columbia and the territories; a row of text is a row of the map.
ROWS = """
AK .. .. .. .. .. .. .. .. .. ME
.. .. .. .. .. .. .. .. .. VT NH
WA ID MT ND MN IL WI MI NY RI MA
OR NV WY SD IA IN OH PA NJ CT ..
CA UT CO NE MO KY WV VA MD DE ..
.. AZ NM KS AR TN NC SC DC .. ..
.. .. .. OK LA MS AL GA .. .. PR
HI GU .. TX .. .. .. .. FL .. VI
"""
SPOTS = {
    code: (column, row)
    for row, line in enumerate(ROWS.split("\n")[1:-1])
    for column, code in enumerate(line.split())
    if code != ".."
}
SIDE = 60
WIDTH, HEIGHT = 11 * SIDE, 8 * SIDE
SHADES = 5


@dataclass(frozen=True)
class State:
    """A state with its amount: ``code`` of two letters, ``address`` of its page, ``said`` in words."""

    code: str
    name: str
    amount: Decimal
    address: str
    said: str


@dataclass(frozen=True)
class Tile:
    """A state on the map. ``shade`` goes from 0, the fifth of the states that pay least, to 4."""

    state: State
    x: int
    y: int
    shade: int


def shades(amounts: Sequence[Decimal]) -> list[int]:
    """Which fifth of all each amount is in, from 0 for the least; equal amounts are in the same one, the lower."""
    ordered = sorted(amounts)
    return [ordered.index(amount) * SHADES // len(ordered) for amount in amounts]


def bounds(amounts: Sequence[Decimal]) -> list[tuple[int, Decimal, Decimal]]:
    """Each shade that occurs with its lowest and highest amount, the lightest first."""
    groups: dict[int, list[Decimal]] = {}
    for shade, amount in zip(shades(amounts), amounts, strict=True):
        groups.setdefault(shade, []).append(amount)
    return [(shade, min(group), max(group)) for shade, group in sorted(groups.items())]


def tiles(states: Sequence[State]) -> list[Tile]:
    """The states that have a spot on the map, from the top left, each shaded by its amount."""
    placed = sorted((state for state in states if state.code in SPOTS), key=lambda state: SPOTS[state.code][::-1])
    shaded = shades([state.amount for state in placed])
    return [
        Tile(state, SPOTS[state.code][0] * SIDE, SPOTS[state.code][1] * SIDE, shade)
        for state, shade in zip(placed, shaded, strict=True)
    ]


def drawing(placed: Iterable[Tile]) -> str:
    """The tiles as SVG of ``WIDTH`` by ``HEIGHT``: each a link that says its state and amount in words."""
    return "".join(map(_drawn, placed))


def _drawn(tile: Tile) -> str:
    state = tile.state
    said = f"{state.code}, {state.name}: {state.said}"
    return (
        f'<a href="{escape(state.address)}" aria-label="{escape(said)}" class="tile shade-{tile.shade}" '
        # How large it is, and where in it the words stand, is in the style sheet once.
        f'transform="translate({tile.x} {tile.y})"><rect/>'
        f'<text>{state.code}</text><text class="tile-amount">{short(state.amount)}</text></a>'
    )


def short(amount: Decimal) -> str:
    """Thousands, rounded, as they fit on a tile: ``98k``. The page says the currency."""
    return f"{int((amount / 1000).to_integral_value())}k"
