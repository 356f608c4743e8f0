"""When a question comes back: as the library says, spread over days, weakest categories first."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from interviews.practice import schedule
from interviews.practice.schedule import CardState

BEGAN = date(2026, 11, 1)
TODAY = date(2026, 11, 25)
DAY = timedelta(days=1)
GRADES = st.sampled_from(list(schedule.RATINGS))
# Each with the days that have passed since the one before.
REVIEWS = st.lists(st.tuples(GRADES, st.integers(0, 90) | st.just(0)), max_size=60)
ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Australia/Lord_Howe", "UTC"])


def dated(reviews):
    on = BEGAN
    for grade, days in reviews:
        on += days * DAY
        yield grade, on


def last_of_each_day(reviews):
    return {on: grade for grade, on in dated(reviews)}


def replayed(reviews):
    return schedule.replay(dated(reviews), began=BEGAN)


@given(REVIEWS)
def test_the_state_is_the_librarys_own_after_the_last_word_of_each_day(reviews):
    library = Scheduler(learning_steps=[DAY], relearning_steps=[DAY], enable_fuzzing=False)
    noon = datetime(2026, 11, 1, 12, tzinfo=UTC)
    card = Card(card_id=0, due=noon)
    for on, grade in last_of_each_day(reviews).items():
        rating = {"fumbled": Rating.Again, "fine": Rating.Good, "nailed": Rating.Easy}[grade]
        card, _ = library.review_card(card, rating, noon + (on - BEGAN))
    ours = replayed(reviews)
    assert (ours.state, ours.step, ours.stability, ours.difficulty) == (
        *(card.state.value, card.step, card.stability, card.difficulty),
    )
    assert (ours.due_on, ours.last_on) == (card.due.date(), card.last_review.date() if card.last_review else None)


@given(REVIEWS)
def test_only_the_last_word_of_a_day_counts_and_once(reviews):
    days = last_of_each_day(reviews)
    assert replayed(reviews) == schedule.replay([(grade, on) for on, grade in days.items()], began=BEGAN)
    # Whatever was said before it on that day, and however often.
    rehearsed = [(other, on) for on, grade in days.items() for other in ("nailed", "fumbled", "fine", grade, grade)]
    assert replayed(reviews) == schedule.replay(rehearsed, began=BEGAN)


@given(REVIEWS.filter(len))
def test_it_never_comes_back_on_the_day_it_was_practiced_and_what_was_fumbled_the_next(reviews):
    card = replayed(reviews)
    assert card.due_on > card.last_on
    assert card.fumbled == (reviews[-1][0] == "fumbled")
    if card.fumbled:
        assert card.due_on == card.last_on + DAY


@given(REVIEWS, ZONES, st.data())
def test_the_hour_of_a_review_changes_nothing(reviews, zone, data):
    """Told in the learner's own days, also over the days that have 23 hours or 25."""
    moved = []
    for grade, on in dated(reviews):
        at = datetime.combine(on, data.draw(st.times()), ZoneInfo(zone)).astimezone(UTC)
        moved.append((grade, at.astimezone(ZoneInfo(zone)).date()))
    assert schedule.replay(moved, began=BEGAN) == replayed(reviews)


@given(st.lists(st.tuples(GRADES, st.integers(-1, 3)), max_size=40))
def test_a_day_that_comes_again_west_of_the_date_line_is_one_day(reviews):
    """The last press is always the last word; no day is there twice."""
    words = schedule.last_words(dated(reviews))
    assert [on for _, on in words] == sorted({on for _, on in words})
    assert words[-1:] == list(dated(reviews))[-1:]


def test_a_rehearsal_of_eight_moves_it_once():
    nailed = [("nailed", TODAY)] * 8
    assert schedule.replay(nailed, began=TODAY) == schedule.replay(nailed[:1], began=TODAY)
    fumbled = schedule.replay([*nailed, ("fumbled", TODAY)], began=TODAY)
    assert (fumbled.due_on, fumbled.fumbled) == (TODAY + DAY, True)
    # Also after months of going well, and however often.
    known = [("nailed", TODAY - 400 * DAY), ("nailed", TODAY - 300 * DAY), *nailed]
    assert schedule.replay([*known, ("fumbled", TODAY)], began=TODAY).due_on == TODAY + DAY
    again = [("fumbled", TODAY + number * DAY) for number in range(3)]
    assert schedule.replay([*known, *again], began=TODAY).due_on == TODAY + 3 * DAY


