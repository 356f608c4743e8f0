"""Every card is brought to where its log leads when days are days and the last word of a day counts, once.

Until then several reviews on one day moved a card each time, and a review half an hour earlier than the day before did
not count as a day. Where a card stood before stays in ``moved_from``. A few hundred cards at a time, each lot in its
own transaction: if it is interrupted, it goes on with the cards that are left.

The zone in which a review was given was not kept, so its day is that of the zone the learner has now.
"""

import logging
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import migrations, transaction
from django.db.models import Q
from fsrs import Card, Rating, Scheduler

logger = logging.getLogger(__name__)

CARDS = 500
# As ``interviews.schedule`` has them on the day of this migration.
TOMORROW = (timedelta(days=1),)
SCHEDULER = Scheduler(learning_steps=TOMORROW, relearning_steps=TOMORROW, enable_fuzzing=False)
RATINGS = {"fumbled": Rating.Again, "fine": Rating.Good, "nailed": Rating.Easy}
HOUR = time(12, tzinfo=UTC)


def replay_all(apps, schema_editor):
    cards = apps.get_model("interviews", "ReviewCard").objects
    to_do = cards.filter(Q(due_on=None) | Q(reviews__on=None, reviews__isnull=False)).distinct()
    number = 0
    while lot := list(to_do.select_related("user").order_by("pk")[:CARDS]):
        with transaction.atomic():
            replay(apps, lot)
        number += len(lot)
    moved = cards.exclude(moved_from=None).count()
    if number:
        logger.info(
            "Replayed %s practice cards from their logs: %s come back on another day than before "
            "(interviews_reviewcard.moved_from).",
            number,
            moved,
        )


def replay(apps, cards):
    stored = {name: apps.get_model("interviews", name).objects for name in ("ReviewCard", "ReviewLog")}
    reviews = {card.pk: [] for card in cards}
    for review in stored["ReviewLog"].filter(card__in=cards).order_by("pk"):
        reviews[review.card_id].append(review)
    for card in cards:
        zone = ZoneInfo(card.user.time_zone)
        before = card.due.astimezone(zone).date()
        card.due_on = before
        card.last_on = card.last_review.astimezone(zone).date() if card.last_review else None
        for review in reviews[card.pk]:
            review.on = review.at.astimezone(zone).date()
        if reviews[card.pk]:
            follow(card, reviews[card.pk])
        if card.due_on != before:
            card.moved_from = before
    given = [review for rows in reviews.values() for review in rows]
    stored["ReviewLog"].bulk_update(given, ["on"], batch_size=CARDS)
    columns = ["state", "step", "stability", "difficulty", "lapses", "due_on", "last_on", "moved_from"]
    stored["ReviewCard"].bulk_update(cards, columns)


def follow(card, reviews):
    """Let the last review of each day, in order, make the card."""
    words = []
    for review in reviews:
        while words and words[-1].on >= review.on:
            words.pop()
        words.append(review)
    made = Card(card_id=0, due=datetime.combine(words[0].on, HOUR))
    for review in words:
        made, _ = SCHEDULER.review_card(made, RATINGS[review.grade], datetime.combine(review.on, HOUR))
    card.state, card.step, card.due_on, card.last_on = made.state.value, made.step, made.due.date(), words[-1].on
    card.stability, card.difficulty = made.stability, made.difficulty
    card.lapses = sum(review.grade == "fumbled" for review in words[1:])


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("interviews", "0005_days_of_reviews"), ("accounts", "0001_create_user")]

    operations = [migrations.RunPython(replay_all, migrations.RunPython.noop)]
