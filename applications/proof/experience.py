"""Months of experience as postings ask for them. Pure.

What counts, and why. A posting says "5 years of experience" and means time at work, so that only professional work
counts: paid, or voluntary for an organization. Where it names skills, the time is that of the projects of which
evidence shows at least one of them, whoever led them; that each of them is shown is looked at apart. Where it names
none, led projects and positions count, because whoever reads a resume counts the years of its jobs; but where it asks
for time of managing projects, only those positions whose title says that they were it (``managing.py``).

No posting defines a month. Calendar months with any day of work are counted, each once however much ran in it: the
kinder reading, and the one that people mean when they say "since March". No month is ever too old.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from applications.proof.shapes import Held, Piece, Work
from evidence.catalog.months import HORIZON_YEARS, add_years, first_day, month_of


@dataclass(frozen=True)
class Spent:
    """Months spent up to today, and the works that they come from, the oldest first."""

    months: int
    pieces: tuple[Piece, ...]


class Experience:
    """The months of one learner; what several rows ask alike is counted once.

    The months of a work are kept as the bits of a number, so that those of several are put together in one step: a
    page of demand asks for hundreds of sets of skills.
    """

    def __init__(self, held: Held) -> None:
        self._today = held.today
        self._horizon = add_years(held.today, HORIZON_YEARS)
        works = sorted(held.works, key=lambda work: (work.starts_on, work.piece))
        self._works = [work for work in works if work.professional and _ordered(work)]
        self._origin = month_of(self._works[0].starts_on) if self._works else 0
        self._so_far = [self._bits(work, held.today) for work in self._works]
        self._spent: dict[tuple[frozenset[str], bool], Spent] = {}

    def spent(self, skills: Collection[str] = (), *, managing: bool = False) -> Spent:
        """The months of work that shows one of the skills; without skills, of led projects and positions.

        ``managing`` is for those positions alone that were managing projects or their like.
        """
        key = (frozenset(skills), managing)
        if key not in self._spent:
            together, pieces = 0, []
            for work, bits in zip(self._works, self._so_far, strict=True):
                if bits and _counts(work, *key):
                    together |= bits
                    pieces.append(work.piece)
            self._spent[key] = Spent(together.bit_count(), tuple(pieces))
        return self._spent[key]

    def reached_on(self, needed: int, skills: Collection[str] = (), *, managing: bool = False) -> date | None:
        """The first day with so many months if what runs goes on; ``None`` if not within ten years."""
        if (missing := needed - self.spent(skills, managing=managing).months) <= 0:
            return self._today
        works, key = zip(self._works, self._so_far, strict=True), frozenset(skills)
        counting = [(work, bits) for work, bits in works if _counts(work, key, managing)]
        ahead = so_far = 0
        for work, bits in counting:
            so_far |= bits
            ahead |= self._bits(work, self._horizon)
        coming = ahead & ~so_far
        if coming.bit_count() < missing:
            return None
        for _ in range(missing - 1):
            # Without its lowest bit, the month that comes first.
            coming &= coming - 1
        month = self._origin + (coming & -coming).bit_length() - 1
        return min(
            max(first_day(month), work.starts_on, self._today + timedelta(days=1))
            for work, _ in counting
            if month_of(work.starts_on) <= month and (work.ends_on is None or month_of(work.ends_on) >= month)
        )

    def _bits(self, work: Work, until: date) -> int:
        """The months of a work up to a day, each as a bit that counts from the first month of all."""
        if work.starts_on > until:
            return 0
        last = min(work.ends_on or until, until)
        first = month_of(work.starts_on) - self._origin
        return (1 << month_of(last) - self._origin + 1) - (1 << first)


def _ordered(work: Work) -> bool:
    return work.ends_on is None or work.ends_on >= work.starts_on


def _counts(work: Work, skills: frozenset[str], managing: bool) -> bool:
    if skills:
        return not skills.isdisjoint(work.skills)
    return work.led or (work.manages if managing else work.is_position)
