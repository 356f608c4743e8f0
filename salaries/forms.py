"""A visitor's own number."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from curation.number_fields import AmountField, in_another_currency
from salaries.asking import label, near_names, place_named
from salaries.models import KeptNumber, Kind, Level, Occupation, Period, Place
from salaries.placing import Number
from salaries.shelving import SALARIES

CURRENCIES = [
    ("USD", "US dollars (USD)"),
    ("GBP", "Pounds sterling (GBP)"),
    ("EUR", "Euros (EUR)"),
    ("AUD", "Australian dollars (AUD)"),
    ("CAD", "Canadian dollars (CAD)"),
]
POINT = "At most two digits after the point. Write thousands with commas, such as 95,000."


class PlaceInput(forms.TextInput):
    """A text with names suggested while one types, and under it those that may be ``meant``, each one press away."""

    meant: Sequence[str] = ()

    def __init__(self) -> None:
        super().__init__({"autocomplete": "off", "spellcheck": "false", "list": "ask-places"})

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        more = {"data-places": reverse("salaries:places"), **(attrs or {})}
        box = format_html('{}<datalist id="ask-places"></datalist>', super().render(name, value, more, renderer))
        if not self.meant:
            return box
        # Who presses Enter in a box presses the first button of its form: that must be none of the names.
        first = format_html('<button class="visually-hidden" tabindex="-1" aria-hidden="true"></button>')
        button = '<button class="btn btn-outline-secondary" name="{}" value="{}">{}</button>'
        names = format_html_join(" ", button, ((name, one, one) for one in self.meant))
        return format_html('{}<span class="acts">{}{}</span>', box, first, names)


class PlaceField(forms.CharField):
    """A place by its name or slug; ``own`` is one that may stay although it is no longer offered.

    After a name that is no place's or several places', ``meant`` has those that it may be; with ``buttons`` they stand
    under the box and send its form again.
    """

    widget = PlaceInput
    own: Place | None = None
    meant: Sequence[str] = ()

    def __init__(self, *, buttons: bool = False, **kwargs: Any) -> None:
        super().__init__(max_length=120, error_messages={"required": "Choose a place."}, **kwargs)
        self.buttons = buttons

    def clean(self, value: Any) -> Place:
        text = super().clean(value)
        place = place_named(text, also=self.own)
        if place is None:
            self.meant, shared = near_names(text)
            if self.buttons and isinstance(self.widget, PlaceInput):
                self.widget.meant = self.meant
            raise forms.ValidationError(_unclear(text, self.meant, shared=shared))
        return place

    def prepare_value(self, value: Any) -> Any:
        """A slug becomes the name that people read, and write."""
        if self.own and value == self.own.slug:
            return str(self.own)
        known = SALARIES.here().finder.by_slug.get(value) if isinstance(value, str) else None
        return label(known) if known else value


def _unclear(text: str, meant: Sequence[str], *, shared: bool) -> str:
    """What is wrong with the name of a place; ``shared``: several have it."""
    if shared:
        return f"More than one place is called “{text}”. Choose yours."
    ask = "Did you mean one of these?" if meant else "Try a larger city near it, or the state."
    return f"We don't know a place called “{text}”. {ask}"


class RoleField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, role: Occupation) -> str:
        return role.name


class AboutForm(forms.Form):
    """What a number is compared with: a place with those around it, a role, a level."""

    place = PlaceField(
        label="Place",
        buttons=True,
        help_text="A city, area, state or country. We compare it there, and in the state and country around it.",
    )
    occupation = RoleField(
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
        help_text="Most sources don't split by level.",
    )

    def __init__(self, *args: Any, kept: KeptNumber | None = None, **kwargs: Any) -> None:
        """What the ``kept`` number names can be chosen also if it is no longer offered."""
        super().__init__(*args, **kwargs)
        own_role = Q(pk=kept.occupation_id if kept else None)
        place = self.fields["place"]
        assert isinstance(place, PlaceField)
        place.own = kept.place if kept else None
        _models(self, "occupation").queryset = Occupation.objects.filter(Q(retired_at=None) | own_role)


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
        help_text="Total pay includes bonus and stock. We compare it only with total pay.",
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
