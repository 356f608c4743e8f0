"""An interview that is coming up, as a form."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import Q

from accounts.fields import DateInput, PlainTextField, TimeOfDayField
from curation.number_fields import WholeNumberField
from interviews.bank.models import RoundType
from interviews.dates.models import Interview
from keeping.forms import OwnForm

# Nobody is invited for later.
DAYS_AHEAD = 366
SHORTEST, LONGEST = 5, 240
MINUTES = f"Write whole minutes from {SHORTEST} to {LONGEST}."


class InterviewForm(OwnForm):
    company = forms.CharField(
        max_length=120, label="Company", error_messages={"required": "Name the company, or write who it is with."}
    )
    on = forms.DateField(
        label="Day of the interview",
        help_text="Today is allowed.",
        widget=DateInput(),
        error_messages={"required": "Give the day: the plan ends with it.", "invalid": "Choose a day of the calendar."},
    )
    at = TimeOfDayField(required=False, label="Time", help_text="Optional. By the clock where you will be.")
    place = forms.CharField(
        max_length=500,
        required=False,
        label="Place or link",
        help_text="Optional. An address, a phone number, or the link of the video call.",
    )
    round_type = forms.ModelChoiceField(
        RoundType.objects.none(),
        empty_label="Choose one",
        label="Kind of round",
        help_text="If you do not know, ask the recruiter: they usually say. Until then, take the hiring manager.",
        error_messages={
            "required": "Choose the kind of round: it says which questions to practice.",
            "invalid_choice": "Choose one of the kinds of rounds in the list.",
        },
    )
    minutes_per_day = WholeNumberField(
        min_value=SHORTEST,
        max_value=LONGEST,
        initial=30,
        label="Minutes a day",
        help_text="How long you want to practice on each day until then. No day of the plan is longer.",
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), MINUTES),
    )
    note = PlainTextField(
        max_length=2000,
        required=False,
        label="Note",
        help_text="Who will be there, and how to get in. Only you can see it.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    about_company = PlainTextField(
        max_length=5000,
        required=False,
        label="About the company",
        help_text="What they make, how they earn, what is new there, why you want to be there. It goes into the brief.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    to_ask = PlainTextField(
        max_length=2000,
        required=False,
        label="Questions to ask them",
        help_text="One a line. They go into the brief.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, row: Interview | None = None, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        field: Any = self.fields["round_type"]
        listed = Q(retired_at=None)
        # A kind that is no longer offered stays with the interview that has it.
        field.queryset = RoundType.objects.filter(listed | Q(pk=row.round_type_id) if row else listed)

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if not self.says_as_stored("on"):
            judge_day(on, today=self.today)
        return on


def judge_day(on: date, *, today: date) -> None:
    """Raise ``ValidationError`` unless an interview can be on a day."""
    latest = today + timedelta(days=DAYS_AHEAD)
    if on < today:
        raise forms.ValidationError(
            f"This day is past: today is {today:%b %-d, %Y}. An interview can be today or later."
        )
    if on > latest:
        raise forms.ValidationError(f"Choose a day up to {latest:%b %-d, %Y}.")
