"""What a figure is called and how it is written: in a table's head, beside a number, at a tick of an axis."""

from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString

from curation.models import Source
from salaries import pay, placing, standing
from salaries.models import Level, Occupation, OccupationKind, Place, SalaryClaim, Statistic

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


def figure(claim: SalaryClaim, currency: str) -> SafeString:
    """An amount as it was published, tied to its claim."""
    money = pay.money(claim.amount, currency)
    return format_html('<data value="{}" data-claim="{}">{}</data>', claim.amount, claim.pk, money)


def source_name(source: Source) -> str:
    """A source as sentences name it, at the start of one."""
    method = getattr(source, "pay_method", None)
    name = method.short_name if method else source.publisher
    return f"{name[:1].upper()}{name[1:]}"


def where(place: Place) -> str:
    """A place after "in"."""
    return standing.in_place(place.name, area=bool(place.official_name))


def who(role: Occupation) -> str:
    """A role inside a sentence: many in an official occupation or a survey, one of a job title."""
    return standing.who(role.name, one=role.kind == OccupationKind.LADDER)


def short_money(amount: Decimal, currency: str) -> str:
    """A tick's text: thousands as ``k`` and millions as ``M``, so that five fit on a phone."""
    sign = pay.SIGNS.get(currency, "")
    if amount >= 1_000_000:
        return f"{sign}{(amount / 1_000_000).normalize():,f}M"
    if amount >= 1000:
        thousands = (amount / 1000).normalize()
        return f"{sign}{thousands:,f}k"
    return f"{sign}{amount.normalize():f}"
