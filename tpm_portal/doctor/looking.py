"""The site looked at from every side, each for itself: what breaks one look keeps no other from being taken."""

import logging
import shutil
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core import checks
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Max
from django.utils import timezone

from accounts.models import User
from accounts.second_step import has_second_step
from curation.models import LinkCheck
from tpm_portal import last_runs, readiness
from tpm_portal.doctor.finding import FAIL, OK, WARN, Finding
from tpm_portal.quiet_postgres.base import DatabaseWrapper
from tpm_portal.quiet_postgres.limits import FOR_PAGES
from tpm_portal.static_files import PortalStaticFilesConfig

logger = logging.getLogger(__name__)

OLDEST_POSTGRESQL = 14
# Each worker has one for pages, one for tries, one for mail and one for long answers.
CONNECTIONS_OF_A_WORKER = 4
# The codes of authenticator apps are good for half a minute, see MFA_TOTP_TOLERANCE.
CLOCK_IS_OFF, CLOCK_IS_WRONG = timedelta(seconds=5), timedelta(seconds=60)
# What ``check --deploy`` finds that is not of the settings: the first is told with the cache.
REDIS_IS_AWAY, MAIL_SERVER_IS_AWAY = "tpm_portal.W004", "tpm_portal.W005"
# How long after the last time something that runs by itself is late, what it is, and what runs it.
SCHEDULED = {
    last_runs.DAILY: (
        timedelta(hours=26),
        "daily",
        "manage.py daily once a day (tpm-daily.timer); its log says what failed.",
    ),
    last_runs.REMINDERS: (
        timedelta(hours=2),
        "send_reminders",
        "manage.py send_reminders each hour (tpm-reminders.timer).",
    ),
    last_runs.BACKUP: (
        timedelta(hours=26),
        "backup",
        "make backup, or manage.py backup once a day (tpm-backup.timer).",
    ),
}
LINKS_ARE_LATE = timedelta(days=7)


def of_settings() -> Iterable[Finding]:
    """What ``check --deploy`` says."""
    found = checks.run_checks(include_deployment_checks=True)
    told = [one for one in found if one.id != REDIS_IS_AWAY and not one.is_silenced()]
    for one in told:
        of = "mail" if one.id == MAIL_SERVER_IS_AWAY else "settings"
        state = FAIL if one.is_serious() else WARN
        yield Finding(of, state, f"{one.msg} ({one.id})", one.hint or "See manage.py check --deploy.")
    if settings.DEBUG:
        yield Finding("settings", WARN, "DEBUG is on: errors show code and settings to everybody.", "DEBUG=false.")
    if not settings.DEBUG and all(one.id == MAIL_SERVER_IS_AWAY for one in told):
        yield Finding("settings", OK, f"As they should be for {settings.SITE_URL}.")


