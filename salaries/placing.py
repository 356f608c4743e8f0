"""Where a number sits among published figures: never beyond what was published, and never a blend of sources. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from salaries.pay import in_period

BELOW, AT, ABOVE = "below", "at", "above"


@dataclass(frozen=True)
class Number:
    """Somebody's own pay: an amount of ``currency`` per ``period``, of one ``kind`` (base or total).

    The amount is left out of the representation, so that it gets into no report of an error.
    """

    amount: Decimal = field(repr=False)
    currency: str
    period: str
    kind: str


@dataclass(frozen=True)
class Figure:
    """One published figure. ``percentile`` is set for a percentile of all levels together, else ``None``."""

    label: str
    amount: Decimal
    period: str
    percentile: int | None = None


@dataclass(frozen=True)
class Placement:
    """The published percentiles around an amount.

    ``lower`` is the highest percentile that does not exceed the amount and ``upper`` the lowest that is not under it;
    ``None`` where none was published on that side. With ``exact`` the amount is equal to both. ``estimate`` is set
    strictly between two: the percentile on a straight line between them.
    """

    lower: int | None
    upper: int | None
    exact: bool = False
    estimate: Decimal | None = None

    @property
    def rank(self) -> Decimal:
        """A number from 0 (below all) to 100 (above all) that never falls when the amount rises."""
        if self.lower is None:
            return Decimal(0)
        if self.upper is None:
            return Decimal(100)
        return self.estimate if self.estimate is not None else Decimal(self.lower + self.upper) / 2

    @property
    def near(self) -> int | None:
        """The estimate in whole percentiles, if one lies between the two that were published.

        Never rounded onto one of these: the amount is not there.
        """
        if self.estimate is None or self.lower is None or self.upper is None or self.upper - self.lower < 2:
            return None
        return min(max(int(self.estimate.quantize(Decimal(1), rounding=ROUND_HALF_UP)), self.lower + 1), self.upper - 1)


@dataclass(frozen=True)
class Result:
    """What one distribution says about a number.

    ``obstacle`` is ``"currency"`` or ``"kind"`` if the two cannot be compared; everything else is empty then.
    ``beside`` holds the other figures, each with the number ``below``, ``at`` or ``above`` it. ``converted`` names the
    periods into which the number was turned, because the figures are stated in them.
    """

    obstacle: str = ""
    placement: Placement | None = None
    beside: tuple[tuple[str, str], ...] = ()
    converted: tuple[str, ...] = ()


def place(number: Number, *, currency: str, kind: str, figures: Iterable[Figure]) -> Result:
    """Set ``number`` beside the figures of one distribution. Raises ``ValueError`` unless the amount is positive."""
    if number.amount <= 0:
        raise ValueError("An amount is more than nothing.")
    if number.currency != currency:
        return Result(obstacle="currency")
    if number.kind != kind:
        return Result(obstacle="kind")
    figures = list(figures)
    # A source that states percentiles by the year and by the hour rounds each: only those of one period are a scale.
    periods = [figure.period for figure in figures if figure.percentile is not None]
    scale = number.period if number.period in periods else next(iter(periods), "")
    used = [figure for figure in figures if figure.percentile is None or figure.period == scale]
    # The number is turned into each figure's period, so that what was published stays as it was stated.
    mine = {figure.period: in_period(number.amount, number.period, figure.period) for figure in used}
    percentiles = [(figure.percentile, figure.amount) for figure in used if figure.percentile is not None]
    return Result(
        placement=place_among(mine[scale], percentiles) if percentiles else None,
        beside=tuple(
            (figure.label, _relation(mine[figure.period], figure.amount))
            for figure in used
            if figure.percentile is None
        ),
        converted=tuple(period for period in mine if period != number.period),
    )


def place_among(amount: Decimal, percentiles: Iterable[tuple[int, Decimal]]) -> Placement:
    """Place ``amount`` among at least one ``(percentile, amount)``, of which a higher percentile is never less."""
    ordered = sorted(percentiles)
    equal = [percentile for percentile, published in ordered if published == amount]
    if equal:
        return Placement(lower=equal[0], upper=equal[-1], exact=True)
    under = [point for point in ordered if point[1] < amount]
    over = [point for point in ordered if point[1] > amount]
    if not under:
        return Placement(lower=None, upper=over[0][0])
    if not over:
        return Placement(lower=under[-1][0], upper=None)
    (lower, small), (upper, large) = under[-1], over[0]
    share = (amount - small) / (large - small)
    return Placement(lower=lower, upper=upper, estimate=lower + share * (upper - lower))


def in_words(placement: Placement) -> str:
    """The placement as part of a sentence, such as ``between the 50th and 75th percentile``."""
    lower, upper = placement.lower, placement.upper
    if placement.exact and lower is not None and upper is not None:
        return (
            f"at the {percentile(lower)}"
            if lower == upper
            else f"at the {ordinal(lower)} to {ordinal(upper)} percentile"
        )
    if lower is None and upper is not None:
        return f"below the {percentile(upper)}"
    if upper is None and lower is not None:
        return f"above the {percentile(lower)}"
    if lower is None or upper is None or placement.estimate is None:
        raise ValueError("A placement has a percentile on at least one side.")
    between = f"between the {ordinal(lower)} and {ordinal(upper)} percentile"
    if placement.near is None:
        return between
    return f"{between}, about the {ordinal(placement.near)} on a straight line between the two"


def percentile(number: int) -> str:
    """``median`` for the 50th, else ``25th percentile``."""
    return "median" if number == 50 else f"{ordinal(number)} percentile"


def ordinal(number: int) -> str:
    """``1st``, ``22nd``, ``13th``."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _relation(amount: Decimal, published: Decimal) -> str:
    if amount == published:
        return AT
    return BELOW if amount < published else ABOVE
