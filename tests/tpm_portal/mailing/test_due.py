"""Which mail is due when: in the learner's own morning, whatever their clocks do, once for each time before a day."""

import zoneinfo
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_portal.mailing.due import (
    EVENING,
    IN_THE_EVENING,
    LATE,
    LEADS,
    MORNING,
    days_in_words,
    digest_at,
    digest_of,
    next_look,
    reminders,
)


def utc(*parts):
    return datetime(*parts, tzinfo=UTC)


ZONES = st.sampled_from(sorted(zoneinfo.available_timezones())).map(zoneinfo.ZoneInfo)
MOMENTS = st.integers(0, 7 * 366 * 24 * 60).map(lambda minutes: utc(2024, 1, 1) + timedelta(minutes=minutes))
NEW_YORK, KOLKATA, SYDNEY = map(zoneinfo.ZoneInfo, ("America/New_York", "Asia/Kolkata", "Australia/Sydney"))


@dataclass(frozen=True)
class One:
    kind: str
    on: date
    at: datetime | None = None
    uid: str = "u"


def looks(start, end, zone):
    """Each moment from ``start`` on at which dates are looked at."""
    now = start
    while (now := next_look(now, zone)) < end:
        yield now


@given(now=MOMENTS, zone=ZONES)
def test_the_next_look_is_the_nearest_morning_or_evening_of_the_learners_clock(now, zone):
    look = next_look(now, zone)
    assert look > now
    # Asked of the clock minute by minute: it shows 7 and 18 at no moment between.
    shown = [(now + timedelta(minutes=number)).astimezone(zone) for number in range(1, 24 * 60 + 120)]
    shown = [local.replace(second=0, microsecond=0) for local in shown]
    first = next(local for local in shown if local.time() in (MORNING, EVENING))
    assert look == first


@given(start=MOMENTS, zone=ZONES)
def test_each_day_has_one_morning_and_one_evening_also_when_clocks_are_put_forward_or_back(start, zone):
    seen = [look.astimezone(zone) for look in looks(start, start + timedelta(days=30), zone)]
    assert {look.time() for look in seen} <= {MORNING, EVENING}
    assert len({(look.date(), look.time()) for look in seen}) == len(seen)
    assert 58 <= len(seen) <= 61


@given(
    start=MOMENTS,
    zone=ZONES,
    kind=st.sampled_from(sorted(LEADS)),
    ahead=st.integers(0, 100),
    clock=st.none() | st.times(),
    missed=st.sets(st.integers(0, 210), max_size=150),
)
def test_nothing_is_sent_twice_nor_when_it_is_over_nor_forgotten_by_who_looks_each_time(
    start, zone, kind, ahead, clock, missed
):
    on = start.astimezone(zone).date() + timedelta(days=ahead)
    item = One(kind, on, datetime.combine(on, clock, zone) if clock else None)
    sent = {}
    for number, now in enumerate(looks(start, start + timedelta(days=104), zone)):
        if number in missed:
            continue
        for one in reminders([item], now=now, zone=zone):
            sent.setdefault(one.key, []).append((now, one.days))
    local = {key: moments[0][0].astimezone(zone) for key, moments in sent.items()}
    for key, moments in sent.items():
        now, days = moments[0]
        assert days == (on - local[key].date()).days
        assert item.at is None or now < item.at
        assert days >= -LATE.get(kind, 0)
        assert MORNING <= local[key].time() < EVENING or kind in IN_THE_EVENING
    assert len(sent) <= len(LEADS[kind])
    if not missed and ahead > max(LEADS[kind]) and (clock is None or clock > MORNING):
        assert [(on - moment.date()).days for moment in local.values()] == list(LEADS[kind])
        assert {moment.time() for moment in local.values()} == {MORNING}


