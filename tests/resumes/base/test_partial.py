"""Dates of which only a part is known: understood or refused, never bent."""

from datetime import date

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from evidence.catalog.partial_dates import is_partial
from resumes.base.partial import PartialDateField

FIELD = PartialDateField(required=False)


@pytest.mark.parametrize(
    ("written", "kept"),
    [("2021", "2021"), ("2021-3", "2021-03"), (" 2021-03-5 ", "2021-03-05"), ("2024-02-29", "2024-02-29"), ("", "")],
)
def test_as_much_as_is_known_is_kept(written, kept):
    assert FIELD.clean(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "21",
        "2021-13",
        "2021-00",
        "2023-02-29",
        "2021-3-4-5",
        "-2021",
        "2021-",
        "٢٠٢١",
        "March 2021",
        "2021\n-03",
        "0000",
    ],
)
def test_what_is_no_date_is_refused(written):
    with pytest.raises(forms.ValidationError, match="Write a year, a month or a day"):
        FIELD.clean(written)


@given(st.dates())
def test_every_day_that_there_is_is_one(day):
    text = day.isoformat()
    assert FIELD.clean(text) == text
    assert is_partial(text[:7])
    assert is_partial(text[:4])


@given(st.text("0123456789-", max_size=11))
def test_what_is_taken_is_a_day_that_there_is(text):
    if is_partial(text):
        year, month, day = [*map(int, text.split("-")), 1, 1][:3]
        assert date(year, month, day)
