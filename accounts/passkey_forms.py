"""What a browser sends of a passkey. A browser writes it, so whatever else stands there is refused in one way."""

import struct
from collections.abc import Callable
from typing import Any, ClassVar, ParamSpec, TypeVar

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn import forms as allauth
from allauth.mfa.webauthn.internal import auth
from django import forms

from accounts.second_step import SecondStepAdapter

P = ParamSpec("P")
T = TypeVar("T")

# What the libraries that read it stumble with over what is no passkey.
NONSENSE = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, struct.error)
LONGEST = 20_000


def refusing_nonsense(read: Callable[P, T]) -> Callable[P, T]:
    def guarded(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return read(*args, **kwargs)
        except forms.ValidationError as error:
            # allauth speaks of a code then.
            raise (get_adapter().validation_error("no_passkey") if error.code == "incorrect_code" else error) from error
        except NONSENSE as error:
            raise get_adapter().validation_error("no_passkey") from error

    return guarded


class Credential(forms.JSONField):
    widget = forms.HiddenInput
    default_error_messages: ClassVar[dict[str, Any]] = dict.fromkeys(
        ("required", "invalid"), SecondStepAdapter.error_messages["no_passkey"]
    )

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and (len(value) > LONGEST or "\x00" in value):
            raise get_adapter().validation_error("no_passkey")
        return super().to_python(value)


class PasskeyForm(forms.Form):
    """A new passkey: always one that signs in by itself, so that it asked for a finger, a face or a PIN."""

    name = forms.CharField(label="Name", max_length=60, help_text="So that you know it again: “My phone”.")
    credential = Credential()

    @refusing_nonsense
    def clean_credential(self) -> Any:
        credential = self.cleaned_data["credential"]
        auth.parse_registration_response(credential)
        if not auth.complete_registration(credential).is_user_verified():
            raise get_adapter().validation_error("no_passkey")
        return credential


class NameForm(forms.Form):
    name = forms.CharField(label="Name", max_length=60)


class WithAPasskey(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credential"] = Credential()

    @refusing_nonsense
    def clean_credential(self) -> Any:
        return super().clean_credential()  # type: ignore[misc]


class SignInForm(WithAPasskey, allauth.LoginWebAuthnForm):  # type: ignore[misc]
    """Instead of the password."""


class StepForm(WithAPasskey, allauth.AuthenticateWebAuthnForm):  # type: ignore[misc]
    """After the password."""


class AgainForm(WithAPasskey, allauth.ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """Before a change of how somebody signs in."""
