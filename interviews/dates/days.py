"""How far away a day is. Pure."""

from datetime import date


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
