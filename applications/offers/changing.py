"""What changed from one state of an offer to the next. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from applications.offers.terms import NOT_SAID, Terms
from salaries import pay


@dataclass(frozen=True)
class Change:
    """One thing that the later state says otherwise.

    ``by`` is how much more or less that is, in words; empty where the two cannot be subtracted, because a currency or a
    period changed or one of them was not said.
    """

    what: str
    before: str
    after: str
    by: str = ""


def changes(before: Terms, after: Terms) -> tuple[Change, ...]:
    """All that ``after`` says otherwise than ``before``, in the order in which an offer is read."""
    return tuple(change for change in _compared(before, after) if change.before != change.after)


def revisions(states: Sequence[Terms]) -> list[tuple[Change, ...]]:
    """For each state what it changed in the one before it; nothing for the first."""
    return [changes(states[place - 1], state) if place else () for place, state in enumerate(states)]


def _compared(before: Terms, after: Terms) -> Iterator[Change]:
    same_money = before.currency == after.currency
    by = _more(before.base, after.base, after.currency) if same_money and before.period == after.period else ""
    yield Change("Base pay", before.base_in_words, after.base_in_words, by)
    by = _more(before.bonus, after.bonus, after.currency) if same_money else ""
    yield Change("Bonus", before.bonus_in_words, after.bonus_in_words, by)
    for year in range(1, max(len(before.equity), len(after.equity)) + 1):
        was, became = (terms.equity[year - 1] if year <= len(terms.equity) else None for terms in (before, after))
        by = _more(was, became, after.currency) if same_money else ""
        yield Change(f"Equity in year {year}", before.equity_in_words(year), after.equity_in_words(year), by)
    by = ""
    if before.days_off is not None and after.days_off is not None:
        days = after.days_off - before.days_off
        by = f"{abs(days)} {'more' if days > 0 else 'fewer'}"
    yield Change("Paid days off", before.days_in_words, after.days_in_words, by)
    yield Change("Benefits", before.benefits or NOT_SAID, after.benefits or NOT_SAID)
    yield Change("Answer by", before.answer_in_words, after.answer_in_words)


def _more(before: Decimal | None, after: Decimal | None, currency: str) -> str:
    if before is None or after is None:
        return ""
    return f"{pay.money(abs(after - before), currency)} {'more' if after > before else 'less'}"
