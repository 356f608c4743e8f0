"""Which part of the history somebody asks for."""

from datetime import date
from typing import Any

from django import forms

from accounts.fields import DateInput, PlainSelect
from applications.postings.models import Stage

DAY = {"invalid": "Choose a day of the calendar."}


def _day(label: str) -> forms.DateField:
    widget = DateInput(attrs={"class": "form-control"})
    return forms.DateField(required=False, label=label, widget=widget, error_messages=DAY)


class PeriodForm(forms.Form):
    """From which day until which, both with it, and which stage. All of it may stay empty."""

    since = _day("From")
    until = _day("Until")
    stage = forms.ChoiceField(
        choices=[("", "Every stage"), *Stage.choices],
        required=False,
        label="Stage",
        widget=PlainSelect(attrs={"class": "form-select"}),
        error_messages={"invalid_choice": "Choose one of the stages in the list."},
    )

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", "This is before the first day.")
        return cleaned

    @property
    def period(self) -> str:
        """The period of a valid form in words."""
        since, until = (_written(self.cleaned_data[name]) for name in ("since", "until"))
        match bool(since), bool(until):
            case True, True:
                return f"{since} to {until}"
            case True, False:
                return f"since {since}"
            case False, True:
                return f"until {until}"
        return "everything"

    @property
    def file_name(self) -> str:
        """What the file of a valid form is called."""
        days = [f"{self.cleaned_data[name] or ''}" for name in ("since", "until")]
        return "-".join(filter(None, ("history", self.cleaned_data["stage"].replace("_", "-"), *days))) + ".csv"


def _written(day: date | None) -> str:
    return f"{day:%B %-d, %Y}" if day else ""