def test_fine_each_time_it_is_due_comes_back_later_and_later():
    def gaps(first):
        log = [(first, TODAY)]
        for _ in range(5):
            log.append(("fine", schedule.replay(log, began=TODAY).due_on))
        return [(later - earlier).days for (_, earlier), (_, later) in pairwise(log)]

    assert [gaps(first) for first in schedule.RATINGS] == [
        [1, 2, 6, 17, 44],
        [2, 11, 46, 163, 497],
        [8, 39, 153, 510, 1482],
    ]


def test_a_better_grade_never_comes_back_sooner():
    later = BEGAN + 3 * DAY
    fumbled, fine, nailed = (
        schedule.replay([("fine", BEGAN), (grade, later)], began=BEGAN).due_on
        for grade in ("fumbled", "fine", "nailed")
    )
    assert fumbled < fine < nailed


def test_only_fumbling_after_the_first_time_is_a_lapse():
    log = [(grade, BEGAN + place * DAY) for place, grade in enumerate(["fumbled", "fine", "fumbled"] * 3)]
    assert [schedule.replay(log[:number], began=BEGAN).lapses for number in range(10)] == [0, 0, 0, 1, 2, 2, 3, 4, 4, 5]


def test_the_chance_falls_with_time_and_is_0_for_what_was_never_practiced():
    card = schedule.replay([("fine", BEGAN)], began=BEGAN)
    chances = [schedule.chance(card, BEGAN + days * DAY) for days in (0, 2, 30)]
    assert chances[0] == 1 > chances[1] > chances[2] > 0
    assert schedule.chance(CardState(due_on=BEGAN), BEGAN) == 0


# --- A day's share ---------------------------------------------------------------------------------------------


def plan(due, **options):
    options = {"today": TODAY, "cap": 5, "done": 0, "days": 7} | options
    return [number for _, number in schedule.spread(due, **options)]


@pytest.mark.parametrize(
    ("late", "options", "numbers"),
    [
        ([], {}, [0] * 7),
        ([-1] * 12, {}, [5, 5, 2, 0, 0, 0, 0]),
        ([-30] * 12, {"done": 3}, [2, 5, 5, 0, 0, 0, 0]),
        ([-1] * 4, {"done": 9}, [0, 4, 0, 0, 0, 0, 0]),
        ([0, 0, 1, 2, 2, 6], {}, [2, 1, 2, 0, 0, 0, 1]),
        ([7, 8], {}, [0] * 7),
        ([-1] * 4, {"cap": 1}, [1, 1, 1, 1, 0, 0, 0]),
    ],
)
def test_what_is_late_is_spread_out(late, options, numbers):
    assert plan([TODAY + timedelta(days=days) for days in late], **options) == numbers


@given(st.lists(st.integers(-60, 20), max_size=200), st.integers(1, 50), st.integers(0, 60))
def test_no_day_holds_more_than_the_cap_and_everything_gets_its_turn(late, cap, done):
    due = [TODAY + timedelta(days=days) for days in late]
    numbers = plan(due, cap=cap, done=done, days=300)
    assert max(numbers) <= cap
    assert numbers[0] <= max(cap - done, 0)
    assert sum(numbers) == len(due)


def test_the_weakest_category_comes_first_and_one_never_practiced_before_it():
    grades = {1: ["nailed", "nailed"], 2: ["fumbled", "fine"], 3: ["fine"], 5: []}
    assert schedule.weakest_first(grades, [1, 2, 3, 4, 5]) == [4, 5, 2, 3, 1]
    assert schedule.weakest_first({}, [3, 1, 2]) == [3, 1, 2]
