"""The duties of a posting by kind of task, and how a learner likes each kind, as forms."""

import hashlib
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

    def __init__(self, data: QueryDict | None = None, *, row: Any, **kwargs: Any) -> None:
        self.duties: list[Document] = row.document()["duties"]
        self.names = named_by_words([duty["quote"] for duty in self.duties])
        super().__init__(self._with_all(data), row=row, **kwargs)
        for name, duty in self._named:
            known = dict(KINDS)
            own = [] if duty["task"] in known else [(duty["task"], duty["task"])]
            self.fields[name] = forms.ChoiceField(
                choices=[*KINDS, *own], required=False, label=duty["quote"], widget=PlainSelect
            )

    def initial_from(self, row: Any) -> dict[str, Any]:
        return {name: duty["task"] for name, duty in self._named}

    def values(self) -> Document:
        said = [
            {"quote": duty["quote"], "task": self.cleaned_data[name]}
            for name, duty in self._named
            if self.cleaned_data[name] != NO_DUTY
        ]
        more = self.cleaned_data["more"]
        return {"duties": [*said, {"quote": more, "task": kind_of(more)}] if more else said}

    @property
    def rows(self) -> list[Any]:
        return [self[name] for name in self.names]

    def _with_all(self, data: QueryDict | None) -> QueryDict | None:
        """What was sent; a duty that another window has added meanwhile has no field there, and stays as it is."""
        if data is None:
            return None
        sent: Any = data.copy()
        for name, duty in self._named:
            sent.setdefault(name, duty["task"])
        return sent  # type: ignore[no-any-return]

    @property
    def _named(self) -> list[tuple[str, Document]]:
        return list(zip(self.names, self.duties, strict=True))


def named_by_words(quotes: list[str]) -> list[str]:
    """A field's name for each duty: by its words and not by its place, which another window may change meanwhile."""
    found: list[str] = []
    for place, quote in enumerate(quotes):
        words = hashlib.blake2s(quote.encode(), digest_size=6).hexdigest()
        found.append(f"task_{words}_{quotes[:place].count(quote)}")
    return found


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
