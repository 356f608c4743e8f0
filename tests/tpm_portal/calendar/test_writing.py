"""Calendar files as RFC 5545 says, and as programs read them: lines, escapes, moments and days."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from keeping.dated import Dated, Kind
from tests.factories.applications import make_task
from tests.factories.interviews import make_interview
from tpm_portal.calendar.telling import calendar_file
from tpm_portal.calendar.writing import plain, written

SITE = "https://portal.example.org"
STAMP = datetime(2026, 11, 25, 12, 0, 0, 123456, tzinfo=UTC)
DAY = Dated(kind=Kind.TASK, uid="task-1", title="Call Kim", on=date(2026, 12, 3), url="/tasks/", changed_at=STAMP)
MOMENT = replace(
    DAY,
    kind=Kind.INTERVIEW,
    uid="interview-1",
    title="Interview: Acme",
    at=datetime(2026, 12, 3, 14, tzinfo=UTC),
    ends=datetime(2026, 12, 3, 15, tzinfo=UTC),
    where="Main St 1, Springfield",
)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


def lines(body):
    """The lines as they are meant: RFC 5545 breaks long ones, and goes on with a space."""
    return body.replace(b"\r\n ", b"").decode().split("\r\n")


def read(body):
    return icalendar.Calendar.from_ical(body).walk("VEVENT")


def test_a_calendar_is_written_like_this():
    body = written([MOMENT, replace(DAY, note="Ask", edition=3)], site=SITE, name="TPM Portal")
    assert lines(body) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//TPM Portal//Calendar//EN",
        "CALSCALE:GREGORIAN",
        "NAME:TPM Portal",
        "X-WR-CALNAME:TPM Portal",
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
        "X-PUBLISHED-TTL:PT4H",
        "BEGIN:VEVENT",
        "SUMMARY:Interview: Acme",
        "DTSTART:20261203T140000Z",
        "DTEND:20261203T150000Z",
        "DTSTAMP:20261125T120000Z",
        "UID:interview-1",
        "SEQUENCE:1",
        "CATEGORIES:Interviews",
        "CLASS:PRIVATE",
        "DESCRIPTION:https://portal.example.org/tasks/",
        "LAST-MODIFIED:20261125T120000Z",
        "LOCATION:Main St 1\\, Springfield",
        "URL:https://portal.example.org/tasks/",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "SUMMARY:Call Kim",
        "DTSTART;VALUE=DATE:20261203",
        "DTEND;VALUE=DATE:20261204",
        "DTSTAMP:20261125T120000Z",
        "UID:task-1",
        "SEQUENCE:3",
        "CATEGORIES:Tasks",
        "CLASS:PRIVATE",
        "DESCRIPTION:https://portal.example.org/tasks/",
        "LAST-MODIFIED:20261125T120000Z",
        "TRANSP:TRANSPARENT",
        "URL:https://portal.example.org/tasks/",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_notes_are_told_only_where_they_are_asked_for():
    said = [
        read(written([replace(DAY, note="Ask\r\nKim")], site=SITE, name="x", with_notes=on)) for on in (False, True)
    ]
    assert [str(one["DESCRIPTION"]) for (one,) in said] == [f"{SITE}/tasks/", f"Ask\nKim\n\n{SITE}/tasks/"]


def test_what_is_called_the_same_at_the_same_time_is_told_apart():
    other = replace(DAY, on=DAY.on + timedelta(days=1))
    rows = [replace(DAY, uid=str(number)) for number in range(3)] + [other, MOMENT, replace(MOMENT, uid="i2")]
    assert [str(one["SUMMARY"]) for one in read(written(rows, site=SITE, name="x"))] == [
        *("Call Kim", "Call Kim (2)", "Call Kim (3)", "Call Kim"),
        *("Interview: Acme", "Interview: Acme (2)"),
    ]


def test_no_kind_is_named_with_a_comma():
    assert [kind for kind in Kind if "," in kind.label] == []


@given(title=texts, where=texts, note=texts)
@example(title="é" * 200, where=";,\\\n", note="BEGIN:VEVENT\r\nEND:VEVENT\r\n")
@example(title="👩🏽‍🚀" * 60, where="a\tb", note="\x00\x0b\x7f\x85\u2028")
def test_any_text_comes_back_as_it_was_in_lines_of_75_octets(title, where, note):
    row = replace(MOMENT, title=title, where=where, note=note)
    body = written([row], site=SITE, name="x", with_notes=True)
    assert body.endswith(b"END:VCALENDAR\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", body)
    assert [line for line in body.split(b"\r\n") if len(line) > 75] == []
    # None of them breaks within a character.
    assert [line.decode() for line in body.split(b"\r\n")]
    (event,) = read(body)
    assert str(event["SUMMARY"]) == plain(title)
    assert str(event.get("LOCATION", "")) == plain(where)
    assert str(event["DESCRIPTION"]) == "\n\n".join(filter(None, (plain(note), f"{SITE}/tasks/")))
    # A reader that only knows RFC 5545: one event, and its text escaped by the letter.
    meant = lines(body)
    assert meant.count("BEGIN:VEVENT") == 1
    escaped = plain(title).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    assert f"SUMMARY:{escaped}" in meant


@given(text=texts)
def test_a_plain_text_has_no_control_characters_but_tabs_and_line_breaks(text):
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", plain(text))
    assert plain(plain(text)) == plain(text)


@given(
    days=st.lists(st.dates(date(1950, 1, 1), date(2199, 12, 31)), min_size=1, max_size=5),
    clock=st.times(),
    edition=st.integers(1, 2**31 - 1),
)
def test_days_come_back_as_days_and_moments_as_moments(days, clock, edition):
    rows = [replace(DAY, uid=f"d{place}", on=on, edition=edition) for place, on in enumerate(days)]
    at = datetime.combine(days[0], clock, tzinfo=UTC)
    rows.append(replace(MOMENT, on=days[0], at=at, ends=at + timedelta(hours=1)))
    *whole, last = read(written(rows, site=SITE, name="x"))
    assert [one["DTSTART"].dt for one in whole] == days
    assert [one["DTEND"].dt for one in whole] == [on + timedelta(days=1) for on in days]
    assert last["DTSTART"].dt == at.replace(microsecond=0)
    assert {one["SEQUENCE"] for one in whole} == {edition}


def test_the_same_dates_are_the_same_bytes():
    first = written([MOMENT, DAY], site=SITE, name="TPM Portal")
    assert first == written([MOMENT, DAY], site=SITE, name="TPM Portal")
    assert b"VTIMEZONE" not in first
    assert b"RRULE" not in first


# Where 14:00 is which hour in UTC, in winter and in summer of the north.
ZONES = {
    "America/New_York": (19, 18),
    "America/Phoenix": (21, 21),
    "Europe/London": (14, 13),
    "Asia/Kolkata": (8.5, 8.5),
    "Australia/Sydney": (3, 4),
}


@pytest.mark.django_db
@pytest.mark.parametrize("zone", ZONES)
def test_two_in_the_afternoon_is_the_right_moment_in_winter_and_in_summer(learner, zone):
    learner.time_zone = zone
    learner.save()
    winter, summer = date(2027, 1, 14), date(2027, 7, 14)
    for on in (winter, summer):
        make_interview(learner, on=on, at=time(14))
        make_task(learner, due_on=on)
    found = read(calendar_file(learner, today=date(2026, 12, 1), kinds=[Kind.INTERVIEW, Kind.TASK]))
    moments = [one["DTSTART"].dt for one in found if isinstance(one["DTSTART"].dt, datetime)]
    midnight = [datetime.combine(on, time(), tzinfo=UTC) for on in (winter, summer)]
    expected = zip(midnight, ZONES[zone], strict=True)
    assert moments == [day + timedelta(hours=hours) for day, hours in expected]
    days = [one["DTSTART"].dt for one in found if not isinstance(one["DTSTART"].dt, datetime)]
    assert days == [winter, summer]


def test_the_last_day_there_is_has_no_day_after_it():
    (event,) = read(written([replace(DAY, on=date.max)], site=SITE, name="TPM Portal"))
    assert (event.decoded("DTSTART"), "DTEND" in event) == (date.max, False)
