"""What ``manage.py serve`` does by itself while it runs: each hour, and once a day."""

import subprocess
import sys
from datetime import UTC, datetime
from threading import Event, Thread

from django.conf import settings

# How often the clock is looked at. A laptop that slept for a night does not notice otherwise that it is another day.
SECONDS = 60
EACH_DAY = ("daily", "--if-due")
EACH_HOUR = ("send_reminders",)


def due(last: datetime | None, *, now: datetime) -> list[tuple[str, ...]]:
    """The commands that are due now, when ``last`` is when some were run the last time, ``None`` at the start."""
    if last is None or last.astimezone(UTC).date() != now.astimezone(UTC).date():
        return [EACH_DAY, EACH_HOUR]
    return [] if last.astimezone(UTC).hour == now.astimezone(UTC).hour else [EACH_HOUR]


def look_after_itself(stop: Event) -> Thread:
    """Run what is due until ``stop`` is set, in processes of their own: ours holds no connection."""

    def go() -> None:
        last = None
        while not stop.is_set():
            now = datetime.now(UTC)
            for command in due(last, now=now):
                run(command)
                last = now
            stop.wait(SECONDS)

    thread = Thread(target=go, daemon=True, name="by itself")
    thread.start()
    return thread


def run(command: tuple[str, ...]) -> int:
    """Run a command of ``manage.py``; what it exits with."""
    found = [sys.executable, str(settings.BASE_DIR / "manage.py"), *command]
    return subprocess.run(found, check=False).returncode  # noqa: S603 (our own program)
