"""One requirement as a form, and what the learner says of it."""

import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Prefetch

from accounts.fields import PlainTextField
from applications.postings.models import Application, Requirement, Said
from applications.postings.models.applications import QUOTE_LENGTH
from applications.postings.models.requirements import KINDS_IN_WORDS, LEVELS_IN_WORDS, STRENGTHS
from applications.reading.shapes import EQUIVALENT
from curation.number_fields import WholeNumberField
from evidence.models import Credential, Skill, SkillGroup
from keeping.forms import OwnForm
from keeping.models import Document

# By ISO 639-1: those that postings ask for. Another one that was read stays.
LANGUAGES = {
    **{"en": "English", "es": "Spanish", "fr": "French", "de": "German", "pt": "Portuguese", "it": "Italian"},
    **{"nl": "Dutch", "pl": "Polish", "zh": "Chinese", "ja": "Japanese", "ko": "Korean", "hi": "Hindi"},
    **{"ar": "Arabic", "he": "Hebrew", "ru": "Russian", "uk": "Ukrainian", "tr": "Turkish", "sv": "Swedish"},
}
MOST_MONTHS = 720


@dataclass(frozen=True)
class Group:
    """A group of things to tick: each by slug, with its name and whether it is ticked."""

    name: str
    members: list[tuple[str, str, bool]]

    @property
    def ticked(self) -> int:
        return sum(ticked for *_, ticked in self.members)


