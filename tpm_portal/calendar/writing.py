"""Dates as an iCalendar file (RFC 5545), in the few shapes that all programs read alike.

Moments in UTC and days as days, without time zones and without series; each with a name of its own.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from keeping.dated import Dated

# The library is loaded with the first calendar that is asked for, and not by a start.
if TYPE_CHECKING:
    from icalendar import Event

MEDIA_TYPE = "text/calendar; charset=utf-8"
# How often a program should look again.
EVERY = timedelta(hours=4)
# What no text of a calendar may hold: RFC 5545 knows no control characters but the tab and the line break.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
BREAKS = re.compile(r"\r\n?")


def written(dates: Iterable[Dated], *, site: str, name: str, with_notes: bool = False) -> bytes:
    """The dates as one calendar called ``name``; ``site`` is where their pages are. The same dates, the same bytes."""
    from icalendar import Calendar, vDuration

    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//TPM Portal//Calendar//EN")
    calendar.add("CALSCALE", "GREGORIAN")
    for called in ("NAME", "X-WR-CALNAME"):
        calendar.add(called, name)
    calendar.add("REFRESH-INTERVAL", vDuration(EVERY), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(EVERY))
    seen: Counter[tuple[object, ...]] = Counter()
    for one in dates:
        # Some programs tell events apart by what they say alone.
        here = (one.title, one.at or one.on)
        seen[here] += 1
        calendar.add_component(_event(one, seen[here], site=site, with_notes=with_notes))
    return bytes(calendar.to_ical())


def _event(one: Dated, number: int, *, site: str, with_notes: bool) -> "Event":
    from icalendar import Event, vText

    event, page = Event(), f"{site}{one.url}"
    changed_at = one.changed_at.replace(microsecond=0)
    event.add("UID", one.uid)
    event.add("DTSTAMP", changed_at)
    event.add("LAST-MODIFIED", changed_at)
    event.add("SEQUENCE", one.edition)
    event.add("SUMMARY", plain(one.title) if number == 1 else f"{plain(one.title)} ({number})")
    if one.at:
        event.add("DTSTART", _moment(one.at))
        event.add("DTEND", _moment(one.ends or one.at))
    else:
        event.add("DTSTART", one.on)
        if one.on < date.max:  # Without an end it is one day too, and no day comes after the last.
            event.add("DTEND", one.on + timedelta(days=1))
        event.add("TRANSP", "TRANSPARENT")
    if one.where:
        event.add("LOCATION", plain(one.where))
    event.add("DESCRIPTION", "\n\n".join(filter(None, (plain(one.note) if with_notes else "", page))))
    event.add("URL", page)
    event.add("CATEGORIES", [vText(one.kind.label)])
    event.add("CLASS", "PRIVATE")
    return event


def _moment(at: datetime) -> datetime:
    return at.replace(microsecond=0)


def plain(text: str) -> str:
    """A text with one kind of line break, and without what a calendar may not hold."""
    return CONTROL.sub("", BREAKS.sub("\n", text))
