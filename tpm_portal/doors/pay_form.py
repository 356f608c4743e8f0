"""Where somebody wants to know the pay, as what, and the amount that it is to be set against."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms

from curation.number_fields import AmountField, in_another_currency
from salaries.asking import ROLES, with_tpm
from salaries.forms import POINT, PlaceField
from salaries.models import Kind, Occupation, Period
from salaries.placing import Number

CURRENCY = "USD"
TOO_MUCH = "This is more than anybody is paid. Check the digits."


class PayDoorForm(forms.Form):
    """``amount`` is somebody's own: it is posted, and stands in no address."""

    where = PlaceField(label="Where?")
    role = forms.ChoiceField(label="As what?", widget=forms.Select(attrs={"class": "form-select"}))
    amount = AmountField(
        label="Your pay, or an offer",
        required=False,
        min_value=Decimal("0.01"),
        max_digits=12,
        decimal_places=2,
        widget=forms.TextInput(attrs={"class": "form-control"}),
        help_text="Base pay a year in US dollars before tax, such as 95,000 or 95k.",
        error_messages={
            "invalid": "Write one amount in digits, thousands with commas, such as 95,000.",
            "ambiguous": POINT,
            "min_value": "An amount is more than nothing.",
            "max_digits": TOO_MUCH,
            "max_whole_digits": TOO_MUCH,
            "max_decimal_places": POINT,
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["where"].widget.attrs |= {"class": "form-control", "placeholder": "Dallas, Bay Area, Ohio"}
        fields["where"].error_messages["required"] = "Say where: a city, an area or a state."
        rows = {row.slug: row for row in Occupation.objects.published().filter(slug__in=ROLES)}
        self.roles: dict[str, Occupation] = {slug: rows[slug] for slug in ROLES if slug in rows}
        fields["role"].choices = with_tpm([(slug, row.name) for slug, row in self.roles.items()])

    def clean_amount(self) -> Decimal | None:
        amount: Decimal | None = self.cleaned_data["amount"]
        if said := in_another_currency(self.data.get("amount"), CURRENCY):
            raise forms.ValidationError(said)
        return amount

    @property
    def chosen(self) -> Occupation | None:
        """The role of a valid form; ``None`` for a technical project manager, of whom nobody publishes wages alone."""
        return self.roles.get(self.cleaned_data["role"])

    @property
    def occupation(self) -> Occupation:
        """The role that there are figures of: for a technical project manager the one most likely theirs."""
        return self.chosen or next(iter(self.roles.values()))

    @property
    def called(self) -> str:
        """The role of a valid form as it was chosen."""
        return str(dict(self.fields["role"].choices)[self.cleaned_data["role"]])  # type: ignore[attr-defined]

    @property
    def neighbors(self) -> list[Occupation]:
        """The other roles that a technical project manager may be counted under."""
        return [] if self.chosen else [one for one in self.roles.values() if one != self.occupation]

    @property
    def meant(self) -> Sequence[str]:
        """The places that may be meant by one that is not known."""
        where: Any = self.fields["where"]
        return where.meant  # type: ignore[no-any-return]

    @property
    def number(self) -> Number | None:
        """The amount of a valid form."""
        amount = self.cleaned_data["amount"]
        return Number(amount, CURRENCY, Period.YEAR, Kind.BASE) if amount else None
