"""What one offer says, as plain values, and its pay in words. Pure."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from salaries import pay

PERIODS_IN_WORDS = {"year": "a year", "month": "a month", "day": "a day", "hour": "an hour"}
NOT_SAID = "not said"


@dataclass(frozen=True, repr=False)
class Terms:
    """``base`` is money of ``currency`` for a ``period``; ``bonus`` and each year's ``equity`` are money for a year.

    Nothing of it is in its representation, so that pay gets into no report of an error.
    """

    currency: str
    base: Decimal
    period: str = "year"
    bonus: Decimal | None = None
    equity: tuple[Decimal, ...] = ()
    benefits: str = ""
    days_off: int | None = None
    answer_by: date | None = None

    @property
    def base_in_words(self) -> str:
        """Such as ``$58.50 an hour``."""
        return for_a(self.base, self.currency, self.period)

    @property
    def bonus_in_words(self) -> str:
        return NOT_SAID if self.bonus is None else for_a(self.bonus, self.currency, "year")

    @property
    def days_in_words(self) -> str:
        return NOT_SAID if self.days_off is None else f"{self.days_off} day{'' if self.days_off == 1 else 's'} a year"

    @property
    def answer_in_words(self) -> str:
        return NOT_SAID if self.answer_by is None else f"{self.answer_by:%b %-d, %Y}"

    @property
    def equity_lines(self) -> list[tuple[str, str]]:
        """Each year with what is granted in it."""
        return [(f"Equity in year {year}", self.equity_in_words(year)) for year in range(1, len(self.equity) + 1)]

    def equity_in_words(self, year: int) -> str:
        """What is granted in a year after the start, the first of which is 1."""
        return pay.money(self.equity[year - 1], self.currency) if year <= len(self.equity) else NOT_SAID


def for_a(amount: Decimal, currency: str, period: str) -> str:
    """An amount with its currency and its period: ``$120,000 a year``, ``CAD 58.50 an hour``."""
    return f"{pay.money(amount, currency)} {PERIODS_IN_WORDS[period]}"
