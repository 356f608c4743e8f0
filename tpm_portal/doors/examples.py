"""What the home page shows of the product before anybody told it anything: examples, drawn as it draws. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from evidence.catalog.eligibility import LEADING, Person, Requirement, Rule, Work
from evidence.catalog.months import first_day, last_day, month_of
from evidence.ledger.assessing import Assessor
from evidence.ledger.strip import Strip, month_strip

# A project that ended, one beside its end, a gap, and one that goes on: 33 months by now, three to come.
SCORES = (4, 3, 5)
# From one box to the next, in units of the picture.
BOX = 51
FIRST, BESIDE, RUNNING = (44, 36), (38, 33), (20, None)


def example_strip(today: date) -> Strip:
    """The months of somebody who needs three more, on the last day of the month before ``today``."""
    return _strip(month_of(today) - 1)


@lru_cache(maxsize=4)
def _strip(month: int) -> Strip:
    works = tuple(
        Work(number, "", first_day(month - ago), None if until is None else last_day(month - until))
        for number, (ago, until) in enumerate((FIRST, BESIDE, RUNNING))
    )
    needs = Requirement("experience", experience=LEADING, months=36, within_years=8)
    assessor = Assessor(Person(works=works), last_day(month))
    return month_strip(assessor, assessor.assess(Rule("", (needs,))).items[0])


@dataclass(frozen=True)
class RatedRow:
    """A dimension of the rubric with five boxes, each as where it stands and whether it is filled."""

    name: str
    boxes: tuple[tuple[int, bool], ...]


def example_rating(dimensions: Sequence[str]) -> list[RatedRow]:
    """How a practiced answer may be rated, on the first of some dimensions."""
    return [
        RatedRow(name, tuple((place * BOX, place < score) for place in range(5)))
        for name, score in zip(dimensions, SCORES, strict=False)
    ]


@dataclass(frozen=True)
class PayBar:
    """Published percentiles and an amount, as places from 0 to 100 between the two ends."""

    low: str
    high: str
    line: tuple[str, str]
    box: tuple[str, str]
    median: str
    amount: str


def pay_bar(amounts: Mapping[int, Decimal], amount: Decimal) -> PayBar | None:
    """Percentiles from the 10th to the 90th as a ruler; ``None`` if one is missing, or all are the same."""
    if not {10, 25, 50, 75, 90} <= amounts.keys():
        return None
    step = Decimal(10_000)
    low, high = min(amounts[10], amount) // step * step, (max(amounts[90], amount) + step - 1) // step * step

    if high == low:
        return None

    def place(value: Decimal) -> Decimal:
        return (value - low) / (high - low) * 100

    def span(first: int, last: int) -> tuple[str, str]:
        return f"{place(amounts[first]):.1f}", f"{place(amounts[last]) - place(amounts[first]):.1f}"

    return PayBar(
        f"${low / 1000:.0f}k",
        f"${high / 1000:.0f}k",
        span(10, 90),
        span(25, 75),
        f"{place(amounts[50]):.1f}",
        f"{place(amount):.1f}",
    )
