"""What a figure is called: in a table's head, beside a number, at a tick of an axis."""

from decimal import Decimal

from salaries import pay, placing
from salaries.models import Level, SalaryClaim, Statistic

PERCENTILES = {Statistic.P10: 10, Statistic.P25: 25, Statistic.P50: 50, Statistic.P75: 75, Statistic.P90: 90}
COLUMNS = {
    **{statistic: placing.ordinal(number) for statistic, number in PERCENTILES.items()},
    Statistic.P50: "Median",
    Statistic.MEAN: "Mean",
}

# Read from here, for a model looks its label up in every choice.
STATISTICS = {str(value): str(text) for value, text in Statistic.choices}
LEVELS = {str(value): str(text) for value, text in Level.choices}


def label(claim: SalaryClaim) -> str:
    """What the figure is: ``Median``, ``Entry: mean of the lowest third``."""
    statistic = STATISTICS[claim.statistic]
    if claim.level == Level.ALL:
        return statistic
    return f"{LEVELS[claim.level]}: {statistic[:1].lower()}{statistic[1:]}"


def in_a_sentence(claim: SalaryClaim, *, alone: bool) -> str:
    """What the figure is called beside a number. ``alone``: it is its level's only figure in the row."""
    name = "average" if claim.statistic == Statistic.MEAN else str(claim.get_statistic_display()).lower()
    if claim.level == Level.ALL:
        return name
    return f"{claim.level} figure" if alone else f"{claim.level} figure ({name})"


def in_column(claim: SalaryClaim) -> bool:
    return claim.level == Level.ALL and claim.statistic in COLUMNS


def short_money(amount: Decimal, currency: str) -> str:
    """A tick's text: thousands as ``k`` and millions as ``M``, so that five fit on a phone."""
    sign = pay.SIGNS.get(currency, "")
    if amount >= 1_000_000:
        return f"{sign}{(amount / 1_000_000).normalize():,f}M"
    if amount >= 1000:
        thousands = (amount / 1000).normalize()
        return f"{sign}{thousands:,f}k"
    return f"{sign}{amount.normalize():f}"
