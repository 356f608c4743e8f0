"""Sends what learners asked to be written of, each thing once, whoever runs it and however often.

A learner's row of choices is held while their letters are made. The keys of what is said, the mails to be sent and the
moment of the next look are one transaction: whoever runs at the same time passes by, and whoever runs after a crash
goes on with the learners, and the mails, that are left.
"""

import logging
import traceback
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.models import MailChoices, SentMail, User
from accounts.outbox import write_down
from interviews.practice.practicing import live_cards
from keeping.dated import Dated, Kind, dated, dated_of
from tpm_portal.mailing.due import LATE, Reminder, digest_at, digest_of, next_look, reminders
from tpm_portal.mailing.letters import Letter, message
from tpm_portal.mailing.reminding import KINDS, by_switch, letter_of
from tpm_portal.mailing.week import digest

logger = logging.getLogger(__name__)

# Of the learners who wait, so many are looked up at a time.
CHUNK = 200
# Nothing is due for so long after it was said, so then it need not be known any more.
KEPT = timedelta(days=120)
MOST_LATE = timedelta(days=max(LATE.values()))
# What has a day, and the day that it was where the learner is.
Dates = tuple[date, list[Dated]]


@dataclass(frozen=True)
class Written:
    """How many learners' dates were looked at, how many mails came of it, and of how many learners it failed."""

    looked_at: int = 0
    mails: int = 0
    failed: int = 0


def write_due(*, now: datetime) -> Written:
    """Write down every mail that is due. They are sent by whoever sends the outbox."""
    looked_at = mails = failed = 0
    passed: set[int] = set()
    while keys := _waiting(now, passed):
        dates = _dates_of(keys, now)
        for key in keys:
            try:
                number = write_to(key, now=now, dates=dates.get(key))
            except Exception as error:
                # Where it broke, without what the error says, which may be what somebody wrote.
                where = "".join(traceback.format_tb(error.__traceback__))
                logger.error("A learner's mail could not be written (%s)\n%s", type(error).__name__, where)
                failed, number = failed + 1, None
            if number is None:
                passed.add(key)
            else:
                looked_at, mails = looked_at + 1, mails + number
    return Written(looked_at, mails, failed)


def _waiting(now: datetime, passed: set[int]) -> list[int]:
    """The next ones whose turn it is, without those that were passed by, who wait still."""
    rows = MailChoices.objects.to_look_at(now=now, confirmed=settings.MAIL_CONFIGURED).exclude(pk__in=passed)
    return list(rows.values_list("pk", flat=True)[:CHUNK])


def _dates_of(keys: list[int], now: datetime) -> dict[int, Dates]:
    """What has a day, of all of them at once; of nobody if that fails: then each is read alone, and one fails alone."""
    choices = MailChoices.objects.filter(pk__in=keys).select_related("user")
    days: dict[date, dict[int, MailChoices]] = defaultdict(dict)
    for row in choices:
        # Whose time zone is none is told apart, and logged, when it is their turn.
        with suppress(ZoneInfoNotFoundError):
            days[_today(row.user, now)][row.user_id] = row
    found: dict[int, Dates] = {}
    for today, rows in days.items():
        try:
            dates = dated_of([row.user for row in rows.values()], today=today, since=today - MOST_LATE)
        except Exception as error:
            logger.warning("Dates of several learners could not be read together (%s)", type(error).__name__)
            continue
        found |= {row.pk: (today, dates[user]) for user, row in rows.items()}
    return found


def _today(user: User, now: datetime) -> date:
    return now.astimezone(ZoneInfo(user.time_zone)).date()


@transaction.atomic
def write_to(key: int, *, now: datetime, dates: Dates | None = None) -> int | None:
    """Write down what is due for one learner; how many mails that is. ``None`` if somebody else is at it, or was.

    ``dates`` are what has a day for them, if that is known, and the day on which that was so.
    """
    rows = MailChoices.objects.to_look_at(now=now, confirmed=settings.MAIL_CONFIGURED).select_related("user")
    choices = rows.select_for_update(skip_locked=True, of=("self",)).filter(pk=key).first()
    if choices is None:
        return None
    user, zone = choices.user, ZoneInfo(choices.user.time_zone)
    number = 0
    if dates is None or dates[0] != _today(user, now):
        dates = _today(user, now), dated(user, today=_today(user, now), since=_today(user, now) - MOST_LATE)
    with timezone.override(zone):
        for letter, keys in letters(choices, dates[1], now=now, zone=zone):
            SentMail.objects.bulk_create([SentMail(user=user, key=one, kind=letter.kind, at=now) for one in keys])
            write_down(message(letter, choices, to=user.email or ""), at=now)
            number += 1
    MailChoices.objects.filter(pk=key).update(next_at=next_look(now, zone))
    return number


def letters(
    choices: MailChoices, dates: list[Dated], *, now: datetime, zone: ZoneInfo
) -> Iterator[tuple[Letter, list[str]]]:
    """What is to be written to somebody at this moment and was not yet, with the keys by which that is known."""
    user, today = choices.user, now.astimezone(zone).date()
    kinds = {kind for switch in choices.on if switch in KINDS for kind in KINDS[switch]}
    found = reminders([one for one in dates if one.kind in kinds], now=now, zone=zone)
    monday = digest_of(now, zone) if choices.digest else None
    keys = [one.key for one in found] + ([_digest_key(monday)] if monday else [])
    known = set(SentMail.objects.filter(user=user, key__in=keys).values_list("key", flat=True)) if keys else set()
    if monday and _digest_key(monday) not in known and _asked_before(choices, monday, zone):
        letter, says_something = digest(user, monday=monday, zone=zone, today=today, dates=dates)
        if says_something:
            yield letter, [_digest_key(monday)]
    new = [one for one in found if one.key not in known and not _only_overdue(user, one, today)]
    for kind, rows in by_switch(new):
        yield letter_of(kind, rows, today=today, zone=zone), [one.key for one in rows]


def _only_overdue(user: User, one: Reminder[Dated], today: date) -> bool:
    """Whether nothing is due for practice today but what was before: who pauses is not written to every day."""
    return one.item.kind == Kind.REVIEW and not live_cards(user).filter(due_on=today).exists()


def _asked_before(choices: MailChoices, monday: date, zone: ZoneInfo) -> bool:
    """Whoever asks for the digest on a Tuesday gets the first one next week."""
    return choices.digest_since is None or choices.digest_since <= digest_at(monday, zone)


def _digest_key(monday: date) -> str:
    return f"digest {monday.isoformat()}"


def forget_sent(*, now: datetime) -> int:
    """Delete what was said so long ago that it cannot be due again. How many there were."""
    return SentMail.objects.filter(at__lt=now - KEPT).delete()[0]
