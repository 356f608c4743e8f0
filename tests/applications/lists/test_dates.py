"""Days as lists write them: read in the form that was chosen, or not at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.lists.dates import DAY, FORMS, MONTH, WORD, YEAR, guess_form, is_day, read_day

THIRD = date(2026, 11, 3)
# Each way to write the same day, with the forms in which it says that.
WRITTEN = [
    ("2026-11-03", YEAR),
    ("2026/11/3", YEAR),
    ("2026-11-03T23:59:07.123456Z", YEAR),
    ("2026-11-03 09:30", YEAR),
    ("2026-11-03T09:30:00+02:00", YEAR),
    ("03/11/2026", DAY),
    ("3.11.2026", DAY),
    ("3-11-26", DAY),
    ("03/11/2026, 9:30 pm", DAY),
    ("11/03/2026", MONTH),
    ("11/3/26", MONTH),
    ("11/03/2026 09:30:00 AM", MONTH),
    ("3 Nov 2026", WORD),
    ("3rd November 2026", WORD),
    ("03-Nov-2026", WORD),
    ("Nov 3, 2026", WORD),
    ("November 3rd 2026", WORD),
    ("Tue, Nov. 3, 2026 at 10:12 AM", WORD),
    ("Tuesday 3 Nov 2026", WORD),
]


@pytest.mark.parametrize(("text", "form"), WRITTEN)
def test_each_way_to_write_a_day_is_read_in_its_form(text, form):
    assert read_day(text, form) == THIRD


@pytest.mark.parametrize(("text", "form"), WRITTEN)
def test_no_other_form_turns_a_day_around(text, form):
    others = {other: read_day(text, other) for other in FORMS if other != form}
    turned = date(2026, 3, 11)
    assert set(others.values()) <= {None, turned}
    assert (turned in others.values()) == (form in (DAY, MONTH))


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "45964", "2026-13-01", "2026-02-29", "31/04/2026", "04/31/2026", "00/00/2026", "Nov 2026"),
        *("3 Nix 2026", "3 Novel 2026", "1/2-2026", "2026-11-03 and more", "٣/١١/٢٠٢٦", "3 Mayor 2026"),
    ],
)
def test_what_is_no_day_is_none_in_any_form(text):
    assert not is_day(text)


def test_the_form_that_every_day_fits_is_guessed():
    assert guess_form(["03/11/2026", "13/11/2026"]).form == DAY
    assert guess_form(["11/03/2026", "11/13/2026", "soon", ""]).form == MONTH
    assert guess_form(["2026-11-03"]).form == YEAR
    assert guess_form(["3 Nov 2026", "x"]).form == WORD


def test_between_two_forms_nothing_is_guessed():
    guess = guess_form(["03/04/2026", "05/06/2026"])
    assert (guess.form, guess.fitting) == ("", (DAY, MONTH))
    # However many fit one of them: those that fit both would be turned around.
    for mixed in (["13/04/2026", "04/13/2026"], ["11/03/2026", "11/13/2026", "11/14/2026", "13/11/2026"]):
        assert guess_form(mixed) == guess_form([*mixed, "2026-11-03"]) == guess_form([])
    assert (guess_form(["soon", ""]), guess_form([]).fitting) == (guess_form([]), ())


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_as_it_was_written(day):
    written = {
        YEAR: f"{day:%Y-%m-%d}",
        DAY: f"{day:%d/%m/%Y}",
        MONTH: f"{day:%m/%d/%Y}",
        WORD: f"{day:%-d %b %Y}",
    }
    assert {form: read_day(text, form) for form, text in written.items()} == dict.fromkeys(written, day)


@given(st.text(max_size=40), st.sampled_from(sorted(FORMS)))
def test_any_text_is_a_day_or_none(text, form):
    assert isinstance(read_day(text, form), date | None)
