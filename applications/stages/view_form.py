"""A saved view of the table as a form: its name, and what it filters and how it sorts."""

from django import forms

from applications.stages.looks import QUERY_LENGTH, look_of
from keeping.forms import OwnForm


class SavedViewForm(OwnForm):
    name = forms.CharField(
        max_length=80,
        label="Name",
        error_messages={"required": "Give it a name, such as “Closing soon”."},
    )
    query = forms.CharField(max_length=QUERY_LENGTH, required=False, strip=False, widget=forms.HiddenInput)

    def clean_query(self) -> str:
        """What the table understands of it, in its own words; what is stored already stays as it is."""
        query: str = self.cleaned_data["query"]
        return query if self.says_as_stored("query") else look_of(query).query()
