"""The private address of a learner's calendar: made, found by its secret, withdrawn. At most one is in force."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from accounts.models import CalendarLink, User
from accounts.secret_links import hash_of, secret_of
from keeping.ceilings import refuse_more
from keeping.dated import Kind

SALT = "tpm_portal.calendar"
# So many that were withdrawn are remembered, so that a form that made one and is sent again opens it to nobody.
MOST_WITHDRAWN = 20


class AnotherInForceError(Exception):
    """There is an address that the form has not seen."""


@dataclass(frozen=True)
class Made:
    link: CalendarLink
    new: bool


@transaction.atomic
def make_link(
    *, user: User, token: uuid.UUID, seen: uuid.UUID | None, kinds: Collection[str] | None, at: datetime
) -> Made:
    """Make an address in place of the one that was ``seen``, which is withdrawn. ``kinds`` are as before if not given.

    The same ``token`` again gives the link that it made, whatever became of it. Raises ``AnotherInForceError``.
    """
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    rows = CalendarLink.objects.filter(user=user)
    if made := rows.filter(token=token).first():
        return Made(made, new=False)
    here = link_of(user)
    if here and here.token != seen:
        raise AnotherInForceError
    before = rows.order_by("-pk").first()
    rows.filter(withdrawn_at=None).update(withdrawn_at=at)
    link = CalendarLink.objects.create(
        user=user,
        token=token,
        secret_hash=hash_of(_secret(user, token)),
        left_out=_left_out(kinds) if kinds is not None else before.left_out if before else [],
        made_at=at,
    )
    kept = rows.order_by("-pk").values_list("pk", flat=True)[: MOST_WITHDRAWN + 1]
    rows.exclude(pk__in=list(kept)).delete()
    refuse_more(user.pk)
    return Made(link, new=True)


@transaction.atomic
def withdraw(*, user: User, token: uuid.UUID, at: datetime) -> bool:
    """End the address with that token. Returns whether it was still in force."""
    return CalendarLink.objects.filter(user=user, token=token, withdrawn_at=None).update(withdrawn_at=at) > 0


@transaction.atomic
def tell(link: CalendarLink, kinds: Collection[str]) -> bool:
    """Have it tell these kinds of dates. Returns whether those are others than before."""
    here = CalendarLink.objects.select_for_update().filter(pk=link.pk, withdrawn_at=None).first()
    left_out = _left_out(kinds)
    if here is None or here.left_out == left_out:
        return False
    here.left_out = left_out
    here.save(update_fields=["left_out"])
    return True


def link_of(user: User) -> CalendarLink | None:
    """The address in force, if there is one."""
    return CalendarLink.objects.filter(user=user, withdrawn_at=None).first()


def find(secret: str) -> CalendarLink | None:
    """The address in force with that secret, with whose it is."""
    links = CalendarLink.objects.filter(secret_hash=hash_of(secret), withdrawn_at=None, user__is_active=True)
    return links.select_related("user").first()


def secret_in(link: CalendarLink) -> str:
    """Its secret; empty if it was made under another key of this site, and cannot be worked out any more."""
    secret = _secret(link.user, link.token)
    return secret if hash_of(secret) == link.secret_hash else ""


def kinds_of(link: CalendarLink | None) -> list[Kind]:
    """What it tells: all but what was left out, so that a kind that comes later is told too."""
    return [kind for kind in Kind if link is None or kind not in link.left_out]


def _left_out(kinds: Collection[str]) -> list[str]:
    return [kind.value for kind in Kind if kind not in kinds]


def _secret(user: User, token: uuid.UUID) -> str:
    return secret_of(salt=SALT, row=user.pk, token=token)
