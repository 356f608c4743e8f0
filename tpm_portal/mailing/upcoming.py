"""When a learner is written to next, as their page says it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from accounts.models import MailChoices, MailKind, SentMail
from keeping.dated import dated
from tpm_portal.mailing.due import digest_of, next_look, reminders
from tpm_portal.mailing.reminding import KINDS

# What is far off is in a list of its own room.
AHEAD = timedelta(days=30)
MOST = 5
# Tasks and questions come up every day; their switch says when that is.
NAMED = (MailKind.INTERVIEW, MailKind.EXAM, MailKind.EXPIRY)


@dataclass(frozen=True)
class Coming:
    """One mail to come: when, and on what."""

    at: datetime
    title: str


def coming(choices: MailChoices, *, now: datetime, zone: ZoneInfo) -> list[Coming]:
    """The mails of the next days of which the day is known now, the next first."""
    today = now.astimezone(zone).date()
    kinds = [kind for switch in choices.on if switch in NAMED for kind in KINDS[switch]]
    items = dated(choices.user, today=today, since=today, kinds=kinds) if kinds else []
    known = set(SentMail.objects.filter(user=choices.user).values_list("key", flat=True)) if items else set()
    found: list[Coming] = []
    look = now
    while (look := next_look(look, zone)) <= now + AHEAD and len(found) < MOST:
        if choices.digest and "" not in known and digest_of(look, zone) == look.astimezone(zone).date():
            # One is enough to know the day: there is one each week.
            known.add("")
            found.append(Coming(look, MailKind.DIGEST.label))
        for one in reminders(items, now=look, zone=zone):
            if one.key not in known:
                known.add(one.key)
                found.append(Coming(look, one.item.title))
    return found[:MOST]
