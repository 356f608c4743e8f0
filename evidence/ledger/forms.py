"""What a reader supposes: another day, degree or credential, or a project they are about to take."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from accounts.fields import DateInput
from curation.number_fields import WholeNumberField
from evidence.catalog.eligibility import COUNTS, SORTS, Verdict, Work, judge
from evidence.catalog.models import EligibilityRequirement
from evidence.catalog.months import add_years, last_of
from evidence.records.models.work import Approach, Part
from keeping.models import EARLIEST

YEARS_EITHER_WAY = 50
# A project that one is about to take.
YEARS_AHEAD = 10
LONGEST = 600


class SupposingForm(forms.Form):
    """Another day, education or credential, to look at other paths. Empty fields leave what is recorded."""

    as_of = forms.DateField(label="On this day", required=False, widget=DateInput)
    education = forms.ChoiceField(label="Highest education", required=False)
    accredited = forms.BooleanField(label="The degree is from a program that PMI's GAC has accredited", required=False)
    holding = forms.MultipleChoiceField(label="Holding as well", required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, today: date, credentials: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        education, holding = self.fields["education"], self.fields["holding"]
        assert isinstance(education, forms.ChoiceField)
        assert isinstance(holding, forms.MultipleChoiceField)
        education.choices = [("", "As recorded"), *EligibilityRequirement.Education.choices]
        holding.choices = list(credentials)
        if not holding.choices:
            del self.fields["holding"]

    def clean_as_of(self) -> date:
        day: date = self.cleaned_data["as_of"] or self.today
        first, last = add_years(self.today, -YEARS_EITHER_WAY), add_years(self.today, YEARS_EITHER_WAY)
        if not first <= day <= last:
            raise forms.ValidationError(
                f"Choose a day between {first:%B %-d, %Y} and {last:%B %-d, %Y}: {YEARS_EITHER_WAY} years either way."
            )
        return day

    def supposed(self) -> dict[str, Any]:
        """What differs from the records, ready for ``ledger.supposing``; empty if nothing does."""
        said = {
            "education": self.cleaned_data["education"],
            "accredited": self.cleaned_data["accredited"],
            "holding": tuple(self.cleaned_data.get("holding", ())),
        }
        return {name: value for name, value in said.items() if value}


class WillItCountForm(forms.Form):
    """A project that one is about to take."""

    setting = forms.ChoiceField(
        label="Where",
        choices=[
            ("professional", "For an organization, paid or voluntary"),
            ("private", "On my own, or as part of studies"),
        ],
    )
    part = forms.ChoiceField(
        label="My part", choices=[(Part.LED, "I will lead it"), (Part.TOOK_PART, "I will take part")]
    )
    approach = forms.ChoiceField(
        label="How the team works", choices=[("", "Not known yet"), *Approach.choices], required=False
    )
    is_program = forms.BooleanField(label="It is a program of several related projects", required=False)
    is_construction = forms.BooleanField(label="It is construction or built environment", required=False)
    starts_on = forms.DateField(label="From", widget=DateInput)
    months = WholeNumberField(
        label="For how many months",
        min_value=1,
        max_value=LONGEST,
        error_messages={
            "min_value": "A project lasts at least one month here.",
            "max_value": f"At most {LONGEST} months, which are fifty years.",
        },
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_starts_on(self) -> date:
        day: date = self.cleaned_data["starts_on"]
        last = add_years(self.today, YEARS_AHEAD)
        if not EARLIEST <= day <= last:
            raise forms.ValidationError(f"Choose a day between {EARLIEST:%B %-d, %Y} and {last:%B %-d, %Y}.")
        return day

    def verdicts(self) -> dict[str, Verdict]:
        """What the project is worth for each sort of experience."""
        said = self.cleaned_data
        return {
            sort: judge(
                sort,
                professional=said["setting"] == "professional",
                led=said["part"] == Part.LED,
                approach=said["approach"],
                is_program=said["is_program"],
                is_construction=said["is_construction"],
            )
            for sort in SORTS
        }

    def work(self) -> Work:
        """The project as the ledger would count it."""
        starts_on: date = self.cleaned_data["starts_on"]
        return Work(
            key=0,
            title="",
            starts_on=starts_on,
            ends_on=last_of(starts_on, self.cleaned_data["months"]),
            sorts=frozenset(sort for sort, verdict in self.verdicts().items() if verdict.worth == COUNTS),
        )
