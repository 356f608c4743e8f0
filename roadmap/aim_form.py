"""Three answers and what a learner is after, as a form."""

from typing import Any

from django import forms
from django.db.models import Q

from accounts.fields import PlainSelect
from evidence.models import Credential
from evidence.records.forms.background import HIGHEST_DEGREES
from keeping.forms import OwnForm
from keeping.models import Document
from roadmap.aiming import first_aim
from roadmap.models import Aim, Role
from roadmap.models.aim import Led
from roadmap.models.guide import RoleFamily

FIRST_ROLE = "technical-project-manager"
YES_OR_NO = ((False, "No"), (True, "Yes"))


class AimForm(OwnForm):
    """The first time, what is not chosen is suggested: the role of this site, and the nearest credential."""

    interview_ahead = forms.TypedChoiceField(
        choices=YES_OR_NO,
        coerce=lambda value: value in (True, "True"),
        widget=forms.RadioSelect,
        label="Do you have an interview coming up?",
        error_messages={"required": "Say yes or no.", "invalid_choice": "Say yes or no."},
    )
    education = forms.ChoiceField(
        choices=HIGHEST_DEGREES,
        widget=PlainSelect,
        label="What's your highest degree?",
        error_messages={"required": "Choose one, even if it's none.", "invalid_choice": "Choose one from the list."},
    )
    led = forms.ChoiceField(
        choices=(("", "Choose one"), *Led.choices),
        widget=PlainSelect,
        label="Have you led projects?",
        help_text="The title doesn't matter. What counts is that you led the work.",
        error_messages={"required": "Choose one, even if it's not yet.", "invalid_choice": "Choose one from the list."},
    )
    role = forms.ModelChoiceField(
        Role.objects.none(),
        required=False,
        empty_label="No role in particular",
        widget=PlainSelect,
        label="The role you're after",
        error_messages={"invalid_choice": "Choose one from the list."},
    )
    credential = forms.ModelChoiceField(
        Credential.objects.none(),
        required=False,
        empty_label="No credential for now",
        widget=PlainSelect,
        label="The credential you're after",
        help_text="Today shows how far along you are.",
        error_messages={"invalid_choice": "Choose one from the list."},
    )

    def __init__(self, *args: Any, row: Aim | None = None, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        roles: Any = self.fields["role"]
        roles.queryset = Role.objects.filter(
            Q(retired_at=None) & ~Q(family=RoleFamily.ADJACENT) | Q(pk=row.role_id if row else None)
        )
        credentials: Any = self.fields["credential"]
        # What is chosen stays, also where it is no longer offered.
        credentials.queryset = Credential.objects.filter(Q(retired_at=None) | Q(pk=row.credential_id if row else None))

    def values(self) -> Document:
        said = super().values()
        if self.row is None:
            said["role"] = said["role"] or self._slug("role", FIRST_ROLE)
            nearest = first_aim(str(said["education"]), str(said["led"])).credential
            said["credential"] = said["credential"] or self._slug("credential", nearest)
        return said

    def _slug(self, name: str, slug: str) -> str | None:
        """The slug, if there is such a row to choose."""
        field: Any = self.fields[name]
        return slug if field.queryset.filter(slug=slug).exists() else None
