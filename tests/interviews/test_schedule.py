"""When a question comes back: as the library says, spread over days, weakest categories first."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from interviews import schedule
from interviews.schedule import CardState

BEGAN = datetime(2026, 11, 1, 9, tzinfo=UTC)
TODAY = date(2026, 11, 25)
GRADES = st.sampled_from(list(schedule.RATINGS))
REVIEWS = st.lists(st.tuples(GRADES, st.integers(0, 90 * 24 * 60)), max_size=60)


def timed(reviews):
    at = BEGAN
    for grade, minutes in reviews:
        at += timedelta(minutes=minutes)
        yield grade, at


@given(REVIEWS)
def test_the_state_is_the_librarys_own_after_any_reviews(reviews):
    library = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = Card(card_id=0, due=BEGAN)
    for grade, at in timed(reviews):
        rating = {"fumbled": Rating.Again, "fine": Rating.Good, "nailed": Rating.Easy}[grade]
        card, _ = library.review_card(card, rating, at)
    ours = schedule.replay(timed(reviews), began=BEGAN)
    assert (ours.state, ours.step, ours.stability, ours.difficulty, ours.due, ours.last_review) == (
        *(card.state.value, card.step, card.stability, card.difficulty, card.due, card.last_review),
    )


@given(REVIEWS)
def test_it_never_comes_back_on_the_same_day_it_was_practiced(reviews):
    for place in range(1, len(reviews) + 1):
        card = schedule.replay(timed(reviews[:place]), began=BEGAN)
        assert card.due - card.last_review >= timedelta(days=1)


def test_a_better_grade_never_comes_back_sooner():
    card = schedule.replay([("fine", BEGAN)], began=BEGAN)
    at = BEGAN + timedelta(days=3)
    fumbled, fine, nailed = (schedule.review(card, grade, at).due for grade in ("fumbled", "fine", "nailed"))
    assert fumbled < fine < nailed


def test_a_time_of_any_zone_is_the_same_time():
    berlin = BEGAN.astimezone(ZoneInfo("Europe/Berlin"))
    assert schedule.replay([("fine", berlin)], began=berlin) == schedule.replay([("fine", BEGAN)], began=BEGAN)


def test_only_fumbling_after_the_first_time_is_a_lapse():
    log = [(grade, BEGAN + timedelta(days=place)) for place, grade in enumerate(["fumbled", "fine", "fumbled"] * 3)]
    assert [schedule.replay(log[:number], began=BEGAN).lapses for number in range(10)] == [0, 0, 0, 1, 2, 2, 3, 4, 4, 5]


def test_the_chance_falls_with_time_and_is_0_for_what_was_never_practiced():
    card = schedule.replay([("fine", BEGAN)], began=BEGAN)
    chances = [schedule.chance(card, BEGAN + timedelta(days=days)) for days in (0, 2, 30)]
    assert chances[0] == 1 > chances[1] > chances[2] > 0
    assert schedule.chance(CardState(due=BEGAN), BEGAN) == 0


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
