"""What a learner answers: free, or in situation, task, action and result."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from accounts.fields import PlainTextField
from interviews.bank.models import Dimension
from interviews.practice.answering import FIELDS, PARTS
from interviews.practice.models import ANSWER_LENGTH, Grade

HINTS = {
    "situation": "Where and when, in two sentences.",
    "task": "What was yours to do, and why it was hard.",
    "action": "What you did, step by step. Most of the time goes here.",
    "result": "What came of it, with a number, and what you learned.",
}


def answer_field(label: str, *, rows: int, help_text: str = "") -> PlainTextField:
    too_long = (
        f"This holds {ANSWER_LENGTH:,} characters at most; yours has %(show_value)d. It is not saved yet, and nothing "
        "is lost."
    )
    return PlainTextField(
        max_length=ANSWER_LENGTH,
        required=False,
        strip=False,
        label=label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows, "dir": "auto", "class": "form-control"}),
        error_messages={"max_length": too_long},
    )


class DraftForm(forms.Form):
    """What is being typed, whatever it is. ``seen`` is the edition that the window knows."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    text = answer_field("In your own words", rows=8)
    situation = answer_field("Situation", rows=3, help_text=HINTS["situation"])
    task = answer_field("Task", rows=3, help_text=HINTS["task"])
    action = answer_field("Action", rows=5, help_text=HINTS["action"])
    result = answer_field("Result", rows=3, help_text=HINTS["result"])

    def values(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in FIELDS}

    @property
    def parts(self) -> list[forms.BoundField]:
        return [self[name] for name in PARTS]

    @property
    def parts_are_open(self) -> bool:
        """Whether the four parts hold anything to look at."""
        return any(self[name].value() or self[name].errors for name in PARTS)


@dataclass(frozen=True)
class Scored:
    """A dimension with its field: the choices, and what a 1, a 3 and a 5 look like."""

    dimension: Dimension
    field: forms.BoundField

    @property
    def choices(self) -> list[tuple[str, str, bool]]:
        """Each score with what it looks like, and whether it is chosen."""
        looks = {"1": self.dimension.score_1, "3": self.dimension.score_3, "5": self.dimension.score_5}
        chosen = str(self.field.value() or "")
        return [(score, looks.get(score, ""), score == chosen) for score in ("1", "2", "3", "4", "5")]

    @property
    def none_chosen(self) -> bool:
        return not any(chosen for *_, chosen in self.choices)


class AnswerForm(DraftForm):
    """An answer that is kept as a version. The scores beside it are only read by ``RateForm``."""

    must_say_something = True

    token = forms.UUIDField(widget=forms.HiddenInput, required=False)
    spoken_seconds = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=3600)

    def __init__(self, *args: Any, dimensions: Sequence[Dimension], **kwargs: Any) -> None:
        kwargs["initial"] = {"token": uuid.uuid4(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.dimensions = dimensions
        for dimension in dimensions:
            self.fields[f"score_{dimension.pk}"] = forms.TypedChoiceField(
                choices=[(score, score) for score in range(1, 6)],
                coerce=int,
                empty_value=None,
                required=False,
                label=dimension.name,
                error_messages={"invalid_choice": "Choose a score from 1 to 5, or none."},
            )

    @property
    def scored(self) -> list[Scored]:
        return [Scored(dimension, self[f"score_{dimension.pk}"]) for dimension in self.dimensions]

    @property
    def scores_are_open(self) -> bool:
        return any(row.field.value() or row.field.errors for row in self.scored)

    def clean(self) -> dict[str, Any]:
        written = {name for name in FIELDS if self.cleaned_data.get(name, "").strip()}
        if self.must_say_something and not written and not self.errors:
            self.add_error("text", "Write at least a few words; there is nothing to keep yet.")
        if "text" in written and len(written) > 1:
            self.add_error(
                "text",
                "An answer is either in your own words or in the four parts. Empty one of them; both are still here.",
            )
        return self.cleaned_data


class RateForm(AnswerForm):
    """How an answer went: a grade, scores where the learner gives some, and the text, if there is one."""

    must_say_something = False

    grade = forms.ChoiceField(choices=Grade.choices, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["token"].required = True

    def scores(self) -> dict[int, int]:
        """The scores that were given, by the keys of their dimensions."""
        found = {dimension.pk: self.cleaned_data[f"score_{dimension.pk}"] for dimension in self.dimensions}
        return {key: score for key, score in found.items() if score is not None}
