"""A link for your interviewer, and what they score and write."""

import json
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django import forms
from django.http import QueryDict

from accounts.fields import PlainTextField
from interviews.bank.models import Dimension
from interviews.mock.helping import Heard, Sheet
from interviews.mock.models import NOTE_LENGTH
from interviews.practice.forms.answers import Scored, score_field
from keeping.tokens import fresh_token

SCORE = re.compile(r"score_([1-9][0-9]{0,4})_([-a-zA-Z0-9_]{1,80})")
# What one press says of every dimension of a question that has no score of its own.
SAME = re.compile(r"same_([1-9][0-9]{0,4})")
ALL_OF_THEM = "All of them"
NOTES = re.compile(r"notes_([1-9][0-9]{0,4})")
# The value of ``place`` of the button that saves and shows where the run stands.
NOW = "now"


class LinkForm(forms.Form):
    """A link to make. ``token`` names it before it is there, so that the form sent twice makes one."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    name = PlainTextField(
        required=False,
        max_length=80,
        label="Who helps?",
        help_text="Optional, so that you can tell their scores apart. They do not see it.",
        widget=forms.TextInput(attrs={"dir": "auto", "class": "form-control", "autocomplete": "off"}),
        error_messages={"max_length": "Keep it to %(limit_value)d characters; yours has %(show_value)d."},
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"token": fresh_token()}, auto_id="link_%s")


def typed(data: QueryDict, *, but: Container[str] = ()) -> list[tuple[str, str]]:
    """What an interviewer wrote and scored since the page was opened, each with what it was about.

    It asks nothing but the form, so that it is the same whatever became of the link. Names in ``but`` are left out.
    """
    scores: dict[str, dict[str, str]] = {}
    notes: dict[str, str] = {}
    for name, value in data.items():
        text = str(value).replace("\r\n", "\n").replace("\r", "\n")
        if name in but or not text.strip():
            continue
        if match := SCORE.fullmatch(name):
            scores.setdefault(match[1], {})[match[2]] = text
        elif match := SAME.fullmatch(name):
            scores.setdefault(match[1], {})[ALL_OF_THEM.lower()] = text
        elif match := NOTES.fullmatch(name):
            notes[match[1]] = text
    found = []
    for place in sorted({*scores, *notes}, key=int):
        given = scores.get(place, {})
        if data.get(f"was_{place}") == mark(given, notes.get(place, "")):
            continue
        found += [(f"Score of question {place}, {slug.replace('-', ' ')}", score) for slug, score in given.items()]
        if place in notes:
            found.append((f"Notes on question {place}", notes[place]))
    return found


def mark(scores: Mapping[str, int | str], notes: str) -> str:
    """A short stand-in for what is said of one question, scores by slug: equal for equal, without telling it."""
    text = json.dumps([sorted((slug, str(score)) for slug, score in scores.items()), notes])
    return sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class SheetFields:
    """A sheet with its fields. ``was`` stands for what was saved when the page was opened."""

    sheet: Sheet
    same: list[Scored]
    scores: list[Scored]
    notes: forms.BoundField
    was: str

    @property
    def rubric(self) -> list[Scored]:
        """The rows of the rubric: where there are several dimensions, first one for all of them."""
        return [*self.same, *self.scores]

    @property
    def errors(self) -> list[tuple[str, str, str]]:
        """Each with the key of the place that it is about, and that place's name."""
        fields = [(row.field.auto_id, str(row.field.label), row.field) for row in self.rubric]
        fields.append((self.notes.auto_id, "Notes", self.notes))
        return [(key, name, str(error)) for key, name, bound in fields for error in bound.errors]


