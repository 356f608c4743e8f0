"""Rating an answer and the queue: once each, never more a day than wanted, and what the library says."""

import importlib
import random
import re
import uuid
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from fsrs import Card, Rating, Scheduler

from accounts.typed import WHOSE
from interviews.models import (
    AnswerVersion,
    Category,
    DimensionScore,
    Favorite,
    PracticeSettings,
    RatedAnswer,
    ReviewCard,
    ReviewLog,
)
from interviews.practice import answering, practicing
from keeping import verbs
from keeping.models import Event
from tests.factories import NOW
from tests.factories.interviews import make_asked, make_category, make_dimension, make_question
from tests.kit import begins, text, unescaped

PRACTICE = "/interviews/practice/"
EMPTY = dict.fromkeys(answering.FIELDS, "")


def press(client, question, grade="fine", **data):
    """Press one of the three buttons on the question's page."""
    fields = {"seen": 0, "token": uuid.uuid4(), "grade": grade}
    return client.post(f"{question.get_absolute_url()}rate/", fields | data)


def rate(user, row, grade="fine", at=NOW, token=None):
    return practicing.rate(
        *(),
        user=user,
        row=row,
        token=token or uuid.uuid4(),
        grade=grade,
        scores={},
        values=EMPTY,
        seen=0,
        spoken_seconds=None,
        at=at,
    )


# --- Rating ----------------------------------------------------------------------------------------------------


def test_a_rating_keeps_the_text_the_scores_the_review_and_the_day(learning, learner):
    question, first, second = make_question(), make_dimension(), make_dimension()
    response = press(
        *(learning, question, "nailed"),
        text="I shipped it.",
        spoken_seconds=95,
        **{f"score_{first.pk}": 4, f"score_{second.pk}": ""},
    )
    assert (response.status_code, response["Location"]) == (302, question.get_absolute_url())
    rating, card, log = RatedAnswer.objects.get(), ReviewCard.objects.get(), ReviewLog.objects.get()
    assert (rating.user, rating.question, rating.spoken_seconds) == (learner, question, 95)
    assert (rating.version.text, rating.version.number) == ("I shipped it.", 1)
    assert list(DimensionScore.objects.values_list("rating", "dimension", "score")) == [(rating.pk, first.pk, 4)]
    assert (log.card, log.grade, card.user, card.question) == (card, "nailed", learner, question)
    assert card.due_on > timezone.localdate() + timedelta(days=1)
    assert (log.on, card.last_on) == (timezone.localdate(), timezone.localdate())
    assert f"Nailed. Saved as version 1. It comes back on {card.due_on:%b %-d, %Y}." in unescaped(
        learning.get(question.get_absolute_url())
    )


def test_one_press_scores_all_that_say_nothing_themselves(learning):
    question, first, second = make_question(), make_dimension(), make_dimension()
    press(learning, question, score_same=3, **{f"score_{first.pk}": 5, f"score_{second.pk}": ""})
    assert dict(DimensionScore.objects.values_list("dimension", "score")) == {first.pk: 5, second.pk: 3}


def test_no_score_at_all_is_none(learning):
    question, first = make_question(), make_dimension()
    make_dimension()
    press(learning, question, score_same="", **{f"score_{first.pk}": ""})
    assert (RatedAnswer.objects.count(), DimensionScore.objects.count()) == (1, 0)


def test_scores_are_still_chosen_after_an_error(learning):
    question, first, second = make_question(), make_dimension(), make_dimension()
    response = press(learning, question, score_same=2, **{f"score_{first.pk}": 4, f"score_{second.pk}": 6})
    assert (response.status_code, RatedAnswer.objects.count()) == (422, 0)
    chosen = re.findall(r'name="(score_\w+)" value="(\d?)" checked', text(response))
    assert chosen == [("score_same", "2"), (f"score_{first.pk}", "4"), (f"score_{second.pk}", "")]
    assert "Choose a score from 1 to 5, or none." in unescaped(response)


def test_one_dimension_alone_has_one_row(learning):
    question, dimension = make_question(), make_dimension()
    names = re.findall(r'name="(score_\w+)" value="5"', text(learning.get(question.get_absolute_url())))
    assert names == [f"score_{dimension.pk}"]


