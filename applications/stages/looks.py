"""What somebody asks of the table of applications: words, filters, an order; checked before anything is looked up."""

from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from accounts.fields import PlainSelect
from applications.postings.models import Stage

GOING, ENDED = "going", "ended"
STAGES = [("", "Any stage"), (GOING, "Going on"), (ENDED, "Ended"), *Stage.choices]
SINCE, STAGE, EMPLOYER, CLOSES, TITLE = "since", "stage", "employer", "closes", "title"
SORTS = {
    SINCE: "Since when, the newest first",
    STAGE: "Stage",
    EMPLOYER: "Employer",
    TITLE: "Title",
    CLOSES: "Closing date",
}
SEARCH_LENGTH = 200
# What a saved view can hold.
QUERY_LENGTH = 500


@dataclass(frozen=True)
class Look:
    """A way to look at the table. Empty is any; ``found`` is where a job was, ``closing`` leaves what closes soon."""

    q: str = ""
    stage: str = ""
    found: str = ""
    closing: bool = False
    sort: str = SINCE

    @property
    def filters(self) -> bool:
        """Whether it leaves something out."""
        return self != Look(sort=self.sort)

    def query(self) -> str:
        """As the query of an address, always in the same words: what is as usual is left out."""
        said = {name: value for name, value in asdict(self).items() if value and (name, value) != ("sort", SINCE)}
        return urlencode(said | ({"closing": "1"} if self.closing else {}))

    def sorted_by(self, sort: str) -> "Look":
        return replace(self, sort=sort)


class LookForm(forms.Form):
    q = forms.CharField(
        max_length=SEARCH_LENGTH,
        required=False,
        label="Search",
        widget=forms.TextInput(attrs={"type": "search", "dir": "auto", "class": "form-control"}),
        error_messages={"max_length": "Search for fewer words: %(limit_value)d characters at most."},
    )
    stage = forms.ChoiceField(
        choices=STAGES, required=False, label="Stage", widget=PlainSelect(attrs={"class": "form-select"})
    )
    found = forms.CharField(max_length=80, required=False, label="Found at")
    sort = forms.ChoiceField(
        choices=list(SORTS.items()), required=False, label="Sort by", widget=PlainSelect(attrs={"class": "form-select"})
    )
    closing = forms.BooleanField(
        required=False,
        label="Closing soon",
        widget=forms.CheckboxInput(attrs={"class": "form-check-input", "value": "1"}),
    )

    def __init__(self, data: Any, *, sources: tuple[str, ...] = ()) -> None:
        super().__init__(data)
        asked = self["found"].value() or ""
        listed = [one for one in sources if one] + ([asked] if asked and asked not in sources else [])
        choices = [("", "Anywhere"), *((one, one) for one in listed)]
        self.fields["found"].widget = PlainSelect(attrs={"class": "form-select"}, choices=choices)

    @property
    def look(self) -> Look:
        """What was asked without what makes no sense, which ``errors`` names."""
        self.is_valid()
        said = self.cleaned_data
        return Look(
            q=said.get("q", ""),
            stage=said.get("stage", ""),
            found=said.get("found", ""),
            closing=said.get("closing", False),
            sort=said.get("sort") or SINCE,
        )


def look_of(query: str) -> Look:
    """The look that a stored query says. It was checked when it was stored, and is not trusted all the same."""
    return LookForm(QueryDict(query[:QUERY_LENGTH])).look
