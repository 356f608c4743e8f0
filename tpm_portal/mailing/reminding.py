"""Reminders: one letter for each kind of date, with all of that kind that is to be said at this moment."""

from collections.abc import Iterable, Iterator
from datetime import date
from zoneinfo import ZoneInfo

from accounts.models import MailKind
from keeping.dated import Dated, Kind
from tpm_portal.mailing.due import Reminder, days_in_words
from tpm_portal.mailing.letters import Letter, Part
from tpm_portal.mailing.week import line_of

# What each switch is for; target dates stand in the digest alone.
KINDS: dict[MailKind, tuple[Kind, ...]] = {
    MailKind.INTERVIEW: (Kind.INTERVIEW,),
    MailKind.EXAM: (Kind.EXAM,),
    MailKind.EXPIRY: (Kind.EXPIRY,),
    MailKind.FOLLOW_UP: (Kind.FOLLOW_UP, Kind.TASK, Kind.ANSWER, Kind.CLOSING),
    MailKind.REVIEW: (Kind.REVIEW,),
}
# What one and several are called in a subject.
NAMES = {
    MailKind.INTERVIEW: ("Interview", "interviews"),
    MailKind.EXAM: ("Exam", "exams"),
    MailKind.EXPIRY: ("A credential runs out", "credentials run out"),
    MailKind.FOLLOW_UP: ("Follow-up or task", "follow-ups and tasks"),
    MailKind.REVIEW: ("Questions due for practice", "times of practice"),
}
LEADS = {
    MailKind.INTERVIEW: "This is coming up. The page of the interview has what is left to practice.",
    MailKind.EXAM: "This is coming up. The page of the milestone has what is left to do.",
    MailKind.EXPIRY: "This is close to its last day. Its page has what counts toward renewal.",
    MailKind.FOLLOW_UP: "This is due in your applications.",
    MailKind.REVIEW: "These come back today, while you still half remember them.",
}


def letter_of(kind: MailKind, found: list[Reminder[Dated]], *, today: date, zone: ZoneInfo) -> Letter:
    """The letter on some dates of one kind, at least one."""
    one, several = NAMES[kind]
    nearest = days_in_words(min(reminder.days for reminder in found))
    lines = tuple(line_of(reminder.item, today=today, zone=zone) for reminder in found)
    subject = f"{one} {nearest}" if len(found) == 1 else f"{len(found)} {several}, the first {nearest}"
    return Letter(kind=kind, subject=subject, lead=LEADS[kind], parts=(Part(kind.label, lines),))


def by_switch(found: Iterable[Reminder[Dated]]) -> Iterator[tuple[MailKind, list[Reminder[Dated]]]]:
    """The reminders of each switch, in the order of the switches; those without any are left out."""
    rows = list(found)
    for switch, kinds in KINDS.items():
        if of_switch := [one for one in rows if one.item.kind in kinds]:
            yield switch, of_switch
