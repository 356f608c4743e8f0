"""What each column of a table is, as a form: guessed from its name, chosen by whoever sees it."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms

from accounts.fields import PlainSelect, PlainTextField
from applications.lists.columns import guess_columns
from applications.lists.dates import FORMS, Guess, guess_form
from applications.lists.sheets import Sheet


@dataclass(frozen=True)
class Column:
    """A column of the table: its field in the form, with its name and some values."""

    name: str
    field: Any
    samples: list[str]


class ColumnsForm(forms.Form):
    """What each column of a ``sheet`` is, of what is ``OFFERED``, and in which form its days are.

    What was not chosen yet is guessed. ``DAYS`` are the fields that are days, ``SEVERAL`` those that several columns
    may be, ``KNOWN`` the names by which columns are guessed.
    """

    OFFERED: ClassVar[Mapping[str, str]] = {}
    DAYS: ClassVar[tuple[str, ...]] = ()
    SEVERAL: ClassVar[tuple[str, ...]] = ()
    KNOWN: ClassVar[Mapping[str, str]] = {}

    text = PlainTextField(strip=False, widget=forms.HiddenInput)
    headless = forms.BooleanField(required=False, label="The first line has no names of columns")
    form = forms.ChoiceField(
        choices=[("", "Choose one"), *FORMS.items()],
        required=False,
        label="How are the days written?",
        widget=PlainSelect(attrs={"class": "form-select"}),
    )
    # What was chosen when the lines were shown.
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any], sheet: Sheet) -> None:
        self.sheet = sheet
        said = {name: data[name] for name in data}
        for place, guess in enumerate(guess_columns(sheet.names, self.KNOWN, self.SEVERAL)):
            said.setdefault(f"column-{place}", guess)
        self.chosen = [str(said[f"column-{place}"]) for place in range(len(sheet.names))]
        self.days: Guess = guess_form(self._days())
        said.setdefault("form", self.days.form)
        self.guess_more(said)
        super().__init__(said)
        for place, name in enumerate(sheet.names):
            self.fields[f"column-{place}"] = select([("", "Leave it out"), *self.OFFERED.items()], name)
        self.offer_more()

    def guess_more(self, said: dict[str, Any]) -> None:
        """Add to what is ``said`` whatever else can be guessed from the columns that are chosen."""

    def offer_more(self) -> None:
        """Add fields that depend on the columns that are chosen."""

    def _days(self) -> list[str]:
        return [
            text
            for place, name in enumerate(self.chosen)
            if name in self.DAYS
            for text in self.sheet.column(place)
            if text
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        for name, number in Counter(filter(None, self.chosen)).items():
            if number > 1 and name not in self.SEVERAL:
                last = max(place for place, one in enumerate(self.chosen) if one == name)
                self.add_error(
                    f"column-{last}", f"Another column is the {self.OFFERED.get(name, name).lower()} already."
                )
        if self.has_days and not cleaned.get("form") and "form" not in self.errors:
            self.add_error("form", "Say how the days are written. We do not guess between two that are possible.")
        return cleaned

    @property
    def digest(self) -> str:
        """What a valid form chooses, in short: two forms that choose the same have the same."""
        cleaned = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        return hashlib.sha256(json.dumps(cleaned, sort_keys=True, default=str).encode("utf-8", "replace")).hexdigest()

    @property
    def columns(self) -> list[Column]:
        return [
            Column(name, self[f"column-{place}"], self.sheet.samples(place))
            for place, name in enumerate(self.sheet.names)
        ]

    @property
    def has_days(self) -> bool:
        return bool(self._days())


def select(choices: list[tuple[str, str]], label: str, **more: Any) -> forms.ChoiceField:
    """A choice that need not be made."""
    widget = PlainSelect(attrs={"class": "form-select"})
    return forms.ChoiceField(choices=choices, required=False, label=label, widget=widget, **more)
