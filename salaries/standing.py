"""Where an amount stands against a median and among the few percentiles that are published, in words. Pure."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from salaries import placing

MEDIAN = 50


def share(amount: Decimal, other: Decimal) -> int:
    """How much more than ``other`` an amount is, in whole percent; less is negative, and a half goes away from zero."""
    return int(((amount - other) / other * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def against(amount: Decimal, other: Decimal, name: str) -> str:
    """``2% below the median``; what is nearer than half a percent is ``just below`` it, and only the same is ``at``."""
    if amount == other:
        return f"at {name}"
    where = "above" if amount > other else "below"
    difference = abs(share(amount, other))
    return f"{difference}% {where} {name}" if difference else f"just {where} {name}"


def among(amount: Decimal, percentiles: Mapping[int, Decimal]) -> str:
    """``about the 39th percentile``, ``below the 10th percentile``; empty if no percentile is known.

    Between two that are published it is read off a straight line, and so only *about*; beyond the outermost nothing is
    known but that.
    """
    if not percentiles:
        return ""
    place = placing.place_among(amount, percentiles.items())
    if place.near is None:
        return placing.in_words(place)
    return f"about the {placing.ordinal(place.near)} percentile"


def in_place(name: str, *, area: bool = False) -> str:
    """A place after "in": ``Texas``, ``the United States``, ``the Dallas-Fort Worth area``."""
    if "nonmetropolitan area" in name:
        return f"the {name}"
    if area:
        return f"the {name}" if name.endswith(("metro", "area", "Bay Area")) else f"the {name} area"
    return f"the {name}" if name.startswith(("United ", "District of ", "Virgin ", "City of ")) else name


def who(name: str, *, one: bool = False) -> str:
    """A role inside a sentence: ``project management specialists``; with ``one`` an ``IT project manager``."""
    inside = name if name[1:2].isupper() else f"{name[:1].lower()}{name[1:]}"
    if not one:
        return inside
    return f"{'an' if inside[:1].lower() in 'aeio' else 'a'} {inside}"
