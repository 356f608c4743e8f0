"""People, tasks and habits as forms."""

from datetime import date
from typing import Any

from django import forms

from accounts.fields import DateInput, PlainTextField
from applications.stages.choosing import OwnApplicationField
from applications.stages.models import Habits
from curation.number_fields import WholeNumberField
from keeping.forms import OwnForm
from keeping.models import EARLIEST

FEWEST_DAYS, MOST_DAYS = 1, 365
DAYS = f"Write whole days from {FEWEST_DAYS} to {MOST_DAYS}."


def _note() -> PlainTextField:
    return PlainTextField(
        max_length=2000, required=False, label="Note", widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"})
    )


class _ForAnApplication(OwnForm):
    """Something that can belong to one of the learner's applications."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["application"]
        stored = getattr(self.row, "application_id", None)
        field.offer(self.user, stored=stored, asked=self["application"].value())

    def initial_from(self, row: Any) -> dict[str, Any]:
        return super().initial_from(row) | {"application": row.application_id}


class PersonForm(_ForAnApplication):
    name = forms.CharField(max_length=160, label="Name", error_messages={"required": "Say who it is."})
    what = forms.CharField(
        max_length=160, required=False, label="Who are they?", help_text="Recruiter, hiring manager, friend."
    )
    application = OwnApplicationField(empty_label="The whole search", label="For which application?")
    known_from = forms.CharField(
        max_length=160, required=False, label="Where do you know them from?", help_text="A job, a meetup, LinkedIn."
    )
    reach = forms.CharField(
        max_length=300, required=False, label="How to reach them", help_text="An address or a number. Only you see it."
    )
    last_contact_on = forms.DateField(
        required=False, label="Last contact", help_text="The reminders count from it.", widget=DateInput()
    )
    referred_on = forms.DateField(
        required=False,
        label="When did they refer you?",
        help_text="If they put in a word for you. Until you have thanked them, the list reminds you.",
        widget=DateInput(),
    )
    thanked_on = forms.DateField(required=False, label="When did you thank them?", widget=DateInput())
    note = _note()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("last_contact_on", "referred_on", "thanked_on"):
            self.offer_days_up_to_today(name)

    def clean_last_contact_on(self) -> date | None:
        return self.past_day("last_contact_on")

    def clean_referred_on(self) -> date | None:
        return self.past_day("referred_on")

    def clean_thanked_on(self) -> date | None:
        return self.past_day("thanked_on")


class TaskForm(_ForAnApplication):
    what = forms.CharField(
        max_length=200, label="What is to be done?", error_messages={"required": "Say what is to be done."}
    )
    application = OwnApplicationField(empty_label="The whole search", label="For which application?")
    due_on = forms.DateField(
        required=False, label="By when?", help_text="Without a day it stays at the end of the list.", widget=DateInput()
    )
    done_on = forms.DateField(required=False, label="Done on", widget=DateInput())
    note = _note()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_days_up_to_today("done_on")

    def clean_due_on(self) -> date | None:
        day: date | None = self.cleaned_data["due_on"]
        if day and day < EARLIEST:
            raise forms.ValidationError(f"Choose a day from {EARLIEST.year} on.")
        return day

    def clean_done_on(self) -> date | None:
        return self.past_day("done_on")


def _days(label: str, help_text: str) -> WholeNumberField:
    return WholeNumberField(
        min_value=FEWEST_DAYS,
        max_value=MOST_DAYS,
        label=label,
        help_text=help_text,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), DAYS),
    )


class HabitsForm(OwnForm):
    saved = _days("Days to apply", "After you save a job, and before one closes.")
    applied = _days("Days without an answer", "After you apply, or last wrote.")
    screening = _days("Days after a screening", "Until you ask how it went.")
    rounds = _days("Days after an interview", "Until you ask how it went.")
    offer = _days("Days with an offer", "Until you answer it, and before they want an answer.")
    steers = forms.BooleanField(
        required=False,
        label="The roadmap goes by the jobs I want",
        help_text="Milestones that the jobs you saved ask for come first, each with the reason.",
    )

    def begins_with(self, today: date) -> dict[str, Any]:
        usual = Habits()
        return {name: getattr(usual, name) for name in Habits.FIELDS}
