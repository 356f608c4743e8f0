from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_portal.elsewhere.durations import HOURS, MINUTES, SECONDS, DurationError, hours, in_words


@pytest.mark.parametrize(
    ("text", "unit", "said"),
    [
        ("1:30", "", Fraction(3, 2)),
        ("01:30:36", "", Fraction(151, 100)),
        ("0:45", MINUTES, Fraction(3, 4)),
        ("90", MINUTES, Fraction(3, 2)),
        ("1.5", HOURS, Fraction(3, 2)),
        ("1,5", HOURS, Fraction(3, 2)),
        ("7,25", HOURS, Fraction(29, 4)),
        ("5400", SECONDS, Fraction(3, 2)),
        ("90 min", "", Fraction(3, 2)),
        ("1h 30m", "", Fraction(3, 2)),
        ("1 hour and 30 minutes", "", Fraction(3, 2)),
        ("2 hrs, 15 min.", "", Fraction(9, 4)),
        ("1,5 Std", "", Fraction(3, 2)),
        ("\u00a045\u00a0 mins ", "", Fraction(3, 4)),
        # What a cell says of its unit counts, whatever was chosen for the list.
        ("2 h", MINUTES, Fraction(2)),
    ],
)
def test_what_trackers_write_is_understood(text, unit, said):
    assert hours(text, unit) == said


@pytest.mark.parametrize(
    ("text", "unit", "reason"),
    [
        ("30", "", "say whether these are hours or minutes."),
        ("0", HOURS, "it took no time."),
        ("0:00", "", "it took no time."),
        ("-1", HOURS, "nothing takes less than no time."),
        ("10001", HOURS, "this is more than 10,000 hours."),
        (
            "1,250",
            HOURS,
            "this could be 1250 or 1.25. Write 1250 without a separator, or fewer decimals, such as 1.25.",
        ),
        ("a while", MINUTES, "write a number in digits, such as 12.5."),
        ("1:75", "", "write a number in digits, such as 12.5."),
        ("1e3", MINUTES, "write a number in digits, such as 12.5."),
        ("", MINUTES, "write a number in digits, such as 12.5."),
        ("9" * 2000, MINUTES, "write a number in digits, such as 12.5. This is too long for one."),
    ],
)
def test_what_is_no_time_is_refused_with_a_reason(text, unit, reason):
    with pytest.raises(DurationError) as error:
        hours(text, unit)
    assert str(error.value) == reason


@given(st.integers(min_value=1, max_value=36_000_000))
def test_every_clock_and_every_word_of_ours_is_read_again(seconds):
    spent = Fraction(seconds, 3600)
    clock = f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    assert hours(clock, "") == spent
    # Of thousands of hours our words have a comma, which parts thousands there and could be a decimal.
    if seconds < 3_600_000:
        words = in_words(spent)
        assert hours(words, "") == spent


@given(st.decimals(min_value=Decimal("0.01"), max_value=999, places=2))
def test_a_comma_and_a_point_before_two_decimals_are_the_same(number):
    assert hours(f"{number}", HOURS) == hours(f"{number}".replace(".", ","), HOURS) == Fraction(number)


@given(st.text(max_size=40), st.sampled_from(["", HOURS, MINUTES, SECONDS]))
def test_any_text_is_a_time_or_refused(text, unit):
    try:
        assert 0 < hours(text, unit) <= 10_000
    except DurationError:
        return