def test_the_keyboard_goes_on_where_it_was(learning):
    question = make_question()
    for page, back in (
        (PRACTICE, "/interviews/practice/#question"),
        (question.get_absolute_url(), f"{question.get_absolute_url()}#grades"),
    ):
        body = text(learning.get(page))
        assert f'name="back" value="{back}"' in body
        assert f'id="{back.partition("#")[2]}"' in body
    response = press(learning, question, back="/interviews/practice/#question")
    assert response["Location"] == "/interviews/practice/#question"


def test_a_spoken_answer_is_rated_without_any_text(learning):
    press(learning, make_question())
    assert (RatedAnswer.objects.get().version, AnswerVersion.objects.count()) == (None, 0)


def test_the_same_press_twice_is_one_review(learning):
    question, token = make_question(), uuid.uuid4()
    press(learning, question, token=token, text="Once.")
    due = ReviewCard.objects.get().due_on
    press(learning, question, token=token, text="Once.")
    assert (ReviewLog.objects.count(), RatedAnswer.objects.count(), AnswerVersion.objects.count()) == (1, 1, 1)
    assert ReviewCard.objects.get().due_on == due
    assert "That is recorded already." in unescaped(learning.get(question.get_absolute_url()))


def test_the_same_press_with_another_grade_and_more_words_counts_in_its_place(learning):
    question, dimension, token = make_question(), make_dimension(), uuid.uuid4()
    press(learning, question, "nailed", token=token, text="Once.", spoken_seconds=40, **{f"score_{dimension.pk}": 5})
    sent = {"token": token, "text": "Once, and better.", f"score_{dimension.pk}": 2}
    for _ in range(2):
        response = press(learning, question, "fumbled", **sent)
    card = ReviewCard.objects.get()
    assert (card.due_on, card.lapses) == (timezone.localdate() + timedelta(days=1), 0)
    assert list(ReviewLog.objects.values_list("grade", "corrected")) == [("nailed", True), ("fumbled", False)]
    rating = RatedAnswer.objects.get(corrected=False)
    assert (rating.version.text, rating.spoken_seconds) == ("Once, and better.", 40)
    assert list(rating.scores.values_list("score", flat=True)) == [2]
    assert list(AnswerVersion.objects.order_by("number").values_list("text", flat=True)) == ["Once.", sent["text"]]
    body = unescaped(learning.get(response["Location"]))
    assert "Corrected: Fumbled. Saved as version 2." in body
    assert "That is recorded already." in body
    assert learning.get("/interviews/practice/trends/").context["number"] == 1


def test_what_the_same_form_said_before_is_no_other_window(learning):
    question, token = make_question(), uuid.uuid4()
    for words in ("Once.", "Once more."):
        response = press(learning, question, "fine", token=token, text=words)
    body = unescaped(learning.get(response["Location"]))
    assert "Corrected: Fine. Saved as version 2." in body
    assert "Another window" not in body
    press(learning, question, "fine", token=uuid.uuid4(), text="From another.")
    assert "Another window saved version 2 in the meantime." in unescaped(learning.get(response["Location"]))


@pytest.mark.parametrize("change", [{"grade": "nailed"}, {"score": 4}, {"text": "More."}])
def test_a_correction_of_one_thing_leaves_the_others(learning, change):
    question, dimension, token = make_question(), make_dimension(), uuid.uuid4()
    first = {"grade": "fine", "score": 3, "text": "Some."}
    for said in (first, first | change, first | change):
        data = {"token": token, "text": said["text"], f"score_{dimension.pk}": said["score"]}
        press(learning, question, said["grade"], **data)
    rating, log = RatedAnswer.objects.get(corrected=False), ReviewLog.objects.get(corrected=False)
    found = {"grade": log.grade, "score": rating.scores.get().score, "text": rating.version.text}
    assert (found, ReviewLog.objects.count(), RatedAnswer.objects.count()) == (first | change, 2, 2)


