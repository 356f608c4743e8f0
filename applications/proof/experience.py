"""Months of experience as postings ask for them. Pure.

What counts, and why. A posting says "5 years of experience" and means time at work, so that only professional work
counts: paid, or voluntary for an organization. Where it names skills, the time is that of the projects of which
evidence shows at least one of them, whoever led them; that each of them is shown is looked at apart. Where it names
none, led projects and positions count, because whoever reads a resume counts the years of its jobs.

No posting defines a month. Calendar months with any day of work are counted, each once however much ran in it: the
kinder reading, and the one that people mean when they say "since March".
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from applications.proof.shapes import Held, Piece, Work
from evidence.catalog.months import HORIZON_YEARS, Calendar, Span, add_years, outlook, window


@dataclass(frozen=True)
class Spent:
    """Months spent up to today, and the works that they come from."""

    months: int
    pieces: tuple[Piece, ...]


class Experience:
    """The months of one learner; what several rows ask alike is counted once."""

    def __init__(self, held: Held) -> None:
        self.held = held
        self._calendars: dict[frozenset[str], tuple[Calendar, Spent]] = {}
        self._reached: dict[tuple[frozenset[str], int], date | None] = {}

    def spent(self, skills: Collection[str] = ()) -> Spent:
        """The months of work that shows one of the skills; without skills, of led projects and positions."""
        return self._counted(frozenset(skills))[1]

    def reached_on(self, needed: int, skills: Collection[str] = ()) -> date | None:
        """The first day with so many months if what runs goes on; ``None`` if not within ten years."""
        key = frozenset(skills), needed
        if key not in self._reached:
            calendar, _ = self._counted(key[0])
            ahead = outlook(calendar, needed=needed, within_years=None, as_of=self.held.today, strict=False)
            self._reached[key] = ahead.reached_on
        return self._reached[key]

    def _counted(self, skills: frozenset[str]) -> tuple[Calendar, Spent]:
        if skills not in self._calendars:
            today = self.held.today
            works = [work for work in self.held.works if _counts(work, skills)]
            until = add_years(today, HORIZON_YEARS + 1)
            calendar = Calendar(
                Span(work.starts_on, max(until, work.starts_on) if work.ends_on is None else work.ends_on)
                for work in works
                if work.ends_on is None or work.ends_on >= work.starts_on
            )
            begun = sorted((work.starts_on, work.piece) for work in works if work.starts_on <= today)
            spent = Spent(calendar.count(window(today, None)).generous, tuple(piece for _, piece in begun))
            self._calendars[skills] = calendar, spent
        return self._calendars[skills]


def _counts(work: Work, skills: frozenset[str]) -> bool:
    if not work.professional:
        return False
    return bool(work.skills & skills) if skills else work.led or work.is_position
