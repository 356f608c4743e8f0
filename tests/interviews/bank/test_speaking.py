"""Words and seconds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.bank.speaking import (
    against_the_clock,
    count_words,
    duration,
    length_in_words,
    spoken_seconds,
    words_a_minute,
    words_for,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" \n\t ", 0),
        ("one", 1),
        ("one,two three - four\n5%", 4),
        ("...", 0),
        ("Überblick für Änderungen", 3),
        ("we're on-time", 2),
    ],
)
def test_words_are_what_holds_a_letter_or_a_digit(text, words):
    assert count_words(text) == words


@pytest.mark.parametrize(("words", "seconds"), [(0, 0), (1, 0), (7, 3), (140, 60), (280, 120), (210, 90)])
def test_spoken_length_is_at_140_words_a_minute(words, seconds):
    assert spoken_seconds(words) == seconds


@pytest.mark.parametrize(
    ("words", "seconds", "pace"), [(140, 60, 140), (100, 120, 50), (0, 60, None), (100, 0, None), (0, 0, None)]
)
def test_pace_needs_words_and_time(words, seconds, pace):
    assert words_a_minute(words, seconds) == pace


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (45, "45 s"), (60, "1 min"), (90, "1 min 30 s"), (3600, "60 min")]
)
def test_durations(seconds, words):
    assert duration(seconds) == words


def test_length_beside_the_target():
    assert length_in_words("one " * 210, target=120) == "210 words, about 1 min 30 s spoken; the target is 2 min"
    assert length_in_words("one", target=45) == "1 word, about 0 s spoken; the target is 45 s"


@given(st.integers(0, 100_000))
def test_the_pace_of_the_estimate_is_the_pace_it_was_made_with(words):
    pace = words_a_minute(words, spoken_seconds(words))
    assert pace is None or abs(pace * spoken_seconds(words) / 60 - words) <= spoken_seconds(words) / 60


def test_how_many_words_fit():
    assert [words_for(seconds) for seconds in (0, 1, 30, 90, 180)] == [0, 2, 70, 210, 420]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (0, "0 of 70 words, about 0 s: room for 70 more"),
        (70, "70 of 70 words, about 30 s: room for 0 more"),
        (71, "71 of 70 words, about 30 s: 1 too many"),
        (140, "140 of 70 words, about 1 min: 70 too many"),
    ],
)
def test_a_text_that_has_to_fit(words, said):
    assert against_the_clock("word " * words, seconds=30) == said