def test_a_correction_after_midnight_counts_for_the_day_it_was_said_first(learner):
    question, token = make_question(), uuid.uuid4()
    for grade, at in (("nailed", NOW), ("fumbled", NOW + timedelta(days=1))):
        rate(learner, question, grade, at=at, token=token)
    assert ReviewCard.objects.get().last_on == NOW.date()
    rate(learner, question, "fine", at=NOW + timedelta(days=2))
    rate(learner, question, "nailed", at=NOW + timedelta(days=2, hours=1), token=token)
    kept = ReviewLog.objects.filter(corrected=False).values_list("grade", "on")
    assert list(kept) == [(grade, NOW.date() + timedelta(days=2)) for grade in ("fine", "nailed")]


def events():
    """What the history says of reviews."""
    rows = Event.objects.filter(subject="interviews.reviewcard").order_by("pk")
    return list(rows.values_list("user", "token", "act", "at", "before", "after"))


def test_each_review_is_one_event_and_a_correction_says_what_it_corrects(learner, stranger):
    question, other, token = make_question(), make_question(), uuid.uuid4()
    for grade in ("nailed", "nailed", "fine"):
        rate(learner, question, grade, token=token)
    rate(learner, question, "fumbled", at=NOW + timedelta(hours=1))
    rate(learner, question, "nailed", token=token)
    rate(learner, other, "fine")
    rate(stranger, question, "fumbled", token=token)
    first, second = ReviewCard.objects.filter(user=learner).order_by("pk").values_list("token", flat=True)
    foreign = ReviewCard.objects.get(user=stranger).token
    recorded = events()
    assert recorded == [
        (learner.pk, first, "rated", NOW, {}, {"grade": "nailed"}),
        (learner.pk, first, "rated", NOW, {"grade": "nailed"}, {"grade": "fine"}),
        (learner.pk, first, "rated", NOW + timedelta(hours=1), {}, {"grade": "fumbled"}),
        (learner.pk, first, "rated", NOW, {"grade": "fine"}, {"grade": "nailed"}),
        (learner.pk, second, "rated", NOW, {}, {"grade": "fine"}),
        (stranger.pk, foreign, "rated", NOW, {}, {"grade": "fumbled"}),
    ]
    assert len({first, second, foreign}) == 3
    assert ReviewLog.objects.count() == len(recorded)
    # The migration writes the same of the reviews that were there before.
    Event.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(importlib.import_module("interviews.migrations.0017_reviews_in_the_history").RECORD)
    assert events() == recorded


def test_another_press_is_another_review_of_the_same_card_and_the_last_word_of_the_day_counts(learning):
    question = make_question()
    for grade in ("fine", "nailed", "nailed", "fumbled"):
        press(learning, question, grade)
    card = ReviewCard.objects.get()
    assert list(ReviewLog.objects.values_list("card", "grade")) == [
        (card.pk, grade) for grade in ("fine", "nailed", "nailed", "fumbled")
    ]
    assert (card.due_on, card.lapses) == (timezone.localdate() + timedelta(days=1), 0)


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"grade": "perfect"}, "grade"),
        ({"grade": ""}, "grade"),
        ({"token": "\x00"}, "token"),
        ({"spoken_seconds": "long"}, "spoken_seconds"),
        ({"spoken_seconds": 3601}, "spoken_seconds"),
        ({"text": "a\x00"}, "text"),
        ({"text": "x", "action": "y"}, "text"),
    ],
)
def test_bad_input_changes_nothing_and_keeps_what_was_typed(learning, data, field):
    response = press(learning, make_question(), **({"result": "Typed for long"} | data))
    form = response.context["answer_form"]
    assert (response.status_code, list(form.errors)) == (422, [field])
    assert "Typed for long" in unescaped(response)
    assert [model.objects.count() for model in (ReviewCard, ReviewLog, RatedAnswer, AnswerVersion)] == [0] * 4


def test_a_press_of_a_page_of_a_visitor_is_known_by_its_words(learning):
    one, other = make_question(), make_question()
    for question, grade in ((one, "fine"), (one, "fine"), (one, "nailed"), (other, "fine")):
        assert press(learning, question, grade, token="").status_code == 302
    logged = ReviewLog.objects.order_by("pk").values_list("card__question", "grade")
    assert list(logged) == [(one.pk, "fine"), (one.pk, "nailed"), (other.pk, "fine")]


