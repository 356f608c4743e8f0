"""What is said of a calendar: which kinds of dates, and in place of which address."""

from typing import Any

from django import forms

from keeping.dated import Kind
from keeping.tokens import fresh_token


class KindsForm(forms.Form):
    """``seen`` is the token of the address that the page showed."""

    kinds = forms.MultipleChoiceField(
        choices=Kind.choices,
        error_messages={
            "required": "Choose at least one kind of date.",
            "invalid_choice": "One of these kinds is not known. Choose again.",
        },
    )
    seen = forms.UUIDField(required=False, widget=forms.HiddenInput)


class MakeForm(forms.Form):
    """A new address. Where there is none yet, it is said with it what it tells."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=fresh_token)
    seen = forms.UUIDField(required=False, widget=forms.HiddenInput)


class FirstForm(MakeForm, KindsForm):
    pass


class WithdrawForm(forms.Form):
    token = forms.UUIDField(widget=forms.HiddenInput)


def switches(form: KindsForm, chosen: list[Kind], numbers: dict[Kind, int]) -> list[dict[str, Any]]:
    """Each kind with whether it is told, as it was typed if it was, and how many dates it has now."""
    typed = form.data.getlist("kinds") if form.is_bound else chosen  # type: ignore[attr-defined]
    return [
        {"value": kind.value, "label": kind.label, "checked": kind in typed, "number": numbers.get(kind, 0)}
        for kind in Kind
    ]
