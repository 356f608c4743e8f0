"""Entry and senior pay where a source knows no levels: by a rule that is said, or by the state's own convention."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString

from salaries.models import Distribution, Level, SalaryClaim
from salaries.naming import figure, label, source_name
from salaries.verdicts import Scale, Verdict

# The rule: between which percentiles a level is taken to be.
BOUNDS = (("Entry", 10, 25), ("Middle half", 25, 75), ("Senior", 75, 90))
RULE = "The source doesn't split by level. Our rule: entry is the 10th to 25th percentile, senior the 75th to 90th."


@dataclass(frozen=True)
class Span:
    """A level from one published percentile to another."""

    name: str
    low: SafeString
    high: SafeString
    percentiles: str


def spans(verdict: Verdict) -> list[Span]:
    """The levels of a verdict's place by ``RULE``; none if a percentile is missing."""
    here: Scale = verdict.here
    if not all(low in here.claims and high in here.claims for _, low, high in BOUNDS):
        return []
    return [Span(name, here.figure(low), here.figure(high), f"{low}th to {high}th") for name, low, high in BOUNDS]


@dataclass(frozen=True)
class Convention:
    """What a state itself calls entry and experienced: its figures with the rule, who says so and for when."""

    row: Distribution
    figures: list[tuple[str, SafeString]]

    @property
    def who(self) -> str:
        """The source as sentences name it."""
        return source_name(self.row.source)


def conventions(rows: Iterable[Distribution], claims: Iterable[SalaryClaim]) -> list[Convention]:
    """The newest figures by level that sources of these rows publish under a rule of their own."""
    own: dict[int, list[SalaryClaim]] = {}
    for claim in claims:
        if claim.level in (Level.ENTRY, Level.EXPERIENCED):
            own.setdefault(claim.distribution_id, []).append(claim)
    return [
        Convention(
            row, [(label(claim).replace(":", ",").lower(), figure(claim, row.currency)) for claim in own[row.pk]]
        )
        for row in rows
        if row.newest and row.pk in own
    ]
