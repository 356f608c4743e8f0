"""An interview date as a round of an application."""

from typing import Any

from django import forms

from applications.postings.models import Application
from interviews.dates.forms import InterviewForm


class RoundForm(InterviewForm):
    """The form of an interview date, which says of which application it is a round."""

    application = forms.ModelChoiceField(Application.objects.none(), widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["application"]
        field.queryset = Application.objects.filter(user=self.user)
        self.fields["company"].help_text = "Stories you told there are marked by this name."

    def initial_from(self, row: Any) -> dict[str, Any]:
        return super().initial_from(row) | {"application": row.application_id}
