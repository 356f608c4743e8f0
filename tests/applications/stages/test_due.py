"""What is near of an application: its closing date, and the first thing that is to be done."""

from datetime import date, timedelta

import pytest

from applications.stages.due import Due, Said, closing, next_due

TODAY = date(2026, 11, 30)


def day(days):
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "saved", "later"),
    [
        (15, None, None),
        (14, Said("closes in 14 days", is_past=False), Said("closes in 14 days", is_past=False)),
        (1, Said("closes tomorrow", is_past=False), Said("closes tomorrow", is_past=False)),
        (0, Said("closes today", is_past=False), Said("closes today", is_past=False)),
        (-1, Said("closed yesterday", is_past=True), None),
        (-90, Said("closed 90 days ago", is_past=True), None),
    ],
)
def test_a_closing_date_says_something_when_it_is_near_and_once_past_as_long_as_nobody_applied(days, saved, later):
    assert closing(day(days), today=TODAY, is_saved=True) == saved
    assert closing(day(days), today=TODAY, is_saved=False) == later


def test_without_a_closing_date_nothing_is_said():
    assert closing(None, today=TODAY, is_saved=True) is None


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((20, 3), Said("in 3 days", is_past=False)),
        ((-2, 3), Said("was due 2 days ago", is_past=True)),
        ((0,), Said("today", is_past=False)),
        ((14,), Said("in 14 days", is_past=False)),
        ((15,), None),
        ((), None),
    ],
)
def test_of_what_is_to_be_done_the_first_is_said_if_it_is_near(days, said):
    found = next_due([Due(day(one), f"Task {one}") for one in days], today=TODAY)
    assert found == (said and (Due(day(min(days)), f"Task {min(days)}"), said))
