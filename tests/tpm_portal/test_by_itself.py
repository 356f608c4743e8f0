"""What the server does by itself, each hour and once a day."""

from datetime import UTC, datetime, timedelta, timezone
from threading import Event

import pytest

from tests.kit import wait_until
from tpm_portal import by_itself
from tpm_portal.by_itself import EACH_DAY, EACH_HOUR, due

AT = datetime(2026, 12, 1, 23, 59, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (None, [EACH_DAY, EACH_HOUR]),
        (AT - timedelta(seconds=29 * 60), []),
        (AT - timedelta(hours=1), [EACH_HOUR]),
        (AT - timedelta(hours=23), [EACH_HOUR]),
        (AT - timedelta(hours=24), [EACH_DAY, EACH_HOUR]),
        # It slept for days.
        (AT - timedelta(days=9), [EACH_DAY, EACH_HOUR]),
        # The same day in UTC, whatever the zone says.
        (datetime(2026, 12, 2, 9, 0, tzinfo=timezone(timedelta(hours=14))), [EACH_HOUR]),
    ],
)
def test_once_a_day_in_utc_the_daily_command_is_due_and_each_hour_the_reminders(last, expected):
    assert due(last, now=AT) == expected


def test_what_is_due_is_done_at_the_start_and_then_until_the_server_stops(monkeypatch):
    stop, done = Event(), []

    def run(command, _):
        done.append(command)
        if len(done) == 3:
            stop.set()

    monkeypatch.setattr(by_itself, "SECONDS", 0)
    monkeypatch.setattr(by_itself, "SECONDS_AT_FIRST", 0)
    monkeypatch.setattr(by_itself, "due", lambda *_, **__: [EACH_DAY])
    monkeypatch.setattr(by_itself, "run", run)
    by_itself.look_after_itself(stop).join(timeout=10)
    assert done == [EACH_DAY] * 3


def test_a_server_that_stops_at_once_does_nothing_by_itself(monkeypatch):
    done = []
    monkeypatch.setattr(by_itself, "run", lambda command, _: done.append(command))
    stop = Event()
    beside = by_itself.look_after_itself(stop)
    stop.set()
    beside.join(timeout=10)
    assert (beside.is_alive(), done) == (False, [])


def test_what_still_runs_when_the_server_stops_is_ended_and_nothing_more_is_begun(settings, tmp_path, monkeypatch):
    settings.BASE_DIR = tmp_path
    (tmp_path / "manage.py").write_text(
        "import pathlib, sys, time\nopen(pathlib.Path(__file__).with_name(sys.argv[1]), 'w')\ntime.sleep(60)\n"
    )
    monkeypatch.setattr(by_itself, "SECONDS_AT_FIRST", 0)
    monkeypatch.setattr(by_itself, "due", lambda *_, **__: [EACH_DAY, EACH_HOUR])
    stop = Event()
    beside = by_itself.look_after_itself(stop)
    wait_until(lambda: (tmp_path / "daily").exists())
    stop.set()
    beside.join(timeout=10)
    assert not beside.is_alive()
    assert not (tmp_path / "send_reminders").exists()


def test_a_command_says_how_it_ended(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    (tmp_path / "manage.py").write_text("import sys\nsys.exit(3)\n")
    assert by_itself.run(EACH_DAY, Event()) == 3
