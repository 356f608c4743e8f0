"""Interviews as they stand in a calendar: by the clock where the learner is."""

from datetime import UTC, date, datetime, time, timedelta

from interviews.dates.coming import dates
from keeping.verbs import change
from tests.factories import NOW
from tests.factories.interviews import make_interview

TODAY = date(2026, 12, 1)
DAY = date(2026, 12, 3)


def told(user, since=TODAY):
    return [one for _, one in dates([user], today=TODAY, since=since)]


def test_an_interview_is_told_with_its_moment_its_place_and_its_round(learner, stranger):
    learner.time_zone = "America/New_York"
    row = make_interview(learner, company="Acme", on=DAY, at=time(14, 30), place="Room 7", note="Ask")
    make_interview(stranger, on=DAY)
    (one,) = told(learner)
    assert (one.kind, one.uid, one.title) == ("interview", f"interview-{row.token}", "Interview: Acme (First call)")
    assert (one.on, one.at, one.ends) == (
        DAY,
        datetime(2026, 12, 3, 19, 30, tzinfo=UTC),
        datetime(2026, 12, 3, 20, 30, tzinfo=UTC),
    )
    assert (one.where, one.note, one.url, one.edition) == ("Room 7", "Ask", row.get_absolute_url(), 1)
    assert told(learner, since=DAY + timedelta(days=1)) == []


def test_one_without_an_hour_lasts_all_day(learner):
    make_interview(learner, on=DAY)
    (one,) = told(learner)
    assert (one.on, one.at, one.ends) == (DAY, None, None)


def test_an_hour_that_the_clocks_leave_out_is_the_one_after_it(learner):
    learner.time_zone = "America/New_York"
    make_interview(learner, on=date(2027, 3, 14), at=time(2, 30))
    (one,) = told(learner)
    assert one.at == datetime(2027, 3, 14, 7, 30, tzinfo=UTC)


def test_the_edition_rises_with_each_change(learner):
    row = make_interview(learner, on=DAY)
    change(row, values={"at": "10:00:00"}, seen=1, at=NOW + timedelta(hours=1))
    (one,) = told(learner)
    assert (one.edition, one.changed_at) == (2, NOW + timedelta(hours=1))
