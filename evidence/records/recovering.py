"""Values that a fault of ours moved, offered back: in words, and settled by one press either way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from curation.prepared import prepared
from evidence.records.models import ProjectKind, Recovery
from keeping import verbs
from keeping.declaring import table
from keeping.models import Event, Own

# On one page. The others follow as these are settled.
MOST = 3


@dataclass(frozen=True)
class Offer:
    """A value that can be taken back: what happened, and what the two buttons say."""

    recovery: Recovery
    row: Any
    text: str
    take: str
    keep: str


def offers(user: User, model: type[Own], rows: Iterable[Own] | None = None) -> list[Offer]:
    """What is offered of a table, or of some of its ``rows``, in one query, and one more if there is anything."""
    recoveries = _open(user, model._meta.label_lower)
    if rows is not None:
        tokens = {row.token for row in rows}
        recoveries = [one for one in recoveries if one.token in tokens]
    if not recoveries:
        return []
    manager: Any = model._default_manager
    own = manager.for_user(user)
    here = {row.token: row for row in own.filter(token__in=[recovery.token for recovery in recoveries])}
    valid = [one for one in recoveries if one.token in here and _stands(one, here[one.token])]
    return [_offer(one, here[one.token]) for one in valid[:MOST]]


@prepared
def _open(user: User, subject: str) -> Any:
    return Recovery.objects.filter(user=user, subject=subject, settled_at=None)


@transaction.atomic
def settle(recovery: Recovery, *, take: bool, at: datetime) -> tuple[Any, Event | None]:
    """Put the offered value back, or leave what is there. Returns the row and the event, if anything was put back.

    Settled once: pressed twice, or after the row was changed by hand, nothing happens.
    """
    locked = Recovery.objects.select_for_update().get(pk=recovery.pk)
    row = table(locked.subject)._default_manager.filter(user=locked.user_id, token=locked.token).first()
    if row is None or locked.settled_at is not None:
        return row, None
    locked.settled_at = at
    locked.save(update_fields=["settled_at"])
    if not take or not _stands(locked, row):
        return row, None
    values: dict[str, Any] = {locked.field: locked.offered}
    if locked.field == "professional":
        # Decide from the kind of project, from now on whatever that becomes.
        values["professional_said"] = False
    event = verbs.change(row, values=values, seen=row.edition, at=at)
    row.refresh_from_db()
    return row, event


def _stands(recovery: Recovery, row: Any) -> bool:
    """Whether the row still says what the fault left, and it would still be mended by what is offered."""
    if not _makes_sense(recovery, row) or row.value(recovery.field) != recovery.present:
        return False
    return recovery.field != "professional" or row.usually_professional == recovery.offered


def _makes_sense(recovery: Recovery, row: Any) -> bool:
    """Whether it is one that a fault of ours left, and not one that only stands in an archive somebody brought."""
    if recovery.field not in type(row).FIELDS:
        return False
    if recovery.field == "on":
        return isinstance(recovery.offered, str) and _is_day(recovery.offered)
    return recovery.field == "professional" and isinstance(recovery.offered, bool)


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _offer(recovery: Recovery, row: Any) -> Offer:
    on = f"On {timezone.localdate(recovery.at):%b %-d, %Y}"
    if recovery.field == "on":
        was, now = _day(recovery.offered), _day(recovery.present)
        text = f"{on}, when this was saved, its day went from {was} to {now}. That was a mistake of ours, not yours."
        return Offer(recovery, row, text, f"Put {was} back", f"Keep {now}")
    usual, now = ("yes", "no") if recovery.offered else ("no", "yes")
    kind = ProjectKind(row.kind).label
    count = "its months do not count" if recovery.offered else "its months count"
    text = (
        f"{on} the kind of this project became “{kind}”, and “Professional setting: {now}” stayed behind from the kind "
        f"before, so {count}. For this kind it is usually {usual}. That was a mistake of ours, not yours."
    )
    return Offer(recovery, row, text, f"Make it {usual}", f"Keep {now}")


def _day(value: str) -> str:
    return f"{date.fromisoformat(value):%b %-d, %Y}"
