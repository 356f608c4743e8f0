"""Users."""

from typing import Any

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
