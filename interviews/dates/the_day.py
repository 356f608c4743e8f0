"""What there is to do on the day of an interview, from what is recorded of it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

# So long before it one joins a call, or stands at the door.
EARLY_ONLINE, EARLY_THERE = timedelta(minutes=10), timedelta(minutes=15)
BRIEF, PLACE, TIME, STORIES, ASK = "brief", "place", "time", "stories", "ask"


@dataclass(frozen=True)
class ToDo:
    """One thing to do; ``what`` says which page has it."""

    what: str
    text: str


def on_the_day(
    *, on: date, at: time | None, place: str, online: bool, stories: Sequence[str], asking: int
) -> list[ToDo]:
    """What to do, in the order of the day. ``stories`` are those to tell, ``asking`` the number of own questions."""
    found = [ToDo(BRIEF, "Read the brief once, an hour before. Don't learn anything new today.")]
    if at is None:
        found.append(ToDo(TIME, "Find out the time, and add it here."))
    if not place:
        found.append(ToDo(PLACE, "Find out where it is, or the link to the call, and add it here."))
    elif at is not None:
        early = _clock(datetime.combine(on, at) - (EARLY_ONLINE if online else EARLY_THERE))
        go = "Open the link, and check your sound and camera" if online else "Be there"
        found.append(ToDo(PLACE, f"{go} by {early}."))
    else:
        found.append(ToDo(PLACE, "Open the link ten minutes early." if online else "Be there 15 minutes early."))
    if stories:
        found.append(ToDo(STORIES, f"Say these once out loud: {'; '.join(stories)}."))
    else:
        found.append(ToDo(STORIES, "Have one story ready that you can tell in two minutes."))
    if asking:
        found.append(ToDo(ASK, f"Bring your {'question' if asking == 1 else f'{asking} questions'} for them."))
    else:
        found.append(ToDo(ASK, "Think of two questions to ask them, and add them here."))
    return found


def _clock(when: datetime) -> str:
    return f"{when:%-I:%M %p}"
