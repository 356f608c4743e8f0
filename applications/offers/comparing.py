"""Offers side by side: each thing that was said in a row of its own, and never a score of them together. Pure.

Pay is made yearly by the rules of ``salaries.pay`` alone, and each figure that was says by which. Money stays in its
currency unless the learner gave a rate.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from applications.offers.terms import NOT_SAID, Terms
from salaries import pay

MOST_COMPARED = 4
YEARS = 4


@dataclass(frozen=True, repr=False)
class Side:
    """One offer by the year, in ``currency``. ``rate`` is what the learner gave for one unit of the offer's own.

    ``by`` is the rule by which its base was made yearly, empty if it was stated for a year. ``four_years`` is base and
    bonus four times and the equity of four years, as if nothing changed; a bonus that was not said is none.
    """

    terms: Terms
    currency: str
    base: Decimal
    bonus: Decimal | None
    equity: tuple[Decimal, ...]
    by: str = ""
    rate: Decimal | None = None

    @property
    def equity_of_four(self) -> Decimal:
        return sum(self.equity[:YEARS], Decimal(0))

    @property
    def four_years(self) -> Decimal:
        return YEARS * (self.base + (self.bonus or Decimal(0))) + self.equity_of_four


@dataclass(frozen=True)
class Cell:
    """What one offer says in a row, and how it came about if it was worked out."""

    text: str
    note: str = ""


@dataclass(frozen=True)
class Line:
    """A row of the comparison: a cell for each offer, in their order."""

    name: str
    cells: tuple[Cell, ...]


def sides(offers: Sequence[Terms], *, into: str = "", rates: Mapping[str, Decimal] | None = None) -> list[Side]:
    """Each offer by the year; in the currency ``into`` those of which ``rates`` has the currency, else in their own.

    ``rates`` are units of ``into`` for one unit of each currency. Raises ``ValueError`` for one that is not positive.
    """
    rates = rates or {}
    if any(rate <= 0 for rate in rates.values()):
        raise ValueError("A rate is more than nothing.")
    return [
        _side(terms, into, rates.get(terms.currency) if into not in ("", terms.currency) else None) for terms in offers
    ]


def _side(terms: Terms, into: str, rate: Decimal | None) -> Side:
    times = rate or Decimal(1)
    return Side(
        terms=terms,
        currency=into if rate else terms.currency,
        base=pay.yearly(terms.base, terms.period) * times,
        bonus=None if terms.bonus is None else terms.bonus * times,
        equity=tuple(amount * times for amount in terms.equity),
        by=pay.RULES.get(terms.period, ""),
        rate=rate,
    )


def table(compared: Sequence[Side]) -> list[Line]:
    """The rows of the comparison. Equity has a row for each year that any of the offers names."""
    years = max((len(side.equity) for side in compared), default=0)
    lines = [
        Line("Base pay, as offered", tuple(Cell(side.terms.base_in_words) for side in compared)),
        Line("Base a year", tuple(Cell(_by_the_year(side, side.base), _worked_out(side)) for side in compared)),
        Line("Bonus a year", tuple(_said(side, side.bonus) for side in compared)),
        *(
            Line(f"Equity in year {year}", tuple(_said(side, _equity(side, year)) for side in compared))
            for year in range(1, years + 1)
        ),
    ]
    if years:
        lines.append(Line("Equity over four years", tuple(_equity_of_four(side) for side in compared)))
    return [
        *lines,
        Line(
            "Four years together",
            tuple(Cell(_by_the_year(side, side.four_years), _together(side)) for side in compared),
        ),
        Line("Paid days off", tuple(Cell(side.terms.days_in_words) for side in compared)),
        Line("Benefits", tuple(Cell(side.terms.benefits or NOT_SAID) for side in compared)),
        Line("They want an answer by", tuple(Cell(side.terms.answer_in_words) for side in compared)),
    ]


def _by_the_year(side: Side, amount: Decimal) -> str:
    """Rounded to whole units if it rests on a base that was worked out: cents would feign exactness."""
    return _money(side, pay.whole(amount) if side.by else amount)


def _money(side: Side, amount: Decimal) -> str:
    return pay.money(pay.whole(amount) if side.rate else amount, side.currency)


def _worked_out(side: Side) -> str:
    return f"at {side.by}" if side.by else ""


def _said(side: Side, amount: Decimal | None) -> Cell:
    return Cell(NOT_SAID if amount is None else _money(side, amount))


def _equity(side: Side, year: int) -> Decimal | None:
    return side.equity[year - 1] if year <= len(side.equity) else None


def _equity_of_four(side: Side) -> Cell:
    return Cell(_money(side, side.equity_of_four)) if side.equity else Cell(NOT_SAID)


def _together(side: Side) -> str:
    """What is in the sum of four years."""
    without = [name for name, there in (("bonus", side.bonus is not None), ("equity", side.equity)) if not there]
    return f"without {' and '.join(without)}, which they did not say" if without else ""
