"""What ``manage.py serve`` does by itself while it runs: each hour, and once a day."""

import subprocess
import sys
from datetime import UTC, datetime
from threading import Event, Thread

from django.conf import settings

# A command loads as much as a worker does, and the first pages come before it.
SECONDS_AT_FIRST = 5
# How often the clock is looked at. A laptop that slept for a night does not notice otherwise that it is another day.
SECONDS = 60
# How often it is looked whether a command has ended.
SECONDS_OF_A_LOOK = 0.2
EACH_DAY = ("daily", "--if-due")
EACH_HOUR = ("send_reminders",)


def due(last: datetime | None, *, now: datetime) -> list[tuple[str, ...]]:
    """The commands that are due now, when ``last`` is when some were run the last time, ``None`` at the start."""
    if last is None or last.astimezone(UTC).date() != now.astimezone(UTC).date():
        return [EACH_DAY, EACH_HOUR]
    return [] if last.astimezone(UTC).hour == now.astimezone(UTC).hour else [EACH_HOUR]


def look_after_itself(stop: Event) -> Thread:
    """Run what is due until ``stop`` is set, in processes of their own: ours holds no connection.

    What still runs then is ended: each command can be broken off, and its next run goes on where it was.
    """

    def go() -> None:
        last = None
        stop.wait(SECONDS_AT_FIRST)
        while not stop.is_set():
            now = datetime.now(UTC)
            for command in due(last, now=now):
                if stop.is_set():
                    return
                run(command, stop)
                last = now
            stop.wait(SECONDS)

    thread = Thread(target=go, daemon=True, name="by itself")
    thread.start()
    return thread


def run(command: tuple[str, ...], stop: Event) -> int:
    """Run a command of ``manage.py``, at most until ``stop`` is set; what it exits with."""
    found = [sys.executable, str(settings.BASE_DIR / "manage.py"), *command]
    with subprocess.Popen(found) as process:  # noqa: S603 (our own program)
        while process.poll() is None:
            if stop.wait(SECONDS_OF_A_LOOK):
                process.terminate()
                break
    return process.returncode