@pytest.mark.parametrize("score", ["0", "6", "x", "\x00", "-1"])
def test_a_score_outside_the_rubric_is_refused_beside_its_dimension(learning, score):
    dimension = make_dimension()
    response = press(learning, make_question(), **{f"score_{dimension.pk}": score})
    assert response.status_code == 422
    assert list(response.context["answer_form"].errors) == [f"score_{dimension.pk}"]
    assert f'href="#answer_score_{dimension.pk}"' in unescaped(response)
    assert unescaped(response).count(f'id="answer_score_{dimension.pk}"') == 1


def test_only_the_dimensions_that_apply_are_asked_with_their_anchors(learning):
    question, other = make_question(), make_category()
    everywhere, here, elsewhere = make_dimension(), make_dimension(), make_dimension()
    here.applies_to.add(question.category)
    elsewhere.applies_to.add(other)
    response = learning.get(question.get_absolute_url())
    assert [row.dimension for row in response.context["answer_form"].scored] == [everywhere, here]
    rows = unescaped(response).split('<fieldset class="rubric-row')[1:]
    assert [re.findall(r'value="(\d?)"', row.split("</fieldset>")[0]) for row in rows] == [["", *"12345"]] * 3
    anchors = [("1", "Weak"), ("3", "Solid"), ("5", "Outstanding")]
    assert [re.findall(r"<dt>(\d)</dt><dd>(\w+)</dd>", row.split("</fieldset>")[0]) for row in rows] == [
        *([], anchors, anchors)
    ]


def test_1000_random_reviews_leave_the_librarys_own_state(learner):
    """At most one a day, and the library is fed days of 24 hours. On the same day the last word counts."""
    dice = random.Random(5)  # noqa: S311 (no secret)
    day = timedelta(days=1)
    scheduler = Scheduler(learning_steps=[day], relearning_steps=[day], enable_fuzzing=False)
    # Each review goes through all that the question ever was told.
    for question in [make_question() for _ in range(4)]:
        at = NOW
        before = library = Card(card_id=0, due=at)
        on = None
        for _ in range(250):
            grade = dice.choice(["fumbled", "fine", "nailed"])
            at += timedelta(minutes=dice.randrange(60 * 24 * 2))
            rate(learner, question, grade, at)
            rating = {"fumbled": Rating.Again, "fine": Rating.Good, "nailed": Rating.Easy}[grade]
            before, on = (before if at.date() == on else library), at.date()
            library, _ = scheduler.review_card(before, rating, at.replace(hour=0, minute=0))
        card = ReviewCard.objects.get(question=question)
        assert (card.state, card.step, card.stability, card.difficulty) == (
            *(library.state.value, library.step, library.stability, library.difficulty),
        )
        assert (card.due_on, card.last_on) == (library.due.date(), library.last_review.date())
        log = list(card.reviews.order_by("pk").values_list("grade", "on"))
        assert (len(log), len({on for _, on in log}) < 250) == (250, True)
        assert practicing.schedule.replay(log, began=NOW.date()) == practicing.card_state(card)


# --- The queue -------------------------------------------------------------------------------------------------


def run_a_day(user, now, grade="fine"):
    """Practice until there is nothing left for the day. Returns what was practiced."""
    found = []
    while (queue := practicing.queue(user, now=now)).next:
        found.append(queue.next)
        rate(user, queue.next, grade, now)
    return found


def test_the_daily_cap_holds_after_30_missed_days(learner):
    category = make_category()
    questions = [make_question(category=category) for _ in range(40)]
    for question in questions:
        rate(learner, question, "fine", NOW)
    today = NOW + timedelta(days=30)
    queue = practicing.queue(learner, now=today)
    assert (queue.due, queue.left, queue.done) == (40, 5, 0)
    assert [number for _, number in queue.plan] == [5] * 8 + [0] * 6
    days = [run_a_day(learner, today + timedelta(days=day)) for day in range(8)]
    assert [len(day) for day in days] == [5] * 8
    assert {row.pk for row in days[0]}.isdisjoint({row.pk for row in days[1]})


