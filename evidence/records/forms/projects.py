"""A project as a form: months are enough, days are allowed."""

import calendar
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS

from accounts.fields import PlainTextField
from curation.number_fields import WholeNumberField
from evidence.catalog.months import add_years, first_day, month_of
from evidence.catalog.worth import text_length
from evidence.records.forms.months import both_or_neither, last_day, month_field, year_field
from evidence.records.forms.positions import offer_positions, position_field
from evidence.records.models import Approach, Budget, Part, Project, ProjectKind
from evidence.records.models.work import TEXT_LENGTH
from keeping.forms import OwnForm
from keeping.models import Document

LONGEST_YEARS = 60
MANY = 100_000
# What is asked above the fold, and what is wrong with the form as a whole.
QUICK = {
    *("title", "start_month", "start_year", "end_month", "end_year", "running", "part", "kind"),
    *("token", "seen", NON_FIELD_ERRORS),
}
# What a day is written with.
PARTS = ("month", "year", "day")


def _day(label: str) -> WholeNumberField:
    wrong = "Write a day from 1 to 31."
    return WholeNumberField(
        label=label,
        required=False,
        min_value=1,
        max_value=31,
        error_messages={"invalid": wrong, "min_value": wrong, "max_value": wrong},
    )


class ProjectForm(OwnForm):
    """The first fields are enough; everything else can wait."""

    title = forms.CharField(
        max_length=160,
        label="What was the project?",
        help_text="A few words that you will recognize, such as “Billing system migration”.",
        error_messages={"required": "Give it a name that you will recognize."},
    )
    start_month = month_field("Month it began", required=True)
    start_year = year_field("Year it began", required=True)
    end_month = month_field("Month it ended", required=False)
    end_year = year_field("Year it ended", required=False)
    running = forms.BooleanField(required=False, label="It is still running")
    part = forms.ChoiceField(
        choices=Part.choices,
        label="Your part in it",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether you led it or took part."},
    )
    kind = forms.ChoiceField(choices=ProjectKind.choices, initial=ProjectKind.JOB, label="What kind of project?")

    organization = forms.CharField(max_length=160, required=False, label="Organization")
    position = position_field()
    professional = forms.ChoiceField(
        choices=[("", "Decide from the kind of project"), ("yes", "Yes"), ("no", "No")],
        required=False,
        label="In a professional setting?",
        help_text="Paid or voluntary work for an organization. Usual for its kind: yes for a job, a contract and "
        "voluntary work, no for your own projects and studies.",
    )
    start_day = _day("First day")
    end_day = _day("Last day")
    role = forms.CharField(max_length=120, required=False, label="Your role", help_text="Such as “delivery lead”.")
    approach = forms.ChoiceField(
        choices=[("", "Not said"), *Approach.choices], required=False, label="How was it planned and run?"
    )
    is_program = forms.BooleanField(required=False, label="It was a program of several related projects")
    is_construction = forms.BooleanField(required=False, label="It was construction or built environment")
    team_size = WholeNumberField(required=False, min_value=1, max_value=100_000, label="How many people worked on it?")
    budget = forms.ChoiceField(
        choices=[("", "Not said"), *Budget.choices],
        required=False,
        label="Budget",
        help_text="In your own currency.",
    )
    hours = WholeNumberField(
        required=False,
        min_value=1,
        max_value=100_000,
        label="Hours you spent on it",
        help_text="A round number will do.",
    )
    purpose = PlainTextField(
        max_length=2000,
        required=False,
        label="What was it for?",
        help_text="What was meant to be better afterwards, and for whom.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    description = PlainTextField(
        max_length=TEXT_LENGTH,
        required=False,
        label="Description for an application",
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    confirmer_name = forms.CharField(
        max_length=160, required=False, label="Who can confirm it?", help_text="Only you can see it."
    )
    confirmer_contact = forms.CharField(
        max_length=300, required=False, label="How can they be reached?", help_text="Only you can see it."
    )
    confidential = forms.BooleanField(
        required=False, label="Do not name it", help_text="Where others read it, it is “Confidential project”."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_positions(self)
        words, characters = text_length(str(self["description"].value() or "").replace("\r\n", "\n"))
        length = f" Now {words:,} words, {characters:,} characters." if characters else ""
        self.fields[
            "description"
        ].help_text = f"In full sentences: what was to be delivered, what you did, how it ended.{length}"

    @property
    def rest_is_open(self) -> bool:
        """Whether there is something to see below the fold: what is kept already, or an error."""
        return self.row is not None or any(name not in QUICK for name in self.errors)

    def initial_from(self, row: Project) -> dict[str, Any]:
        initial = super().initial_from(row) | {
            "start_month": row.starts_on.month,
            "start_year": row.starts_on.year,
            "running": row.ends_on is None,
            # What was never said is not put into the learner's mouth: with another kind it is another answer.
            "professional": ("yes" if row.professional else "no") if row.professional_said else "",
        }
        if row.ends_on:
            initial |= {"end_month": row.ends_on.month, "end_year": row.ends_on.year}
        if row.exact:
            initial |= {"start_day": row.starts_on.day, "end_day": row.ends_on.day if row.ends_on else None}
        return initial

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        start, end = self._date("start"), self._date("end")
        if "end_month" in cleaned and "end_year" in cleaned:
            self._judge_whether_it_ended(cleaned["end_month"], cleaned["end_year"])
        began, ended = (self.says_as_stored(*(f"{each}_{part}" for part in PARTS)) for each in ("start", "end"))
        if start and not began:
            if month_of(start) > month_of(self.today):
                self.add_error("start_year", f"It cannot begin in the future. Today is {self.today:%b %-d, %Y}.")
            elif cleaned.get("start_day") and start > self.today:
                self.add_error("start_day", f"It cannot begin in the future. Today is {self.today:%b %-d, %Y}.")
        if end:
            future = month_of(end) > month_of(self.today) or (cleaned.get("end_day") and end > self.today)
            if future and not ended:
                self.add_error(
                    "end_year", "It cannot have ended in the future. Check that it is still running instead."
                )
            elif start and end < start:
                self.add_error("end_year", "It ends before it begins.")
        last = end or self.today
        long = start and (end or cleaned.get("running")) and last > add_years(start, LONGEST_YEARS)
        if long and not (began and ended):
            self.add_error("start_year", f"That is more than {LONGEST_YEARS} years. Check the years.")
        cleaned["starts_on"], cleaned["ends_on"] = start, end
        return cleaned

    def _judge_whether_it_ended(self, month: int | None, year: int | None) -> None:
        running = self.cleaned_data.get("running")
        days = [name for name in ("start_day", "end_day") if self.cleaned_data.get(name)]
        if running:
            if month or year or "end_day" in days:
                self.add_error("running", "Clear the end date, or uncheck “still running”.")
        elif not month and not year:
            self.add_error("end_month", "Say when it ended, or check that it is still running.")
        elif both_or_neither(self, "end") and len(days) == 1:
            missing = "end_day" if days == ["start_day"] else "start_day"
            if missing in self.cleaned_data:
                self.add_error(missing, "Give both days, or neither: then the whole months count.")

    def _date(self, end: str) -> date | None:
        """The day of ``start`` or ``end``; without one the first of the first month, the last of the last."""
        month, year, day = (self.cleaned_data.get(f"{end}_{part}") for part in PARTS)
        if not month or not year:
            return None
        whole = year * 12 + month - 1
        latest = last_day(year, month)
        if day and day > latest.day:
            self.add_error(f"{end}_day", f"{calendar.month_name[month]} {year} has {latest.day} days.")
            return None
        if day:
            return date(year, month, day)
        return first_day(whole) if end == "start" else latest

    def values(self) -> Document:
        values = {name: value for name, value in super().values().items() if name in Project.FIELDS}
        answer = self.cleaned_data["professional"]
        values |= {"exact": bool(self.cleaned_data["start_day"]), "professional_said": bool(answer)}
        if answer:
            return values | {"professional": answer == "yes"}
        # Its kind says it.
        return {name: value for name, value in values.items() if name != "professional"}
