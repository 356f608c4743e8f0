"""Sessions that bring their user along: who asks for a page is read in one query and not in two.

The row of the device says whose session it is, see ``devices``; who has none there is read by a query of its own. What
is asked of a user before a session goes on (the hash of the password, and that nobody switched the account off) is
asked as ever, by Django.
"""

from contextvars import ContextVar
from functools import cache
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY, get_user
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db import connections, router
from django.http import HttpRequest
from django.utils import timezone

from accounts.models import User

# Set for as long as the user of one request is looked for, and for no other request.
_along: ContextVar[User | None] = ContextVar("along", default=None)


class SessionStore(db.SessionStore):
    """Django's, in the same table."""

    along: User | None = None

    def load(self) -> dict[str, Any]:
        alias = router.db_for_read(User) or "default"
        with connections[alias].cursor() as cursor:
            cursor.execute(_query(), [self.session_key, timezone.now()])
            row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return {}
        data, *values = row
        names = _names()
        if values[names.index("id")] is not None:
            self.along = User.from_db(alias, names, values)
        found: dict[str, Any] = self.decode(data)
        return found


def user_of(request: HttpRequest) -> User | AnonymousUser:
    """Who is signed in, as ``django.contrib.auth.get_user`` says it."""
    session = request.session
    session.get(SESSION_KEY)
    token = _along.set(getattr(session, "along", None))
    # Whoever asks again gets what is in the database by then.
    session.along = None  # type: ignore[attr-defined]
    try:
        return get_user(request)
    finally:
        _along.reset(token)


def came_along(user_id: int) -> User | None:
    """The user of that key, if the session of the request that is looked at brought them along."""
    user = _along.get()
    return user if user is not None and user.pk == user_id else None


@cache
def _names() -> list[str]:
    return [field.attname for field in User._meta.concrete_fields]


@cache
def _query() -> str:
    columns = ", ".join(f'person."{field.column}"' for field in User._meta.concrete_fields)
    session, device, person = (model._meta.db_table for model in (Session, UserSession, User))
    # Names of tables and columns alone.
    return (
        f'SELECT session.session_data, {columns} FROM "{session}" session'  # noqa: S608
        f' LEFT JOIN "{device}" device USING (session_key) LEFT JOIN "{person}" person ON person.id = device.user_id'
        " WHERE session_key = %s AND session.expire_date > %s"
    )
