"""What a plan can choose from: a learner's cards, and questions they have never seen."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from accounts.models import User
from interviews.bank.models import Question
from interviews.practice import schedule
from interviews.practice.models import TARGET, AskedQuestion, ReviewCard
from interviews.practice.plan import Candidate, takes
from interviews.practice.practicing import card_state, live_cards

# Never-seen questions of one category that a plan looks at.
MOST_NEW = 60

Row = Question | AskedQuestion
Key = tuple[str, int]


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


def never_seen(user: User | None, categories: Sequence[int]) -> list[Candidate]:
    """Questions without a card: the first of every category, then the second of every category, and so on.

    A visitor, who has no cards, has seen none.
    """
    rank = Window(RowNumber(), partition_by=F("category"), order_by=("position", "slug"))
    rows = Question.objects.published().filter(category__in=categories)
    if user is not None:
        rows = rows.filter(~Exists(ReviewCard.objects.filter(user=user, question=OuterRef("pk"))))
    rows = rows.annotate(rank=rank)
    found = rows.filter(rank__lte=MOST_NEW).order_by("rank", "category__position", "slug")
    return [
        Candidate(("question", key), category, takes(seconds), None)
        for key, category, seconds in found.values_list("pk", "category_id", "seconds")
    ]


def own_never_seen(user: User, categories: Sequence[int]) -> list[Candidate]:
    """What the learner was really asked and has not practiced yet."""
    cards = ReviewCard.objects.filter(user=user, asked=OuterRef("pk"))
    rows = AskedQuestion.objects.for_user(user).filter(~Exists(cards), category__in=categories).order_by("pk")
    found = rows.values_list("pk", "category_id")[:MOST_NEW]
    return [Candidate(("asked", key), category, takes(TARGET), None) for key, category in found]


def questions_of(user: User, keys: Iterable[Any]) -> dict[Any, Row]:
    """The questions by their keys."""
    named: dict[str, list[int]] = {"question": [], "asked": []}
    for kind, key in keys:
        named[kind].append(key)
    bank = Question.objects.with_card().in_bulk(named["question"])
    own = AskedQuestion.objects.for_user(user).select_related("category").in_bulk(named["asked"])
    return {("question", key): row for key, row in bank.items()} | {("asked", key): row for key, row in own.items()}
