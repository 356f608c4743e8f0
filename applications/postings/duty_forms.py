"""The duties of a posting by kind of task, and how a learner likes each kind, as forms."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from accounts.fields import PlainSelect, PlainTextField
from applications.postings.models import Liking
from applications.postings.models.applications import QUOTE_LENGTH
from applications.proof.liking import TASKS, kind_of
from keeping.forms import OwnForm
from keeping.models import Document

NO_DUTY = "-"
KINDS = [("", "None of these"), *((task.slug, task.name) for task in TASKS), (NO_DUTY, "This is no duty: leave it out")]


class DutiesForm(OwnForm):
    """Of which kind each duty of an application is, and one more duty that was not read."""

    row: Any

    more = PlainTextField(
        required=False,
        max_length=QUOTE_LENGTH,
        label="A duty that is missing",
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )

    def __init__(self, *args: Any, row: Any, **kwargs: Any) -> None:
        self.duties: list[Document] = row.document()["duties"]
        super().__init__(*args, row=row, **kwargs)
        for place, duty in enumerate(self.duties):
            known = dict(KINDS)
            own = [] if duty["task"] in known else [(duty["task"], duty["task"])]
            self.fields[f"task_{place}"] = forms.ChoiceField(
                choices=[*KINDS, *own], required=False, label=duty["quote"], widget=PlainSelect
            )

    def initial_from(self, row: Any) -> dict[str, Any]:
        return {f"task_{place}": duty["task"] for place, duty in enumerate(self.duties)}

    def values(self) -> Document:
        said = [
            {"quote": duty["quote"], "task": self.cleaned_data[f"task_{place}"]}
            for place, duty in enumerate(self.duties)
            if self.cleaned_data[f"task_{place}"] != NO_DUTY
        ]
        more = self.cleaned_data["more"]
        return {"duties": [*said, {"quote": more, "task": kind_of(more)}] if more else said}

    @property
    def rows(self) -> list[Any]:
        return [self[f"task_{place}"] for place in range(len(self.duties))]


class LikingsForm(forms.Form):
    """How each kind of task is liked. A field beside each has what it said when the form was opened."""

    def __init__(self, data: QueryDict | None = None, *, here: Mapping[str, str]) -> None:
        super().__init__(data)
        for task in TASKS:
            rated = here.get(task.slug, "")
            self.fields[f"like_{task.slug}"] = forms.ChoiceField(
                choices=Liking.choices,
                required=False,
                label=task.name,
                help_text=task.about,
                widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
                initial=rated,
            )
            self.fields[f"was_{task.slug}"] = forms.CharField(
                required=False, initial=rated, widget=forms.HiddenInput, max_length=20
            )

    def changed(self) -> dict[str, str]:
        """What the learner says otherwise than when they opened the form, by kind of task."""
        said = {task.slug: self.cleaned_data[f"like_{task.slug}"] for task in TASKS}
        return {slug: value for slug, value in said.items() if value and value != self.cleaned_data[f"was_{slug}"]}

    @property
    def rows(self) -> list[tuple[Any, Any]]:
        return [(self[f"like_{task.slug}"], self[f"was_{task.slug}"]) for task in TASKS]
