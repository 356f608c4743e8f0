"""When a question comes back: the ``fsrs`` library on plain values, with nothing left to chance, so a replay is exact.

A day of the learner's calendar is the smallest step: of all that is said on one day the last word counts, once. The
library counts blocks of 24 hours, so it is fed each day at one hour of UTC, where every day has 24.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from fsrs import Card, Rating, Scheduler, State

# What was fumbled comes back the next day, however well it was known before.
TOMORROW = (timedelta(days=1),)
SCHEDULER = Scheduler(learning_steps=TOMORROW, relearning_steps=TOMORROW, enable_fuzzing=False)
HOUR = time(12, tzinfo=UTC)
RATINGS = {"fumbled": Rating.Again, "fine": Rating.Good, "nailed": Rating.Easy}
# What each grade is worth when categories are compared.
WORTH = {"fumbled": 0, "fine": 1, "nailed": 2}
# A question that was fumbled so often, after it had been practiced before, needs a story and not more repetition.
LEECH = 4


@dataclass(frozen=True, slots=True)
class CardState:
    """The library's card, and how often the question was fumbled after its first time."""

    due_on: date
    state: int = State.Learning.value
    step: int | None = 0
    stability: float | None = None
    difficulty: float | None = None
    last_on: date | None = None
    lapses: int = 0

    @property
    def fumbled(self) -> bool:
        """Whether that was the last word on it."""
        return self.last_on is not None and self.state != State.Review.value


def replay(reviews: Iterable[tuple[str, date]], *, began: date) -> CardState:
    """The card that a log leads to: grades (keys of ``RATINGS``) in their order, each with the day it belongs to."""
    words = last_words(reviews)
    card = _card(CardState(due_on=began))
    for grade, on in words:
        card, _ = SCHEDULER.review_card(card, RATINGS[grade], _fed(on))
    return CardState(
        due_on=card.due.date(),
        state=card.state.value,
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        last_on=words[-1][1] if words else None,
        lapses=sum(grade == "fumbled" for grade, _ in words[1:]),
    )


def last_words(reviews: Iterable[tuple[str, date]]) -> list[tuple[str, date]]:
    """The last review of each day, the days in order.

    Where a day is followed by an earlier one, because the learner has moved west over midnight, what was said later
    still is the last word.
    """
    words: list[tuple[str, date]] = []
    for grade, on in reviews:
        while words and words[-1][1] >= on:
            words.pop()
        words.append((grade, on))
    return words


def chance(card: CardState, on: date) -> float:
    """How likely the question goes well on a day, from 0 to 1. 0 for one that was never practiced."""
    return float(SCHEDULER.get_card_retrievability(_card(card), _fed(on)))


def weakness(card: CardState, on: date) -> tuple[bool, float]:
    """For sorting, the weakest first: what was fumbled last, then what is least likely to go well on a day."""
    return not card.fumbled, chance(card, on)


def spread(due: Sequence[date], *, today: date, cap: int, done: int, days: int) -> list[tuple[date, int]]:
    """How many questions come up on each of the next ``days`` days, today first: what is late waits its turn.

    ``done`` is what was practiced today already. No day holds more than ``cap``.
    """
    plan, waiting = [], 0
    for place in range(days):
        day = today + timedelta(days=place)
        waiting += sum(one <= day for one in due) if place == 0 else sum(one == day for one in due)
        taken = min(waiting, max(cap - done, 0) if place == 0 else cap)
        waiting -= taken
        plan.append((day, taken))
    return plan


def weakest_first(grades: Mapping[int, Sequence[str]], categories: Sequence[int]) -> list[int]:
    """The categories by how their questions last went, the weakest first; one never practiced comes before all."""

    def average(category: int) -> float:
        worth = [WORTH[grade] for grade in grades.get(category, ())]
        return sum(worth) / len(worth) if worth else -1

    return sorted(categories, key=average)


def _fed(on: date) -> datetime:
    return datetime.combine(on, HOUR)


def _card(card: CardState) -> Card:
    # The key is given, because the library would read the clock and wait for one of its own.
    return Card(
        card_id=0,
        state=State(card.state),
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due=_fed(card.due_on),
        last_review=_fed(card.last_on) if card.last_on else None,
    )
