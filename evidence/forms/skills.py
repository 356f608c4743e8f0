"""How well a learner knows a skill: one rating, a page of them, and the filter over all."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict

from evidence import skill_states
from evidence.models import Grip, Skill, SkillGroup
from evidence.models.own import Document


def _grip(label: str, **kwargs: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        choices=[("", "I have not said"), *Grip.choices],
        coerce=int,
        empty_value=None,
        required=False,
        label=label,
        widget=forms.Select(attrs={"class": "form-select"}),
        **kwargs,
    )


class RateForm(forms.Form):
    now = _grip("My level now")
    wanted = _grip("The level I want")

    def values(self) -> Document:
        """What was answered, as part of the document of the learner's row. What was not sent stays as it is."""
        return {name: value for name, value in self.cleaned_data.items() if name in self.data}


class StandingFilterForm(forms.Form):
    state = forms.ChoiceField(
        choices=[("", "Any state"), *((name, name.capitalize()) for name in skill_states.STATES)],
        required=False,
        label="State",
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    group = forms.ChoiceField(required=False, label="Group", widget=forms.Select(attrs={"class": "form-select"}))

    def __init__(self, data: QueryDict, *, groups: Iterable[SkillGroup]) -> None:
        super().__init__(data)
        field: Any = self.fields["group"]
        field.choices = [("", "Any group"), *((group.slug, group.name) for group in groups)]


class AssessForm(forms.Form):
    """One group of skills, a level each. What is left empty stays unsaid, unless ``rest`` says "not yet" for it.

    That is offered ticked only as long as nothing is said in the group: who comes back has left out what is empty.
    """

    rest = forms.BooleanField(required=False, label="Not yet, for those that I leave empty above")

    def __init__(
        self, *args: Any, asked: list[Skill], folded: list[Skill], levels: dict[int, int | None], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.asked, self.folded = asked, folded
        self.initial["rest"] = all(levels.get(skill.pk) is None for skill in [*asked, *folded])
        for skill in [*asked, *folded]:
            self.fields[_name(skill)] = forms.TypedChoiceField(
                choices=Grip.choices,
                coerce=int,
                empty_value=None,
                required=False,
                label=skill.name,
                initial=levels.get(skill.pk),
                widget=forms.RadioSelect,
            )

    def answers(self) -> dict[Skill, int]:
        """The levels of a valid form. "Not yet" is taken for granted only of skills that were in plain sight."""
        found = {}
        for skill in [*self.asked, *self.folded]:
            level = self.cleaned_data[_name(skill)]
            if level is None and self.cleaned_data["rest"] and skill in self.asked:
                level = Grip.NONE.value
            if level is not None:
                found[skill] = level
        return found

    @property
    def rows(self) -> list[dict[str, Any]]:
        """What the page shows of each skill, with its levels as (value, label, chosen)."""
        folded = set(self.folded)
        return [
            {
                "skill": skill,
                "name": _name(skill),
                "folded": skill in folded,
                "levels": [
                    (value, label, str(value) == str(self[_name(skill)].value())) for value, label in Grip.choices
                ],
                "errors": self[_name(skill)].errors if self.is_bound else [],
            }
            for skill in [*self.asked, *self.folded]
        ]


def _name(skill: Skill) -> str:
    return f"level-{skill.slug}"
