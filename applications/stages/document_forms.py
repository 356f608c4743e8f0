"""What went out for an application, and its letter, as forms."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.http import QueryDict

from accounts.fields import DateInput, PlainTextField, not_in_the_future
from accounts.models import User
from applications.postings.models import Stage
from applications.postings.models.applications import LETTER_LENGTH
from keeping.forms import OwnForm
from keeping.models import EARLIEST, Document
from keeping.tokens import fresh_token
from resumes.models import Resume, SentCopy

# Of resumes, and of copies that are kept, the newest.
MOST_OFFERED = 50
RESUME, COPY = "resume", "copy"


def _on() -> forms.DateField:
    return forms.DateField(label="When?", widget=DateInput(), error_messages={"required": "Give the day."})


class _Sent(forms.Form):
    """Which resume went out: ``resume:`` with its key is frozen now, ``copy:`` is one that is kept already."""

    # Whether it records that the learner applied.
    marks: ClassVar[bool]
    # The field that names a press, so that it freezes once.
    named_by: ClassVar[str]

    sent = forms.ChoiceField(
        required=False,
        label="Which resume went out?",
        help_text="One that is frozen now is saved as PDF, Word and text, exactly as it is.",
        error_messages={"invalid_choice": "That resume is not yours, or is gone."},
    )

    def offer(self, user: User, application: Any) -> None:
        """What can be chosen: the learner's resumes and kept copies, but for those that are linked already."""
        chosen = Q(pk=application.resume_id)
        resumes: Any = Resume.objects.for_user(user)
        newest = resumes.filter(Q(pk__in=resumes.order_by("-pk").values("pk")[:MOST_OFFERED]) | chosen)
        copies: Any = SentCopy.objects.for_user(user).exclude(application_rows__application=application)
        groups = [
            ("Freeze as it is now", [(f"{RESUME}:{row.pk}", row.name) for row in newest]),
            (
                "Already saved",
                [(f"{COPY}:{row.pk}", f"{row.name}, sent to {row}") for row in copies.order_by("-pk")[:MOST_OFFERED]],
            ),
        ]
        field: Any = self.fields["sent"]
        none = "Choose one" if field.required else "None, or not saved here"
        field.choices = [("", none), *(group for group in groups if group[1])]

    @property
    def what_was_sent(self) -> tuple[str, int | None]:
        """What was chosen, by ``RESUME`` or ``COPY`` and its key; of a valid form."""
        kind, _, key = self.cleaned_data["sent"].partition(":")
        return kind, int(key) if key else None


class AppliedForm(OwnForm, _Sent):
    """That a learner has applied: makes the change of stage, with the day and a note."""

    marks = True
    named_by = "token"

    on = _on()
    note = PlainTextField(
        max_length=2000,
        required=False,
        label="Note",
        help_text="How and where: their form, an address, a friend.",
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    field_order = ("token", "seen", "on", "sent", "note")

    def __init__(self, data: QueryDict | None = None, *, application: Any, user: User, today: date) -> None:
        chosen = f"{RESUME}:{application.resume_id}" if application.resume_id else ""
        super().__init__(data, row=None, user=user, today=today, initial={"sent": chosen})
        self.application = application
        self.offer(user, application)
        self.offer_days_up_to_today("on")

    def begins_with(self, today: date) -> dict[str, Any]:
        return {"on": today}

    def clean_on(self) -> date | None:
        return self.past_day("on")

    def values(self) -> Document:
        values = super().values()
        values.pop("sent")
        return values | {"application": str(self.application.token), "stage": Stage.APPLIED.value}


class AttachForm(_Sent):
    """One more resume that went out."""

    marks = False
    named_by = "press"

    press = forms.UUIDField(widget=forms.HiddenInput)
    on = _on()
    field_order = ("press", "sent", "on")

    def __init__(self, data: QueryDict | None = None, *, application: Any, user: User, today: date) -> None:
        super().__init__(data, initial={"press": fresh_token(), "on": today})
        self.today = today
        self.fields["sent"].required = True
        self.fields["sent"].error_messages["required"] = "Choose what went out."
        self.offer(user, application)
        self.fields["on"].widget.attrs["max"] = today.isoformat()

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        not_in_the_future(on, self.today, what="This day")
        if on < EARLIEST:
            raise forms.ValidationError(f"Choose a day from {EARLIEST.year} on.")
        return on


class LetterForm(OwnForm):
    letter = PlainTextField(
        max_length=LETTER_LENGTH,
        required=False,
        label="Your letter",
        help_text="Plain text. It is yours to change: every save stays in the history.",
        widget=forms.Textarea(attrs={"rows": 18, "dir": "auto"}),
    )
