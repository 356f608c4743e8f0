"""A month and a year as two fields."""

import calendar
from datetime import date

from django import forms

from curation.number_fields import WholeNumberField
from keeping.models import EARLIEST

NO_MONTH, NO_YEAR = "Choose the month.", "Write the year."
MONTHS = [("", "Month"), *((str(number), calendar.month_name[number]) for number in range(1, 13))]


def month_field(label: str, *, required: bool) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        required=required,
        choices=MONTHS,
        coerce=int,
        empty_value=None,
        widget=forms.Select(attrs={"class": "form-select"}),
        error_messages={"required": NO_MONTH},
    )


def year_field(label: str, *, required: bool) -> WholeNumberField:
    written = f"Write the year with four digits, from {EARLIEST.year} on."
    return WholeNumberField(
        label=label,
        required=required,
        min_value=EARLIEST.year,
        max_value=date.max.year,
        widget=forms.TextInput(attrs={"class": "form-control", "placeholder": "Year"}),
        error_messages={"required": NO_YEAR, "invalid": written, "min_value": written, "max_value": written},
    )


def both_or_neither(form: forms.Form, end: str) -> bool:
    """Whether ``end`` has its month and its year, or neither; if only one is given, the other's absence is an error.

    What is wrong with either already is not said twice.
    """
    month, year = (form.cleaned_data.get(f"{end}_{part}") for part in ("month", "year"))
    if any(f"{end}_{part}" in form.errors for part in ("month", "year")):
        return False
    if bool(month) == bool(year):
        return True
    form.add_error(*((f"{end}_year", NO_YEAR) if month else (f"{end}_month", NO_MONTH)))
    return False


def last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
