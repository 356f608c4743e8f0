"""What is typed for the second step of a sign-in."""

from typing import Any

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as allauth
from allauth.mfa.base.internal.flows import check_rate_limit
from allauth.mfa.totp.internal.auth import validate_totp_code
from django import forms

from accounts.models import User
from accounts.second_step import is_first_use
from accounts.sign_in_log import note_failure

# Longer than any code with spaces between its digits.
LONGEST_CODE = 40


def code_field(label: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LONGEST_CODE,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class WithACode(forms.Form):
    """Asks for a code, each of which is taken once."""

    user: User

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field("Code from your authenticator app, or a recovery code")

    def clean_code(self) -> str:
        try:
            code: str = super().clean_code()  # type: ignore[misc]
            if not is_first_use(self.user, code):
                raise get_adapter().validation_error("incorrect_code")
        except forms.ValidationError:
            note_failure("code", user=self.user, ip=get_account_adapter().get_client_ip(context.request))
            raise
        return code


class CodeForm(WithACode, allauth.AuthenticateForm):  # type: ignore[misc]
    """After the password."""


class CodeAgainForm(WithACode, allauth.ReauthenticateForm):  # type: ignore[misc]
    """Before a change of how somebody signs in."""


class AppForm(forms.Form):
    """The first code of an app that was given the secret shows that it has it."""

    code = code_field("Six-digit code from the app")

    def __init__(self, *args: Any, user: User, secret: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.secret = user, secret

    def clean_code(self) -> str:
        forget_tries = check_rate_limit(self.user)
        code: str = self.cleaned_data["code"]
        if not validate_totp_code(self.secret, code) or not is_first_use(self.user, code):
            raise get_adapter().validation_error("incorrect_code")
        forget_tries()
        return code