class RequirementForm(OwnForm):
    row: Any

    application = forms.ModelChoiceField(Application.objects.none(), widget=forms.HiddenInput)
    quote = PlainTextField(
        max_length=QUOTE_LENGTH,
        label="In the words of the posting",
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        error_messages={"required": "Write what they ask."},
    )
    strength = forms.ChoiceField(choices=STRENGTHS, label="Is it required?")
    kind = forms.ChoiceField(choices=list(KINDS_IN_WORDS.items()), label="What do they ask for?")
    months = WholeNumberField(
        required=False, min_value=0, max_value=MOST_MONTHS, label="Months of experience", help_text="5 years are 60."
    )
    within_previous = forms.BooleanField(required=False, label="These months are part of those of the row above")
    level = forms.ChoiceField(choices=list(LEVELS_IN_WORDS.items()), required=False, label="Schooling")
    or_equivalent = forms.BooleanField(required=False, label="Or something equivalent will do")
    languages = forms.MultipleChoiceField(required=False, label="Languages", widget=forms.CheckboxSelectMultiple)
    percent = WholeNumberField(required=False, min_value=0, max_value=100, label="Percent of travel")
    unlisted = forms.CharField(
        required=False,
        max_length=500,
        label="Credentials that are not listed here",
        help_text="Separated by commas.",
    )
    skills = forms.MultipleChoiceField(required=False, label="Skills it names")
    credentials = forms.MultipleChoiceField(required=False, label="Credentials it names")
    any_of = forms.BooleanField(required=False, label="One of those named is enough")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        applications: Any = self.fields["application"]
        applications.queryset = Application.objects.filter(user=self.user)
        here = self.row.languages if self.row else []
        self._field("languages").choices = [*LANGUAGES.items(), *((one, one) for one in here if one not in LANGUAGES)]
        groups = SkillGroup.objects.published().prefetch_related(
            Prefetch("skills", Skill.objects.published(), "listed")
        )
        skills = [(group.name, [(row.slug, row.name) for row in group.listed]) for group in groups]
        kinds: dict[str, list[tuple[str, str]]] = {}
        for row in Credential.objects.published():
            kinds.setdefault(row.get_kind_display(), []).append((row.slug, row.name))
        self._offer("skills", skills)
        self._offer("credentials", list(kinds.items()))

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def _offer(self, name: str, choices: list[tuple[str, list[tuple[str, str]]]]) -> None:
        """What can be ticked; what is no longer listed stays where it is ticked."""
        listed = {slug for _, members in choices for slug, _ in members}
        chosen = getattr(self.row, name).all() if self.row else ()
        gone = [(row.slug, row.name) for row in chosen if row.slug not in listed]
        self._field(name).choices = [group for group in (*choices, ("No longer listed", gone)) if group[1]]

    def _groups(self, name: str) -> list[Group]:
        ticked = set(self[name].value() or [])
        return [
            Group(label, [(slug, text, slug in ticked) for slug, text in members])
            for label, members in self._field(name).choices
        ]

    @property
    def pickers(self) -> list[tuple[Any, list[Group]]]:
        """Skills and credentials to tick: the field with its groups."""
        return [(self[name], self._groups(name)) for name in ("skills", "credentials")]

    def begins_with(self, today: Any) -> dict[str, Any]:
        return {"strength": "required", "kind": "skill"}

    def initial_from(self, row: Requirement) -> dict[str, Any]:
        return super().initial_from(row) | {
            "application": row.application_id,
            "skills": [one.slug for one in row.skills.all()],
            "credentials": [one.slug for one in row.credentials.all()],
            "unlisted": ", ".join(row.unlisted),
            "or_equivalent": any(one.get("kind") == EQUIVALENT for one in row.alternatives),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if cleaned.get("kind") == "degree" and not cleaned.get("level"):
            self.add_error("level", "Say which degree they ask for.")
        return cleaned

    def values(self) -> Document:
        values = super().values()
        unlisted = [one.strip()[:120] for one in values["unlisted"].split(",")]
        same = self.row is not None and values["unlisted"] == self.stored["unlisted"]
        values["unlisted"] = self.row.unlisted if same else list(dict.fromkeys(filter(None, unlisted)))
        values["alternatives"] = self._alternatives(or_equivalent=values.pop("or_equivalent"))
        values["skills"], values["credentials"] = sorted(values["skills"]), sorted(values["credentials"])
        if self._says_something_else(values):
            values |= {"confirmed": True, "corrected": True}
        return values

    def _alternatives(self, *, or_equivalent: bool) -> list[Document]:
        """What was read of alternatives stays, but for what the tick takes away or adds."""
        here: list[Document] = list(self.row.alternatives) if self.row else []
        if or_equivalent == any(one.get("kind") == EQUIVALENT for one in here):
            return here
        if or_equivalent:
            return [*here, {"quote": "", "kind": EQUIVALENT}]
        return [one for one in here if one.get("kind") != EQUIVALENT]

    def _says_something_else(self, values: Document) -> bool:
        """Whether the learner puts right what was read, or adds a row of their own."""
        if self.row is None:
            return True
        before = self.row.document()
        return any(before.get(name) != value for name, value in values.items())


class SplitForm(OwnForm):
    """Where one row, ``of`` which it is the form, becomes two: ``quote`` is what the new one says."""

    # The edition of the row that becomes two, as it was when the form was opened.
    of_edition = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    first = PlainTextField(
        max_length=QUOTE_LENGTH, label="The first row", widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )
    quote = PlainTextField(
        max_length=QUOTE_LENGTH, label="The second row", widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )

    def __init__(self, *args: Any, of: Requirement, **kwargs: Any) -> None:
        first, second = in_two(of.quote)
        super().__init__(*args, initial={"first": first, "quote": second, "of_edition": of.edition}, **kwargs)
        self.of = of

    def values(self) -> Document:
        here = self.of.document()
        same = {name: here[name] for name in ("application", "strength", "kind", "skills", "credentials")}
        said = {"quote": self.cleaned_data["quote"], "place": self.of.place + 1}
        return same | said | {"confirmed": True, "corrected": True}


def in_two(quote: str) -> tuple[str, str]:
    """Where a line would be split first: at its ``and``, ``;`` or comma nearest the middle, else after it."""
    marks = (" and ", "; ", ", ", " or ")
    places = [(found.start(), found.end()) for mark in marks for found in re.finditer(mark, quote)]
    if not places:
        return quote, ""
    start, end = min(places, key=lambda one: abs(one[0] - len(quote) / 2))
    return quote[:start], quote[end:]


class SaidForm(forms.Form):
    said = forms.ChoiceField(choices=Said.choices, required=False)
