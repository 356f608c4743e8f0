"""Distributions in groups that share a money axis: one currency, one period."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString

from salaries import pay, placing, ruler
from salaries.models import Distribution, Level, Period, SalaryClaim, Statistic
from salaries.naming import PERCENTILES, in_a_sentence, short_money
from salaries.rows import Mark, Row

# How a figure that is no percentile is drawn: a letter in a circle, explained in the legend. The mean is a diamond.
LETTERS = {
    Level.ENTRY: ("E", "entry level"),
    Level.MID: ("M", "mid level"),
    Level.SENIOR: ("S", "senior level"),
    Level.EXPERIENCED: ("X", "experienced"),
    Statistic.TYPICAL: ("T", "typical, as the source calls it"),
    Statistic.LOWER: ("L", "lower end of a range"),
    Statistic.UPPER: ("U", "upper end of a range"),
    Statistic.GOING_RATE: ("V", "going rate for a visa, a legal floor"),
}

# Half of what a mark takes up on the narrowest phone, in percent of the axis.
HALF_MEDIAN, HALF_MEAN, HALF_LETTER = Decimal("0.8"), Decimal("2.7"), Decimal("3.5")


@dataclass
class Group:
    """The rows that may share an axis: one currency, one period."""

    number: int
    currency: str
    period: str
    axis: ruler.Axis
    rows: list[Row]
    mine: str | None = None
    # Whether it is the one of its page that says what old means.
    explains_old: bool = False

    @property
    def name(self) -> str:
        return f"{self.currency} {Period(self.period).label}"

    @property
    def anchor(self) -> str:
        """Where the words at the number's upright begin or end, so that they stay inside the ruler."""
        place = float(self.mine or 50)
        return "start" if place < 15 else "end" if place > 85 else "middle"

    @property
    def ticks(self) -> list[tuple[str, str, str]]:
        """Position, text and text anchor of each tick."""
        last = len(self.axis.ticks) - 1
        return [
            (
                self.axis.at(tick),
                short_money(tick, self.currency),
                "start" if place == 0 else "end" if place == last else "middle",
            )
            for place, tick in enumerate(self.axis.ticks)
        ]

    @property
    def legend(self) -> list[tuple[str, str]]:
        """The letters that occur in the rows, with what they mean."""
        present = {mark.letter for row in self.rows for mark in row.marks}
        return [(letter, meaning) for letter, meaning in LETTERS.values() if letter in present]

    @property
    def drawn(self) -> set[str]:
        """The shapes that occur in the rows: ``range``, ``middle``, ``median``, ``mean``."""
        names = {name for row in self.rows for name in ("range", "middle", "median") if getattr(row.shapes, name)}
        return names | ({"mean"} if any(mark.letter == "" for row in self.rows for mark in row.marks) else set())


def build(
    distributions: Iterable[Distribution],
    claims: Iterable[SalaryClaim],
    *,
    today: date,
    yearly: bool = False,
    number: placing.Number | None = None,
    level: str = Level.ALL,
) -> list[Group]:
    """Group distributions by currency and period in their order, each group on an axis of its own.

    With ``yearly`` other periods become their yearly equivalents. With ``number`` every row says where it sits, beside
    the figures of ``level`` and of all levels; ``all`` takes in the figures of every level.
    """
    members: dict[int, list[SalaryClaim]] = {}
    for claim in claims:
        members.setdefault(claim.distribution_id, []).append(claim)
    distributions = list(distributions)
    shared = frozenset(
        name
        for name, column in (("role", "occupation_id"), ("place", "place_id"), ("industry", "industry_id"))
        if len({getattr(distribution, column) for distribution in distributions}) == 1
    )
    groups: dict[tuple[str, str], list[Row]] = {}
    rendered: dict[Any, SafeString] = {}
    for distribution in distributions:
        for row in _rows(distribution, members.get(distribution.pk, []), today=today, yearly=yearly):
            row.shared, row.rendered = shared, rendered
            if number:
                row.result = _place(row, number, level)
            groups.setdefault((distribution.currency, row.period), []).append(row)
    drawn = [
        _draw(place, currency, period, rows, number)
        for place, ((currency, period), rows) in enumerate(groups.items(), start=1)
    ]
    for group in drawn:
        if any(row.age.old for row in group.rows):
            group.explains_old = True
            break
    return drawn


