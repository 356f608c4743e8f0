"""A position as a form, and the choice of one in other forms."""

from typing import Any

from django import forms
from django.db.models import Q

from accounts.fields import PlainSelect, PlainTextField, WebAddressField
from evidence.catalog.months import month_of
from evidence.catalog.partial_dates import ends_before, first_day
from evidence.records.forms.months import month_field, year_field
from evidence.records.models import Position, PositionKind
from evidence.records.models.positions import TEXT_LENGTH
from keeping.forms import OwnForm
from keeping.models import Document


class PositionForm(OwnForm):
    title = forms.CharField(
        max_length=160,
        label="Your title",
        help_text="As it stands in your contract, or as your employer would confirm it.",
        error_messages={"required": "Give your title there."},
    )
    employer = forms.CharField(max_length=160, required=False, label="Employer")
    kind = forms.ChoiceField(choices=PositionKind.choices, initial=PositionKind.JOB, label="What kind of job?")
    start_month = month_field("Month you began", required=False)
    start_year = year_field("Year you began", required=False)
    end_month = month_field("Month you left", required=False)
    end_year = year_field("Year you left", required=False)
    running = forms.BooleanField(required=False, label="I am still there")
    place = forms.CharField(
        max_length=160, required=False, label="Where was it?", help_text="Such as “Columbus, Ohio” or “Remote”."
    )
    summary = PlainTextField(
        max_length=TEXT_LENGTH,
        required=False,
        label="What was it about?",
        help_text="A sentence on what the employer does and what you were there for. "
        "What you achieved goes into bullets.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    url = WebAddressField(required=False, label="Page of the employer")

    def initial_from(self, row: Position) -> dict[str, Any]:
        initial = super().initial_from(row) | {"running": bool(row.starts) and not row.ends}
        for name, stored in (("start", row.starts), ("end", row.ends)):
            year, month, *_ = (*map(int, filter(None, stored.split("-"))), None, None)
            initial |= {f"{name}_year": year, f"{name}_month": month}
        return initial

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        starts, ends = self._date("start"), self._date("end")
        whole = not {"start_month", "start_year", "end_month", "end_year"} & set(self.errors)
        if whole and cleaned.get("running") and (ends or cleaned.get("end_month")):
            self.add_error("running", "Clear the end date, or uncheck “still there”.")
        elif whole and cleaned.get("running") and not starts:
            self.add_error("start_year", "Write the year you began.")
        elif whole and starts and not ends and not cleaned.get("running"):
            self.add_error("end_year", "Say when you left, or check that you are still there.")
        for name, value, said in (("start", starts, "You cannot have begun"), ("end", ends, "You cannot have left")):
            unsaid = not self.says_as_stored(f"{name}_month", f"{name}_year")
            if value and unsaid and month_of(first_day(value)) > month_of(self.today):
                self.add_error(f"{name}_year", f"{said} in the future. Today is {self.today:%b %-d, %Y}.")
        if ends_before(starts, ends):
            self.add_error("end_year", "It ends before it begins.")
        cleaned["starts"], cleaned["ends"] = starts, ends
        return cleaned

    def _date(self, end: str) -> str:
        """As much of the day of ``start`` or ``end`` as was said; one that is stored to the day keeps it."""
        month, year = self.cleaned_data.get(f"{end}_month"), self.cleaned_data.get(f"{end}_year")
        if month and not year:
            if f"{end}_year" not in self.errors:
                self.add_error(f"{end}_year", "Write the year.")
            return ""
        if not year:
            return ""
        if self.row is not None and self.says_as_stored(f"{end}_month", f"{end}_year"):
            return str(getattr(self.row, f"{end}s"))
        return f"{year:04}-{month:02}" if month else f"{year:04}"

    def values(self) -> Document:
        return {name: value for name, value in super().values().items() if name in Position.FIELDS}


def position_field(**more: Any) -> Any:
    """The choice of a position in another form; ``offer_positions`` fills it."""
    return forms.ModelChoiceField(
        Position.objects.none(),
        required=False,
        label="Job",
        empty_label="None, or not entered yet",
        widget=PlainSelect(),
        **more,
    )


def offer_positions(form: OwnForm) -> None:
    """Offer the learner's positions, and the one that stands in the form although it is in the bin."""
    field: Any = form.fields["position"]
    here = Q(deletion=None) | Q(pk=getattr(form.row, "position_id", None))
    field.queryset = Position.objects.filter(here, user=form.user).running_first()
