"""Where allauth's behaviour is not quite ours."""

from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import ValidationError

from accounts.models import User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    def clean_email(self, email: str) -> str:
        """Refuse an address that does not fit, which allauth would cut off in silence."""
        cleaned: str = super().clean_email(email)
        limit = User._meta.get_field("email").max_length
        if len(cleaned) > (limit or 0):
            raise ValidationError(f"Ensure this value has at most {limit} characters (it has {len(cleaned)}).")
        return cleaned
