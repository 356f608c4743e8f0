"""Practice: rating an answer is one transaction that is safe to repeat, and the queue says what comes next."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import transaction
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce, Greatest, Least
from django.utils import timezone

from accounts.models import User
from interviews.bank.models import Category, Favorite, Question
from interviews.practice import answering, schedule
from interviews.practice.models import (
    AskedQuestion,
    DimensionScore,
    PracticeSettings,
    RatedAnswer,
    ReviewCard,
    ReviewLog,
)
from interviews.practice.schedule import CardState
from keeping.ceilings import refuse_more
from keeping.verbs import event_of

PLAN_DAYS = 14
DEFAULT_CAP = PracticeSettings._meta.get_field("daily_cap").default
STATE = [field.name for field in fields(CardState)]


@dataclass(frozen=True)
class Rated:
    """Whether a rating is new, the card after it, what became of the text that came along, and the row if it is new.

    ``corrected`` says that it takes the place of what the same form had said before.
    """

    new: bool
    card: ReviewCard
    kept: answering.Kept | None = None
    rating: RatedAnswer | None = None
    corrected: bool = False


def card_state(card: ReviewCard) -> CardState:
    return CardState(**{name: getattr(card, name) for name in STATE})


@transaction.atomic
def rate(
    *,
    user: User,
    row: Question | AskedQuestion,
    token: uuid.UUID,
    grade: str,
    scores: Mapping[int, int],
    values: answering.Values,
    seen: int,
    spoken_seconds: int | None,
    at: datetime,
) -> Rated:
    """Keep how an answer went: the version, the scores by the keys of their dimensions, the review, the next day.

    The same ``token`` again is the same form: with the same words it changes nothing, with others it counts in place of
    what it said before.
    """
    today = timezone.localdate(at)
    first = CardState(due_on=today)
    fresh = ReviewCard(user=user, **answering.on(row), **{name: getattr(first, name) for name in STATE})
    ReviewCard.objects.bulk_create([fresh], ignore_conflicts=True)
    card: ReviewCard = ReviewCard.objects.select_for_update().get(user=user, **answering.looked_up(row))
    before = card.reviews.filter(token=token, corrected=False).first()
    said = rating_of(before) if before else None
    text = answering.stripped(values)
    written = any(text.values()) and not (said and answering.values_of(said.version) == text)
    given = dict(said.scores.values_list("dimension", "score")) if said else {}
    if before and before.grade == grade and given == dict(scores) and not written:
        return Rated(False, card)
    kept = answering.keep_version(user=user, row=row, values=values, seen=seen, at=at) if written else None
    if kept and said and kept.meanwhile == said.version:
        # That was no other window: the same form had said so before.
        kept = replace(kept, meanwhile=None)
    version = kept.version if kept else None
    if before:
        # It counts for the day on which it was said first, unless something else was said since.
        today = today if card.reviews.filter(pk__gt=before.pk).exists() else before.on
        card.reviews.filter(pk=before.pk).update(corrected=True)
    if said:
        RatedAnswer.objects.filter(pk=said.pk).update(corrected=True)
        version, spoken_seconds = version or said.version, spoken_seconds or said.spoken_seconds
    ReviewLog.objects.create(user=user, card=card, token=token, grade=grade, at=at, on=today)
    was = {"grade": before.grade} if before else {}
    event_of(card, ReviewCard.RATED, at, before=was, after={"grade": grade}).save()
    replay(card)
    rating = RatedAnswer.objects.create(
        user=user,
        **answering.on(row),
        version=version,
        spoken_seconds=spoken_seconds,
        at=at,
    )
    DimensionScore.objects.bulk_create(
        DimensionScore(user=user, rating=rating, dimension_id=dimension, score=score)
        for dimension, score in scores.items()
    )
    refuse_more(user.pk)
    return Rated(True, card, kept, rating, corrected=before is not None)


def rating_of(review: ReviewLog) -> RatedAnswer | None:
    """What was said of the answer with that review."""
    card = review.card
    ratings = RatedAnswer.objects.filter(user=card.user_id, question=card.question_id, asked=card.asked_id)
    found: RatedAnswer | None = ratings.filter(at=review.at).select_related("version").first()
    return found


def came_with(rating: RatedAnswer, token: uuid.UUID) -> bool:
    """Whether it was the form with that token that said so."""
    card = {"card__user": rating.user_id, "card__question": rating.question_id, "card__asked": rating.asked_id}
    return ReviewLog.objects.filter(token=token, at=rating.at, **card).exists()


def replay(card: ReviewCard) -> None:
    """Bring a card to where its log leads."""
    log = card.reviews.filter(corrected=False).order_by("pk").values_list("grade", "on")
    after = schedule.replay(log, began=card.due_on)
    for name in STATE:
        setattr(card, name, getattr(after, name))
    card.save(update_fields=STATE)


@dataclass(frozen=True)
class Queue:
    """What a learner practices today: ``done`` of ``cap``, ``due`` more that are due, and the next one if there is."""

    cap: int
    done: int
    due: int
    next: Question | AskedQuestion | None
    card: ReviewCard | None
    plan: list[tuple[date, int]]

    @property
    def left(self) -> int:
        """How many of those that are due fit into today."""
        return max(min(self.cap - self.done, self.due), 0)


def queue(user: User, *, now: datetime) -> Queue:
    """What comes next: of what is due the weakest, then new ones, never more than the cap a day."""
    today = timezone.localdate(now)
    day = with_day(User.objects.filter(pk=user.pk), now=now).values_list("done_today", "cap")
    done, cap = (0, DEFAULT_CAP) if user.is_nobody else day.get()
    cards = list(live_cards(user).filter(due_on__lt=today + timedelta(days=PLAN_DAYS)))
    due = [card for card in cards if card.due_on <= today]
    plan = schedule.spread([card.due_on for card in cards], today=today, cap=cap, done=done, days=PLAN_DAYS)
    following, card = None, None
    if done < cap and due:
        card = min(due, key=lambda card: (*schedule.weakness(card_state(card), today), card.due_on, card.pk))
        following = card.question or card.asked
    elif done < cap:
        following = next_new(user)
    return Queue(cap, done, len(due), following, card, plan)


def next_new(user: User) -> Question | AskedQuestion | None:
    """A question never practiced: one that was really asked or is a favorite first, then of the weakest category."""
    practiced = ReviewCard.objects.filter(user=user)
    own = AskedQuestion.objects.for_user(user).exclude(pk__in=practiced.exclude(asked=None).values("asked"))
    asked: AskedQuestion | None = own.select_related("category").order_by("pk").first()
    if asked:
        return asked
    last = ReviewLog.objects.filter(card=OuterRef("pk")).order_by("-pk").values("grade")[:1]
    of_category = Q(question__category=OuterRef("pk")) | Q(asked__category=OuterRef("pk"))
    graded = practiced.filter(of_category).annotate(last=Subquery(last)).exclude(last=None)
    categories = Category.objects.published().order_by("position", "slug")
    grades = dict(categories.values_list("pk", ArraySubquery(graded.values("last"))))
    if not grades:
        return None
    order = schedule.weakest_first(grades, list(grades))
    place = Case(*(When(category=key, then=place) for place, key in enumerate(order)), default=len(order))
    favored = Subquery(Favorite.objects.filter(user=user, question=OuterRef("pk")).values("at"))
    new = Question.objects.published().exclude(pk__in=practiced.exclude(question=None).values("question"))
    new = new.select_related("category").order_by(favored.asc(nulls_last=True), place, "position", "slug")
    found: Question | None = new.first()
    return found


def due_today(user: User, *, now: datetime) -> int:
    """How many questions are due for practice and fit into the learner's day."""
    number: int = with_due_today(User.objects.filter(pk=user.pk), now=now).values_list("due_today", flat=True).get()
    return number


