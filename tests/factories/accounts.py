"""Users."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Permission

from accounts.models import User
from tests.factories import numbers

PASSWORD = "correct horse battery staple"


def make_user(email: str = "", **fields: Any) -> User:
    return User.objects.create_user(email or f"person{next(numbers)}@example.org", PASSWORD, **fields)


def staff_with(*names: str) -> User:
    """Somebody who may do at the desk what the permissions say, such as ``"change_question"``, and nothing else."""
    user = make_user(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    assert user.user_permissions.count() == len(names)
    return user


def make_device(user: User, **fields: Any) -> UserSession:
    """A row of a session that has ended, as they are until the next sign-in."""
    return UserSession.objects.create(
        user=user, session_key=f"ended{next(numbers)}", **{"ip": "192.0.2.7", "user_agent": "", **fields}
    )


def make_app(user: User) -> str:
    """An authenticator app that ``user`` has, with recovery codes; gives its secret."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return str(secret)


def codes_of(user: User) -> list[str]:
    """The recovery codes that are left."""
    codes: list[str] = Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()
    return codes
