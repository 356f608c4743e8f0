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
from keeping.tokens import fresh_token, of_words

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


SCORES = ("1", "2", "3", "4", "5")
# What one press says of every dimension that has no score of its own.
SAME = "score_same"


def score_field(label: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        choices=[(score, score) for score in SCORES],
        coerce=int,
        empty_value=None,
        required=False,
        label=label,
        error_messages={"invalid_choice": "Choose a score from 1 to 5, or none."},
    )


@dataclass(frozen=True)
class Scored:
    """A field for a score. ``dimension`` says what a 1, a 3 and a 5 look like; a score for all has none."""

    field: forms.BoundField
    dimension: Dimension | None = None

    @property
    def choices(self) -> list[tuple[str, bool]]:
        """No score and each score, and whether it is chosen."""
        chosen = str(self.field.value() or "")
        known = chosen if chosen in SCORES else ""
        return [(score, score == known) for score in ("", *SCORES)]


class AnswerForm(DraftForm):
    """An answer that is kept as a version. The scores beside it are only read by ``RateForm``."""

    must_say_something = True

    token = forms.UUIDField(widget=forms.HiddenInput, required=False)
    spoken_seconds = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=3600)

    def __init__(self, *args: Any, dimensions: Sequence[Dimension], **kwargs: Any) -> None:
        initial = kwargs.get("initial", {})
        kwargs["initial"] = initial if "token" in initial else {"token": fresh_token(), **initial}
        super().__init__(*args, **kwargs)
        self.dimensions = dimensions
        if len(dimensions) > 1:
            self.fields[SAME] = score_field("All of them")
        for dimension in dimensions:
            self.fields[f"score_{dimension.pk}"] = score_field(dimension.name)

    @property
    def scored(self) -> list[Scored]:
        return [Scored(self[f"score_{dimension.pk}"], dimension) for dimension in self.dimensions]

    @property
    def rubric(self) -> list[Scored]:
        """The rows of the rubric: where there are several dimensions, first one for all of them."""
        return [*([Scored(self[SAME])] if SAME in self.fields else []), *self.scored]

    @property
    def scores_are_open(self) -> bool:
        return any(row.field.value() or row.field.errors for row in self.rubric)

    def clean(self) -> dict[str, Any]:
        written = {name for name in FIELDS if self.cleaned_data.get(name, "").strip()}
        if self.must_say_something and not written and not self.errors:
            self.add_error("text", "Write at least a few words; there is nothing to save yet.")
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

    def clean_token(self) -> uuid.UUID:
        return self.cleaned_data["token"] or of_words(self)

    def scores(self) -> dict[int, int]:
        """The scores that were given, by the keys of their dimensions; what was said of all stands where none was."""
        same = self.cleaned_data.get(SAME)
        given = {dimension.pk: self.cleaned_data[f"score_{dimension.pk}"] for dimension in self.dimensions}
        found = {key: same if score is None else score for key, score in given.items()}
        return {key: score for key, score in found.items() if score is not None}
