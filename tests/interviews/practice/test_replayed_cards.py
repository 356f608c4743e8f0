"""What was stored while several reviews of a day counted: each card is brought to where its log leads, once."""

import importlib
import logging
import random
import uuid
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from fsrs import Card, Rating, Scheduler

from interviews.practice import schedule

pytestmark = pytest.mark.xdist_group("replayed-cards")

BEFORE = [("interviews", "0004_words_are_part_of_an_edition")]
DAYS = [("interviews", "0005_days_of_reviews")]
REPLAYED = [("interviews", "0006_replay_cards_by_days")]
AFTER = [("interviews", "0007_days_instead_of_moments")]
OLD = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
RATINGS = {"fumbled": Rating.Again, "fine": Rating.Good, "nailed": Rating.Easy}
MORNING = datetime(2026, 11, 29, 9, tzinfo=UTC)
DAY = timedelta(days=1)


def migrate(to):
    """Bring the schema there, and return the models as they were then."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    return MigrationExecutor(connection).migrate(to).apps


@contextmanager
def rolled_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def schema_before(tables_of_then, django_db_blocker):
    """The models as they were before, in a transaction around all tests here."""
    with django_db_blocker.unblock(), rolled_back():
        yield migrate(BEFORE)


@pytest.fixture
def past(schema_before, django_db_blocker):
    with django_db_blocker.unblock(), rolled_back():
        yield Past(schema_before)


class Past:
    def __init__(self, apps):
        self.models = {name: apps.get_model("interviews", name) for name in ("Category", "Question")}
        self.card, self.review = (apps.get_model("interviews", name) for name in ("ReviewCard", "ReviewLog"))
        self.user = apps.get_model("accounts", "User")
        self.category = self.models["Category"].objects.create(slug="c", name="C")

    def learner(self, time_zone="UTC"):
        return self.user.objects.create(email=f"{uuid.uuid4()}@example.org", time_zone=time_zone)

    def practice(self, user, reviews):
        """A card as it was kept then: every review moved it."""
        slug = f"q{uuid.uuid4().hex[:12]}"
        question = self.models["Question"].objects.create(slug=slug, text=slug, level="mid", category=self.category)
        made = Card(card_id=0, due=reviews[0][1])
        lapses = 0
        for grade, at in reviews:
            lapses += grade == "fumbled" and made.last_review is not None
            made, _ = OLD.review_card(made, RATINGS[grade], at)
        row = self.card.objects.create(
            *(),
            user=user,
            question=question,
            state=made.state.value,
            step=made.step,
            stability=made.stability,
            difficulty=made.difficulty,
            due=made.due,
            last_review=made.last_review,
            lapses=lapses,
        )
        for grade, at in reviews:
            self.review.objects.create(card=row, token=uuid.uuid4(), grade=grade, at=at)
        return row.pk


def test_a_day_of_rehearsing_counts_once_and_what_moved_is_kept(past, caplog):
    learner = past.learner()
    rehearsed = past.practice(learner, [("nailed", MORNING + timedelta(minutes=number)) for number in range(8)])
    fumbled = past.practice(
        learner, [*(("nailed", MORNING + timedelta(minutes=number)) for number in range(8)), ("fumbled", MORNING)]
    )
    once = past.practice(learner, [("fine", MORNING)])
    with caplog.at_level(logging.INFO):
        apps = migrate(AFTER)
    cards = apps.get_model("interviews", "ReviewCard").objects.in_bulk()
    assert [(cards[key].due_on, cards[key].moved_from) for key in (rehearsed, fumbled, once)] == [
        (date(2026, 12, 7), date(2027, 3, 22)),
        (date(2026, 11, 30), date(2026, 12, 28)),
        (date(2026, 12, 1), None),
    ]
    assert "Replayed 3 practice cards from their logs: 2 come back on another day than before" in caplog.text


def test_a_review_belongs_to_the_day_of_the_learners_zone(past):
    late = datetime(2026, 10, 24, 22, 20, tzinfo=UTC)
    berlin, new_york = (past.practice(past.learner(zone), [("fine", late)]) for zone in ("Europe/Berlin", "US/Eastern"))
    apps = migrate(AFTER)
    days = dict(apps.get_model("interviews", "ReviewLog").objects.values_list("card", "on"))
    assert days == {berlin: date(2026, 10, 25), new_york: date(2026, 10, 24)}
    assert dict(apps.get_model("interviews", "ReviewCard").objects.values_list("pk", "last_on")) == days


def test_any_log_leads_where_it_leads_now_and_once_more_changes_nothing(past):
    dice = random.Random(7)  # noqa: S311 (no secret)
    logs = {}
    for zone in ("UTC", "Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati"):
        learner = past.learner(zone)
        for _ in range(5):
            at, reviews = MORNING - 400 * DAY, []
            for _ in range(dice.randrange(1, 25)):
                at += dice.choice([timedelta(minutes=9), timedelta(hours=23), 3 * DAY, 20 * DAY])
                reviews.append((dice.choice(list(RATINGS)), at))
            logs[past.practice(learner, reviews)] = [(g, at.astimezone(ZoneInfo(zone)).date()) for g, at in reviews]
    apps = migrate(REPLAYED)
    names = [*schedule.CardState.__dataclass_fields__, "moved_from"]
    rows = apps.get_model("interviews", "ReviewCard").objects

    def stored():
        return {row.pop("pk"): row for row in rows.values("pk", *names)}

    found = stored()
    for key, log in logs.items():
        state = schedule.replay(log, began=log[0][1])
        assert {name: found[key][name] for name in names[:-1]} == {name: getattr(state, name) for name in names[:-1]}
    importlib.import_module(f"interviews.migrations.{REPLAYED[0][1]}").replay_all(apps, None)
    assert stored() == found


def test_it_goes_on_where_it_was_interrupted_and_waits_for_nobody(past, monkeypatch):
    """Lots of two; and a server of the release before writes once more when all is done."""
    replaying = importlib.import_module(f"interviews.migrations.{REPLAYED[0][1]}")
    monkeypatch.setattr(replaying, "CARDS", 2)
    learner = past.learner()
    keys = [past.practice(learner, [("nailed", MORNING), ("fumbled", MORNING)]) for _ in range(5)]
    apps = migrate(DAYS)
    rows = apps.get_model("interviews", "ReviewCard").objects
    replaying.replay(apps, list(rows.select_related("user").order_by("pk")[:2]))
    assert rows.filter(due_on=None).count() == 3
    migrate(REPLAYED)
    assert list(rows.order_by("pk").values_list("pk", "due_on")) == [(key, date(2026, 11, 30)) for key in keys]
    past.review.objects.create(card_id=keys[0], token=uuid.uuid4(), grade="fine", at=MORNING)
    card = migrate(AFTER).get_model("interviews", "ReviewCard").objects.get(pk=keys[0])
    assert (card.due_on, card.state) == (date(2026, 12, 1), 2)
