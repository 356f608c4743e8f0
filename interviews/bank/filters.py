"""What a reader asks of the bank: words, one choice for each filter, an order."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from interviews.bank.models import Origin, QuestionLevel
from interviews.bank.models.questions import STEPS

SEARCH_LENGTH = 200
# Beyond any page there could be.
MOST_PAGES = 100_000
NAMES = {"category": "Category", "level": "Level", "step": "Step", "skill": "Skill", "origin": "Origin"}
RELEVANCE, BANK, LEVEL = "relevance", "bank", "level"
SORTS = {RELEVANCE: "Best match", BANK: "Default order", LEVEL: "By level"}


class QueryForm(forms.Form):
    """The shape of what may be asked. Whether there is such a category or skill is seen when they are counted."""

    q = forms.CharField(max_length=SEARCH_LENGTH, required=False)
    category = forms.SlugField(max_length=80, required=False)
    level = forms.ChoiceField(choices=QuestionLevel.choices, required=False)
    step = forms.ChoiceField(choices=list(STEPS.items()), required=False)
    skill = forms.SlugField(max_length=80, required=False)
    origin = forms.ChoiceField(choices=Origin.choices, required=False)
    favorites = forms.BooleanField(required=False)
    sort = forms.ChoiceField(choices=list(SORTS.items()), required=False)
    page = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)


@dataclass(frozen=True)
class Filter:
    """``q`` are the words as they were typed; the rest are slugs and values, empty for any."""

    q: str = ""
    category: str = ""
    level: str = ""
    step: str = ""
    skill: str = ""
    origin: str = ""
    favorites: bool = False
    sort: str = ""

    def chosen(self) -> dict[str, str]:
        """The filters that leave something out."""
        return {name: getattr(self, name) for name in NAMES if getattr(self, name)}

    @property
    def order(self) -> str:
        """The order asked for; by relevance only if there are words to be relevant to."""
        if self.q:
            return self.sort or RELEVANCE
        return self.sort if self.sort == LEVEL else BANK

    def without(self, name: str) -> "Filter":
        empty: Any = False if name == "favorites" else ""
        return replace(self, **{name: empty})

    def query(self) -> str:
        """As the query of an address, with a question mark before it if there is anything to say."""
        values = {name: value for name in ("q", *NAMES, "sort") if (value := getattr(self, name))}
        if self.favorites:
            values["favorites"] = "1"
        return f"?{urlencode(values)}" if values else ""


def filter_of(data: QueryDict) -> tuple[Filter, int, list[str]]:
    """The filter of a query, the page, and the names of what made no sense, which is left out."""
    form = QueryForm(data)
    form.is_valid()
    values = {name: form.cleaned_data.get(name) or "" for name in ("q", *NAMES, "sort")}
    wanted = Filter(**values, favorites=form.cleaned_data.get("favorites", False))
    page = min(form.cleaned_data.get("page") or 1, MOST_PAGES)
    return wanted, page, [name for name in NAMES if name in form.errors]


@dataclass(frozen=True)
class Option:
    """One choice of a filter and the number of questions it would leave under the other filters."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Found:
    """What a filter leaves: the page's rows by primary key, and every filter's options with their counts.

    ``filter`` is what was asked for without what nobody knows, which ``unknown`` names. ``words`` is the search as it
    was carried out, as ``to_tsquery`` reads it: set right, or with any of the words if none has them all. ``also``
    names what means the same and was looked for too. ``hits`` is how many questions the search alone finds; without
    ``asks`` it holds nothing to look for. ``weighed`` is false if these are too many to put the best first.
    """

    filter: Filter
    words: str
    options: dict[str, list[Option]]
    total: int
    rows: list[int]
    favorites: int = 0
    unknown: list[str] = field(default_factory=list)
    hits: int = 0
    asks: bool = False
    corrected: str = ""
    any_word: bool = False
    also: tuple[str, ...] = ()
    weighed: bool = True
    without: dict[str, int] = field(default_factory=dict)

    @property
    def carried(self) -> str:
        """The query by which a question is opened from the list, so that it knows its neighbors."""
        return replace(self.filter, q=self.corrected or self.filter.q).query()

    def label(self, name: str) -> str:
        value = getattr(self.filter, name)
        return next((option.label for option in self.options[name] if option.value == value), value)

    def nearest(self) -> Iterator[tuple[str, str, str, int]]:
        """For an empty result: each choice that could go to leave something, with the address and number of that."""
        for name, count in self.without.items():
            if count:
                label = {"q": self.filter.q, "favorites": "my favorites"}.get(name) or self.label(name)
                kind = {"q": "search", "favorites": "favorites"}.get(name) or NAMES[name].lower()
                yield kind, label, self.filter.without(name).query(), count
        if self.hits and len(self.without) > 1 and not any(self.without.values()):
            yield "filters", "all filters", Filter(q=self.filter.q).query(), self.hits
