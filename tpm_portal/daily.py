"""What the site does by itself once a day: each duty for itself, so that one that fails keeps no other from being done.

Each is safe to repeat, also at once, and makes its own transaction or several.
"""

import logging
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from importlib import import_module

from django.conf import settings
from django.db import connection
from django.utils import timezone

from accounts import nameless
from accounts.outbox import send_due
from curation.publishing import publish_due
from keeping.bin import empty_bin
from keeping.taking.taking_in import take_in_all
from tpm_portal import last_runs
from tpm_portal.alone import DAILY, alone
from tpm_portal.mailing.sending import forget_sent
from tpm_portal.your_data.waiting import forget_old

logger = logging.getLogger(__name__)

NAME, TRIES = "daily", "throttles"
# A clock that goes further from one time to the next may be wrong. The bin keeps what is in it for longer, so that a
# smaller jump takes nothing away that is not old.
LONGEST_GAP = timedelta(days=20)
# No try of a password counts for longer, see ACCOUNT_RATE_LIMITS of allauth.
LONGEST_LIMIT = timedelta(days=1)


@dataclass(frozen=True)
class Duty:
    """Something that is due once a day. ``do`` gives back in words what it did."""

    name: str
    do: Callable[[datetime], str]
    # Whether it takes away for good what is old: not on a day of which we are not sure, see ``_jumped``.
    for_good: bool = False


@dataclass(frozen=True)
class Day:
    """What was done, a line each, and the names of the duties that failed."""

    lines: tuple[str, ...]
    failed: tuple[str, ...] = ()


def _publish(now: datetime) -> str:
    done, waiting = publish_due(day=timezone.localdate(now), at=now)
    return f"{len(done)} published, {len(waiting)} waiting at the desk with a reason"


def _empty_bin(now: datetime) -> str:
    return f"{empty_bin(now=now)} rows deleted for good"


def _forget_brought(now: datetime) -> str:
    return f"{forget_old(now)} archives that nobody said yes to are forgotten"


def _purge_nameless(now: datetime) -> str:
    return f"{nameless.purge(now)} without an address that nobody used for {nameless.DAYS_KEPT} days are deleted"


def _take_in(now: datetime) -> str:
    return f"{take_in_all(at=now)} rows have their content now"


def _clear_sessions(now: datetime) -> str:
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    return "those that ended are deleted"


def _forget_tries(now: datetime) -> str:
    """Tries of passwords that a clock which was ahead has put down: they would keep somebody out until then."""
    table = connection.ops.quote_name(TRIES)
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE expires > %s", [now + LONGEST_LIMIT])  # noqa: S608 (a name of ours)
        return f"{cursor.rowcount} of a time that is yet to come are forgotten"


def _forget_sent(now: datetime) -> str:
    return f"{forget_sent(now=now)} of long ago forgotten"


def _send_mail(now: datetime) -> str:
    done = send_due(at=now)
    return f"{done.sent} sent, {done.failed} not sent and tried again later"


DUTIES: tuple[Duty, ...] = (
    Duty("Drafts", _publish),
    Duty("Bin", _empty_bin, for_good=True),
    Duty("Accounts", _purge_nameless, for_good=True),
    Duty("Archives", _forget_brought, for_good=True),
    Duty("Kept aside", _take_in),
    Duty("Sessions", _clear_sessions, for_good=True),
    Duty("Tries", _forget_tries),
    Duty("Mail sent", _forget_sent, for_good=True),
    # The last, since a mail server may keep it waiting.
    Duty("Mail", _send_mail),
)


def last_day() -> date | None:
    """The day, in UTC, on which all was tried last."""
    at = last_runs.last_at(NAME)
    return at.astimezone(UTC).date() if at else None


def do_all(*, now: datetime, if_due: bool = False, duties: Sequence[Duty] | None = None) -> Day:
    """Do each duty; with ``if_due`` only on a day, in UTC, on which nobody has. Of two at once, one does it."""
    with alone(DAILY, wait=False) as ours:
        if not ours:
            return Day(("Another process is at it.",))
        if if_due and last_day() == now.astimezone(UTC).date():
            return Day(("It was done today.",))
        day = _each(DUTIES if duties is None else duties, now, jumped=_jumped(last_runs.last_at(NAME), now))
        last_runs.note(NAME, at=now)
        if not day.failed:
            last_runs.note(last_runs.DAILY, at=now)
    return day


def _jumped(last: datetime | None, now: datetime) -> bool:
    """Whether the clock may be wrong: it is earlier than the last time, or very much later.

    Then what is deleted for good waits for the next time, which is a day later if the clock is right after all.
    """
    return last is not None and not last <= now <= last + LONGEST_GAP


def _each(duties: Sequence[Duty], now: datetime, *, jumped: bool = False) -> Day:
    lines, failed = [], []
    for duty in duties:
        if jumped and duty.for_good:
            lines.append(f"{duty.name}: put off until the next time, as the clock has jumped since the last.")
            continue
        try:
            said = duty.do(now)
        except Exception as error:
            # Where it broke, without what the error says, which may be what somebody wrote.
            where = "".join(traceback.format_tb(error.__traceback__))
            logger.error("A daily duty failed: %s (%s)\n%s", duty.name, type(error).__name__, where)
            failed.append(duty.name)
            said = "failed, see the log"
            if not connection.in_atomic_block:
                # The next one gets a connection that works.
                connection.close_if_unusable_or_obsolete()
        lines.append(f"{duty.name}: {said}.")
    return Day(tuple(lines), tuple(failed))
