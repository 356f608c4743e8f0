"""A visitor's own number."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q
from django.http import QueryDict

from curation.number_fields import AmountField, in_another_currency
from salaries.models import KeptNumber, Kind, Level, Occupation, Period, Place
from salaries.placing import Number

CURRENCIES = [
    ("USD", "US dollars (USD)"),
    ("GBP", "Pounds sterling (GBP)"),
    ("EUR", "Euros (EUR)"),
    ("AUD", "Australian dollars (AUD)"),
    ("CAD", "Canadian dollars (CAD)"),
]
POINT = "At most two digits after the point. Write thousands with commas, such as 95,000."


class AboutForm(forms.Form):
    """What a number is compared with: a place with those around it, a role, a level."""

    place = forms.ModelChoiceField(
        label="Place",
        queryset=Place.objects.none(),
        to_field_name="slug",
        empty_label=None,
        help_text="It is compared there and in the state and country around it.",
        error_messages={"invalid_choice": "Choose a place from the list."},
    )
    occupation = forms.ModelChoiceField(
        label="Role",
        queryset=Occupation.objects.none(),
        to_field_name="slug",
        required=False,
        empty_label="Technical project manager and its neighbors",
        error_messages={"invalid_choice": "Choose a role from the list."},
    )
    level = forms.ChoiceField(
        label="Level",
        choices=[(Level.ALL, "Any level"), *((level, level.label) for level in Level if level != Level.ALL)],
        initial=Level.ALL,
        help_text="Beside figures for all levels, which nearly all of them are.",
    )

    def __init__(self, *args: Any, kept: KeptNumber | None = None, **kwargs: Any) -> None:
        """What the ``kept`` number names can be chosen also if it is no longer offered."""
        super().__init__(*args, **kwargs)
        own_place, own_role = Q(pk=kept.place_id if kept else None), Q(pk=kept.occupation_id if kept else None)
        listed = Q(retired_at=None)
        _models(self, "place").queryset = Place.objects.filter(listed | own_place).select_related("parent__parent")
        _models(self, "occupation").queryset = Occupation.objects.filter(listed | own_role)


class NumberForm(AboutForm):
    """The number somebody wants to place. ``currencies`` are those that there are figures in."""

    field_order = ("amount", "currency", "period", "kind")

    amount = AmountField(
        label="Amount",
        min_value=Decimal("0.01"),
        max_digits=12,
        decimal_places=2,
        help_text="Before tax, such as 95,000, 95k or 45.50.",
        error_messages={
            "invalid": "Write one amount in digits, thousands with commas and cents after a point, such as 95,000.50.",
            "ambiguous": POINT,
            "min_value": "An amount is more than nothing.",
            "max_digits": "This is more than anybody is paid. Check the digits.",
            "max_whole_digits": "This is more than anybody is paid. Check the digits.",
            "max_decimal_places": POINT,
        },
    )
    currency = forms.ChoiceField(label="Currency")
    period = forms.ChoiceField(label="For", choices=Period.choices, initial=Period.YEAR)
    kind = forms.ChoiceField(
        label="Base or total",
        choices=Kind.choices,
        initial=Kind.BASE,
        help_text="Total pay includes bonus and stock. It is compared only with total pay.",
    )

    def __init__(self, *args: Any, currencies: list[str], kept: KeptNumber | None = None, **kwargs: Any) -> None:
        """What the ``kept`` number names can be chosen also if it is no longer offered."""
        super().__init__(*args, kept=kept, **kwargs)
        names = dict(CURRENCIES)
        codes = sorted({*currencies, kept.currency}) if kept else currencies
        _choice(self, "currency").choices = [(code, names.get(code, code)) for code in codes]

    def clean_currency(self) -> str:
        """One currency, and the one that the amount is written with if it is written with one."""
        currency = str(self.cleaned_data["currency"])
        given = self.data.getlist("currency") if isinstance(self.data, QueryDict) else [currency]
        if len(set(given)) > 1:
            raise forms.ValidationError("Choose one currency.")
        if said := in_another_currency(self.data.get("amount"), currency):
            raise forms.ValidationError(said)
        return currency

    def number(self) -> Number:
        """The number of a valid form."""
        given = self.cleaned_data
        return Number(amount=given["amount"], currency=given["currency"], period=given["period"], kind=given["kind"])


def _choice(form: forms.Form, name: str) -> forms.ChoiceField:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    return field


def _models(form: forms.Form, name: str) -> "forms.ModelChoiceField[Any]":
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    return field