def of_the_database() -> Iterable[Finding]:
    """Its version, how long a page may wait for it, and how many may ask it at once."""
    connection.ensure_connection()
    version = connection.pg_version // 10_000  # type: ignore[attr-defined]
    where = "the embedded one" if settings.DATABASES["default"].get("EMBEDDED_DIRECTORY") else "of DATABASE_URL"
    if version < OLDEST_POSTGRESQL:
        todo = f"Move to {OLDEST_POSTGRESQL} or newer: manage.py backup here, restore there."
        yield Finding("database", FAIL, f"PostgreSQL {version} is too old.", todo)
    else:
        yield Finding("database", OK, f"PostgreSQL {version}, {where}.")
    waits = " and ".join(f"{name} {value}" for name, value in FOR_PAGES.items())
    missing = [] if not _pooled() else checks.run_checks(tags=[checks.Tags.database], databases=[DEFAULT_DB_ALIAS])
    for one in missing:
        yield Finding("database limits", WARN, str(one.msg), one.hint or "")
    if not missing:
        yield Finding(
            "database limits", OK, f"For a page {waits}{', of the role behind the pooler' if _pooled() else ''}."
        )
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('max_connections')::int, count(*) FROM pg_stat_activity")
        most, now = cursor.fetchone()
    wanted = CONNECTIONS_OF_A_WORKER * settings.WEB_WORKERS
    seen = f"{now} connections of {most} are open; {settings.WEB_WORKERS} workers may open {wanted}."
    if _pooled() or (wanted <= most * 3 // 4 and now <= most * 9 // 10):
        yield Finding("connections", OK, seen)
    else:
        yield Finding("connections", WARN, seen, "Raise max_connections, lower WEB_WORKERS, or put a pooler between.")


def _pooled() -> bool:
    return isinstance(connection, DatabaseWrapper) and connection.pooled


def of_parts(*names: str) -> Callable[[], Iterable[Finding]]:
    """What ``/readyz/`` says of some parts, with what to do."""
    todo = {
        "migrations": "manage.py migrate",
        "cache": "See CACHE_URL and whether Redis runs; until then the site goes on, slower.",
        "mail": "See EMAIL_URL; manage.py send_mail tries at once, and the log says why it fails.",
    }

    def look() -> Iterable[Finding]:
        for part in readiness.ask({name: readiness.PARTS[name] for name in names}, seconds=10):
            yield Finding(part.name, part.state, part.said, "" if part.state == OK else todo[part.name])

    return look


def of_disks() -> Iterable[Finding]:
    """How much is free wherever this machine writes."""
    for place in dict.fromkeys(readiness.places()):
        usage = shutil.disk_usage(place)
        seen = f"{usage.free // 1024**2} MB of {usage.total // 1024**2} are free for {place}."
        if usage.free < readiness.LEAST_BYTES:
            yield Finding("disk", FAIL, seen, "Make room: old files under var/backups are yours to delete.")
        elif usage.free < usage.total // 20:
            yield Finding("disk", WARN, seen, "Less than a twentieth is free. Make room while there is time.")
        else:
            yield Finding("disk", OK, seen)


def of_the_clock() -> Iterable[Finding]:
    """Ours beside the database's."""
    before = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (there,) = cursor.fetchone()
    yield clock(there, before, timezone.now())


def clock(there: datetime, before: datetime, after: datetime) -> Finding:
    """What a clock says that was read between ``before`` and ``after`` of our own."""
    off = max(before - there, there - after, timedelta(0))
    if off < CLOCK_IS_OFF:
        return Finding("clock", OK, f"{after:%Y-%m-%d %H:%M:%S} UTC, as the database's.")
    state = FAIL if off >= CLOCK_IS_WRONG else WARN
    todo = "Let both follow a time server (timedatectl set-ntp true): codes of apps are good for half a minute."
    return Finding("clock", state, f"{off.total_seconds():.0f} seconds from the database's.", todo)


def of_static_files() -> Iterable[Finding]:
    """Whether what pages load is collected."""
    if not isinstance(staticfiles_storage, ManifestFilesMixin):
        yield Finding("static files", OK, "Served from where they are, as DEBUG is on.")
        return
    wanted = {
        path for finder in get_finders() for path, _ in finder.list(list(PortalStaticFilesConfig.ignore_patterns))
    }
    kept = staticfiles_storage.hashed_files
    missing = [path for path in sorted(wanted) if path not in kept or not staticfiles_storage.exists(kept[path])]
    if missing:
        seen = f"{len(missing)} of {len(wanted)} are not collected, {missing[0]} among them: pages break."
        yield Finding("static files", FAIL, seen, "manage.py collectstatic --noinput, and restart.")
    else:
        yield Finding("static files", OK, f"All {len(wanted)} are collected.")


def of_what_is_scheduled() -> Iterable[Finding]:
    now = timezone.now()
    for name, (late_after, command, todo) in SCHEDULED.items():
        yield scheduled(command, last_runs.last_at(name), now=now, late_after=late_after, todo=todo)
    links = LinkCheck.objects.aggregate(at=Max("checked_at"))["at"]
    todo = "manage.py check_links --older-than 1 once a day, where the site reaches the internet (tpm-links.timer)."
    yield scheduled("check_links", links, now=now, late_after=LINKS_ARE_LATE, todo=todo)


def scheduled(command: str, at: datetime | None, *, now: datetime, late_after: timedelta, todo: str) -> Finding:
    if at is None:
        return Finding(command, WARN, "Was never done to its end.", todo)
    seen = f"Last done to its end at {at:%Y-%m-%d %H:%M} UTC."
    if at > now + CLOCK_IS_WRONG:
        return Finding(command, WARN, f"{seen} That is yet to come: a clock was wrong.", todo)
    return Finding(command, OK, seen) if now - at <= late_after else Finding(command, WARN, seen, todo)


def of_staff() -> Iterable[Finding]:
    """Whether whoever may open the desk has more than a password."""
    staff = list(User.objects.filter(is_staff=True, is_active=True))
    bare = sum(not has_second_step(one) for one in staff)
    if not staff:
        yield Finding("staff", WARN, "Nobody may open the desk yet.", "make admin, or manage.py curator.")
    elif not settings.STAFF_SECOND_FACTOR:
        seen = f"{bare} of {len(staff)} have a password only, and STAFF_SECOND_FACTOR is off."
        yield Finding("staff", WARN if bare else OK, seen, "Leave STAFF_SECOND_FACTOR on." if bare else "")
    elif bare:
        seen = f"{bare} of {len(staff)} have no second step yet: a password that leaked could set one up."
        yield Finding(
            "staff", WARN, seen, "Let them sign in and set up a passkey or an app, or take the desk from them."
        )
    else:
        yield Finding("staff", OK, f"All {len(staff)} have a second step.")


LOOKS: dict[str, Callable[[], Iterable[Finding]]] = {
    "settings": of_settings,
    "database": of_the_database,
    "migrations": of_parts("migrations"),
    "cache": of_parts("cache"),
    "mail": of_parts("mail"),
    "disk": of_disks,
    "clock": of_the_clock,
    "static files": of_static_files,
    "scheduled commands": of_what_is_scheduled,
    "staff": of_staff,
}
NEED_THE_DATABASE = ("migrations", "mail", "clock", "scheduled commands", "staff")


def look() -> list[Finding]:
    """Take every look. Without a database those that need it are left out, and said to be."""
    found: list[Finding] = []
    without = False
    for name, one in LOOKS.items():
        if without and name in NEED_THE_DATABASE:
            found.append(Finding(name, WARN, "Not known without the database."))
            continue
        try:
            found += one()
        except Exception as error:
            # The class is enough here: what it says may hold a password.
            todo = "See DATABASE_URL and whether PostgreSQL runs." if name == "database" else "Run it with --traceback."
            found.append(Finding(name, FAIL, f"Could not be looked at ({type(error).__name__}).", todo))
            logger.debug("A look failed", exc_info=error)
            without = without or name == "database"
    return found
