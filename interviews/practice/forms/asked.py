"""A question that the learner was really asked."""

from datetime import date
from typing import Any

from django import forms

from accounts.fields import DateInput
from curation.number_fields import WholeNumberField
from interviews.bank.models import Category
from keeping.forms import OwnForm


class AskedForm(OwnForm):
    text = forms.CharField(
        max_length=300,
        label="The question",
        help_text="As you remember it.",
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"required": "Write the question, as near as you remember it."},
    )
    category = forms.ModelChoiceField(
        Category.objects.published().order_by("position", "slug"),
        required=False,
        label="Category",
        empty_label="Not sure",
        help_text="It says what an answer is rated on.",
    )
    company = forms.CharField(required=False, max_length=120, label="Company", help_text="Only you can see it.")
    round = forms.CharField(required=False, max_length=120, label="Round", help_text="For example: phone screen.")
    on = forms.DateField(required=False, label="When", widget=DateInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        category: Any = self.fields["category"]
        if self.row is not None and getattr(self.row, "category_id", None):
            # A category that is no longer offered stays where it was chosen.
            kept = Category.objects.filter(pk=self.row.category_id)  # type: ignore[attr-defined]
            category.queryset = (category.queryset | kept).order_by("position", "slug")

    def clean_on(self) -> date | None:
        return self.past_day("on")


class CapForm(forms.Form):
    daily_cap = WholeNumberField(
        min_value=1,
        max_value=50,
        label="Questions a day",
        help_text="From 1 to 50. What is late waits its turn, so no day holds more than this.",
    )
