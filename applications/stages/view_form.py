"""A saved view of the table as a form: its name, and with a new one what it filters and how it sorts."""

from typing import Any

from django import forms

from applications.stages.looks import QUERY_LENGTH, look_of
from keeping.forms import OwnForm


class SavedViewForm(OwnForm):
    name = forms.CharField(
        max_length=80,
        label="Name",
        error_messages={"required": "Give it a name, such as “Closing soon”."},
    )
    query = forms.CharField(max_length=QUERY_LENGTH, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.row:
            # It is renamed; another way to look is another view.
            del self.fields["query"]

    def clean_query(self) -> str:
        """What the table understands of it, in its own words."""
        return look_of(self.cleaned_data["query"]).query()
