"""A link for a reviewer, and what they write."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict

from accounts.fields import PlainTextField
from curation.unseen import without_unseen
from keeping.tokens import fresh_token
from resumes.review.commenting import Heard, Outcome, mark, to_change
from resumes.review.models import COMMENT_LENGTH, NAME_LENGTH, NOTE_LENGTH, ReviewComment
from resumes.review.passages import called

TOO_LONG = {"max_length": "Keep it to %(limit_value)d characters; yours has %(show_value)d."}
TEXT = "text_"
WAS = "was_"


class LinkForm(forms.Form):
    """A link to make. ``token`` names it before it is there, so that the form sent twice makes one."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    name = PlainTextField(
        required=False,
        max_length=NAME_LENGTH,
        label="Who reads it?",
        help_text="Optional, so that you can tell their comments apart. They do not see it.",
        widget=forms.TextInput(attrs={"dir": "auto", "class": "form-control", "autocomplete": "off"}),
        error_messages=TOO_LONG,
    )
    note = PlainTextField(
        required=False,
        max_length=NOTE_LENGTH,
        label="What should they look at?",
        help_text="Optional. They see it above the resume.",
        widget=forms.Textarea(attrs={"dir": "auto", "class": "form-control", "rows": 2}),
        error_messages=TOO_LONG,
    )
    shows_contact = forms.BooleanField(
        required=False,
        label="Show my email, phone, street and pages elsewhere too",
        help_text="Otherwise they see your name and town, and no way to reach you.",
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"token": fresh_token()}, auto_id="link_%s")


@dataclass(frozen=True)
class Box:
    """Where one thing is commented on: the field, and what this reviewer has said of it before.

    ``was`` stands for what the field held when the page was opened, ``about`` is how that thing reads.
    """

    key: str
    about: str
    field: forms.BoundField
    was: str
    # What can no longer be changed.
    decided: tuple[ReviewComment, ...]
    current: ReviewComment | None

    @property
    def anchor(self) -> str:
        return "box-" + self.key.replace(":", "-")

    @property
    def called(self) -> str:
        return called(self.key)


class CommentsForm(forms.Form):
    """All boxes of a page in one form, so that one press saves whatever was written.

    What differs from what stood there when the page was opened is saved; the rest may have been saved in another
    window.
    """

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        about: Mapping[str, str],
        said: Mapping[str, Sequence[ReviewComment]],
    ) -> None:
        self.about = about
        self.said = said
        self.current = {key: to_change(said.get(key, ())) for key in about}
        texts = {key: row.text if row else "" for key, row in self.current.items()}
        super().__init__(data, initial={TEXT + key: text for key, text in texts.items()})
        self.was = {key: self.data.get(WAS + key) or mark(text) for key, text in texts.items()}
        for key in about:
            self.fields[TEXT + key] = PlainTextField(
                required=False,
                max_length=COMMENT_LENGTH,
                label=f"Comment on {called(key)}",
                widget=forms.Textarea(attrs={"rows": 3, "dir": "auto", "class": "form-control"}),
                error_messages={
                    "max_length": "Keep it to %(limit_value)d characters; yours has %(show_value)d. "
                    "It is not saved yet, and nothing is lost."
                },
            )

    def clean(self) -> dict[str, Any]:
        """Refuse what is about nothing in the resume: it was left out or deleted since, or never was in it."""
        for name, value in self.data.items():
            gone = name.startswith(TEXT) and name not in self.fields
            if gone and str(value).strip() and mark(_plain(str(value))) != self.data.get(WAS + name.removeprefix(TEXT)):
                what = called(name.removeprefix(TEXT))
                self.add_error(None, f"What you wrote on {what} is not saved: that is no longer in the resume.")
        return self.cleaned_data

    @property
    def boxes(self) -> dict[str, Box]:
        return {
            key: Box(
                key,
                about,
                self[TEXT + key],
                self.was[key],
                tuple(row for row in self.said.get(key, ()) if row != self.current[key]),
                self.current[key],
            )
            for key, about in self.about.items()
        }

    def heard(self) -> list[Heard]:
        """Of a form that was judged: what was written or changed, in every box without errors."""
        found = []
        for key in self.about:
            if TEXT + key in self.errors or TEXT + key not in self.data:
                continue
            text = self.cleaned_data[TEXT + key]
            # What nobody can see says nothing.
            text = text if without_unseen(text) else ""
            if mark(text) != self.was[key]:
                found.append(Heard(key, text, self.was[key]))
        return found

    def take(self, outcome: Outcome, heard: Sequence[Heard], said: Mapping[str, Sequence[ReviewComment]]) -> None:
        """Say why some are not saved, and let the next press go on from what is stored by now, as ``said`` has it."""
        self.said = said
        self.current = {key: to_change(said.get(key, ())) for key in self.about}
        for key in {*outcome.saved, *outcome.refused}:
            row = self.current[key]
            self.was[key] = mark(row.text if row else "")
        for key, why in outcome.refused.items():
            self.add_error(TEXT + key, why)


def typed(data: QueryDict, *, but: Container[str] = ()) -> list[tuple[str, str]]:
    """What a reviewer wrote since the page was opened, each with what it was about.

    It asks nothing but the form, so that it is the same whatever became of the link. Names in ``but`` are left out.
    """
    return [
        (f"On {called(name.removeprefix(TEXT))}", text)
        for name, value in data.items()
        if name.startswith(TEXT) and name not in but
        for text in [_plain(str(value))]
        if text and mark(text) != data.get(WAS + name.removeprefix(TEXT))
    ]


def _plain(text: str) -> str:
    """As the field takes it."""
    return text.strip().replace("\r\n", "\n").replace("\r", "\n")
