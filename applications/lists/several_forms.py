"""Several postings as they are pasted, and which of them are to be saved, as forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from accounts.fields import PlainTextField
from applications.lists.several import MOST_POSTINGS, Chosen, Found
from applications.lists.sheets import MOST_BYTES
from applications.lists.splitting import split_postings
from curation.csv_lines import decoded

TOO_LARGE = f"This is larger than 1 MB. Bring at most {MOST_POSTINGS} postings at once, as text."


class SeveralForm(forms.Form):
    text = PlainTextField(
        required=False,
        strip=False,
        label="The postings",
        help_text="One after the other, with a line of three or more dashes or equals signs between them, or the JSON "
        "list of a job board (Greenhouse, Lever, Ashby).",
        widget=forms.Textarea(attrs={"rows": 12, "dir": "auto"}),
    )
    file = forms.FileField(
        required=False,
        label="Or a file with them",
        help_text="A .txt or .json file of at most 1 MB.",
        error_messages={"empty": "This file is empty."},
    )

    def clean_file(self) -> str:
        """The text of the file."""
        file: Any = self.cleaned_data["file"]
        if not file:
            return ""
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        content = decoded(file.read())
        if content.problems:
            raise forms.ValidationError("This is no text that we can read. Save it as text in UTF-8 and bring that.")
        return content.text

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if self.errors:
            return cleaned
        said = self.said
        if len(said.encode("utf-8", "replace")) > MOST_BYTES:
            self.add_error("text", TOO_LARGE)
        elif not said.strip():
            self.add_error("text", "Paste the postings, or choose a file.")
        elif (number := len(split_postings(said))) > MOST_POSTINGS:
            self.add_error(
                "text", f"There are {number} postings. At most {MOST_POSTINGS} are read at once: bring the rest next."
            )
        elif not number:
            self.add_error("text", "There is no posting in it.")
        return cleaned

    @property
    def said(self) -> str:
        return str(self.cleaned_data.get("file") or self.cleaned_data.get("text") or "")


@dataclass(frozen=True)
class Choice:
    """One of the postings with its fields: whether it is saved, and what it is called."""

    found: Found
    keep: Any
    title: Any
    employer: Any


class ChosenForm(forms.Form):
    """Which of the postings ``found`` in a text are to be saved."""

    text = PlainTextField(strip=False, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None, found: list[Found], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.found = found
        for number, one in enumerate(found):
            self.fields[f"keep-{number}"] = forms.BooleanField(
                required=False,
                label="Save this one",
                initial=one.is_new and bool(one.values.get("title")),
                widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
            )
            self.fields[f"title-{number}"] = _line("Job title", 200, one.values.get("title", ""))
            self.fields[f"employer-{number}"] = _line("Employer", 160, one.values.get("employer", ""))

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        for number in range(len(self.found)):
            name = f"title-{number}"
            if cleaned.get(f"keep-{number}") and name in cleaned and not cleaned[name]:
                self.add_error(name, "Give the title of the job, or clear its check mark.")
        return cleaned

    @property
    def lines(self) -> list[Choice]:
        return [
            Choice(one, self[f"keep-{number}"], self[f"title-{number}"], self[f"employer-{number}"])
            for number, one in enumerate(self.found)
        ]

    @property
    def chosen(self) -> list[Chosen]:
        """What is ticked in a valid form."""
        cleaned = self.cleaned_data
        return [
            Chosen(one.raw, one.url, cleaned[f"title-{number}"], cleaned[f"employer-{number}"])
            for number, one in enumerate(self.found)
            if cleaned[f"keep-{number}"]
        ]


def _line(label: str, limit: int, value: str) -> forms.CharField:
    said = {"max_length": "Keep it to %(limit_value)d characters; yours has %(show_value)d. It is not saved yet."}
    return forms.CharField(
        required=False,
        max_length=limit,
        label=label,
        initial=value,
        error_messages=said,
        widget=forms.TextInput(attrs={"class": "form-control", "dir": "auto"}),
    )
