"""A posting as it is pasted, and an application with what was read of it, as forms."""

from typing import Any

from django import forms
from django.db.models import Q

from accounts.fields import DateInput, PlainSelect, PlainTextField, WebAddressField
from applications.postings.models import Application
from applications.postings.models.applications import RAW_LENGTH, REMOTE_IN_WORDS, TYPES_IN_WORDS
from applications.postings.reading_in import duties_in
from curation.number_fields import DecimalNumberField
from keeping.forms import OwnForm
from keeping.models import Document
from resumes.models import Resume

PERIODS = [("", "Not said"), ("year", "A year"), ("month", "A month"), ("day", "A day"), ("hour", "An hour")]
TOO_LONG = (
    "This is more than a posting: it has %(show_value)d characters, and %(limit_value)d fit. Select the text of the "
    "posting on its page and paste only that. Nothing is saved yet."
)


class PasteForm(forms.Form):
    raw = PlainTextField(
        max_length=RAW_LENGTH,
        label="The posting",
        help_text="Select all of it on its page, copy, and paste it here: text, the page's source, or the JSON of "
        "Greenhouse, Lever, Ashby or SmartRecruiters. It is saved word for word, and nothing is fetched from anywhere.",
        widget=forms.Textarea(attrs={"rows": 12, "dir": "auto", "data-most": RAW_LENGTH}),
        error_messages={"required": "Paste the posting, or enter it by hand.", "max_length": TOO_LONG},
    )
    url = WebAddressField(
        required=False, label="Its link", help_text="So that you find it again, and we notice one you saved already."
    )


class ApplicationForm(OwnForm):
    """The header of a posting. A new one brings along what was pasted, in ``raw``."""

    title = forms.CharField(
        max_length=200, label="Job title", error_messages={"required": "Give the title of the job."}
    )
    employer = forms.CharField(max_length=160, required=False, label="Employer")
    by_agency = forms.BooleanField(required=False, label="An agency hires for somebody it does not name")
    places = forms.CharField(max_length=500, required=False, label="Where is the work?")
    remote = forms.ChoiceField(choices=list(REMOTE_IN_WORDS.items()), initial="unknown", label="On site or remote?")
    employment_types = forms.MultipleChoiceField(
        choices=list(TYPES_IN_WORDS.items()), required=False, label="Type", widget=forms.CheckboxSelectMultiple
    )
    pay_words = forms.CharField(
        max_length=500, required=False, label="Pay, as it is written", help_text="Word for word, also “competitive”."
    )
    pay_least = DecimalNumberField(required=False, max_digits=14, decimal_places=2, label="From")
    pay_most = DecimalNumberField(
        required=False, max_digits=14, decimal_places=2, label="To", help_text="The same as “From” for a single figure."
    )
    pay_currency = forms.RegexField(
        "^[A-Z]{3}$",
        required=False,
        label="Currency",
        help_text="Three letters, such as USD.",
        error_messages={"invalid": "Write the three letters of the currency, such as USD."},
    )
    pay_period = forms.ChoiceField(choices=PERIODS, required=False, label="For", widget=PlainSelect)
    closes_on = forms.DateField(required=False, label="Closing date", widget=DateInput())
    url = WebAddressField(required=False, label="Link")
    source = forms.CharField(
        max_length=80,
        required=False,
        label="Where did you find it?",
        help_text="A job board, a friend, the employer's page. It shows later which of them lead to answers.",
    )
    resume = forms.ModelChoiceField(
        Resume.objects.none(),
        required=False,
        empty_label="None yet",
        label="Which resume is it for?",
        help_text="Then we also say what you could show and this resume does not say.",
    )
    note = PlainTextField(
        max_length=5000, required=False, label="Note", widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"})
    )
    # A browser sends two characters for each line break; pasted there was one, and that is how long it is.
    raw = PlainTextField(required=False, strip=False, max_length=RAW_LENGTH, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["resume"]
        here = Q(deletion=None) | Q(pk=getattr(self.row, "resume_id", None))
        field.queryset = Resume.objects.filter(here, user=self.user)
        if self.row:
            # What was pasted stays as it is.
            del self.fields["raw"]

    def initial_from(self, row: Application) -> dict[str, Any]:
        return super().initial_from(row) | {"resume": row.resume_id}

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        figures = [cleaned.get(name) for name in ("pay_least", "pay_most")]
        for name, figure in zip(("pay_least", "pay_most"), figures, strict=True):
            if figure is not None and figure <= 0:
                self.add_error(name, "Pay is more than nothing. Leave it empty if no figure is given.")
        if any(figures):
            if not cleaned.get("pay_currency") and "pay_currency" not in self.errors:
                self.add_error("pay_currency", "Say in which currency.")
            if not cleaned.get("pay_period"):
                self.add_error("pay_period", "Say for how long: a year, a month, a day, an hour.")
        if all(figures) and figures[0] > figures[1]:  # type: ignore[operator]
            self.add_error("pay_most", "This is less than what it starts from.")
        return cleaned

    def values(self) -> Document:
        values = super().values()
        raw = values.pop("raw", "")
        if not raw.strip():
            return values
        texts = [{"raw": raw, "pasted_on": self.today.isoformat()}]
        return values | {"texts": texts, "duties": duties_in(raw, pasted_on=self.today)}
