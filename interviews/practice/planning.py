"""The plan until an interview: made from a learner's cards and never-seen questions, and as pages show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Exists, OuterRef, Q, When
from django.utils import timezone

from accounts.models import User
from curation.nested import nested
from curation.prepared import Fixed, prepared
from interviews.bank.models import Category
from interviews.dates.days import LASTS
from interviews.dates.models import BY_THE_CLOCK, Interview
from interviews.practice.candidates import Row, cards_of, key_of, known, never_seen, own_never_seen, questions_of
from interviews.practice.models import TARGET, ReviewCard, ReviewLog
from interviews.practice.plan import Plan, make_plan, takes, why
from interviews.practice.practicing import Queue, day_of, with_due_today

YESTERDAY = timedelta(days=1)
# More interviews than anybody has from yesterday until the one that is next.
MOST_RECENT = 20


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


def coming(user: User, *, now: datetime) -> Any:
    """The learner's interviews that are not over, the nearest first."""
    return _recent(user, now=now).filter(over=False)


def _recent(user: User, *, now: datetime) -> Any:
    """The learner's interviews from yesterday on, each with whether it is ``over``, as ``is_over`` says."""
    local = timezone.localtime(now)
    began = local - LASTS
    at_day = Q(at=None, on__lt=local.date())
    by_hour = Q(on__lt=local.date(), at__isnull=False) | Q(on=began.date(), at__lte=began.time())
    return (
        Interview.objects.for_user(user)
        .filter(on__gte=local.date() - YESTERDAY)
        .annotate(over=Case(When(at_day | by_hour, then=True), default=False))
        .select_related("round_type")
    )


def plan_for(user: User, *, now: datetime, interview: Interview | None = None) -> Planned | None:
    """The plan until ``interview``, or until the nearest one that is coming. ``None`` if there is none to plan for."""
    rows = _with_round(coming(user, now=now), now=now)
    found = (rows.filter(pk=interview.pk) if interview else rows).first()
    if found is None:
        return None
    categories: list[DrawnOn] = found.drawn_on
    cards = cards_of(user, _category_keys(found))
    made = _make(user, found, cards, now=now)
    questions = questions_of(user, [pick.key for day in made.days for pick in day.picks])
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
    """How many questions the practice page has for the rest of today, and the interview they are planned for.

    ``over`` is the last interview of today or yesterday that is over.
    """

    number: int
    interview: Interview | None = None
    # What they take, in whole minutes, where they are planned.
    minutes: int = 0
    over: Interview | None = None


def left_today(user: User, *, now: datetime) -> Left:
    """What is due, in one query; if an interview is coming up, what is left of today's plan instead."""
    any_recent, due = _due(user, Fixed(day_of(now)[0]))[0]
    if not any_recent:
        return Left(due)
    recent = list(_with_round(_recent(user, now=now), now=now).order_by("on", *BY_THE_CLOCK)[:MOST_RECENT])
    interview = next((one for one in recent if not one.over), None)
    over = next((one for one in reversed(recent) if one.over), None)
    if interview is None:
        return Left(due, over=over)
    made = _make(user, interview, cards_of(user, _category_keys(interview)), now=now)
    first = made.days[0]
    return Left(len(first.picks), interview, _minutes(first.seconds), over)


@prepared
def _due(user: User, begins: Fixed) -> Any:
    """What is due, with whether the learner has an interview, on the day that begins then."""
    assert isinstance(begins.day, datetime)
    rows = with_due_today(User.objects.filter(pk=user.pk), now=begins.day)
    return rows.annotate(any_recent=Exists(_recent(user, now=begins.day))).values_list("any_recent", "due_today")


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
        [*known(cards, on=interview.on, now=now), *own_never_seen(user, categories), *never_seen(user, categories)],
        today=timezone.localdate(now),
        on=interview.on,
        categories=categories,
        minutes=interview.minutes_per_day,
        new_percent=interview.round_type.new_percent,
        spent=_spent(interview),
    )


def _minutes(seconds: int) -> int:
    """Whole minutes, rounded up."""
    return -(-seconds // 60)
