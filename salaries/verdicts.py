"""One verdict on pay: what a role earns in a place, or where an amount stands there, and how that is nationally."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString

from salaries import pay, standing
from salaries.models import (
    Basis,
    Distribution,
    Kind,
    Level,
    Occupation,
    Period,
    Place,
    SalaryClaim,
    Statistic,
)
from salaries.naming import PERCENTILES, figure, where, who
from salaries.placing import Number
from salaries.reading import claims_of

# From here on a figure's relative standard error is said: in two of three samples it would be at most that far off.
ERROR_TO_SAY = Decimal(5)


@dataclass(frozen=True)
class Scale:
    """The yearly percentiles that one source published of a role in a place."""

    row: Distribution
    claims: dict[int, SalaryClaim]
    mean: SalaryClaim | None

    @property
    def amounts(self) -> dict[int, Decimal]:
        return {percentile: claim.amount for percentile, claim in self.claims.items()}

    def figure(self, percentile: int) -> SafeString:
        """The amount, tied to its claim."""
        return figure(self.claims[percentile], self.row.currency)

    @property
    def error(self) -> Decimal | None:
        """The relative standard error of the mean in percent, where it is large enough to be said."""
        found = self.mean.relative_error if self.mean else None
        return found if found is not None and found >= ERROR_TO_SAY else None

    @property
    def people(self) -> str:
        return f"{self.row.employment:,}" if self.row.employment else ""

    @property
    def people_error(self) -> Decimal | None:
        found = self.row.employment_error
        return found if found is not None and found >= ERROR_TO_SAY else None


@dataclass(frozen=True)
class Verdict:
    """What one source says of a role in a place, beside what the same source says of the country at the same time.

    With ``number`` it says where that stands. It never leaves the figures of one source.
    """

    here: Scale
    nation: Scale | None
    number: Number | None = None

    @cached_property
    def html(self) -> SafeString:
        """One or two sentences, each figure tied to its claim."""
        return self._of_number(self.number) if self.number else self._of_pay()

    @property
    def text(self) -> str:
        """The same without tags."""
        return str(strip_tags(self.html))

    @property
    def median(self) -> SafeString:
        return self.here.figure(standing.MEDIAN)

    @property
    def checked_on(self) -> date:
        return next(iter(self.here.claims.values())).checked_on

    @property
    def source(self) -> str:
        """Who says so: ``Bureau of Labor Statistics, May 2025``."""
        return f"{self.here.row.source.publisher.removeprefix('US ')}, {self.here.row.as_of_text}"

    @property
    def _where(self) -> str:
        return where(self.here.row.place)

    @property
    def _who(self) -> str:
        return who(self.here.row.occupation)

    def _of_pay(self) -> SafeString:
        first = format_html("In {}, the median for {} is {} a year.", self._where, self._who, self.here.figure(50))
        if self.nation is None:
            return first
        relation = standing.against(self.here.amounts[50], self.nation.amounts[50], "the national median")
        return format_html("{} That's {} of {}.", first, relation, self.nation.figure(50))

    def _of_number(self, number: Number) -> SafeString:
        yearly = pay.whole(pay.yearly(number.amount, number.period)) if number.period != Period.YEAR else number.amount
        place, money = among_scale(yearly, self.here), pay.money(yearly, number.currency)
        relation = standing.against(yearly, self.here.amounts[50], "the median")
        more = "" if "median" in place and relation.startswith("at ") else place
        first = format_html(
            "In {}, {} is {} for {}{}", self._where, money, relation, self._who, f", {more}" if more else ""
        )
        if self.nation is None:
            return format_html("{}.", first)
        return format_html("{}; nationally it's {}.", first, among_scale(yearly, self.nation))


def among_scale(amount: Decimal, scale: Scale) -> str:
    return standing.among(amount, scale.amounts)


def one_verdict(*, place: Place, occupation: Occupation, number: Number | None = None) -> Verdict | None:
    """The verdict on a role in a place, in two queries; ``place`` comes with the two around it (``parent__parent``).

    ``None`` if no source has the yearly median of its base pay there. A number of another currency or of total pay is
    left out.
    """
    return next(iter(verdicts(place=place, occupations=[occupation], number=number)), None)


def verdicts(*, place: Place, occupations: Sequence[Occupation], number: Number | None = None) -> list[Verdict]:
    """Those of several roles that there are, in the order of the roles, in the same two queries."""
    rows: Any = Distribution.objects.published().filter(
        newest=True, place__in=place.around, occupation__in=occupations, industry__slug="all-industries"
    )
    found: list[Distribution] = list(rows.with_labels())
    claims = claims_of(found)
    of_each = (
        verdict_of([row for row in found if row.occupation_id == role.pk], claims, place=place, number=number)
        for role in occupations
    )
    return [verdict for verdict in of_each if verdict]


def verdict_of(
    rows: Iterable[Distribution], claims: Iterable[SalaryClaim], *, place: Place, number: Number | None = None
) -> Verdict | None:
    """The same of rows and claims that are loaded: of one role and industry, in the place and around it."""
    scales = _scales(rows, claims)
    here = _best([scale for scale in scales if scale.row.place_id == place.pk])
    if here is None:
        return None
    country = place.around[-1]
    nation = _best([scale for scale in scales if scale.row.place_id == country.pk and _comparable(scale, here)])
    if number and (number.currency, number.kind) != (here.row.currency, here.row.kind):
        number = None
    return Verdict(here, nation if country.pk != place.pk else None, number)


def _scales(rows: Iterable[Distribution], claims: Iterable[SalaryClaim]) -> list[Scale]:
    own: dict[int, list[SalaryClaim]] = {}
    for claim in claims:
        if claim.level == Level.ALL and claim.period == Period.YEAR:
            own.setdefault(claim.distribution_id, []).append(claim)
    return [
        Scale(
            row,
            {PERCENTILES[Statistic(one.statistic)]: one for one in found if one.statistic in PERCENTILES},
            next((one for one in found if one.statistic == Statistic.MEAN), None),
        )
        for row in rows
        if row.newest and row.kind == Kind.BASE and (found := own.get(row.pk, []))
    ]


def _best(scales: Sequence[Scale]) -> Scale | None:
    """The newest with a median; of one time what employers report goes first, then what has the most percentiles."""
    known = [scale for scale in scales if standing.MEDIAN in scale.claims]
    return max(known, key=_worth, default=None)


def _worth(scale: Scale) -> tuple[str, bool, int, int]:
    method = getattr(scale.row.source, "pay_method", None)
    by_employers = method is not None and method.basis == Basis.EMPLOYERS
    return scale.row.as_of, by_employers, len(scale.claims), -scale.row.pk


def _comparable(scale: Scale, here: Scale) -> bool:
    """Whether both are of the same survey and time: only then is one more or less than the other."""
    return (scale.row.source.publisher, scale.row.as_of, scale.row.currency) == (
        here.row.source.publisher,
        here.row.as_of,
        here.row.currency,
    )
