"""The pay that the home page shows as an example: an amount of ours among true figures."""

from dataclasses import dataclass
from decimal import Decimal

from salaries import pay, standing
from salaries.models import Kind, Occupation, Period, Place
from salaries.placing import Number
from salaries.verdicts import one_verdict
from tpm_portal.doors.examples import PayBar, pay_bar

AMOUNT = Number(Decimal(92_000), "USD", Period.YEAR, Kind.BASE)
WHERE = "us-tx"


@dataclass(frozen=True)
class PayExample:
    """``relation`` says how far from the median the amount is, ``source`` who published the figures and when."""

    amount: str
    place: str
    role: str
    relation: str
    source: str
    bar: PayBar


def pay_example(role: Occupation | None) -> PayExample | None:
    """In three queries; ``None`` without figures of the role there."""
    place = Place.objects.published().select_related("parent__parent").filter(slug=WHERE).first()
    verdict = one_verdict(place=place, occupation=role, number=AMOUNT) if place and role else None
    bar = pay_bar(verdict.here.amounts, AMOUNT.amount) if verdict else None
    if place is None or role is None or verdict is None or bar is None:
        return None
    return PayExample(
        amount=pay.money(AMOUNT.amount, AMOUNT.currency),
        place=place.name,
        role=role.name,
        relation=standing.against(AMOUNT.amount, verdict.here.amounts[50], "the median"),
        source=verdict.source,
        bar=bar,
    )
