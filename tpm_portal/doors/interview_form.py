"""When somebody's interview is, and of what kind."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

from accounts.days import earliest_day
from accounts.fields import DateInput
from interviews.dates.forms import judge_day
from interviews.models import RoundType

MINUTES = (15, 30, 45, 60, 90)
USUAL_MINUTES = 30
USUAL_ROUND = "hiring-manager"


class InterviewDoorForm(forms.Form):
    """``now`` is the moment it is looked at. Of a visitor we know no time zone: their today may be our yesterday."""

    on = forms.DateField(
        label="Day of the interview",
        widget=DateInput({"class": "form-control"}),
        error_messages={"required": "Give the day: the plan ends with it.", "invalid": "Choose a day of the calendar."},
    )
    round = forms.ModelChoiceField(
        RoundType.objects.none(),
        to_field_name="slug",
        empty_label=None,
        initial=USUAL_ROUND,
        widget=forms.Select(attrs={"class": "form-select"}),
        label="Kind of round",
        help_text="Not sure? Ask the recruiter. Until then, take the hiring manager.",
        error_messages={
            "required": "Choose the kind of round: it says which questions to practice.",
            "invalid_choice": "Choose one of the kinds of rounds in the list.",
        },
    )
    minutes = forms.TypedChoiceField(
        choices=[(number, f"{number} minutes") for number in MINUTES],
        coerce=int,
        initial=USUAL_MINUTES,
        widget=forms.Select(attrs={"class": "form-select"}),
        label="Time a day",
    )

    def __init__(self, data: QueryDict | None = None, *, now: datetime, **kwargs: Any) -> None:
        if data is not None and not data.get("minutes"):
            # The home page does not ask for them.
            data = data.copy()
            data["minutes"] = str(USUAL_MINUTES)
        super().__init__(data, **kwargs)
        self.now = now
        field: Any = self.fields["round"]
        field.queryset = RoundType.objects.published()

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        judge_day(on, today=min(on, self._today) if on >= earliest_day(self.now) else self._today)
        return on

    @property
    def rounds(self) -> Any:
        """What there is to choose from."""
        field: Any = self.fields["round"]
        return field.queryset

    @property
    def _today(self) -> date:
        return timezone.localdate(self.now)

    @property
    def today(self) -> date:
        """The day that it is for whoever sent a valid form."""
        on: date = self.cleaned_data["on"]
        return min(self._today, on)