def _rows(distribution: Distribution, claims: Sequence[SalaryClaim], *, today: date, yearly: bool) -> list[Row]:
    periods: dict[str, list[SalaryClaim]] = {}
    stated = {(claim.level, claim.statistic) for claim in claims if claim.period == Period.YEAR}
    for claim in sorted(claims, key=lambda claim: claim.position):
        claim.distribution = distribution
        period, figure = claim.period, (claim.level, claim.statistic)
        # What the source states by the year itself is not worked out a second time: the other stays as it was stated.
        if yearly and figure not in stated:
            period = Period.YEAR
            stated.add(figure)
        periods.setdefault(period, []).append(claim)
    return [
        Row(
            distribution=distribution,
            period=period,
            claims=members,
            equivalent=yearly and period == Period.YEAR,
            age=pay.age(distribution.as_of, min(claim.review_by for claim in members), today),
        )
        for period, members in periods.items()
    ]


def _place(row: Row, number: placing.Number, level: str) -> placing.Result:
    figures_of = Counter(claim.level for claim in row.claims)
    figures = [
        placing.Figure(
            label=in_a_sentence(claim, alone=figures_of[claim.level] == 1),
            amount=claim.amount,
            period=claim.period,
            percentile=PERCENTILES.get(Statistic(claim.statistic)) if claim.level == Level.ALL else None,
        )
        for claim in row.claims
        if level == Level.ALL or claim.level in (Level.ALL, level)
    ]
    return placing.place(number, currency=row.distribution.currency, kind=row.distribution.kind, figures=figures)


def _draw(place: int, currency: str, period: str, rows: list[Row], number: placing.Number | None) -> Group:
    amounts = [row.amount(claim) for row in rows for claim in row.claims]
    mine = None
    if number and number.currency == currency and any(row.result and not row.result.obstacle for row in rows):
        mine = pay.in_period(number.amount, number.period, period)
    axis = ruler.axis_for(amounts if mine is None else [*amounts, mine])
    for row in rows:
        row.shapes = ruler.shapes(
            axis,
            {
                PERCENTILES[Statistic(claim.statistic)]: row.amount(claim)
                for claim in row.claims
                if claim.level == Level.ALL and claim.statistic in PERCENTILES
            },
        )
        row.marks = _marks(row, axis)
        if mine is not None and row.result and not row.result.obstacle:
            row.mine = axis.at(mine)
    return Group(place, currency, period, axis, rows, axis.at(mine) if mine is not None else None)


def _marks(row: Row, axis: ruler.Axis) -> list[Mark]:
    """The mean and the letters of a row. Letters that would cover one another or a figure of the bar go under it."""
    drawn = [
        (axis.at(row.amount(claim)), _letter(claim))
        for claim in row.claims
        if claim.level != Level.ALL or claim.statistic not in PERCENTILES
    ]
    drawn.sort(key=lambda mark: Decimal(mark[0]))
    on_the_bar = [(Decimal(x), HALF_MEAN) for x, letter in drawn if not letter]
    if row.shapes and row.shapes.median:
        on_the_bar.append((Decimal(row.shapes.median), HALF_MEDIAN))
    letters = [(x, letter) for x, letter in drawn if letter]
    lanes = ruler.lanes(on_the_bar, [(Decimal(x), HALF_LETTER) for x, _ in letters])
    return [
        *(Mark(x, "") for x, letter in drawn if not letter),
        *(Mark(x, letter, lane) for (x, letter), lane in zip(letters, lanes, strict=True)),
    ]


def _letter(claim: SalaryClaim) -> str:
    if claim.level != Level.ALL:
        return LETTERS[Level(claim.level)][0]
    return "" if claim.statistic == Statistic.MEAN else LETTERS[Statistic(claim.statistic)][0]
