"""A stage of an application as a form, and a move on the board."""

from datetime import date
from typing import Any

from django import forms

from accounts.fields import DateInput, PlainTextField
from applications.postings.models import Application, Stage
from applications.stages.models import StageChange
from keeping.forms import OwnForm

# What usually comes next. Only what a form begins with: from anywhere one can go anywhere.
USUALLY_NEXT = {
    Stage.SAVED: Stage.APPLIED,
    Stage.APPLIED: Stage.SCREENING,
    Stage.SCREENING: Stage.ROUNDS,
    Stage.ROUNDS: Stage.OFFER,
    Stage.OFFER: Stage.ACCEPTED,
}


class StageForm(OwnForm):
    application = forms.ModelChoiceField(Application.objects.none(), widget=forms.HiddenInput)
    stage = forms.ChoiceField(
        choices=[("", "Choose one"), *Stage.choices],
        label="Stage",
        error_messages={
            "required": "Choose the stage it came to.",
            "invalid_choice": "Choose one of the stages in the list.",
        },
    )
    on = forms.DateField(
        label="Day",
        help_text="Today or any day before: of all stages the one of the latest day counts.",
        widget=DateInput(),
        error_messages={"required": "Give the day.", "invalid": "Choose a day of the calendar."},
    )
    note = PlainTextField(
        max_length=2000, required=False, label="Note", widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        applications: Any = self.fields["application"]
        applications.queryset = Application.objects.filter(user=self.user)
        self.offer_days_up_to_today("on")

    def begins_with(self, today: date) -> dict[str, Any]:
        return {"on": today}

    def initial_from(self, row: StageChange) -> dict[str, Any]:
        return super().initial_from(row) | {"application": row.application_id}

    def clean_on(self) -> date | None:
        return self.past_day("on")


class MoveForm(forms.Form):
    """One press on the board: ``token`` names the change that it makes."""

    token = forms.UUIDField()
    stage = forms.ChoiceField(choices=Stage.choices)