@pytest.mark.parametrize(
    ("item", "now", "days"),
    [
        # 9 in the morning in New York is written of at 7 the day before, winter and summer.
        (One("interview", date(2027, 1, 12), utc(2027, 1, 12, 14)), utc(2027, 1, 11, 12), 1),
        (One("interview", date(2027, 7, 13), utc(2027, 7, 13, 13)), utc(2027, 7, 12, 11), 1),
        (
            One("interview", date(2027, 1, 12), utc(2027, 1, 12, 14)),
            utc(2027, 1, 11, 4, 59),
            None,
        ),
        # Recorded late in the day, it is said in the evening; and of one that has begun nothing.
        (One("interview", date(2027, 1, 12)), utc(2027, 1, 11, 23), 1),
        (One("interview", date(2027, 1, 12), utc(2027, 1, 12, 14)), utc(2027, 1, 12, 13, 59), 0),
        (One("interview", date(2027, 1, 12), utc(2027, 1, 12, 14)), utc(2027, 1, 12, 14), None),
        (One("task", date(2027, 1, 11)), utc(2027, 1, 11, 23), None),
        (One("task", date(2027, 1, 11)), utc(2027, 1, 13, 12), -2),
        (One("task", date(2027, 1, 11)), utc(2027, 1, 14, 12), None),
        (One("review", date(2027, 1, 11)), utc(2027, 1, 12, 12), None),
        # A date that is only there to be seen in the digest.
        (One("target", date(2027, 1, 11)), utc(2027, 1, 11, 12), None),
    ],
)
def test_so_many_days_before_it_is_written_of(item, now, days):
    found = reminders([item], now=now, zone=NEW_YORK)
    assert [one.days for one in found] == ([] if days is None else [days])


def test_another_day_or_hour_is_written_of_anew_and_the_same_in_another_zone_is_not():
    at = datetime(2027, 1, 11, 23, tzinfo=NEW_YORK)
    now = utc(2027, 1, 11, 13)
    before = One("interview", date(2027, 1, 11), at)
    moved = [One("interview", date(2027, 1, 11), at - timedelta(hours=1)), One("interview", date(2027, 1, 12), None)]
    (key,) = {one.key for one in reminders([before], now=now, zone=NEW_YORK)}
    assert key not in {one.key for one in reminders(moved, now=now, zone=NEW_YORK)}
    # Eleven in the evening is so on every clock: the day and the time of an interview have no zone.
    there = One("interview", date(2027, 1, 11), datetime(2027, 1, 11, 23, tzinfo=KOLKATA))
    assert {one.key for one in reminders([there], now=now, zone=KOLKATA)} == {key}


@given(start=MOMENTS, zone=ZONES)
def test_each_week_has_one_digest_on_monday_morning(start, zone):
    found = {}
    for now in looks(start, start + timedelta(days=28), zone):
        if monday := digest_of(now, zone):
            found.setdefault(monday, now)
    _, *others = found
    assert all(monday.weekday() == 0 for monday in found)
    assert len(others) in (3, 4)
    assert [found[monday] for monday in others] == [digest_at(monday, zone) for monday in others]
    assert {found[monday].astimezone(zone).time() for monday in others} == {MORNING}


@pytest.mark.parametrize(
    ("local", "due"),
    [
        (utc(2027, 1, 11, 6, 59), None),
        (utc(2027, 1, 11, 7, 0), date(2027, 1, 11)),
        (utc(2027, 1, 11, 18, 0), None),
        (utc(2027, 1, 13, 17, 59), date(2027, 1, 11)),
        (utc(2027, 1, 14, 9, 0), None),
        (utc(2027, 1, 17, 9, 0), None),
    ],
)
def test_a_digest_that_could_not_be_sent_on_monday_is_sent_until_wednesday(local, due):
    for zone in (NEW_YORK, KOLKATA, SYDNEY):
        assert digest_of(local.replace(tzinfo=zone).astimezone(UTC), zone) == due


def test_monday_morning_in_sydney_is_sunday_elsewhere():
    assert digest_at(date(2027, 1, 11), SYDNEY) == utc(2027, 1, 10, 20)


@pytest.mark.parametrize(
    ("days", "words"),
    [(-2, "2 days ago"), (-1, "yesterday"), (0, "today"), (1, "tomorrow"), (2, "in 2 days"), (90, "in 90 days")],
)
def test_days_in_words(days, words):
    assert days_in_words(days) == words
