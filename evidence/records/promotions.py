"""Which positions stand together: what somebody was at one employer, one after the other. Pure."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Protocol, TypeVar

from curation.folding import fold
from evidence.catalog.partial_dates import first_day, last_day

# A break of up to so long between two titles is no leaving.
BREAK = timedelta(days=93)


class Held(Protocol):
    employer: str
    starts: str
    ends: str


P = TypeVar("P", bound=Held)


def together(positions: Iterable[P]) -> list[list[P]]:
    """The positions by employer, in the order of the first of each group, which keeps their order.

    Whoever left and came back much later has two groups there. One without dates stands with the others.
    """
    groups: list[list[P]] = []
    for one in positions:
        group = next((group for group in groups if any(_goes_on(one, other) for other in group)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups


def _goes_on(one: Held, other: Held) -> bool:
    if not fold(one.employer) or fold(one.employer) != fold(other.employer):
        return False
    first, second = sorted((one, other), key=lambda each: each.starts)
    if not first.starts or not first.ends or not second.starts:
        return True
    return first_day(second.starts) - last_day(first.ends) <= BREAK
