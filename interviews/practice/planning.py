"""Practice aimed at a date: a learner's cards and never-seen questions as the plan of an interview."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from accounts.models import User
from curation.nested import nested
from interviews.bank.models import Category, Question
from interviews.dates.models import Interview
from interviews.practice import schedule
from interviews.practice.models import TARGET, AskedQuestion, ReviewCard, ReviewLog
from interviews.practice.plan import Candidate, Plan, make_plan, takes, why
from interviews.practice.practicing import Queue, card_state, day_of, live_cards, with_due_today

# Never-seen questions of one category that a plan looks at.
MOST_NEW = 60
# What fits on one page to read the evening before, with the words of an answer.
MOST_ON_BRIEF = 8
MOST_STORIES = 5
MOST_WORDS = 30
ANSWERED = "answered, never practiced"

Row = Question | AskedQuestion
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class DrawnOn:
    """A category that a round draws on."""

    pk: int
    name: str


@dataclass(frozen=True)
class Pick:
    """A planned question, of the bank or the learner's own, and why it is planned."""

    question: Row
    why: str


@dataclass(frozen=True)
class PlannedDay:
    day: date
    minutes: int
    picks: list[Pick]


@dataclass(frozen=True)
class Planned:
    """The plan of an interview as pages show it. ``uncovered`` has the categories nothing could be planned for."""

    interview: Interview
    categories: list[DrawnOn]
    days: list[PlannedDay]
    uncovered: list[DrawnOn]
    minutes_spent: int
    queue: Queue

    @property
    def number(self) -> int:
        return sum(len(day.picks) for day in self.days)


def coming(user: User, *, today: date) -> Any:
    """The learner's interviews from today on, the nearest first."""
    return Interview.objects.for_user(user).filter(on__gte=today).select_related("round_type").order_by("on", "pk")


def plan_for(user: User, *, now: datetime, interview: Interview | None = None) -> Planned | None:
    """The plan until ``interview``, or until the nearest one that is coming. ``None`` if there is none to plan for."""
    rows = _with_round(coming(user, today=timezone.localdate(now)), now=now)
    found = (rows.filter(pk=interview.pk) if interview else rows).first()
    if found is None:
        return None
    categories: list[DrawnOn] = found.drawn_on
    cards = cards_of(user, _category_keys(found))
    made = _make(user, found, cards, now=now)
    questions = _rows(user, [pick.key for day in made.days for pick in day.picks])
    done, today = len(found.practiced), [pick.key for pick in made.days[0].picks]
    first = today[0] if today else None
    return Planned(
        interview=found,
        categories=categories,
        days=[
            PlannedDay(day.day, _minutes(day.seconds), [Pick(questions[pick.key], why(pick)) for pick in day.picks])
            for day in made.days
        ],
        uncovered=[category for category in categories if category.pk in made.uncovered],
        minutes_spent=_minutes(_spent(found)),
        queue=Queue(
            cap=done + len(today),
            done=done,
            due=len(today),
            next=questions[first] if first else None,
            card=next((card for card in cards if key_of(card) == first), None),
            plan=[],
        ),
    )


@dataclass(frozen=True)
class Left:
    """How many questions the practice page has for the rest of today, and the interview they are planned for."""

    number: int
    interview: Interview | None = None


def left_today(user: User, *, now: datetime) -> Left:
    """What is due, in one query; if an interview is coming up, what is left of today's plan instead."""
    today = timezone.localdate(now)
    rows = with_due_today(User.objects.filter(pk=user.pk), now=now)
    aimed, due = rows.values_list(Exists(coming(user, today=today)), "due_today").get()
    if not aimed or (interview := _with_round(coming(user, today=today), now=now).first()) is None:
        return Left(due)
    made = _make(user, interview, cards_of(user, _category_keys(interview)), now=now)
    return Left(len(made.days[0].picks), interview)


def _with_round(interviews: Any, *, now: datetime) -> Any:
    """Each interview with the categories its round draws on, and with what the learner has practiced on that day.

    The latter are the seconds of each question, ``None`` for one of the learner's own.
    """
    begins, ends = day_of(now)
    categories = Category.objects.published().filter(rounds=OuterRef("round_type")).order_by("position", "slug")
    reviews = ReviewLog.objects.filter(card=OuterRef("pk"), at__gte=begins, at__lt=ends)
    practiced = ReviewCard.objects.filter(Exists(reviews), user=OuterRef("user"))
    return interviews.annotate(
        drawn_on=nested(categories, DrawnOn),
        practiced=ArraySubquery(practiced.values("question__seconds")),
    )