def with_due_today(users: Any, *, now: datetime) -> Any:
    """Each learner with ``due_today``, in the same query."""
    today = timezone.localdate(now)
    due = ReviewCard.objects.filter(live(), user=OuterRef("pk"), due_on__lte=today).order_by().values("user")
    number = Coalesce(Subquery(due.values(number=Count("pk"))), 0)
    left = F("cap") - F("done_today")
    return with_day(users, now=now).annotate(due_today=Greatest(Least(number, left), 0))


def with_day(users: Any, *, now: datetime) -> Any:
    """Each learner with the ``cap`` of a day and how many questions are ``done_today``, in the same query."""
    start, end = day_of(now)
    reviewed = ReviewLog.objects.filter(card=OuterRef("pk"), at__gte=start, at__lt=end)
    done = ReviewCard.objects.filter(Exists(reviewed), user=OuterRef("pk")).order_by().values("user")
    wanted = PracticeSettings.objects.filter(user=OuterRef("pk")).values("daily_cap")
    return users.annotate(
        done_today=Coalesce(Subquery(done.values(number=Count("pk"))), 0), cap=Coalesce(Subquery(wanted), DEFAULT_CAP)
    )


def daily_cap(user: User) -> int:
    cap: int | None = PracticeSettings.objects.filter(user=user).values_list("daily_cap", flat=True).first()
    return DEFAULT_CAP if cap is None else cap


def set_daily_cap(user: User, cap: int) -> bool:
    """Set how many questions a day may hold. Returns whether that is another number than before."""
    if cap == daily_cap(user):
        return False
    PracticeSettings.objects.update_or_create(user=user, defaults={"daily_cap": cap})
    return True


def day_of(now: datetime) -> tuple[datetime, datetime]:
    """When the learner's day begins and when the next one does."""
    today = timezone.localdate(now)
    zone = timezone.get_current_timezone()
    begins, ends = (datetime.combine(day, time.min, tzinfo=zone) for day in (today, today + timedelta(days=1)))
    return begins, ends


def live() -> Q:
    """Cards, or answers, of questions that are still asked, and of own ones that are not in the bin."""
    bank = Q(question__retired_at=None, question__category__retired_at=None, question__isnull=False)
    return bank | Q(asked__isnull=False, asked__deletion=None)


def live_cards(user: User) -> Any:
    return ReviewCard.objects.filter(live(), user=user).select_related("question__category", "asked__category")
