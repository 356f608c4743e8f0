"""Form fields for what learners write."""

from datetime import date, time
from typing import Any, ClassVar

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe


class PlainTextField(forms.CharField):
    """Text with one kind of line break, so that its length is what the reader counts.

    The browser is not told the limit: it would cut off the end of a long paste without a word.
    """

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n")


class DateInput(forms.DateInput):
    """The browser's own date field."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """The browser's own field for a time of the day. Seconds are shown where there are any, so that none are lost."""

    input_type = "time"
    supports_microseconds = True

    def format_value(self, value: Any) -> Any:
        if isinstance(value, time):
            return f"{value:%H:%M}" if value == value.replace(second=0, microsecond=0) else value.isoformat()
        return super().format_value(value)


class TimeOfDayField(forms.TimeField):
    """A time of the day, by the 24 hours that browsers send or as it is typed where they have no field for it."""

    widget = TimeInput
    input_formats = ("%H:%M", "%H:%M:%S", "%H:%M:%S.%f", "%I:%M %p", "%I:%M%p", "%I %p", "%I%p")
    default_error_messages: ClassVar[dict[str, Any]] = {"invalid": "Write a time of the day, such as 10:00 AM."}


class PlainSelect(forms.Select):
    """A select without groups whose options are written in one go: Django renders a template for each of them."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        chosen = {str(one) for one in self.format_value(value)}
        options = [
            (key, mark_safe(" selected") if str(key) in chosen else "", label)
            for key, label in ((("" if key is None else key), label) for key, label in self.choices)
        ]
        attributes = flatatt(self.build_attrs({**self.attrs, "name": name}, attrs))
        return format_html(
            "<select{}>{}</select>", attributes, format_html_join("", '<option value="{}"{}>{}</option>', options)
        )


class WebAddressField(forms.URLField):
    """An address on the web; what is written without a scheme gets https."""

    default_error_messages = {"invalid": "This is not a web address. It looks like https://example.org/page."}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=500, assume_scheme="https", **kwargs)

    def clean(self, value: Any) -> str:
        url: str = super().clean(value) or ""
        if url and not url.lower().startswith(("http://", "https://")):
            raise forms.ValidationError("Only addresses that start with https:// or http:// can be saved.")
        return url


def not_in_the_future(day: date | None, today: date, *, what: str) -> None:
    """Raise ``ValidationError`` if ``day`` is after ``today``."""
    if day and day > today:
        raise forms.ValidationError(f"{what} cannot be in the future. Today is {today:%b %-d, %Y}.")
