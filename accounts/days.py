"""Days of the calendar, of which it is not the same one everywhere. Pure."""

from datetime import date, datetime, timedelta, timezone

# Where each day begins first, and where last.
FIRST, LAST = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))


def latest_day(now: datetime) -> date:
    """The latest day that it is anywhere on earth: a learner who has moved may have recorded it as their today."""
    return now.astimezone(FIRST).date()


def earliest_day(now: datetime) -> date:
    """The earliest day that it is anywhere on earth: it may be a visitor's today, of whom we know no time zone."""
    return now.astimezone(LAST).date()
