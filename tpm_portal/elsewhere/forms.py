"""Files of other programs as they are brought, and how they are to be read, as forms."""

import hashlib
from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from accounts.fields import PlainSelect, PlainTextField
from applications.lists.forms import ListForm
from applications.lists.matching import ColumnsForm, select
from applications.lists.sheets import MOST_BYTES, Sheet
from evidence.models import Part, ProjectKind
from evidence.records.models.background import TrainingKind
from interviews.models import Category
from tpm_portal.elsewhere import anki_columns, linkedin_cells, tracker_columns
from tpm_portal.elsewhere.anki_text import PACKED
from tpm_portal.elsewhere.durations import UNITS
from tpm_portal.elsewhere.tracker import COURSES, EACH, PIECES, SUM, Choices
from tpm_portal.elsewhere.tracker_columns import guess_unit
from tpm_portal.receiving import LINKEDIN_MEGABYTES

BECOME = [(COURSES, "Courses and their hours, in Background"), (PIECES, "Things I did, in Evidence")]
KINDS = [
    (value, f"{label[:1].upper()}{label[1:]}")
    for value, label in TrainingKind.choices
    # Which credential an issuer's course leads to is another for each.
    if value != TrainingKind.ISSUER_COURSE
]
TOGETHER = [(EACH, "Each row is one"), (SUM, "Rows of the same name are one, with their hours added up")]
UNIT = [("", "Choose one"), *UNITS.items()]


class TrackerFileForm(ListForm):
    too_large: ClassVar[str] = "This is larger than 1 MB, or some 10,000 lines. Bring a year at a time."

    file = forms.FileField(
        required=False,
        label="A CSV file",
        help_text="As Toggl, Clockify or a spreadsheet saves it: at most 1 MB and 2,000 lines.",
        error_messages={"empty": "This file is empty."},
    )


class AnkiFileForm(ListForm):
    too_large: ClassVar[str] = "This is larger than 1 MB. Export one deck at a time."

    file = forms.FileField(
        required=False,
        label="A text file",
        help_text="“Notes in Plain Text (.txt)”, as Anki exports it: at most 1 MB and 2,000 notes.",
        error_messages={"empty": "This file is empty."},
    )
    text = PlainTextField(
        required=False, strip=False, label="Or paste it", widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"})
    )

    def clean_file(self) -> str:
        file: Any = self.cleaned_data["file"]
        if file and (file.name.lower().endswith((".apkg", ".colpkg")) or file.read(4) == b"PK\x03\x04"):
            raise forms.ValidationError(PACKED)
        if file:
            file.seek(0)
        return super().clean_file()


class ArchiveForm(forms.Form):
    file = forms.FileField(
        label="The archive, or one file of it",
        help_text=f"A .zip of at most {LINKEDIN_MEGABYTES} MB, or Positions.csv and the like. We don't read messages, "
        "contacts or media.",
        error_messages={"required": "Choose a file.", "empty": "This file is empty.", "missing": "Choose a file."},
        widget=forms.FileInput(attrs={"data-most-megabytes": LINKEDIN_MEGABYTES}),
    )


