"""A resume, the wording of one of its lines, and what was sent, as forms."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.http import QueryDict

from accounts.fields import DateInput, PlainTextField, not_in_the_future
from keeping.forms import OwnForm
from keeping.models import EARLIEST, Document
from keeping.tokens import fresh_token
from resumes.base.models import TEXT_LENGTH
from resumes.making.checks import CODES
from resumes.making.models import KEY_LENGTH, LOOKS, PAPERS, POSTING_LENGTH, Resume


class ResumeForm(OwnForm):
    name = forms.CharField(
        max_length=120,
        label="What do you call it?",
        help_text="Only you see it. For one that you tailor, the name of the employer.",
        error_messages={"required": "Give it a name by which you know it again."},
    )
    base = forms.ModelChoiceField(
        Resume.objects.none(),
        required=False,
        label="Tailored from",
        empty_label="Nothing: it is a resume of its own",
        help_text="A tailored resume holds only what is different. What changes in the other one changes here too.",
    )
    purpose = forms.CharField(
        required=False, max_length=300, label="What is it for?", help_text="The posting, or the kind of job."
    )
    posting = PlainTextField(
        required=False,
        max_length=POSTING_LENGTH,
        label="The posting",
        help_text="Paste its text if you like, and we say where it uses another word than you do for the same skill.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    copy = forms.ModelChoiceField(Resume.objects.none(), required=False, widget=forms.HiddenInput)
    look = forms.ChoiceField(choices=LOOKS, label="Layout")
    paper = forms.ChoiceField(choices=PAPERS, required=False, label="Paper")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["base"]
        here = Q(deletion=None, base=None) | Q(pk=getattr(self.row, "base_id", None))
        field.queryset = Resume.objects.filter(here, user=self.user).exclude(pk=self.row.pk if self.row else None)
        if self.row:
            del self.fields["copy"]
        else:
            copied: Any = self.fields["copy"]
            copied.queryset = Resume.objects.filter(user=self.user, deletion=None)

    def clean_base(self) -> Resume | None:
        base: Resume | None = self.cleaned_data["base"]
        if base and self.row and Resume.objects.filter(base=self.row.pk).exists():
            raise forms.ValidationError("Others are tailored from this one, so it cannot be tailored itself.")
        return base

    def values(self) -> Document:
        """A copy says all that the one it is copied from says of its lines."""
        values = super().values()
        values.pop("copy", None)
        if copied := self.cleaned_data.get("copy"):
            said = copied.document()
            values |= {"lines": said["lines"], "dismissals": said["dismissals"]}
        return values


class WordingForm(forms.Form):
    """What one line says in one resume. ``was`` is what it said when the form was opened."""

    key = forms.CharField(max_length=KEY_LENGTH, widget=forms.HiddenInput)
    was = PlainTextField(required=False, strip=False, widget=forms.HiddenInput)
    wording = PlainTextField(
        required=False,
        max_length=TEXT_LENGTH,
        label="What it says in this resume",
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        error_messages={
            "max_length": "This holds %(limit_value)d characters at most; yours has %(show_value)d. "
            "It is not saved yet, and nothing is lost."
        },
    )


class DismissForm(forms.Form):
    """Why something that a check says may stand."""

    code = forms.ChoiceField(choices=list(CODES.items()), widget=forms.HiddenInput)
    key = forms.CharField(required=False, max_length=KEY_LENGTH, widget=forms.HiddenInput)
    reason = forms.CharField(
        required=False,
        max_length=300,
        label="Why is it fine as it is?",
        help_text="A few words to yourself, if you like.",
    )


class SendForm(forms.Form):
    token = forms.UUIDField(widget=forms.HiddenInput)
    employer = forms.CharField(
        max_length=160,
        label="Whom did you send it to?",
        help_text="The employer or agency.",
        error_messages={"required": "Say whom you sent it to."},
    )
    purpose = forms.CharField(required=False, max_length=300, label="What for?", help_text="The position, or a link.")
    on = forms.DateField(label="When?", widget=DateInput(), error_messages={"required": "Give the day you sent it."})

    def __init__(self, data: QueryDict | None = None, *, today: date, purpose: str = "") -> None:
        super().__init__(data, initial={"token": fresh_token(), "on": today, "purpose": purpose})
        self.today = today
        self.fields["on"].widget.attrs["max"] = today.isoformat()

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        not_in_the_future(on, self.today, what="This day")
        if on < EARLIEST:
            raise forms.ValidationError(f"Choose a day from {EARLIEST.year} on.")
        return on
