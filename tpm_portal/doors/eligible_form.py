"""Five questions about what somebody brings along, and the person that the issuers' rules are set against."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django import forms
from django.utils import timezone

from curation.number_fields import DecimalNumberField
from evidence.catalog.eligibility import Course, Degree, Held, Person, Work, sorts_of
from evidence.ledger.loading import Rules
from evidence.records.forms.background import HIGHEST_DEGREES
from evidence.records.forms.months import NO_MONTH, both_or_neither, last_day, month_field, year_field
from evidence.records.models import Approach

MOST_PROJECTS = 6
# As many stand open; the rest are folded until one of them is needed.
OPEN_PROJECTS = 2
LONGEST_YEARS = 60
USUAL = "pmp-capm"
USUAL_CREDENTIALS = ("pmp", "capm")
LINE = forms.TextInput(attrs={"class": "form-control"})
SELECT = forms.Select(attrs={"class": "form-select"})
KINDS = [
    ("", "Planned up front, or mixed"),
    ("agile", "Agile or hybrid"),
    ("program", "A program of several projects"),
    ("construction", "Construction"),
]


class ProjectAnswerForm(forms.Form):
    """A project that somebody led. Nothing in it means that there was none; without an end it goes on."""

    from_month = month_field("From, month", required=False)
    from_year = year_field("From, year", required=False)
    to_month = month_field("To, month", required=False)
    to_year = year_field("To, year", required=False)
    how = forms.ChoiceField(choices=KINDS, required=False, label="How it was run", widget=SELECT)

    def __init__(self, *args: Any, today: date, number: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.number = today, number
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = f"Project {number}: {str(field.label).lower()}"

    @property
    def from_errors(self) -> list[str]:
        return self._errors_of("from_month", "from_year")

    @property
    def to_errors(self) -> list[str]:
        return self._errors_of("to_month", "to_year")

    def _errors_of(self, *names: str) -> list[str]:
        return [str(error) for name in names for error in self.errors.get(name, ())]

    @property
    def empty(self) -> bool:
        """Whether no date is given."""
        names = ("from_month", "from_year", "to_month", "to_year")
        return not any(str(self.data.get(self.add_prefix(name)) or "").strip() for name in names)

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if self.empty:
            return cleaned
        start, end = self._month("from"), self._month("to")
        if start is None and not self.from_errors:
            self.add_error("from_month", NO_MONTH)
        this = (self.today.year, self.today.month)
        if start and start > this:
            self.add_error("from_year", f"It can't begin in the future. Today is {self.today:%B %-d, %Y}.")
        elif start and start[0] < self.today.year - LONGEST_YEARS:
            self.add_error("from_year", f"That is more than {LONGEST_YEARS} years ago. Check the year.")
        if end and end > this:
            self.add_error("to_year", "It can't have ended in the future. Leave the end empty if it's still running.")
        elif start and end and end < start:
            self.add_error("to_year", "It ends before it begins.")
        return cleaned

    def _month(self, end: str) -> tuple[int, int] | None:
        if not both_or_neither(self, end):
            return None
        year, month = (self.cleaned_data[f"{end}_{part}"] for part in ("year", "month"))
        return (year, month) if year else None

    @property
    def starts_on(self) -> date:
        return date(self.cleaned_data["from_year"], self.cleaned_data["from_month"], 1)

    @property
    def ends_on(self) -> date | None:
        year, month = self.cleaned_data["to_year"], self.cleaned_data["to_month"]
        return last_day(year, month) if year and month else None

    @property
    def when(self) -> str:
        return f"{self.starts_on:%b %Y} to {f'{self.ends_on:%b %Y}' if self.ends_on else 'today'}"

    def facts(self) -> dict[str, Any]:
        """What its kind says of it, as projects say it."""
        how = self.cleaned_data["how"]
        return {
            "approach": Approach.AGILE if how == "agile" else "",
            "is_program": how == "program",
            "is_construction": how == "construction",
        }

    def work(self) -> Work:
        sorts = sorts_of(professional=True, led=True, **self.facts())
        return Work(self.number, f"Project {self.number}", self.starts_on, self.ends_on, sorts)


class EligibleDoorForm(forms.Form):
    """``credentials`` are those whose rules are known, ``replacing`` those that rules name, each by slug and name."""

    credential = forms.ChoiceField(label="Which credential?", required=False, initial=USUAL, widget=SELECT)
    degree = forms.ChoiceField(label="Your highest degree", choices=HIGHEST_DEGREES, required=False, widget=SELECT)
    hours = DecimalNumberField(
        min_value=Decimal(0),
        max_value=Decimal(10_000),
        max_digits=6,
        decimal_places=1,
        required=False,
        label="Project management",
        widget=LINE,
    )
    agile_hours = DecimalNumberField(
        min_value=Decimal(0),
        max_value=Decimal(10_000),
        max_digits=6,
        decimal_places=1,
        required=False,
        label="Agile",
        widget=LINE,
    )
    holding = forms.MultipleChoiceField(
        label="Credentials you hold",
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
    )

    def __init__(
        self,
        *args: Any,
        today: date,
        credentials: Iterable[tuple[str, str]] = (),
        replacing: Iterable[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        fields: Any = self.fields
        fields["credential"].choices = [(USUAL, "PMP and CAPM"), *credentials]
        fields["holding"].choices = list(replacing)
        self.projects = [
            ProjectAnswerForm(self.data if self.is_bound else None, prefix=f"p{number}", today=today, number=number)
            for number in range(1, MOST_PROJECTS + 1)
        ]

    def is_valid(self) -> bool:
        # Every one is asked, so that all errors stand there at once.
        return all(
            [super().is_valid(), *(project.is_valid() for project in self.projects)] if self.is_bound else [False]
        )

    @property
    def wrong(self) -> bool:
        return self.is_bound and not self.is_valid()

    @property
    def asks_how(self) -> bool:
        """Whether the question is about more than leading projects, so that it matters how they were run."""
        return str(self["credential"].value() or USUAL) not in (USUAL, *USUAL_CREDENTIALS)

    @property
    def open_projects(self) -> list[ProjectAnswerForm]:
        return self.projects[:OPEN_PROJECTS]

    @property
    def more_projects(self) -> list[ProjectAnswerForm]:
        return self.projects[OPEN_PROJECTS:]

    @property
    def more_is_open(self) -> bool:
        return self.is_bound and not all(project.empty for project in self.more_projects)

    @cached_property
    def led(self) -> list[ProjectAnswerForm]:
        """The projects of a valid form."""
        return [project for project in self.projects if not project.empty]

    @property
    def slugs(self) -> tuple[str, ...]:
        """The credentials that are asked about, those of the usual question first."""
        chosen = self.cleaned_data["credential"] or USUAL
        return USUAL_CREDENTIALS if chosen == USUAL else (chosen,)

    def person(self) -> Person:
        """Somebody of whom a valid form is true."""
        said: Mapping[str, Any] = self.cleaned_data
        kinds = (("pm_education", said["hours"]), ("agile_education", said["agile_hours"]))
        return Person(
            works=tuple(project.work() for project in self.led),
            degrees=(Degree(said["degree"]),) if said["degree"] else (),
            courses=tuple(Course(kind, hours, self.today) for kind, hours in kinds if hours),
            held=tuple(Held(slug, self.today) for slug in said["holding"]),
        )


def eligible_form(data: Any, rules: Rules, names: Mapping[str, str]) -> EligibleDoorForm:
    """The questions, with the credentials of ``rules`` that ask for something, and those that they name."""
    asking = [(credential, paths) for credential, paths in rules if any(each.rule.requirements for each in paths)]
    needs = [each for _, paths in asking for path in paths for each in path.rule.requirements]
    replacing = sorted({slug for each in needs for slug in (*each.waived_by, *each.holds)})
    return EligibleDoorForm(
        data,
        today=timezone.localdate(),
        credentials=[(credential.slug, credential.name) for credential, _ in asking],
        replacing=[(slug, names.get(slug, slug)) for slug in replacing],
    )
