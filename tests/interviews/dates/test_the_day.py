"""What there is to do on the day of an interview, and when it is over."""

from datetime import UTC, date, datetime, time

import pytest

from interviews.dates.days import is_over
from interviews.dates.the_day import BRIEF, PLACE, on_the_day

THURSDAY = date(2026, 12, 3)


def texts(**said):
    told = {"on": THURSDAY, "at": time(10), "place": "Suite 4", "online": False, "stories": (), "asking": 0} | said
    return {one.what: one.text for one in on_the_day(**told)}


def test_with_everything_recorded_nothing_is_asked_for():
    said = texts(online=True, stories=["Billing", "Archive"], asking=2)
    assert next(iter(said)) == BRIEF
    assert list(said.values())[1:] == [
        "Open the link, and check your sound and camera by 9:50 AM.",
        "Say these once out loud: Billing; Archive.",
        "Bring your 2 questions for them.",
    ]


def test_what_is_not_known_is_asked_for():
    said = texts(at=None, place="")
    assert list(said.values())[1:] == [
        "Find out the time, and add it here.",
        "Find out where it is, or the link to the call, and add it here.",
        "Have one story ready that you can tell in two minutes.",
        "Think of two questions to ask them, and add them here.",
    ]


@pytest.mark.parametrize(
    ("at", "online", "said"),
    [
        (time(10), False, "Be there by 9:45 AM."),
        (time(0, 5), False, "Be there by 11:50 PM."),
        (None, True, "Open the link ten minutes early."),
        (None, False, "Be there 15 minutes early."),
    ],
)
def test_one_is_early_and_more_so_at_a_door(at, online, said):
    assert texts(at=at, online=online)[PLACE] == said


@pytest.mark.parametrize(
    ("on", "at", "over"),
    [
        (THURSDAY, time(10), False),
        (THURSDAY, time(9, 30), True),
        (THURSDAY, time(9, 31), False),
        (THURSDAY, None, False),
        (date(2026, 12, 2), None, True),
        (date(2026, 12, 2), time(23, 59), True),
        (date(2026, 12, 4), time(1), False),
    ],
)
def test_an_interview_is_over_an_hour_after_it_began_and_without_an_hour_with_its_day(on, at, over):
    assert is_over(on, at, now=datetime(2026, 12, 3, 10, 30, tzinfo=UTC)) is over