def _category_keys(interview: Any) -> list[int]:
    return [category.pk for category in interview.drawn_on]


def _spent(interview: Any) -> int:
    """What the questions take that the learner has practiced today, in seconds."""
    return sum(takes(seconds or TARGET) for seconds in interview.practiced)


def _make(user: User, interview: Any, cards: Sequence[ReviewCard], *, now: datetime) -> Plan:
    """The plan of an interview that comes from ``_with_round``."""
    categories = _category_keys(interview)
    return make_plan(
        [*known(cards, on=interview.on, now=now), *_own_never_seen(user, categories), *_never_seen(user, categories)],
        today=timezone.localdate(now),
        on=interview.on,
        categories=categories,
        minutes=interview.minutes_per_day,
        new_percent=interview.round_type.new_percent,
        spent=_spent(interview),
    )


def in_round(categories: Sequence[int]) -> Q:
    """What hangs on a question of these categories, of the bank or of the learner's own."""
    return Q(question__category__in=categories) | Q(asked__category__in=categories)


def cards_of(user: User, categories: Sequence[int]) -> list[ReviewCard]:
    cards = live_cards(user).filter(in_round(categories), last_on__isnull=False)
    return list(cards.order_by("pk"))


def key_of(row: Any) -> Key:
    """What names the question that a card or an answer hangs on."""
    return ("question", row.question_id) if row.question_id else ("asked", row.asked_id)


def question_of(row: Any) -> Row:
    found: Row = row.question or row.asked
    return found


def known(cards: Iterable[ReviewCard], *, on: date, now: datetime) -> list[Candidate]:
    """The cards with their chances on the day."""
    today = timezone.localdate(now)
    return [
        Candidate(
            key=key_of(card),
            category=question_of(card).category_id or 0,
            seconds=takes(card.question.seconds if card.question else TARGET),
            chance=schedule.chance(card_state(card), on),
            # A day that is still to come here was today where the learner was.
            practiced_today=card.last_on is not None and card.last_on >= today,
            fumbled=card_state(card).fumbled,
        )
        for card in cards
    ]


def _never_seen(user: User, categories: Sequence[int]) -> list[Candidate]:
    """Questions without a card: the first of every category, then the second of every category, and so on."""
    cards = ReviewCard.objects.filter(user=user, question=OuterRef("pk"))
    rank = Window(RowNumber(), partition_by=F("category"), order_by=("position", "slug"))
    rows = Question.objects.published().filter(~Exists(cards), category__in=categories).annotate(rank=rank)
    found = rows.filter(rank__lte=MOST_NEW).order_by("rank", "category__position", "slug")
    return [
        Candidate(("question", key), category, takes(seconds), None)
        for key, category, seconds in found.values_list("pk", "category_id", "seconds")
    ]


def _own_never_seen(user: User, categories: Sequence[int]) -> list[Candidate]:
    """What the learner was really asked and has not practiced yet."""
    cards = ReviewCard.objects.filter(user=user, asked=OuterRef("pk"))
    rows = AskedQuestion.objects.for_user(user).filter(~Exists(cards), category__in=categories).order_by("pk")
    found = rows.values_list("pk", "category_id")[:MOST_NEW]
    return [Candidate(("asked", key), category, takes(TARGET), None) for key, category in found]


def _rows(user: User, keys: Iterable[Any]) -> dict[Any, Row]:
    """The questions by their keys."""
    named: dict[str, list[int]] = {"question": [], "asked": []}
    for kind, key in keys:
        named[kind].append(key)
    bank = Question.objects.with_card().in_bulk(named["question"])
    own = AskedQuestion.objects.for_user(user).select_related("category").in_bulk(named["asked"])
    return {("question", key): row for key, row in bank.items()} | {("asked", key): row for key, row in own.items()}


def _minutes(seconds: int) -> int:
    """Whole minutes, rounded up."""
    return -(-seconds // 60)
