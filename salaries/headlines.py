"""The three large figures of the site: entry, average and senior, each one claim of one source."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from salaries import pay
from salaries.models import Level, SalaryClaim, Statistic

# In this order, under these names.
NAMES = {Level.ENTRY: "Entry level", Level.ALL: "Average", Level.SENIOR: "Senior level"}


@dataclass(frozen=True)
class Headline:
    """One large figure with all that must stand beside it."""

    name: str
    claim: SalaryClaim
    age: pay.Age

    @property
    def amount(self) -> str:
        return pay.money(self.claim.amount, self.claim.distribution.currency)

    @property
    def rule(self) -> str:
        """What made it this level."""
        return self.claim.level_rule or f"{self.claim.get_level_display()}: the {self._statistic}"

    @property
    def _statistic(self) -> str:
        return str(self.claim.get_statistic_display()).lower()


def headlines(claims: Iterable[SalaryClaim], *, today: date) -> list[Headline]:
    """The large figures among ``claims``, whose distributions and sources are loaded."""
    found = {claim.level: claim for claim in claims if claim.headline}
    return [
        Headline(
            name=_name(name, found[level]),
            claim=found[level],
            age=pay.age(found[level].distribution.as_of, found[level].review_by, today),
        )
        for level, name in NAMES.items()
        if level in found
    ]


def _name(name: str, claim: SalaryClaim) -> str:
    """Only a mean is called average, and what is the end of a range says so."""
    if claim.level == Level.ALL and claim.statistic != Statistic.MEAN:
        return str(claim.get_statistic_display())
    return f"{name}, up to" if claim.statistic == Statistic.UPPER else name
