"""What a learner chooses to be written of: on the page, or by the link of a mail."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from accounts.models import MailChoices, MailKind, User
from tpm_portal.mailing.due import next_look


def choices_of(user: User) -> MailChoices:
    """As they are kept; not kept yet, if nothing was ever chosen."""
    return MailChoices.objects.filter(user=user).first() or MailChoices(user=user)


@transaction.atomic
def choose(user: User, changed: Mapping[str, bool], *, now: datetime) -> MailChoices:
    """Switch what is in ``changed``, by kind, and leave the rest as it is; the same twice is the same."""
    MailChoices.objects.get_or_create(user=user)
    row = MailChoices.objects.select_for_update().get(user=user)
    if changed.get(MailKind.DIGEST) and not row.digest:
        row.digest_since = now
    return _switch(row, changed, user=user, now=now)


@transaction.atomic
def switch_by_link(key: str, kind: MailKind, *, on: bool, now: datetime) -> MailChoices | None:
    """Switch one kind for whom the link is of; ``None`` if it is nobody's."""
    row = MailChoices.objects.select_for_update(of=("self",)).select_related("user").filter(stop_key=key).first()
    return _switch(row, {kind: on}, user=row.user, now=now) if row else None


def _switch(row: MailChoices, changed: Mapping[str, bool], *, user: User, now: datetime) -> MailChoices:
    for kind, on in changed.items():
        setattr(row, kind, on)
    if not row.on:
        row.next_at = None
    elif row.next_at is None or any(changed.values()):
        row.next_at = next_look(now, ZoneInfo(user.time_zone))
    row.save()
    return row
