"""What a reader may ask of the list of sources."""

from django import forms

from curation.models import SourceKind


class SourceFilterForm(forms.Form):
    kind = forms.ChoiceField(
        choices=[("", "Any kind"), *SourceKind.choices],
        required=False,
        label="Kind",
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    page = forms.IntegerField(min_value=1, max_value=10_000, required=False, widget=forms.HiddenInput)
    # A fact links to its source by name; the list opens at the page on which it stands.
    source = forms.SlugField(max_length=80, required=False)
