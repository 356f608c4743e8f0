"""Dates of which only the year or the month may be known."""

from datetime import date

import pytest

from evidence.catalog.partial_dates import ends_before, first_day, in_words, last_day, words_of


@pytest.mark.parametrize(
    ("partial", "first", "last", "words"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31), "2021"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "Feb 2024"),
        ("2021-03-05", date(2021, 3, 5), date(2021, 3, 5), "Mar 5, 2021"),
    ],
)
def test_what_a_partial_date_can_mean(partial, first, last, words):
    assert (first_day(partial), last_day(partial), words_of(partial)) == (first, last, words)


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        ("2021-03", "2024", "Mar 2021 to 2024"),
        ("2021-03", "", "Mar 2021 to present"),
        ("", "2024-05-03", "May 3, 2024"),
        ("", "", ""),
    ],
)
def test_from_when_to_when(starts, ends, words):
    assert in_words(starts, ends) == words


@pytest.mark.parametrize(
    ("starts", "ends", "before"),
    [
        *(("2021", "2020", True), ("2021-05", "2021-04", True), ("2021-05-02", "2021-05-01", True)),
        # As far as the shorter goes it is the same.
        *(("2021-05", "2021", False), ("2021", "2021-05", False), ("2021", "2021", False)),
        *(("2021", "", False), ("", "2021", False), (None, "2021", False), ("2021", None, False)),
    ],
)
def test_what_ends_before_it_begins(starts, ends, before):
    assert ends_before(starts, ends) is before