def test_most_likely_to_be_fumbled_comes_first(learner):
    safe, shaky = make_question(), make_question()
    rate(learner, safe, "nailed", NOW)
    rate(learner, shaky, "fumbled", NOW)
    assert practicing.queue(learner, now=NOW + timedelta(days=60)).next == shaky


def test_new_ones_are_what_was_really_asked_then_favorites_then_the_weakest_category(learner, stranger):
    strong, weak, never = make_category(), make_category(), make_category()
    known = {category: make_question(category=category) for category in (strong, weak)}
    fresh = {category: make_question(category=category) for category in (strong, weak, never)}
    retired = make_question(category=never, position=0)
    retired.retire(at=NOW)
    rate(learner, known[strong], "nailed")
    rate(learner, known[weak], "fumbled")
    Favorite.objects.create(user=learner, question=fresh[strong], at=NOW)
    Favorite.objects.create(user=stranger, question=fresh[weak], at=NOW)
    asked = make_asked(learner)
    make_asked(stranger)
    practicing.set_daily_cap(learner, 50)
    new = []
    while (found := practicing.next_new(learner)) is not None:
        new.append(found)
        rate(learner, found, "nailed")
    assert new == [asked, fresh[strong], fresh[never], fresh[weak]]


def test_retired_questions_and_those_in_the_bin_wait(learner):
    question, asked = make_question(), make_asked(learner)
    for row in (question, asked):
        rate(learner, row)
    later = NOW + timedelta(days=30)
    assert practicing.queue(learner, now=later).due == practicing.due_today(learner, now=later + timedelta(0)) == 2
    question.retire(at=NOW)
    verbs.put_in_bin(asked, at=NOW)
    queue = practicing.queue(learner, now=later)
    assert (queue.due, queue.next, practicing.due_today(learner, now=later)) == (0, None, 0)
    assert ReviewCard.objects.count() == 2


def test_a_day_is_the_learners_own(learner):
    question = make_question()
    rate(learner, question, "fumbled", datetime(2026, 11, 25, 22, 30, tzinfo=UTC))
    at = datetime(2026, 11, 26, 22, 45, tzinfo=UTC)
    with timezone.override("Europe/Berlin"):
        # It is 26 Nov 23:45 in Berlin, and the first answer was given at 23:30 on the 25th.
        assert practicing.queue(learner, now=at).done == 0
        rate(learner, question, "fine", at)
        assert practicing.queue(learner, now=at).done == 1
        assert practicing.queue(learner, now=at + timedelta(minutes=20)).done == 0


@pytest.mark.parametrize(
    ("zone", "at", "comes_back"),
    [
        ("Europe/Berlin", "2026-10-25T00:20", "2026-10-26"),  # the day has 25 hours
        ("Europe/Berlin", "2027-03-27T23:30", "2027-03-28"),  # that day has 23
        ("America/New_York", "2026-11-01T00:20", "2026-11-02"),
        ("America/New_York", "2027-03-13T23:30", "2027-03-14"),
        ("Pacific/Kiritimati", "2026-11-25T00:05", "2026-11-26"),
        ("Etc/GMT+12", "2026-11-25T23:55", "2026-11-26"),
        ("Africa/Cairo", "2027-04-29T23:59", "2027-04-30"),  # that day has no midnight
    ],
)
def test_what_was_fumbled_comes_back_on_the_next_day_of_the_calendar(learner, zone, at, comes_back):
    """Not before it begins, and from its first minute on."""
    question, at, on = make_question(), datetime.fromisoformat(at), date.fromisoformat(comes_back)
    zone = ZoneInfo(zone)
    with timezone.override(zone):
        for grade in ("nailed", "nailed", "fumbled"):
            rate(learner, question, grade, at.replace(tzinfo=zone))
        begins = datetime.combine(on, time.min, zone).astimezone(UTC)
        found = [practicing.queue(learner, now=begins + timedelta(minutes=minutes)) for minutes in (-1, 0)]
        assert [(queue.due, queue.done) for queue in found] == [(0, 1), (1, 0)]
        assert [day for day, number in found[0].plan if number] == [on]
        assert practicing.due_today(learner, now=begins) == 1