class TrackerForm(ColumnsForm):
    """What each column of a tracker is, and what its rows become."""

    OFFERED = tracker_columns.FIELDS
    DAYS = tracker_columns.DAYS
    SEVERAL = tracker_columns.SEVERAL
    KNOWN = tracker_columns.KNOWN

    headless = forms.BooleanField(required=False, label="The first line is an entry already, not names")
    unit = forms.ChoiceField(
        choices=UNIT,
        required=False,
        label="What do plain numbers of time count?",
        help_text="1:30 and 90 min are understood as they are.",
        widget=PlainSelect(attrs={"class": "form-select"}),
    )
    become = forms.ChoiceField(
        choices=BECOME,
        label="What do the rows become?",
        widget=PlainSelect(attrs={"class": "form-select"}),
        error_messages={"required": "Choose what the rows become."},
    )
    kind = select([("", "Choose one"), *KINDS], "What did the courses teach?")
    together = select(TOGETHER, "Several rows of the same name")

    def guess_more(self, said: dict[str, Any]) -> None:
        time = self._column("time")
        said.setdefault("unit", guess_unit(self.sheet.names[time], self.sheet.column(time)) if time >= 0 else "")
        said.setdefault("become", COURSES if time >= 0 else PIECES)
        what = self._column("what")
        names = self.sheet.column(what) if what >= 0 else []
        said.setdefault("together", SUM if len(set(names)) < len(names) else EACH)
        self.becomes_courses = said["become"] != PIECES

    def _column(self, name: str) -> int:
        return self.chosen.index(name) if name in self.chosen else -1

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name, said in (("what", "what was done"), ("on", "on which day it was")):
            if name not in self.chosen:
                self.add_error(None, f"Say which column says {said}.")
        if cleaned.get("become") == COURSES:
            if "time" not in self.chosen:
                self.add_error(None, "Say which column has the time spent: a course has hours.")
            elif not cleaned.get("unit") and "unit" not in self.errors:
                self.add_error("unit", "Say whether plain numbers are hours or minutes.")
            if not cleaned.get("kind") and "kind" not in self.errors:
                self.add_error("kind", "Choose what they taught: it decides what they count for.")
        elif "time" in self.chosen and not cleaned.get("unit") and "unit" not in self.errors:
            self.add_error("unit", "Say whether plain numbers are hours or minutes.")
        return cleaned

    @property
    def has_time(self) -> bool:
        return "time" in self.chosen

    @property
    def choices(self) -> Choices:
        """What a valid form chooses."""
        said = self.cleaned_data
        return Choices(
            **{name: said[name] for name in ("form", "unit", "become", "kind")},
            columns=tuple(self.chosen),
            together=said["together"] or EACH,
        )


class AnkiForm(ColumnsForm):
    """What each field of the notes is, and the category of their questions."""

    OFFERED = anki_columns.FIELDS
    SEVERAL = anki_columns.SEVERAL

    headless = forms.BooleanField(required=False, widget=forms.HiddenInput)
    category = forms.ModelChoiceField(
        Category.objects.published().order_by("position", "slug"),
        to_field_name="slug",
        required=False,
        label="Category of these questions",
        empty_label="Not sure",
        help_text="It says what an answer is rated on. You can change it for each later.",
    )

    def __init__(self, data: Mapping[str, Any], sheet: Sheet, special: frozenset[int]) -> None:
        guessed = anki_columns.guess_fields(sheet.names, special)
        super().__init__({f"column-{place}": guess for place, guess in enumerate(guessed)} | dict(data), sheet)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "question" not in self.chosen:
            self.add_error(None, "Say which field has the question.")
        return cleaned

    @property
    def category_slug(self) -> str | None:
        category = self.cleaned_data.get("category")
        return category.slug if category else None


class ArchiveRowsForm(forms.Form):
    """The rows of an archive, and what it does not say of its projects."""

    said = forms.CharField(strip=False, max_length=linkedin_cells.MOST_BYTES, widget=forms.HiddenInput)
    part = select([("", "Choose one"), *Part.choices], "Your part in the projects")
    kind = select([("", "Choose one"), *ProjectKind.choices], "What kind of projects?")
    # What was chosen when the rows were shown.
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any], *, has_projects: bool) -> None:
        super().__init__(data)
        self.has_projects = has_projects

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if self.has_projects and "keep" in self.data:
            for name in ("part", "kind"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, "Choose one: the archive does not say it. You can change it for each later.")
        return cleaned

    @property
    def digest(self) -> str:
        """What was shown, in short. What is chosen for projects changes nothing of it."""
        return hashlib.sha256(self.cleaned_data["said"].encode("utf-8", "replace")).hexdigest()


class CardsForm(forms.Form):
    """Which questions go out as cards."""

    which = forms.ChoiceField(
        choices=[("mine", "Those I practice, answered or marked, and my own"), ("all", "The whole bank, and my own")],
        required=False,
        label="Which questions?",
        widget=PlainSelect(attrs={"class": "form-select"}),
    )


__all__ = [
    "MOST_BYTES",
    "AnkiFileForm",
    "AnkiForm",
    "ArchiveForm",
    "ArchiveRowsForm",
    "CardsForm",
    "TrackerFileForm",
    "TrackerForm",
]
