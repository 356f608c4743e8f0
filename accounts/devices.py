"""Where somebody is signed in: one row for each session, made when it begins and gone when it ends."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.contrib.auth import update_session_auth_hash
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import F, QuerySet
from django.http import HttpRequest

from accounts.browsers import in_words
from accounts.models import User

# When a session was last written down, in the session itself: reading pages costs no query more.
SEEN = "device_seen"
# Only by what is sent: reading writes nothing.
SEEN_AGAIN_AFTER = timedelta(hours=1)


@dataclass(frozen=True)
class Device:
    """A browser that is signed in. ``pk`` is 0 for one that signed in before there was this list."""

    pk: int
    name: str
    ip: str
    began: datetime | None
    seen: datetime | None
    here: bool


@transaction.atomic
def remember(request: HttpRequest, user: User, *, at: datetime) -> None:
    """Write down that ``user`` is signed in here, and forget what has ended."""
    _ended(user, at=at).delete()
    UserSession.objects.create_from_request(request)
    _here(request).update(data={"hash": user.get_session_auth_hash()})
    request.session[SEEN] = at.timestamp()


def was_here_long_ago(request: HttpRequest, *, at: datetime) -> bool:
    """Whether the device of this session was last written down an hour ago or more."""
    seen = request.session.get(SEEN)
    return isinstance(seen, float) and at.timestamp() - seen >= SEEN_AGAIN_AFTER.total_seconds()


def devices_of(request: HttpRequest, user: User, *, at: datetime) -> list[Device]:
    """All where ``user`` is signed in, this one first and then the one that was seen last."""
    rows = UserSession.objects.filter(user=user).exclude(pk__in=_ended(user, at=at).values("pk"))
    found = [
        Device(
            pk=row.pk,
            name=in_words(row.user_agent),
            ip=row.ip,
            began=row.created_at,
            seen=row.last_seen_at,
            here=row.session_key == request.session.session_key,
        )
        for row in rows.order_by("-last_seen_at", "pk")
    ]
    if not any(one.here for one in found):
        agent = request.META.get("HTTP_USER_AGENT", "")
        found.append(Device(pk=0, name=in_words(agent), ip="", began=None, seen=None, here=True))
    return sorted(found, key=lambda one: not one.here)


@transaction.atomic
def sign_out(row: UserSession) -> None:
    """End one session: its next request finds nobody signed in."""
    Session.objects.filter(session_key=row.session_key).delete()
    row.delete()


@transaction.atomic
def sign_out_others(request: HttpRequest, user: User) -> None:
    """End every session of ``user`` but this one, also those that no row is known of."""
    User.objects.filter(pk=user.pk).update(sign_outs=F("sign_outs") + 1)
    user.refresh_from_db(fields=["sign_outs"])
    old = request.session.session_key
    update_session_auth_hash(request, user)
    follow(request, user, old=old)


def follow(request: HttpRequest, user: User, *, old: str | None) -> None:
    """This session goes on under another key; all others of ``user`` have ended."""
    rows = UserSession.objects.filter(user=user)
    others = rows.exclude(session_key=old).values("session_key")
    Session.objects.filter(session_key__in=others).delete()
    rows.exclude(session_key=old).delete()
    rows.update(session_key=request.session.session_key, data={"hash": user.get_session_auth_hash()})


def _here(request: HttpRequest) -> "QuerySet[UserSession]":
    rows: QuerySet[UserSession] = UserSession.objects.filter(session_key=request.session.session_key)
    return rows


def _ended(user: User, *, at: datetime) -> "QuerySet[UserSession]":
    """Rows whose session is gone, ran out, or was ended by a new password."""
    rows: QuerySet[UserSession] = UserSession.objects.filter(user=user)
    going = Session.objects.filter(expire_date__gt=at).values("session_key")
    return rows.exclude(session_key__in=going, data__hash=user.get_session_auth_hash())