def test_practicing_half_an_hour_earlier_each_time_gives_the_same_days(learner):
    question, at = make_question(), datetime(2026, 11, 25, 22, tzinfo=UTC)
    with timezone.override("America/New_York"):
        rate(learner, question, "fumbled", at)
        gaps = [1]
        for _ in range(5):
            at += timedelta(days=gaps[-1]) - timedelta(minutes=30)
            rate(learner, question, "fine", at)
            card = ReviewCard.objects.get()
            gaps.append((card.due_on - card.last_on).days)
    assert gaps == [1, 2, 6, 17, 44, 102]


def test_a_review_stays_with_its_day_when_the_learner_moves(learner):
    """West over midnight the day comes again; the later word is the last, and what was fumbled comes back the next."""
    question = make_question()
    at = datetime(2026, 11, 25, 12, tzinfo=UTC)
    with timezone.override("Pacific/Kiritimati"):
        rate(learner, question, "nailed", at)
    with timezone.override("America/Los_Angeles"):
        assert practicing.queue(learner, now=at).done == 1
        rate(learner, question, "fumbled", at + timedelta(hours=1))
    assert list(ReviewLog.objects.values_list("on", flat=True)) == [date(2026, 11, 26), date(2026, 11, 25)]
    card = ReviewCard.objects.get()
    assert (card.last_on, card.due_on, card.lapses) == (date(2026, 11, 25), date(2026, 11, 26), 0)
    with timezone.override("Pacific/Kiritimati"):
        rate(learner, question, "fine", at + timedelta(hours=2))
    card.refresh_from_db()
    assert (card.last_on, card.due_on, card.lapses) == (date(2026, 11, 26), date(2026, 11, 28), 0)


def test_what_was_fumbled_comes_before_what_is_only_shaky(learner):
    shaky, fumbled = make_question(), make_question()
    rate(learner, shaky, "fumbled", NOW - timedelta(days=9))
    rate(learner, shaky, "fine", NOW - timedelta(days=8))
    for days in (900, 800, 600, 1):
        rate(learner, fumbled, "nailed" if days > 1 else "fumbled", NOW - timedelta(days=days))
    found = {card.question_id: practicing.card_state(card) for card in ReviewCard.objects.all()}
    assert practicing.schedule.chance(found[fumbled.pk], NOW.date()) > 0.9
    assert practicing.schedule.chance(found[shaky.pk], NOW.date()) < 0.9
    assert practicing.queue(learner, now=NOW).next == fumbled


def test_due_today_never_says_more_than_fits(learner):
    questions = [make_question() for _ in range(7)]
    for question in questions:
        rate(learner, question)
    later = NOW + timedelta(days=30)
    assert practicing.due_today(learner, now=later) == 5
    for question in questions[:3]:
        rate(learner, question, "fine", later)
    assert practicing.due_today(learner, now=later) == 2
    practicing.set_daily_cap(learner, 3)
    assert practicing.due_today(learner, now=later) == 0


# --- The page --------------------------------------------------------------------------------------------------


def test_practice_goes_from_one_to_the_next_until_the_day_is_full(learning, learner):
    category = make_category()
    questions = [make_question(category=category) for _ in range(3)]
    practicing.set_daily_cap(learner, 2)
    for place, question in enumerate(questions[:2], start=1):
        response = learning.get(PRACTICE)
        assert (response.context["question"], response.context["place"]) == (question, place)
        assert "The first point" in unescaped(response)
        assert press(learning, question, back=PRACTICE)["Location"] == PRACTICE
    response = learning.get(PRACTICE)
    assert response.context["question"] is None
    assert "Enough for today" in unescaped(response)
    assert "2 of up to 2 practiced today." in unescaped(response)


def test_reading_the_page_writes_nothing(learning):
    make_question()
    for _ in range(2):
        learning.get(PRACTICE)
    assert (ReviewCard.objects.count(), PracticeSettings.objects.count()) == (0, 0)


def test_an_empty_bank_says_so(learning):
    assert "Nothing is due" in unescaped(learning.get(PRACTICE))


