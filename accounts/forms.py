"""What a learner tells us about themselves."""

import zoneinfo
from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from accounts.models import Theme, User


class SignupDetails(forms.Form):
    """Added to allauth's sign-up form: the time zone that the browser guesses. A wrong one is ignored."""

    # A plain field, without validators: nobody can correct an error in what they cannot see.
    time_zone = forms.Field(required=False, widget=forms.HiddenInput)

    def clean_time_zone(self) -> str:
        value = str(self.cleaned_data["time_zone"])
        return value if value in zoneinfo.available_timezones() else "UTC"

    def signup(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Called by allauth once the user is saved."""
        assert isinstance(user, User)
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
        current = self.instance.time_zone
        zones = self.fields["time_zone"]
        assert isinstance(zones, forms.ChoiceField)
        listed = list(time_zone_choices())
        offered = {name for _, group in listed if isinstance(group, list) for name, _ in group} | {"UTC"}
        if current not in offered:
            # A zone the browser reported under an old name stays selectable for those who have it.
            zones.choices = [(current, current), *listed]


class AddressForm(forms.Form):
    """A new e-mail address, with the password to show that it is really you."""

    email = forms.EmailField(label="New e-mail address", max_length=254)
    password = forms.CharField(
        label="Your password",
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        strip=False,
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        if User.objects.exclude(pk=self.user.pk).filter(email__iexact=email).exists():
            raise forms.ValidationError("This address cannot be used here. Choose another one.")
        return email

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise forms.ValidationError("This is not your present password.")
        return password


class ThemeForm(forms.Form):
    theme = forms.ChoiceField(choices=Theme.choices)
    next = forms.CharField(max_length=2000, required=False)
