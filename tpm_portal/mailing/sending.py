"""Sends what learners asked to be written of, each thing once, whoever runs it and however often.

A learner's row of choices is held while their letters are made. The keys of what is said, the mails to be sent and the
moment of the next look are one transaction: whoever runs at the same time passes by, and whoever runs after a crash
goes on with the learners, and the mails, that are left.
"""

import logging
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.models import MailChoices, MailKind, SentMail, User
from accounts.outbox import write_down
from interviews.practice.practicing import live_cards
from keeping.dated import Dated, Kind, dated
from tpm_portal.mailing.due import LATE, Reminder, digest_at, digest_of, next_look, reminders
from tpm_portal.mailing.letters import Letter, message
from tpm_portal.mailing.reminding import KINDS, by_switch, letter_of
from tpm_portal.mailing.week import digest

logger = logging.getLogger(__name__)

# Of the learners who wait, so many are looked up at a time.
CHUNK = 200
# Nothing is due for so long after it was said, so then it need not be known any more.
KEPT = timedelta(days=120)


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
        for key in keys:
            try:
                number = write_to(key, now=now)
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


@transaction.atomic
def write_to(key: int, *, now: datetime) -> int | None:
    """Write down what is due for one learner; how many mails that is. ``None`` if somebody else is at it, or was."""
    rows = MailChoices.objects.to_look_at(now=now, confirmed=settings.MAIL_CONFIGURED).select_related("user")
    choices = rows.select_for_update(skip_locked=True, of=("self",)).filter(pk=key).first()
    if choices is None:
        return None
    user, zone = choices.user, ZoneInfo(choices.user.time_zone)
    number = 0
    with timezone.override(zone):
        for letter, keys in letters(choices, now=now, zone=zone):
            SentMail.objects.bulk_create([SentMail(user=user, key=one, kind=letter.kind, at=now) for one in keys])
            write_down(message(letter, choices, to=user.email or ""), at=now)
            number += 1
    MailChoices.objects.filter(pk=key).update(next_at=next_look(now, zone))
    return number


def letters(choices: MailChoices, *, now: datetime, zone: ZoneInfo) -> Iterator[tuple[Letter, list[str]]]:
    """What is to be written to somebody at this moment and was not yet, with the keys by which that is known."""
    user, today = choices.user, now.astimezone(zone).date()
    switches = [kind for kind in choices.on if kind in KINDS]
    found = reminders(_dates(user, switches, today), now=now, zone=zone) if switches else []
    monday = digest_of(now, zone) if choices.digest else None
    keys = [one.key for one in found] + ([_digest_key(monday)] if monday else [])
    known = set(SentMail.objects.filter(user=user, key__in=keys).values_list("key", flat=True)) if keys else set()
    if monday and _digest_key(monday) not in known and _asked_before(choices, monday, zone):
        letter, says_something = digest(user, monday=monday, zone=zone, today=today)
        if says_something:
            yield letter, [_digest_key(monday)]
    new = [one for one in found if one.key not in known and not _only_overdue(user, one, today)]
    for kind, rows in by_switch(new):
        yield letter_of(kind, rows, today=today, zone=zone), [one.key for one in rows]


def _dates(user: User, switches: list[MailKind], today: date) -> list[Dated]:
    kinds = [kind for switch in switches for kind in KINDS[switch]]
    return dated(user, today=today, since=today - timedelta(days=max(LATE.values())), kinds=kinds)


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
