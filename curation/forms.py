"""What a reader may ask of the list of sources, and how they say that something looks wrong."""

from typing import Any

from django import forms

from curation.lines import LinesField
from curation.models import SourceKind
from curation.report_models import LONGEST_INSTEAD, LONGEST_WHAT


class SourceFilterForm(forms.Form):
    kind = forms.ChoiceField(
        choices=[("", "Any kind"), *SourceKind.choices],
        required=False,
        label="Kind",
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    page = forms.IntegerField(min_value=1, max_value=10_000, required=False, widget=forms.HiddenInput)
    # A fact links to its source by name; the list opens at the page on which it stands.
    source = forms.SlugField(max_length=80, required=False)


def _box(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "dir": "auto", "class": "form-control"})


class ReportForm(forms.Form):
    """What looks wrong, and what it should say. It may be sent without an account."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    # Judged by ``public_pages.find``, without validators: nobody can correct an error in what they cannot see.
    page = forms.Field(required=False, widget=forms.HiddenInput)
    row = forms.Field(required=False, widget=forms.HiddenInput)
    what = LinesField(label="What looks wrong?", max_length=LONGEST_WHAT, widget=_box(4))
    instead = LinesField(
        label="What should it say, and where did you read that?",
        max_length=LONGEST_INSTEAD,
        required=False,
        widget=_box(3),
        help_text="Optional. An address of a page helps us check it.",
    )
    email = forms.EmailField(
        label="Your email address, if you want an answer",
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"class": "form-control", "autocomplete": "email", "dir": "auto"}),
        help_text="Optional. Used for one answer to this and nothing else.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("what", "instead"):
            # A browser would cut a text that is pasted without a word; the form says how long it may be.
            self.fields[name].widget.attrs.pop("maxlength", None)


class AnswerForm(forms.Form):
    """What a curator answers a reader."""

    answer = LinesField(label="Your answer", max_length=LONGEST_WHAT, widget=_box(5))
