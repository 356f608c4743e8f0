"""One state of an offer as a form, and what somebody answers to it."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import RegexValidator

from accounts.fields import DateInput, PlainTextField
from applications.offers.models import MOST_YEARS, Form, Offer
from applications.postings.forms import PERIODS
from applications.postings.models import Application, Stage
from curation.number_fields import AmountField, WholeNumberField, in_another_currency
from keeping.forms import OwnForm
from keeping.models import Document

NOTHING = "An offer of nothing is no offer. Write what they would pay."
TOO_MUCH = "This is more than anybody is paid. Check the digits."
MONEY: dict[str, Any] = {"max_digits": 14, "decimal_places": 2}
AMOUNT_ERRORS = {
    "invalid": "Write one amount in digits, thousands with commas and cents after a point, such as 95,000 or 95k.",
    "ambiguous": "At most two digits after the point. Write thousands with commas, such as 95,000.",
    "max_decimal_places": "At most two digits after the point. Write thousands with commas, such as 95,000.",
    "max_digits": TOO_MUCH,
    "max_whole_digits": TOO_MUCH,
}
YEARS = tuple(f"equity_{year}" for year in range(1, MOST_YEARS + 1))
ANSWERS = (Stage.ACCEPTED, Stage.DECLINED)


def _amount(**kwargs: Any) -> AmountField:
    """Money that may be left out, and that is never less than nothing."""
    errors = AMOUNT_ERRORS | {"min_value": "This cannot be less than nothing. Leave it empty if they didn't say."}
    return AmountField(required=False, min_value=0, error_messages=errors, **MONEY, **kwargs)


class OfferForm(OwnForm):
    """A new one begins with what the one before it said, see ``beginning``."""

    row: Any

    application = forms.ModelChoiceField(Application.objects.none(), widget=forms.HiddenInput)
    form = forms.ChoiceField(choices=Form.choices, label="How did they make it?")
    on = forms.DateField(
        label="When?", widget=DateInput(), error_messages={"required": "Give the day on which they said it."}
    )
    base = AmountField(
        min_value=Decimal("0.01"),
        label="Base pay",
        help_text="Before tax and without bonus, such as 120,000, 120k or 58.50.",
        error_messages=AMOUNT_ERRORS | {"required": "Write what they would pay.", "min_value": NOTHING},
        **MONEY,
    )
    currency = forms.CharField(
        label="Currency",
        help_text="Three letters, such as USD.",
        error_messages={"required": "Say in which currency, such as USD."},
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off", "size": 5}),
    )
    period = forms.ChoiceField(choices=PERIODS[1:], label="For", initial="year")
    bonus = _amount(label="Bonus a year", help_text="As money. 10% of 120,000 is 12,000.")
    days_off = WholeNumberField(required=False, min_value=0, max_value=366, label="Paid days off a year")
    benefits = PlainTextField(
        required=False,
        max_length=2000,
        label="Benefits",
        help_text="Health insurance, pension, training budget, working from home: in their words.",
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    answer_by = forms.DateField(required=False, label="They want an answer by", widget=DateInput())
    note = PlainTextField(
        required=False, max_length=2000, label="Note", widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        applications: Any = self.fields["application"]
        applications.queryset = Application.objects.filter(user=self.user)
        self.offer_days_up_to_today("on")
        for year, name in enumerate(YEARS, start=1):
            self.fields[name] = _amount(label=f"Year {year}")

    def begins_with(self, today: date) -> dict[str, Any]:
        return {"form": Form.VERBAL, "on": today, "period": "year"}

    def initial_from(self, row: Offer) -> dict[str, Any]:
        return super().initial_from(row) | {"application": row.application_id} | by_year(row)

    @property
    def years(self) -> list[Any]:
        """The fields of the equity, one for each year."""
        return [self[name] for name in YEARS]

    @property
    def has_equity(self) -> bool:
        """Whether there is anything to look at in them."""
        return any(field.value() or field.errors for field in self.years)

    def clean_on(self) -> date | None:
        return self.past_day("on")

    def clean_currency(self) -> str:
        code = str(self.cleaned_data["currency"]).upper()
        RegexValidator("^[A-Z]{3}$", "Write the three letters of the currency, such as USD.")(code)
        return code

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        currency = cleaned.get("currency")
        for name in ("base", "bonus", *YEARS):
            typed = self[name].value()
            if currency and name not in self.errors and (said := in_another_currency(typed, currency)):
                self.add_error(name, said)
        on, answer_by = cleaned.get("on"), cleaned.get("answer_by")
        if on and answer_by and answer_by < on and not self.says_as_stored("on", "answer_by"):
            self.add_error("answer_by", "They cannot want an answer before the day on which they offered.")
        return cleaned

    def values(self) -> Document:
        """A year that was left empty before one that has an amount brings nothing."""
        values = super().values()
        amounts = [self.cleaned_data[name] for name in YEARS]
        while amounts and amounts[-1] is None:
            amounts.pop()
        equity = [{"amount": str((amount or Decimal(0)).quantize(Decimal("0.01")))} for amount in amounts]
        return {name: value for name, value in values.items() if name not in YEARS} | {"equity": equity}


def by_year(row: Offer) -> dict[str, Decimal]:
    """The equity of an offer as the fields of its form, loaded ``with_terms``."""
    return dict(zip(YEARS, row.terms.equity, strict=False))


class AnswerForm(forms.Form):
    token = forms.UUIDField()
    stage = forms.ChoiceField(choices=[(stage.value, stage.label) for stage in ANSWERS])
