"""The plan until an interview of somebody without an account: from the bank alone, as for one who begins."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from interviews.bank.models import Category, Question, RoundType
from interviews.practice.candidates import Key, never_seen
from interviews.practice.plan import Candidate, make_plan


@dataclass(frozen=True)
class AnybodysDay:
    """``minutes`` is how long its questions take."""

    day: date
    minutes: int
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class AnybodysPlan:
    """``uncovered`` are the categories of the round for which the minutes leave no room."""

    categories: tuple[Category, ...]
    days: tuple[AnybodysDay, ...]
    uncovered: tuple[Category, ...]

    @property
    def number(self) -> int:
        return sum(len(day.questions) for day in self.days)


def plan_for_anybody(round_type: RoundType, *, on: date, minutes: int, today: date) -> AnybodysPlan:
    """The plan from ``today`` until ``on``, with at most so many minutes a day, in three queries."""
    rows = Category.objects.published().filter(rounds=round_type).order_by("position", "slug")
    categories = {category.pk: category for category in rows}
    made = make_plan(
        never_seen(None, list(categories)),
        today=today,
        on=on,
        categories=list(categories),
        minutes=minutes,
        new_percent=100,
    )
    picked = [[_question_key(pick) for pick in day.picks] for day in made.days]
    questions = Question.objects.with_card().in_bulk([key for keys in picked for key in keys])
    days = [
        AnybodysDay(day.day, -(-day.seconds // 60), tuple(questions[key] for key in keys))
        for day, keys in zip(made.days, picked, strict=True)
    ]
    return AnybodysPlan(tuple(categories.values()), tuple(days), tuple(categories[key] for key in made.uncovered))


def _question_key(pick: Candidate) -> int:
    """The primary key of a question of the bank: there are no others for anybody."""
    _, key = cast("Key", pick.key)
    return key
