"""Boxes of the desk's forms: as tall as their text, and days as people write them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError

from curation import days
from curation.keys import is_key

# Letters that fit a line of a box, and how many lines it has at least and at most before it is scrolled.
WIDE, FEWEST, MOST = 90, 3, 30
PLAIN = "Plain text, without Markdown."


class TallBox(AdminTextareaWidget):
    """So many lines that all of the text is seen. Browsers that can let it grow while somebody types."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["rows"] = str(lines_of(context["widget"]["value"] or ""))
        return context


class ChosenOne(AutocompleteSelect):
    """One row that is found by typing. What is sent and can be no row's key is no choice, and stops no page."""

    def optgroups(self, name: str, value: Sequence[str], attr: dict[str, Any] | None = None) -> Any:
        return super().optgroups(name, [one for one in value if not one or is_key(one)], attr)


class ChosenSeveral(AutocompleteSelectMultiple):
    """As many rows as one likes, each found by typing."""

    def optgroups(self, name: str, value: Sequence[str], attr: dict[str, Any] | None = None) -> Any:
        return super().optgroups(name, [one for one in value if not one or is_key(one)], attr)


def lines_of(text: str) -> int:
    """How tall a box is, in lines, with one to go on writing in."""
    needed = sum(len(line) // WIDE + 1 for line in text.splitlines()) + 1
    return max(FEWEST, min(needed, MOST))


class DayField(forms.DateField):
    """A day as it is typed: 2026-12-05, Dec 5, 2026, and 12/5/2026, which is read as Americans write it."""

    default_error_messages = {"invalid": "Write a day such as Dec 5, 2026, 12/5/2026 or 2026-12-05."}

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, datetime | date) or value in self.empty_values:
            return super().to_python(value)
        day = days.day(" ".join(str(value).split()), "month/day/year")
        if day is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day
