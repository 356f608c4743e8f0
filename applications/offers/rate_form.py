"""The currency in which offers are compared and what the learner says that others are worth in it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict

from accounts.fields import PlainSelect
from curation.number_fields import DecimalNumberField

FEWER = "Write the rate in digits, with two or four of them after the point, such as 1.27 or 1.2745."
ERRORS = {
    **{"invalid": FEWER, "ambiguous": FEWER, "min_value": "A rate is more than nothing."},
    "max_decimal_places": "Eight digits after the point are as exact as it gets.",
    **dict.fromkeys(("max_digits", "max_whole_digits"), "No currency is worth so much. Check the digits."),
}


class RateForm(forms.Form):
    """``into`` and a rate for each other currency: how much of ``into`` one unit of it is, by its pair."""

    into = forms.ChoiceField(label="Currency", required=False, widget=PlainSelect())

    def __init__(self, asked: QueryDict, *, currencies: Sequence[str]) -> None:
        super().__init__(asked)
        into: Any = self.fields["into"]
        into.choices = [(code, code) for code in currencies]
        self.target = asked.get("into", "") if asked.get("into") in currencies else next(iter(currencies), "")
        self.others = [code for code in currencies if code != self.target]
        for code in self.others:
            self.fields[self._pair(code)] = DecimalNumberField(
                required=False,
                min_value=Decimal("0.00000001"),
                max_digits=14,
                decimal_places=8,
                label=f"1 {code} in {self.target}",
                error_messages=ERRORS,
            )

    def _pair(self, code: str) -> str:
        return f"{code}-{self.target}"

    def rates(self) -> dict[str, Decimal]:
        """What the learner gave, by currency; what is wrong is said at its field and left out."""
        self.is_valid()
        given = {code: self.cleaned_data.get(self._pair(code)) for code in self.others}
        return {code: rate for code, rate in given.items() if rate is not None}
