"""It is not the same day everywhere."""

from datetime import UTC, date, datetime

from accounts.days import earliest_day, latest_day


def test_at_noon_it_is_the_same_day_from_the_last_zone_to_the_first_but_for_two_hours():
    assert earliest_day(datetime(2026, 12, 1, 11, 59, tzinfo=UTC)) == date(2026, 11, 30)
    assert earliest_day(datetime(2026, 12, 1, 12, 0, tzinfo=UTC)) == date(2026, 12, 1)
    assert latest_day(datetime(2026, 12, 1, 9, 59, tzinfo=UTC)) == date(2026, 12, 1)
    assert latest_day(datetime(2026, 12, 1, 10, 0, tzinfo=UTC)) == date(2026, 12, 2)
