"""Days of the calendar, of which it is not the same one everywhere. Pure."""

from datetime import date, datetime, timedelta, timezone

# Where each day begins first.
FIRST = timezone(timedelta(hours=14))


def latest_day(now: datetime) -> date:
    """The latest day that it is anywhere on earth: a learner who has moved may have recorded it as their today."""
    return now.astimezone(FIRST).date()
