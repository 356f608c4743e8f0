"""A date of which only the year or the month may be known, in one field."""

from typing import Any

from django import forms

from evidence.catalog.partial_dates import is_partial

WRITTEN = "Write a year, a month or a day, such as 2021, 2021-03 or 2021-03-15."


class PartialDateField(forms.CharField):
    """Gives as much of an ISO 8601 date as was written, or nothing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"help_text": "Such as 2021, 2021-03 or 2021-03-15."} | kwargs)

    def clean(self, value: Any) -> str:
        text = str(super().clean(value) or "")
        if not text:
            return ""
        parts = [part.zfill(2) for part in text.split("-")]
        if not is_partial("-".join(parts)):
            raise forms.ValidationError(WRITTEN)
        return "-".join(parts)
