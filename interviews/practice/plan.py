"""What to practice on which day until an interview: most likely to be fumbled first, within the minutes of each day.

Pure.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

# A planned question is said twice, once as it comes and once better, and a minute goes to rating it.
TIMES_SAID = 2
RATING_SECONDS = 60
# From this chance of going well on, a question is planned only where its category has no other.
READY = 0.9
# Below this chance it may well be fumbled. Both are editorial choices.
SHAKY = 0.8


@dataclass(frozen=True)
class Candidate:
    """A question that could be practiced. ``seconds`` is what that takes in all, see ``takes``.

    ``chance`` is how likely it goes well on the day of the interview, from 0 to 1, and ``None`` if it was never
    practiced. ``fumbled`` says that it was when it was last practiced: then nothing calls it likely to go well. One
    that was practiced today waits until tomorrow.
    """

    key: Hashable
    category: int
    seconds: int
    chance: float | None
    practiced_today: bool = False
    fumbled: bool = False

    @property
    def ready(self) -> bool:
        return self.chance is not None and self.chance >= READY and not self.fumbled

    @property
    def weakness(self) -> tuple[bool, float]:
        """For sorting, the weakest first."""
        return not self.fumbled, self.chance or 0


@dataclass(frozen=True)
class Day:
    day: date
    picks: tuple[Candidate, ...]

    @property
    def seconds(self) -> int:
        return sum(pick.seconds for pick in self.picks)


@dataclass(frozen=True)
class Plan:
    """The days until the interview, and the categories of its round that no question could be planned for."""

    days: tuple[Day, ...]
    uncovered: tuple[int, ...]


def takes(target: int) -> int:
    """Seconds that practicing a question takes whose spoken answer should take ``target`` seconds."""
    return TIMES_SAID * target + RATING_SECONDS


def practice_days(today: date, on: date) -> list[date]:
    """Today and every day before the interview. On the day itself there is today alone; after it there is none."""
    if on <= today:
        return [today] if on == today else []
    return [today + timedelta(days=number) for number in range((on - today).days)]


def make_plan(
    candidates: Iterable[Candidate],
    *,
    today: date,
    on: date,
    categories: Sequence[int],
    minutes: int,
    new_percent: int,
    spent: int = 0,
) -> Plan:
    """Plan the days until ``on``: first one question of each category, then the rest, every question once at most.

    No day holds more than ``minutes``, of which ``spent`` seconds are gone today. Where both are left, ``new_percent``
    of the questions are never-seen ones, in the order in which they are given; the others come weakest first.
    """
    wanted = set(categories)
    offered = [candidate for candidate in candidates if candidate.category in wanted]
    by_weakness = sorted((one for one in offered if one.chance is not None), key=lambda one: one.weakness)
    known = [one for one in by_weakness if not one.ready]
    new = [one for one in offered if one.chance is None]
    ready = [one for one in by_weakness if one.ready]
    room = _Room(today, practice_days(today, on), minutes * 60, spent)
    done = {one.category for one in offered if one.practiced_today}
    open_categories = [category for category in dict.fromkeys(categories) if category not in done]
    weakest = [*_mixed(known, new, new_percent), *ready]
    cover, uncovered = _cover(weakest, open_categories, room.copy())
    if uncovered:
        # Many short questions may go where few long ones do not.
        shortest = sorted(offered, key=lambda one: one.seconds)
        by_length = [one.category for one in shortest if one.category in open_categories]
        others, missing = _cover(shortest, list(dict.fromkeys(by_length)), room.copy())
        if len(others) > len(cover):
            cover, uncovered = others, [category for category in open_categories if category not in by_length]
            uncovered += missing
    taken = {one.key for one in cover}
    rest = _mixed(
        [one for one in known if one.key not in taken],
        [one for one in new if one.key not in taken],
        new_percent,
        old_before=sum(one.chance is not None for one in cover),
        new_before=sum(one.chance is None for one in cover),
    )
    for candidate in (*cover, *rest):
        room.place(candidate)
    return Plan(
        days=tuple(Day(day, tuple(picks)) for day, picks in room.picks.items()),
        uncovered=tuple(category for category in categories if category in set(uncovered)),
    )


def why(candidate: Candidate) -> str:
    """Why a question is in the plan, in words."""
    if candidate.chance is None:
        return "never practiced"
    if candidate.chance < SHAKY:
        return "likely to be shaky by then"
    if candidate.fumbled:
        return "fumbled when last practiced"
    return "likely to go well by then, for variety" if candidate.ready else "could be shaky by then"


class _Room:
    """What each day still holds. A question goes to the first day it fits into."""

    def __init__(self, today: date, days: Sequence[date], seconds: int, spent: int) -> None:
        self.today = today
        self.left = {day: max(seconds - spent, 0) if day == today else seconds for day in days}
        self.picks: dict[date, list[Candidate]] = {day: [] for day in days}

    def copy(self) -> "_Room":
        room = _Room(self.today, (), 0, 0)
        room.left, room.picks = dict(self.left), {day: list(picks) for day, picks in self.picks.items()}
        return room

    def place(self, candidate: Candidate) -> bool:
        for day, left in self.left.items():
            if candidate.seconds <= left and not (candidate.practiced_today and day == self.today):
                self.left[day] -= candidate.seconds
                self.picks[day].append(candidate)
                return True
        return False


def _cover(ranked: Sequence[Candidate], categories: Sequence[int], room: _Room) -> tuple[list[Candidate], list[int]]:
    """The first question of each category for which there is room, and the categories that have none."""
    found, missing = [], []
    for category in categories:
        pick = next((one for one in ranked if one.category == category and room.place(one)), None)
        if pick is None:
            missing.append(category)
        else:
            found.append(pick)
    return found, missing


def _mixed(
    known: Sequence[Candidate],
    new: Sequence[Candidate],
    new_percent: int,
    *,
    old_before: int = 0,
    new_before: int = 0,
) -> list[Candidate]:
    """Both in their order, so that of any beginning at most ``new_percent`` are new while there are known ones."""
    mixed: list[Candidate] = []
    old, fresh = iter(known), iter(new)
    next_old, next_new = next(old, None), next(fresh, None)
    news, total = new_before, old_before + new_before
    while next_old or next_new:
        if next_new and (next_old is None or (news + 1) * 100 <= new_percent * (total + 1)):
            mixed.append(next_new)
            next_new = next(fresh, None)
            news += 1
        else:
            assert next_old is not None
            mixed.append(next_old)
            next_old = next(old, None)
        total += 1
    return mixed
