"""Education, training, held credentials and renewal units as forms."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db import models
from django.db.models import Q

from accounts.fields import DateInput, WebAddressField
from curation.folding import fold
from curation.number_fields import DecimalNumberField
from evidence.catalog.models import Credential
from evidence.catalog.models.credentials import CredentialKind
from evidence.records.models import HeldCredential
from evidence.records.models.background import EducationLevel, TrainingKind
from keeping.forms import OwnForm
from keeping.models import EARLIEST

# How far ahead an expected degree or the end of a credential may lie.
YEARS_AHEAD = 50
# In rising order, as somebody says it of themselves.
HIGHEST_DEGREES = [
    ("", "Choose one"),
    (EducationLevel.NONE.value, "None yet"),
    (EducationLevel.SECONDARY.value, "High school diploma or GED"),
    (EducationLevel.ASSOCIATE.value, "Associate degree"),
    (EducationLevel.BACHELOR.value, "Bachelor's degree"),
    (EducationLevel.MASTER.value, "Master's degree or higher"),
]


def _day(label: str, help_text: str = "", *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=DateInput(),
        error_messages={"required": "Give the day. If you only know the month, take its last day."},
    )


def _choices(kinds: type[models.TextChoices]) -> list[tuple[str, str]]:
    """What is named within a sentence elsewhere, as it stands alone in a list."""
    return [(value, f"{label[:1].upper()}{label[1:]}") for value, label in kinds.choices]


class BackgroundForm(OwnForm):
    """``past`` names the days that cannot lie in the future, ``coming`` those that may."""

    past: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()

    def clean(self) -> dict[str, Any]:
        latest = self.today.year + YEARS_AHEAD
        for name in (*self.past, *self.coming):
            day: date | None = self.cleaned_data.get(name)
            if day is None or self.says_as_stored(name):
                continue
            if name in self.past:
                try:
                    self.past_day(name, what="This")
                except forms.ValidationError as error:
                    self.add_error(name, error)
            elif day < EARLIEST:
                self.add_error(name, f"Choose a day from {EARLIEST.year} on.")
            elif day.year > latest:
                self.add_error(name, f"Choose a year up to {latest}.")
        return self.cleaned_data


class EducationForm(BackgroundForm):
    coming = ("finished_on",)

    level = forms.ChoiceField(
        # None is chosen beforehand: whoever only fills in the day would record a level that is not theirs.
        choices=[
            ("", "Choose one"),
            *(choice for choice in _choices(EducationLevel) if choice[0] != EducationLevel.NONE),
        ],
        label="Level",
        error_messages={"required": "Choose the level you finished."},
        help_text="What comes nearest. A higher level meets a lower requirement.",
    )
    finished_on = _day("Finished on", "Or the day you expect to finish: until then it does not count.")
    title = forms.CharField(max_length=160, required=False, label="What it is", help_text="Such as “BSc in physics”.")
    institution = forms.CharField(max_length=160, required=False, label="School or university")
    accredited = forms.BooleanField(
        required=False,
        label="Its program is accredited by PMI's Global Accreditation Center (GAC)",
        help_text="Leave it open unless the school says so.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if day := cleaned.get("finished_on"):
            row: Any = self.row
            cleaned["was_over"] = row.was_over if self.says_as_stored("finished_on") else day <= self.today
        return cleaned


class TrainingForm(BackgroundForm):
    past = ("finished_on",)

    title = forms.CharField(max_length=160, label="Name of the course", error_messages={"required": "Name the course."})
    kind = forms.ChoiceField(choices=_choices(TrainingKind), label="What it taught")
    hours = DecimalNumberField(
        min_value=Decimal("0.1"),
        max_value=Decimal(10_000),
        max_digits=6,
        decimal_places=1,
        label="Contact hours",
        help_text="Hours of teaching, as the certificate says. One decimal is enough.",
    )
    finished_on = _day("Finished on")
    credential = forms.ModelChoiceField(
        Credential.objects.none(),
        required=False,
        empty_label="None",
        label="The credential it leads to",
        help_text="For a course run by the issuer or an authorized trainer.",
    )
    provider = forms.CharField(max_length=160, required=False, label="Who ran it")
    url = WebAddressField(required=False, label="Where the certificate is")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["credential"], self.row)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        issuers_own = cleaned.get("kind") == TrainingKind.ISSUER_COURSE
        if issuers_own and "credential" in cleaned and not cleaned["credential"]:
            self.add_error(
                "credential", "Choose the credential that the issuer's course leads to: it counts for no other."
            )
        return cleaned


class HeldCredentialForm(BackgroundForm):
    past = ("earned_on",)
    coming = ("expires_on",)

    credential = forms.ModelChoiceField(
        Credential.objects.none(),
        required=False,
        empty_label="Another one, named below",
        label="Credential",
    )
    name = forms.CharField(
        max_length=160, required=False, label="Another credential", help_text="Its name, if it is not in the list."
    )
    issuer = forms.CharField(
        max_length=160, required=False, label="Who issued it", help_text="Only if you named it yourself."
    )
    earned_on = _day("Earned on")
    expires_on = _day("Valid until", "The last day. Leave it empty if it does not expire.", required=False)
    number = forms.CharField(max_length=80, required=False, label="Its number", help_text="Only you can see it.")
    url = WebAddressField(required=False, label="Where it can be verified")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["credential"], self.row, without=CredentialKind.DEGREE)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        listed, name = cleaned.get("credential"), cleaned.get("name", "")
        if "credential" in cleaned and "name" in cleaned:
            if not listed and not name:
                self.add_error("credential", "Choose the credential, or name it below.")
            elif listed and name:
                self.add_error("name", "Choose one from the list or name another, not both.")
            elif twin := next((one for one in self._listed() if name and fold(one.name) == fold(name)), None):
                self.add_error("name", f"{twin} is in the list: choose it there, so that rules know it.")
        if listed and cleaned.get("issuer"):
            self.add_error("issuer", "Leave this empty: we know who issues what is in the list.")
        earned, expires = cleaned.get("earned_on"), cleaned.get("expires_on")
        if earned and expires and expires < earned:
            self.add_error("expires_on", f"This is before the day it was earned, {earned:%b %-d, %Y}.")
        return cleaned

    def _listed(self) -> Any:
        field: Any = self.fields["credential"]
        return field.queryset


class HoldingField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, holding: HeldCredential) -> str:
        return f"{holding}, earned {holding.earned_on:%b %-d, %Y}"


class RenewalUnitsForm(BackgroundForm):
    past = ("earned_on",)

    holding = HoldingField(HeldCredential.objects.none(), empty_label="Choose one", label="For which credential?")
    what = forms.CharField(max_length=200, label="What you did", help_text="A course, a talk, reading, giving back.")
    units = DecimalNumberField(
        min_value=Decimal("0.01"), max_value=Decimal(1000), max_digits=6, decimal_places=2, label="Units"
    )
    earned_on = _day("Earned on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["holding"]
        field.queryset = HeldCredential.objects.for_user(self.user).select_related("credential")


def _offer(field: Any, row: Any, *, without: str = "") -> None:
    """Offer the credentials we list, and the one that the row has even if we no longer do."""
    listed = Q(retired_at=None) & ~Q(kind=without)
    field.queryset = Credential.objects.filter(listed | Q(pk=row.credential_id) if row else listed)
