"""Form fields for numbers: a plain line of text, read as ``curation.numbers`` reads it.

No ``type=number``: browsers drop what they do not understand in one, so that ``7,5`` arrives as 75 or as nothing, and
the wheel turns it.
"""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from curation import numbers


class TypedNumber(forms.IntegerField):
    """What is typed is understood or refused, and stands in the field again as it was typed."""

    widget = forms.TextInput
    keyboard = "decimal"

    def read(self, text: str) -> Decimal | int:
        raise NotImplementedError

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = value.strip()
        if isinstance(value, str) and value:
            try:
                value = self.read(value)
            except numbers.NumberError as error:
                said = self.error_messages.get(error.code) or self.error_messages["invalid"]
                if error.code == "ambiguous" and error.code not in self.error_messages:
                    said = str(error)
                raise ValidationError(said, code=error.code) from error
        return super().to_python(value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        if widget.is_hidden:
            return attrs
        # The keyboard of digits that some phones show has no minus.
        positive = isinstance(self.min_value, int | Decimal) and self.min_value >= 0
        return {**attrs, "inputmode": self.keyboard if positive else "text", "autocomplete": "off"}


class WholeNumberField(TypedNumber):
    keyboard = "numeric"
    default_error_messages = {"invalid": "Write a whole number in digits, such as 12."}

    def read(self, text: str) -> Decimal | int:
        return numbers.whole(text)


class DecimalNumberField(TypedNumber, forms.DecimalField):
    default_error_messages = {"invalid": "Write a number in digits, such as 12.5."}

    def read(self, text: str) -> Decimal | int:
        """Without the zeros that there is no room for: ``2.50`` is no more exact than ``2.5``."""
        value = numbers.decimal(text)
        _, digits, exponent = value.as_tuple()
        places = -int(exponent)
        while self.decimal_places is not None and places > self.decimal_places and digits[-1] == 0:
            digits, places = digits[:-1] or (0,), places - 1
        return Decimal((int(value.is_signed()), digits, -places))

    def prepare_value(self, value: Any) -> Any:
        return numbers.written(value) if isinstance(value, Decimal) else value


class AmountField(DecimalNumberField):
    """An amount of money, with its sign or code or without, ``95k`` too. More decimals than it has are a slip.

    Whether that is the right one is for the form to see: ``in_another_currency``.
    """

    default_error_messages = {"invalid": "Write one amount in digits, such as 95,000 or 45.50."}

    def read(self, text: str) -> Decimal | int:
        return numbers.amount(text).value


def in_another_currency(typed: Any, currency: str) -> str:
    """What to say of an amount that is written with the sign or the code of another currency, or nothing."""
    try:
        strange = numbers.amount(str(typed)).strange_to(currency)
    except numbers.NumberError:
        return ""
    return f"The amount is written with {strange}, which is not {currency}. Choose which it is." if strange else ""


# For ``formfield_overrides``: every number at the curator's desk.
AT_THE_DESK: dict[type[Any], dict[str, Any]] = {
    models.IntegerField: {"form_class": WholeNumberField, "widget": forms.TextInput(attrs={"class": "vIntegerField"})},
    # Django has another widget for these, and looks for the nearest class.
    models.BigIntegerField: {"form_class": WholeNumberField, "widget": forms.TextInput},
    models.DecimalField: {
        "form_class": DecimalNumberField,
        "widget": forms.TextInput(attrs={"class": "vBigIntegerField"}),
    },
}
