"""Days and months as spreadsheets write them: one reading is taken, of two none, unless the file says which."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curation import days

CLEAR = {
    date(2023, 6, 1): [
        *("2023-06-01", "2023-6-1", "2023/06/01", "1.6.2023", "01.06.2023", "1.6.23", "2023-06-01 00:00:00"),
        *("2023-06-01T00:00:00Z", "1-Jun-23", "1 June 2023", "Jun 1, 2023", "June 1 2023", "2023-06-01 00:00"),
    ],
    date(2026, 11, 23): ["11/23/2026", "23/11/2026", "11/23/26", "23.11.2026", "23-Nov-26", "23-11-2026"],
    date(2026, 6, 6): ["6/6/2026", "06/06/2026"],
}


@pytest.mark.parametrize(("text", "day"), [(text, day) for day, texts in CLEAR.items() for text in texts])
def test_a_day_that_can_only_be_one_is_read(text, day):
    assert days.day(text) == day


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2023-13-01", "2023-02-30", "20230601", "45078", "2023-06-01 12:00", "2023", "Jun-23", "٢/٢/٢٠٢٣"],
)
def test_what_is_no_day_is_none(text):
    assert days.day(text) is None


def test_a_day_that_may_be_two_is_refused_with_both_unless_the_shape_is_known():
    with pytest.raises(days.UnclearError) as refused:
        days.day("6/1/2023")
    assert str(refused.value) == ("'6/1/2023' may be January 6, 2023 or June 1, 2023. Write 2023-01-06 or 2023-06-01")
    assert days.day("6/1/2023", "month/day/year") == date(2023, 6, 1)
    assert days.day("6/1/2023", "day/month/year") == date(2023, 1, 6)


def test_the_shape_of_a_file_is_what_one_day_says_and_no_other_denies():
    assert days.shape_of(["", "6/1/2023", "11/23/2026"]) == ("month/day/year", "11/23/2026")
    assert days.shape_of(["6/1/2023", "23/11/2026"]) == ("day/month/year", "23/11/2026")
    assert days.shape_of(["11/23/2026", "23/11/2026"]) == days.shape_of(["6/1/2023", "2026-11-23"]) == ("", "")


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31)))
def test_every_day_is_read_as_itself_in_the_shape_it_was_written_in(day):
    assert days.day(day.isoformat()) == days.day(f"{day.day}.{day.month}.{day.year}") == day
    for year in (day.year, f"{day.year % 100:02}"):
        assert days.day(f"{day.month}/{day.day}/{year}", "month/day/year") == day
        assert days.day(f"{day.day}/{day.month}/{year}", "day/month/year") == day
    assert days.day(days.in_words(day)) == day
    assert days.month(f"{day:%b-%y}") == days.month(f"{day:%Y-%m}") == days.month(f"{day:%B %Y}") == f"{day:%Y-%m}"
    assert days.day((day + timedelta(1)).isoformat()) != day


@pytest.mark.parametrize("text", ["", "2023", "2023-13", "Foo-23", "23-Jun", "2023-06-01", "0/2023"])
def test_what_is_no_month_is_none(text):
    assert days.month(text) is None
