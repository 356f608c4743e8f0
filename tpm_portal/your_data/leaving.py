"""An account goes with everything that is kept for it, at once and for good."""

from collections.abc import Iterator
from typing import Any

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry
from django.contrib.auth import SESSION_KEY
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Min, Q

from accounts.models import OutgoingMail, User
from accounts.notices import tell_of_leaving
from curation.models import Report, ReportState
from keeping.ceilings import learners_tables

# What a report that was dealt with says once its reader is gone: that it was there is the curators' to know.
GONE = "Removed with the account of its reader."


class StaffError(Exception):
    """Curators' accounts stand behind what they changed, and are not deleted by a press."""


@transaction.atomic
def leave(user: User) -> None:
    """Delete an account with all rows that are anybody's by it. Raises ``StaffError`` for curators.

    Gone already is all right. Nothing can be recorded for it meanwhile: whatever names the user waits for the lock.
    """
    locked = User.objects.select_for_update().filter(pk=user.pk).first()
    if locked is None:
        return
    if locked.is_staff or locked.is_superuser:
        raise StaffError
    addresses = {*EmailAddress.objects.filter(user=locked).values_list("email", flat=True)}
    addresses |= {locked.email} if locked.email else set()
    _forget_reports(locked, addresses)
    Session.objects.filter(pk__in=[*_sessions(locked)]).delete()
    for address in addresses:
        OutgoingMail.objects.filter(Q(recipients__contains=[address]) | Q(body__contains=address)).delete()
    # What curators did to the account at the desk says its address.
    of_users = ContentType.objects.get_for_model(User)
    LogEntry.objects.filter(content_type=of_users, object_id=str(locked.pk)).delete()
    erase_rows(locked)
    locked.delete()
    if locked.email:
        tell_of_leaving(locked.email)


def erase_rows(user: User) -> None:
    """All rows of a learner, but for what they reported, which stands without them once they are gone."""
    for model in learners_tables():
        if model is not Report:
            rows: Any = model._base_manager.filter(user=user)
            # All of them go, whatever points to what: the database looks once everything is gone.
            rows._raw_delete(rows.db)


def _forget_reports(user: User, addresses: set[str]) -> None:
    """What the learner reported. One that a curator dealt with stays, without a word of theirs."""
    theirs = Report.objects.filter(user=user).order_by()
    theirs.filter(state=ReportState.OPEN).delete()
    theirs.update(user=None, email="", what=GONE, instead="")
    # Sent while nobody was signed in.
    Report.objects.filter(email__in=addresses).order_by().update(email="")


def _sessions(user: User) -> Iterator[str]:
    """The keys of the learner's sessions, on every device."""
    yield from UserSession.objects.filter(user=user).values_list("session_key", flat=True)
    if not _joined_before_sessions_were_listed(user):
        return
    # Those of visitors say nothing of anybody, and what a session says cannot be asked of the database.
    unlisted = Session.objects.exclude(pk__in=UserSession.objects.values("session_key")).order_by()
    for session in unlisted.iterator(chunk_size=2000):
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            yield session.pk


def _joined_before_sessions_were_listed(user: User) -> bool:
    """Only then can there be one in no list; to look for it takes a while where there are many."""
    listed = MigrationRecorder.Migration.objects.filter(app="usersessions").aggregate(since=Min("applied"))["since"]
    return listed is None or user.date_joined <= listed
