"""What a mock interview asks: the same for the same seed everywhere, never too long, and even where that was asked."""

import subprocess
import sys
import uuid
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.mock.drawing import (
    COLORS,
    FOLLOW_UP_SECONDS,
    MARGIN_SECONDS,
    THINGS,
    Candidate,
    draw,
    draw_follow_up,
    suggested_seed,
)

SEEDS = st.text(min_size=1, max_size=40)
CANDIDATES = st.lists(
    st.builds(
        Candidate,
        slug=st.uuids().map(lambda one: f"q-{one}"),
        category=st.sampled_from(["motivation", "risk", "technical", "agile"]),
        seconds=st.integers(15, 900),
        has_follow_up=st.booleans(),
    ),
    max_size=30,
    unique_by=lambda one: one.slug,
)
MINUTES = st.integers(5, 120)

TWELVE = [
    Candidate(f"q-{number}", category, 60 + 30 * (number % 3))
    for number, category in enumerate(["motivation", "risk", "agile"] * 4)
]


def slugs(drawn):
    return [one.slug for one in drawn]


def test_this_seed_gives_these_questions_for_ever():
    """Written down once: two people have to get the same, also when one of them runs a newer version."""
    assert slugs(draw(TWELVE, seed="amber harbor 42", minutes=15, even=True)) == ["q-8", "q-3", "q-7", "q-2", "q-0"]
    assert slugs(draw(TWELVE, seed="amber harbor 42", minutes=15, even=False)) == ["q-7", "q-8", "q-10", "q-2"]
    assert draw_follow_up(["One?", "Two?", "Three?"], seed="amber harbor 42", slug="q-1") == "Two?"


def test_it_is_the_same_in_another_process_whatever_its_hash_seed():
    code = (
        "from tests.interviews.mock.test_drawing import *;"
        "print(slugs(draw(reversed(TWELVE), seed='مرحبا 🎲', minutes=20, even=True)))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": str(seed), "PYTHONPATH": "."},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in (1, 2)
    }
    assert said == {f"{slugs(draw(TWELVE, seed='مرحبا 🎲', minutes=20, even=True))}\n"}


@given(CANDIDATES, SEEDS, MINUTES, st.booleans(), st.randoms(use_true_random=False))
def test_the_order_in_which_they_are_shipped_changes_nothing(candidates, seed, minutes, even, shuffler):
    first = draw(candidates, seed=seed, minutes=minutes, even=even)
    shuffler.shuffle(candidates)
    assert draw(candidates, seed=seed, minutes=minutes, even=even) == first


@given(CANDIDATES, SEEDS, MINUTES, st.booleans())
def test_never_longer_than_asked_and_never_the_same_twice(candidates, seed, minutes, even):
    drawn = draw(candidates, seed=seed, minutes=minutes, even=even)
    assert sum(one.takes for one in drawn) <= minutes * 60
    assert len(set(slugs(drawn))) == len(drawn)
    assert set(drawn) <= set(candidates)
    # Something is asked whenever something fits.
    assert bool(drawn) == any(one.takes <= minutes * 60 for one in candidates)


@given(CANDIDATES, SEEDS, MINUTES)
def test_an_even_mix_asks_every_category_before_any_comes_again(candidates, seed, minutes):
    drawn = draw(candidates, seed=seed, minutes=minutes, even=True)
    fitting = [one for one in candidates if one.takes <= minutes * 60]
    there = {one.category for one in fitting}
    times = Counter(one.category for one in drawn)
    if max(times.values(), default=0) > 1:
        assert set(times) == there
        assert {one.category for one in drawn[: len(there)]} == there
    shortest = [min(one.takes for one in fitting if one.category == category) for category in there]
    if sum(shortest) <= minutes * 60:
        assert set(times) == there


@given(CANDIDATES, SEEDS, MINUTES)
def test_an_even_mix_repeats_none_more_often_than_another_that_still_has_one_that_fits(candidates, seed, minutes):
    drawn = draw(candidates, seed=seed, minutes=minutes, even=True)
    left = minutes * 60 - sum(one.takes for one in drawn)
    times = Counter(one.category for one in drawn)
    for waiting in set(candidates) - set(drawn):
        if waiting.takes <= left:
            # It would have been asked, had not one category alone been without room.
            assert max(times.values()) == 1


@given(CANDIDATES, SEEDS, MINUTES)
def test_as_it_comes_fills_the_time(candidates, seed, minutes):
    drawn = draw(candidates, seed=seed, minutes=minutes, even=False)
    left = minutes * 60 - sum(one.takes for one in drawn)
    assert all(one.takes > left for one in candidates if one not in drawn)


@pytest.mark.parametrize("even", [True, False])
@pytest.mark.parametrize("spare", [0, 1])
def test_what_fills_the_time_to_the_second_is_asked(even, spare):
    one = Candidate("q-1", "risk", 150)
    two = Candidate("q-2", "agile", 600 - one.takes - FOLLOW_UP_SECONDS - MARGIN_SECONDS)
    assert one.takes + two.takes == 600
    longer = Candidate("q-3", "agile", 600 - FOLLOW_UP_SECONDS - MARGIN_SECONDS + spare)
    assert sorted(slugs(draw([one, two], seed="x", minutes=10, even=even))) == ["q-1", "q-2"]
    assert slugs(draw([longer], seed="x", minutes=10, even=even)) == ([] if spare else ["q-3"])


def test_a_seed_is_the_same_however_it_was_typed():
    one = slugs(draw(TWELVE, seed="Café  Ocean 7 ", minutes=30, even=True))
    assert slugs(draw(TWELVE, seed="cafe\u0301 ocean 7", minutes=30, even=True)) == one
    assert slugs(draw(TWELVE, seed="cafe ocean 7", minutes=30, even=True)) != one


def test_the_follow_up_is_one_of_them_or_none():
    assert draw_follow_up([], seed="x", slug="q-1") == ""
    found = {draw_follow_up(["One?", "Two?"], seed=f"{number}", slug="q-1") for number in range(20)}
    assert found == {"One?", "Two?"}


@given(st.uuids(version=4))
def test_a_suggested_seed_is_two_words_and_a_number(token):
    color, thing, number = suggested_seed(token).split()
    assert color in COLORS
    assert thing in THINGS
    assert 10 <= int(number) <= 99


def test_suggested_seeds_differ():
    assert len({suggested_seed(uuid.UUID(int=number << 16)) for number in range(1000)}) == 1000
    assert len(set(COLORS)) == len(COLORS)
    assert len(set(THINGS)) == len(THINGS)
