"""Signing in with an address and a password."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest

from accounts.models import User
from accounts.sessions import came_along
from accounts.spelling import spellings


class AddressAndPassword(AuthenticationBackend):  # type: ignore[misc]
    """allauth's, which hashes anew what was hashed before passwords had one spelling."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> User | None:
        user: User | None = super().authenticate(request, **credentials)
        if user is not None and user.spelled_otherwise:
            user.set_password(credentials["password"])
            user.save(update_fields=["password"])
            if request is not None and request.user.pk == user.pk:
                update_session_auth_hash(request, user)
        return user

    def get_user(self, user_id: int) -> User | None:
        """Django's, without a query where the session has brought them along."""
        user = came_along(user_id)
        if user is None:
            found: User | None = super().get_user(user_id)
            return found
        return user if self.user_can_authenticate(user) else None

    def _mitigate_timing_attack(self, password: str) -> None:
        """An unknown address costs as many hashes as a known one with a wrong password."""
        for one in spellings(password):
            super()._mitigate_timing_attack(one)
