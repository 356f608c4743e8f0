"""What the site needs and what it could do without, asked of the real thing and answered within seconds.

What is said goes to everybody who asks ``/readyz/``: no host, no name, no error of anybody's.
"""

import logging
import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules

from django.apps import apps
from django.conf import settings
from django.core.cache import caches
from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Count, Min
from django.utils import timezone

from accounts.models import OutgoingMail
from accounts.throttle_cache import RedisOrDatabase
from tpm_portal import request_id

logger = logging.getLogger(__name__)

OK, WARN, FAIL = "ok", "warn", "fail"
# How long all of it may take. What has not answered by then does not answer.
SECONDS = 3.0
SECONDS_FOR_MAIL = 1.0
# The mail server is asked by each worker no more often than this.
MAIL_KEPT = 60.0
MAIL_IS_LATE = timedelta(minutes=15)
# PostgreSQL begins a file of 16 MB when it needs one; an archive that a learner brings back has 32.
LEAST_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True)
class Part:
    """One of the things asked: ``ok``, ``warn`` if the site goes on without it, or ``fail``."""

    name: str
    state: str
    said: str


def database() -> Part:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return Part("database", OK, "It answers.")


def migrations() -> Part:
    """Whether the database is as this release needs it. One that is ahead of us is: the next release begins so."""
    if not all_migrated():
        return Part("migrations", FAIL, "Some are not applied: run manage.py migrate.")
    return Part("migrations", OK, "All are applied.")


def all_migrated() -> bool:
    """Whether every migration of this release has been applied."""
    return not on_disk() - MigrationRecorder(connection).applied_migrations().keys()


@lru_cache(maxsize=1)
def on_disk() -> frozenset[tuple[str, str]]:
    """App and name of every migration of this release, by the names of files: to load them all takes a second."""
    found = set()
    for app in apps.get_app_configs():
        module = MigrationLoader.migrations_module(app.label)[0]
        if module and (spec := find_spec(module)) and spec.submodule_search_locations:
            names = (one.name for one in iter_modules(spec.submodule_search_locations) if not one.ispkg)
            found |= {(app.label, name) for name in names if name[0] not in "_~"}
    return frozenset(found)


def cache() -> Part:
    tries = caches["default"]
    if not isinstance(tries, RedisOrDatabase):
        return Part("cache", OK, "None is set: tries are counted in the database.")
    if tries.is_away():
        return Part("cache", WARN, "Redis is away: tries are counted in the database, slower.")
    return Part("cache", OK, "Redis answers.")


def mail() -> Part:
    if not settings.MAIL_CONFIGURED:
        return Part("mail", OK, "None is set: nothing is sent.")
    waiting = OutgoingMail.objects.aggregate(count=Count("pk"), since=Min("made_at"))
    said = (
        f"{waiting['count']} to be sent, the oldest since {waiting['since']:%Y-%m-%d %H:%M} UTC."
        if waiting["count"]
        else "None waits to be sent."
    )
    late = bool(waiting["count"]) and timezone.now() - waiting["since"] > MAIL_IS_LATE
    if not _mail_server.answers():
        return Part("mail", WARN, f"The server cannot be reached. {said}")
    return Part("mail", WARN if late else OK, said)


def disk() -> Part:
    free = min(shutil.disk_usage(place).free for place in places())
    said = f"{free // 1024**2} MB are free."
    return Part("disk", OK, said) if free >= LEAST_BYTES else Part("disk", WARN, f"Nearly full: {said}")


def places() -> list[Path]:
    """Where this machine writes: long answers and backups, and the embedded PostgreSQL."""
    wanted = [Path(tempfile.gettempdir()), settings.BASE_DIR / "var"]
    if directory := settings.DATABASES["default"].get("EMBEDDED_DIRECTORY"):
        wanted.append(Path(directory))
    return [place if place.exists() else settings.BASE_DIR for place in wanted]


PARTS: dict[str, Callable[[], Part]] = {
    "database": database,
    "migrations": migrations,
    "cache": cache,
    "mail": mail,
    "disk": disk,
}
# Without these the site cannot do what it is for.
NEEDED = {"database", "migrations"}


class _Question(threading.Thread):
    """One part, asked in a thread of its own, with connections of its own."""

    def __init__(self, name: str, do: Callable[[], Part]) -> None:
        super().__init__(name=f"asks for {name}", daemon=True)
        self.do = do
        self.request_id = request_id.current()
        self.part = _silent(name)

    def run(self) -> None:
        request_id.begin(self.request_id)
        try:
            self.part = self.do()
        except Exception as error:
            # The class is enough: what it says may name the server or quote it.
            logger.error("%s: %s", self.name, type(error).__name__)
        finally:
            connections.close_all()


# The question asked last for each part. One that never comes back is not followed by another.
_asked: dict[str, _Question] = {}


def ask(parts: Mapping[str, Callable[[], Part]] = PARTS, *, seconds: float = SECONDS) -> list[Part]:
    """Ask all at once, and wait for ``seconds`` at most."""
    until = time.monotonic() + seconds
    for name, do in parts.items():
        if name not in _asked or not _asked[name].is_alive():
            _asked[name] = _Question(name, do)
            _asked[name].start()
    questions = [_asked[name] for name in parts]
    for question in questions:
        question.join(max(0.0, until - time.monotonic()))
    return [question.part for question in questions]


def _silent(name: str) -> Part:
    return Part(name, FAIL if name in NEEDED else WARN, "It does not answer.")


class _MailServer:
    """Whether somebody listens there, asked beside the pages and remembered for a while."""

    def __init__(self) -> None:
        self.asked_at = float("-inf")
        self.there = True

    def answers(self) -> bool:
        now = time.monotonic()
        if now - self.asked_at > MAIL_KEPT:
            self.asked_at = now
            try:
                socket.create_connection((settings.EMAIL_HOST, settings.EMAIL_PORT), SECONDS_FOR_MAIL).close()
                self.there = True
            except OSError:
                self.there = False
        return self.there


_mail_server = _MailServer()
