"""When a question comes back: the ``fsrs`` library on plain values, with nothing left to chance, so a replay is exact.

A day is the smallest step. Nobody answers the same interview question again ten minutes later.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from fsrs import Card, Rating, Scheduler, State

SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
RATINGS = {"fumbled": Rating.Again, "fine": Rating.Good, "nailed": Rating.Easy}
# What each grade is worth when categories are compared.
WORTH = {"fumbled": 0, "fine": 1, "nailed": 2}
# A question that was fumbled so often, after it had been practiced before, needs a story and not more repetition.
LEECH = 4


@dataclass(frozen=True, slots=True)
class CardState:
    """The library's card, and how often the question was fumbled after its first time."""

    due: datetime
    state: int = State.Learning.value
    step: int | None = 0
    stability: float | None = None
    difficulty: float | None = None
    last_review: datetime | None = None
    lapses: int = 0


def review(card: CardState, grade: str, at: datetime) -> CardState:
    """The card after one more review. ``grade`` is a key of ``RATINGS``."""
    seen, _ = SCHEDULER.review_card(_card(card), RATINGS[grade], at.astimezone(UTC))
    lapsed = grade == "fumbled" and card.last_review is not None
    return CardState(
        due=seen.due,
        state=seen.state.value,
        step=seen.step,
        stability=seen.stability,
        difficulty=seen.difficulty,
        last_review=seen.last_review,
        lapses=card.lapses + lapsed,
    )


def replay(reviews: Iterable[tuple[str, datetime]], *, began: datetime) -> CardState:
    """The card that a log of grades and times leads to."""
    card = CardState(due=began)
    for grade, at in reviews:
        card = review(card, grade, at)
    return card


def chance(card: CardState, at: datetime) -> float:
    """How likely the question goes well at a time, from 0 to 1. 0 for one that was never practiced."""
    return float(SCHEDULER.get_card_retrievability(_card(card), at.astimezone(UTC)))


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


def _card(card: CardState) -> Card:
    # The key is given, because the library would read the clock and wait for one of its own.
    return Card(
        card_id=0,
        state=State(card.state),
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due=card.due,
        last_review=card.last_review,
    )
