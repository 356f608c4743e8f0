"""How well a learner knows a skill: one rating, a page of them, and the filter over all."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict

from evidence.catalog.models import Skill, SkillGroup
from evidence.records import skill_states
from evidence.records.models import Grip
from keeping.models import Document


def _grip(label: str, **kwargs: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        choices=[("", "I have not said"), *Grip.choices],
        coerce=int,
        empty_value=None,
        required=False,
        label=label,
        widget=forms.Select(attrs={"class": "form-select"}),
        show_hidden_initial=True,
        **kwargs,
    )


class RateForm(forms.Form):
    now = _grip("My level now")
    wanted = _grip("The level I want")

    def values(self) -> Document:
        """What was answered, as part of the document of the learner's row.

        What was not sent, or is sent as it was shown, stays as it is: another window may have changed it since.
        """
        said = [name for name in self.cleaned_data if name in self.data and _said_anew(self, name)]
        return {name: self.cleaned_data[name] for name in said}


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
        self, *args: Any, in_sight: list[Skill], folded: list[Skill], levels: dict[int, int | None], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.in_sight, self.folded, self.levels = in_sight, folded, levels
        self.initial["rest"] = all(levels.get(skill.pk) is None for skill in [*in_sight, *folded])
        for skill in [*in_sight, *folded]:
            self.fields[_name(skill)] = forms.TypedChoiceField(
                choices=Grip.choices,
                coerce=int,
                empty_value=None,
                required=False,
                label=skill.name,
                initial=levels.get(skill.pk),
                widget=forms.RadioSelect,
                show_hidden_initial=True,
            )

    def answers(self) -> dict[Skill, int]:
        """The levels of a valid form, without those sent as they were shown: another window may have changed them.

        "Not yet" is taken for granted only of skills that were in plain sight and of which nothing is said.
        """
        found = {}
        for skill in [*self.in_sight, *self.folded]:
            name = _name(skill)
            level = self.cleaned_data[name]
            if (
                level is None
                and self.cleaned_data["rest"]
                and skill in self.in_sight
                and self.levels.get(skill.pk) is None
            ):
                found[skill] = Grip.NONE.value
            elif level is not None and _said_anew(self, name):
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
                "shown": self[_name(skill)].as_hidden(only_initial=True),
                "errors": self[_name(skill)].errors if self.is_bound else [],
            }
            for skill in [*self.in_sight, *self.folded]
        ]


def _said_anew(form: forms.Form, name: str) -> bool:
    """Whether a field is sent with something else than its page had shown."""
    return form.add_initial_prefix(name) not in form.data or name in form.changed_data


def _name(skill: Skill) -> str:
    return f"level-{skill.slug}"
