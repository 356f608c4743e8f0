"""Dates of which only the year or the month may be known."""

from datetime import date

import pytest

from evidence.catalog.partial_dates import first_day, in_words, last_day, words_of


@pytest.mark.parametrize(
    ("partial", "first", "last", "words"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31), "2021"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "Feb 2024"),
        ("2021-03-05", date(2021, 3, 5), date(2021, 3, 5), "5 Mar 2021"),
    ],
)
def test_what_a_partial_date_can_mean(partial, first, last, words):
    assert (first_day(partial), last_day(partial), words_of(partial)) == (first, last, words)


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        ("2021-03", "2024", "Mar 2021 to 2024"),
        ("2021-03", "", "Mar 2021 to present"),
        ("", "2024-05-03", "3 May 2024"),
        ("", "", ""),
    ],
)
def test_from_when_to_when(starts, ends, words):
    assert in_words(starts, ends) == words
