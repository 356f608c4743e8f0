"""Where allauth's behaviour is not quite ours."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from allauth.core.internal import ratelimit
from django.core.exceptions import ValidationError
from django.db import DatabaseError

from accounts.models import User
from accounts.notices import tell_of_new_address, tell_of_new_password
from accounts.spelling import one_password


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "too_many_login_attempts": "Too many failed tries. To keep accounts safe we pause: try again in five minutes.",
    }

    def clean_email(self, email: str) -> str:
        """Refuse an address that does not fit, which allauth would cut off in silence."""
        cleaned: str = super().clean_email(email)
        limit = User._meta.get_field("email").max_length
        if len(cleaned) > (limit or 0):
            raise ValidationError(f"Ensure this value has at most {limit} characters (it has {len(cleaned)}).")
        return cleaned

    def clean_password(self, password: str, user: User | None = None) -> str:
        """Judge the spelling that is hashed; give back the one typed, which is compared with the repeated one."""
        super().clean_password(one_password(password), user)
        return password

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write down one of the mails under ``templates/account/email``, see ``outbox``."""
        try:
            super().send_mail(template_prefix, email, context)
        except DatabaseError:
            # The next try within three minutes would otherwise say that it was sent, and send nothing.
            ratelimit.clear(current.request, app="allauth.account", action="confirm_email", key=email.lower())
            raise

    def send_notification_mail(
        self, template_prefix: str, user: User, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Tell of a change in our own words. A new address that was not confirmed and is given up changes nothing."""
        if template_prefix.endswith("email_changed"):
            tell_of_new_address(user, old=(context or {})["from_email"])
        elif "password" in template_prefix:
            tell_of_new_password(user)
