"""What a learner answers: free, or in situation, task, action and result."""

from typing import Any

from django import forms

from accounts.fields import PlainTextField
from interviews.answering import FIELDS, PARTS
from interviews.models.practice import ANSWER_LENGTH

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


class AnswerForm(DraftForm):
    """An answer that is kept as a version."""

    def clean(self) -> dict[str, Any]:
        written = {name for name in FIELDS if self.cleaned_data.get(name, "").strip()}
        if not written and not self.errors:
            self.add_error("text", "Write at least a few words; there is nothing to keep yet.")
        if "text" in written and len(written) > 1:
            self.add_error(
                "text",
                "An answer is either in your own words or in the four parts. Empty one of them; both are still here.",
            )
        return self.cleaned_data
