"""A month and a year as two fields."""

import calendar
from datetime import date

from django import forms

from curation.number_fields import WholeNumberField
from keeping.models import EARLIEST

MONTHS = [("", "Month"), *((str(number), calendar.month_name[number]) for number in range(1, 13))]


def month_field(label: str, *, required: bool) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        required=required,
        choices=MONTHS,
        coerce=int,
        empty_value=None,
        widget=forms.Select(attrs={"class": "form-select"}),
        error_messages={"required": "Choose the month."},
    )


def year_field(label: str, *, required: bool) -> WholeNumberField:
    written = f"Write the year with four digits, from {EARLIEST.year} on."
    return WholeNumberField(
        label=label,
        required=required,
        min_value=EARLIEST.year,
        max_value=date.max.year,
        widget=forms.TextInput(attrs={"class": "form-control", "placeholder": "Year"}),
        error_messages={"required": "Write the year.", "invalid": written, "min_value": written, "max_value": written},
    )
