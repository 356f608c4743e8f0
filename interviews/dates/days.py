"""How far away a day is, and whether what has an hour on it is over. Pure."""

from datetime import date, datetime, time, timedelta

# So long after it began an interview is over: most take an hour at most.
LASTS = timedelta(hours=1)


def days_left(today: date, on: date) -> str:
    """How far away a day is, in words."""
    number = (on - today).days
    match number:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case -1:
            return "yesterday"
    return f"in {number} days" if number > 0 else f"{-number} days ago"


def is_over(on: date, at: time | None, *, now: datetime) -> bool:
    """Whether an interview is over at ``now``, the learner's own time; without an hour it lasts all day."""
    if at is None:
        return on < now.date()
    return datetime.combine(on, at) + LASTS <= now.replace(tzinfo=None)