def test_a_leech_is_pointed_at_a_story(learning, learner):
    question = make_question()
    now = timezone.now()
    for days in range(10, 5, -1):
        rate(learner, question, "fumbled", now - timedelta(days=days))
        link = f'href="/interviews/stories/add/?question={question.slug}">Prepare a story</a>'
        said = link in unescaped(learning.get(PRACTICE))
        assert said == (ReviewCard.objects.get().lapses >= 4)
    assert ReviewCard.objects.get().lapses == 4


@pytest.mark.parametrize(("cap", "kept"), [("1", 1), ("50", 50), ("0", None), ("51", None), ("x", None), ("", None)])
def test_the_daily_cap_is_set_within_bounds(learning, learner, cap, kept):
    response = learning.post(f"{PRACTICE}settings/", {"daily_cap": cap})
    assert response.status_code == (302 if kept else 422)
    assert practicing.daily_cap(learner) == (kept or 5)
    if not kept:
        assert f'value="{cap}"' in unescaped(response) or not cap
        assert list(response.context["form"].errors) == ["daily_cap"]


def test_the_cap_of_others_is_theirs(learning, learner, stranger):
    practicing.set_daily_cap(stranger, 9)
    learning.post(f"{PRACTICE}settings/", {"daily_cap": 7})
    assert (practicing.daily_cap(learner), practicing.daily_cap(stranger)) == (7, 9)
    assert learning.get(f"{PRACTICE}settings/").context["form"]["daily_cap"].value() == 7


def test_today_says_what_is_due(learning, learner):
    question = make_question()
    assert "due today" not in unescaped(learning.get("/"))
    rate(learner, question, "fumbled", timezone.now() - timedelta(days=9))
    assert '<a href="/interviews/practice/">1 question</a> due today.' in unescaped(learning.get("/"))


def test_visitors_read_the_first_question_and_begin_with_a_press_and_other_methods_are_refused(client, learner):
    question = make_question()
    first = client.get(PRACTICE)
    assert (first.context["question"], first.context["place"]) == (question, 1)
    assert begins(client.post(f"{PRACTICE}settings/", {"daily_cap": "7"}))
    visitor = Client()
    sent = press(visitor, question, token="")
    assert (begins(sent), ReviewLog.objects.count()) == (True, 0)
    visitor.post(sent["Location"], {"seen": 0, "token": "", "grade": "nailed"})
    log = ReviewLog.objects.get()
    assert (log.grade, log.card.question, log.user.is_nameless) == ("nailed", question, True)
    # A page that was shown to somebody signed in says so: what was chosen there comes back, to be sent again.
    ended = press(client, question, **{WHOSE: learner.pk})
    assert (ended.status_code, dict(ended.context["fields"])["grade"]) == (403, "fine")
    client.force_login(learner)
    for path in (PRACTICE, f"{PRACTICE}settings/", f"{question.get_absolute_url()}rate/"):
        assert client.delete(path).status_code == 405
    assert client.get(f"{question.get_absolute_url()}rate/")["Location"] == question.get_absolute_url()
    assert ReviewLog.objects.get() == log


def test_a_stranger_practices_for_themselves(client, learner, stranger):
    question, token = make_question(), uuid.uuid4()
    client.force_login(learner)
    press(client, question, token=token)
    client.force_login(stranger)
    press(client, question, "fumbled", token=token)
    assert set(ReviewLog.objects.values_list("card__user", "grade")) == {(learner.pk, "fine"), (stranger.pk, "fumbled")}


# The session, the user and whether an interview is coming up are three of each.
@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("state", ["due", "new", "full"])
def test_query_count(learning, learner, django_assert_num_queries, state, number):
    for _ in range(number):
        question = make_question()
        make_dimension()
        if state == "due":
            rate(learner, question, "fumbled", timezone.now() - timedelta(days=9))
    if state == "full":
        practicing.set_daily_cap(learner, 1)
        rate(learner, question, "fine", timezone.now())
    assert Category.objects.count() == number
    with django_assert_num_queries({"due": 7, "new": 10, "full": 6}[state]):
        assert learning.get(PRACTICE).status_code == 200
