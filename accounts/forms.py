"""What a learner tells us about themselves."""

import zoneinfo
from collections.abc import Callable, Iterator
from typing import Any

from allauth.account import forms as allauth
from allauth.account.internal.flows.email_verification import send_verification_email_to_address
from allauth.account.models import EmailAddress
from django import forms
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from accounts.addresses import known_as, pending_of, refuse_taken
from accounts.models import Theme, User
from accounts.spelling import one_address


class OneAddress(forms.Form):
    """For a form that asks for an address: it is brought to its one spelling before it is judged."""

    spell: Callable[[str], str] = staticmethod(one_address)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.EmailField):
                field.clean = self._spelled(field.clean)  # type: ignore[assignment,method-assign]

    def _spelled(self, clean: Callable[[Any], Any]) -> Callable[[Any], Any]:
        # What holds a NUL is refused by the field, and cannot be looked for.
        return lambda value: clean(self.spell(value) if value and "\x00" not in value else value)


class SignInForm(OneAddress, allauth.LoginForm):  # type: ignore[misc]
    spell = staticmethod(known_as)


class ResetForm(OneAddress, allauth.ResetPasswordForm):  # type: ignore[misc]
    spell = staticmethod(known_as)


class SignupForm(OneAddress, allauth.SignupForm):  # type: ignore[misc]
    """allauth's, with the time zone that the browser guesses. A wrong one is ignored."""

    # A plain field, without validators: nobody can correct an error in what they cannot see.
    time_zone = forms.Field(required=False, widget=forms.HiddenInput)

    def clean_time_zone(self) -> str:
        value = str(self.cleaned_data["time_zone"])
        return value if value in zoneinfo.available_timezones() else "UTC"

    def try_save(self, request: HttpRequest) -> Any:
        if self.account_already_exists:
            # A new account costs a password hash. Without one here the time would tell who has an account.
            User().set_password(self.cleaned_data["password1"])
        return super().try_save(request)

    def custom_signup(self, request: HttpRequest, user: User) -> None:
        user.time_zone = self.cleaned_data["time_zone"]
        user.save(update_fields=["time_zone"])


def time_zone_choices() -> Iterator[tuple[str, Any]]:
    """UTC, then the zones of the world by region, for a grouped select."""
    yield "UTC", "UTC"
    regions: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(zoneinfo.available_timezones()):
        region, _, city = name.partition("/")
        if city and region not in {"Etc", "SystemV", "US", "Brazil", "Canada", "Chile", "Mexico"}:
            regions.setdefault(region, []).append((name, city.replace("_", " ").replace("/", ", ")))
    yield from regions.items()


class PreferencesForm(forms.ModelForm):  # type: ignore[type-arg]
    time_zone = forms.ChoiceField(
        choices=time_zone_choices, label="Time zone", help_text="Dates and times are shown in it."
    )

    class Meta:
        model = User
        fields = ("name", "time_zone", "theme")
        labels = {"theme": "Colors"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.show_hidden_initial = True
        current = self.instance.time_zone
        zones = self.fields["time_zone"]
        assert isinstance(zones, forms.ChoiceField)
        listed = list(time_zone_choices())
        offered = {name for _, group in listed if isinstance(group, list) for name, _ in group} | {"UTC"}
        if current not in offered:
            # A zone the browser reported under an old name stays selectable for those who have it.
            zones.choices = [(current, current), *listed]

    @property
    def as_shown(self) -> SafeString:
        """What the page was opened with, so that only what was changed on it is saved over another window's changes."""
        return format_html_join("", "{}", ((field.as_hidden(only_initial=True),) for field in self))

    def save_changes(self) -> None:
        changed = {name: self.cleaned_data[name] for name in self.changed_data}
        if changed:
            User.objects.filter(pk=self.instance.pk).update(**changed)


class PasswordToo(forms.Form):
    """Asks for the password of ``self.user``, to show that it is really them."""

    user: User
    password = forms.CharField(
        label="Your password",
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        strip=False,
    )

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise forms.ValidationError("This is not your present password.")
        return password


class AddressForm(OneAddress, PasswordToo):
    """A new email address that counts at once."""

    email = forms.EmailField(label="New email address", max_length=254)
    field_order = ("email", "password")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        refuse_taken(email, user=self.user, message="This address cannot be used here. Choose another one.")
        return email


class AddressToConfirmForm(OneAddress, allauth.AddEmailForm, PasswordToo):  # type: ignore[misc]
    """A new email address that counts once it is confirmed."""

    field_order = ("email", "password")

    def save(self, request: HttpRequest) -> EmailAddress:
        """The address in force stays, also if it was never confirmed: allauth would take it for one given up."""
        pending_of(self.user).delete()
        address = EmailAddress.objects.create(user=self.user, email=self.cleaned_data["email"])
        send_verification_email_to_address(request, address)
        return address


class ThemeForm(forms.Form):
    theme = forms.ChoiceField(choices=Theme.choices)
    next = forms.CharField(max_length=2000, required=False)