class SheetsForm(forms.Form):
    """All questions of a run in one form, so that whatever button is pressed nothing that was written is lost.

    What differs from what was saved when the page was opened is saved; the rest may have been saved on another screen.
    """

    def __init__(self, data: QueryDict | None = None, *, sheets: Sequence[Sheet]) -> None:
        initial: dict[str, Any] = {}
        for sheet in sheets:
            initial[f"notes_{sheet.place}"] = sheet.notes
            for dimension in sheet.dimensions:
                initial[_score(sheet, dimension)] = sheet.scores.get(dimension.pk)
        super().__init__(data, initial=initial)
        self.sheets = sheets
        for sheet in sheets:
            if len(sheet.dimensions) > 1:
                self.fields[_same(sheet)] = score_field(ALL_OF_THEM)
            for dimension in sheet.dimensions:
                self.fields[_score(sheet, dimension)] = score_field(dimension.name)
            self.fields[f"notes_{sheet.place}"] = PlainTextField(
                required=False,
                strip=False,
                max_length=NOTE_LENGTH,
                label="Notes",
                widget=forms.Textarea(attrs={"rows": 3, "dir": "auto", "class": "form-control"}),
                error_messages={
                    "max_length": "Keep notes to %(limit_value)d characters; yours have %(show_value)d. "
                    "They are not saved yet, and nothing is lost."
                },
            )

    def clean(self) -> dict[str, Any]:
        """Refuse what is about no question of the run, and scores of what a question is not rated on."""
        places = {sheet.place for sheet in self.sheets}
        pressed = self.data.get("place", NOW)
        if pressed != NOW and pressed not in {str(place) for place in places}:
            self.add_error(None, "There is no such question in this interview.")
        for name, value in self.data.items():
            match = SCORE.fullmatch(name) or SAME.fullmatch(name) or NOTES.fullmatch(name)
            if match is None or name in self.fields or not str(value).strip():
                continue
            if int(match[1]) in places:
                what = match[2].replace("-", " ") if match.re is SCORE else ALL_OF_THEM.lower()
                self.add_error(None, f"Question {match[1]} is not rated on {what}. This score is not saved.")
            else:
                self.add_error(None, f"There is no question {match[1]} in this interview.")
        return self.cleaned_data

    @property
    def rows(self) -> list[SheetFields]:
        return [
            SheetFields(
                sheet,
                [Scored(self[_same(sheet)])] if _same(sheet) in self.fields else [],
                [Scored(self[_score(sheet, dimension)], dimension) for dimension in sheet.dimensions],
                self[f"notes_{sheet.place}"],
                self.data.get(f"was_{sheet.place}") or mark(_shown_scores(sheet), sheet.notes),
            )
            for sheet in self.sheets
        ]

    def heard(self) -> list[Heard]:
        """Of a form that was judged: what is new, of every question that has no errors."""
        found = []
        for row in self.rows:
            if row.errors:
                continue
            given = {one: self.cleaned_data[_score(row.sheet, one)] for one in row.sheet.dimensions}
            same = self.cleaned_data.get(_same(row.sheet))
            found_scores = {one.pk: same if score is None else score for one, score in given.items()}
            scores = {key: score for key, score in found_scores.items() if score is not None}
            heard = Heard(row.sheet, scores, self.cleaned_data[row.notes.name])
            if _mark_of(heard) != row.was:
                found.append(heard)
        return found

    def keep_as_saved(self, heard: Iterable[Heard]) -> None:
        """Let the next press leave alone what is saved already, while something else is put right."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        for one in heard:
            data[f"was_{one.sheet.place}"] = _mark_of(one)
        self.data = data


def _same(sheet: Sheet) -> str:
    return f"same_{sheet.place}"


def _score(sheet: Sheet, dimension: Dimension) -> str:
    return f"score_{sheet.place}_{dimension.slug}"


def _shown_scores(sheet: Sheet) -> dict[str, int]:
    """The saved scores that the form can show: not those of a dimension that has been retired since."""
    return {one.slug: sheet.scores[one.pk] for one in sheet.dimensions if one.pk in sheet.scores}


def _mark_of(heard: Heard) -> str:
    scores = {one.slug: heard.scores[one.pk] for one in heard.sheet.dimensions if one.pk in heard.scores}
    return mark(scores, heard.notes if heard.notes.strip() else "")
