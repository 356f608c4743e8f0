"""A number beside the newest figures of its place and those around it: the ruler with what each row says of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, When

from salaries import board, pay
from salaries.models import Distribution, Occupation, Period, Place, SalaryClaim
from salaries.placing import Number
from salaries.rows import Row

MOST = 40
MOST_ELSEWHERE = 12


@dataclass(frozen=True)
class Beside:
    """``groups`` are those whose axis the number stands on, ``placed`` the rows that say where it sits.

    ``not_compared`` has the other rows by the reason, ``conversions`` the number in each other period it was compared
    in, with the rule.
    """

    groups: list[board.Group]
    placed: list[Row]
    not_compared: dict[str, list[Row]]
    conversions: list[str]


def newest_around(place: Place, occupation: Occupation | None) -> list[Distribution]:
    """The newest figures of a place and of those it lies in, the nearest first; of the core roles without another one.

    ``place`` comes with the two around it (``parent__parent``).
    """
    rows: Any = Distribution.objects.published().filter(newest=True, place__in=place.around, industry__code="")
    about = {"occupation": occupation} if occupation else {"occupation__core": True}
    # The nearest first, so that they stay when there are more than fit.
    nearest = Case(*(When(place=near, then=number) for number, near in enumerate(place.around)))
    return list(rows.filter(**about).with_labels().in_order(nearest)[:MOST])


def set_beside(
    number: Number, rows: list[Distribution], claims: list[SalaryClaim], *, level: str, today: date
) -> Beside:
    """The number among the figures of some rows; it is never converted into another currency."""
    groups = board.build(rows, claims, today=today, number=number, level=level)
    placed = [row for group in groups for row in group.rows if row.result and not row.result.obstacle]
    return Beside(
        groups=[group for group in groups if group.mine is not None],
        placed=placed,
        not_compared=_obstacles(groups),
        conversions=_conversions(number, placed),
    )


def places_with(number: Number) -> list[Place]:
    """Places with figures in the number's currency and kind, for when its own place has none."""
    figures = Distribution.objects.published().filter(newest=True, currency=number.currency, kind=number.kind)
    places = Place.objects.published().filter(pk__in=figures.values("place"))
    return list(places.select_related("parent")[:MOST_ELSEWHERE])


def _obstacles(groups: list[board.Group]) -> dict[str, list[Row]]:
    """The rows that cannot be compared, by the reason."""
    found: dict[str, list[Row]] = {}
    for group in groups:
        for row in group.rows:
            if row.result and row.result.obstacle:
                found.setdefault(row.result.obstacle, []).append(row)
    return found


def _conversions(mine: Number, placed: list[Row]) -> list[str]:
    """The number in every other period it was compared in, with the rule: ``$45 an hour is ...``."""
    periods = sorted({period for row in placed if row.result for period in row.result.converted})
    said = []
    for period in periods:
        rules = " and ".join(pay.RULES[name] for name in (mine.period, period) if name in pay.RULES)
        amount = pay.in_period(mine.amount, mine.period, period)
        said.append(f"{pay.money(amount, mine.currency)} {Period(period).label}, at {rules}")
    return said
