"""What all forms for a learner's own rows have in common."""

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from accounts.fields import not_in_the_future
from accounts.models import User
from curation.unseen import without_unseen
from keeping.models import EARLIEST, Document, Own, plain
from keeping.tokens import fresh_token, new_token, of_words


class OwnForm(forms.Form):
    """A form for one row. ``token`` names a new row before it is there, ``seen`` the edition that is being changed.

    ``initial`` is what a new row begins with. It never lies over a row that is there already: that shows what is
    stored, or what was ``typed`` over it and is shown again.
    """

    token = forms.UUIDField(widget=forms.HiddenInput, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self,
        *args: Any,
        row: Own | None = None,
        user: User,
        today: date,
        initial: Mapping[str, Any] | None = None,
        typed: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        self.stored = self.initial_from(row) if row else {}
        kwargs["initial"] = {
            "token": row.token if row else new_token(user),
            "seen": row.edition if row else 0,
            **(self.stored if row else self.begins_with(today) | dict(initial or {})),
            **(typed or {}),
        }
        super().__init__(*args, **kwargs)
        self.row = row
        self.user = user
        self.today = today
        for field in self.fields.values():
            if isinstance(field, forms.CharField):
                _keep_all_that_is_pasted(field)
                if field.required and not isinstance(field, forms.UUIDField):
                    field.validators.append(_Seen(str(field.error_messages["required"])))

    def clean_token(self) -> uuid.UUID:
        return self.cleaned_data["token"] or of_words(self)

    def begins_with(self, today: date) -> dict[str, Any]:
        """What every new row begins with."""
        return {}

    def initial_from(self, row: Any) -> dict[str, Any]:
        """What stands in the form of a row that is there already."""
        return {name: getattr(row, name) for name in row.FIELDS if name in self.base_fields}

    def says_as_stored(self, *names: str) -> bool:
        """Whether the row says the same in these fields already.

        That was judged when it was recorded and is not judged again: time goes on, and a learner who has moved may be
        where it is still the day before.
        """
        return self.row is not None and all(self.cleaned_data.get(name) == self.stored.get(name) for name in names)

    def past_day(self, name: str, *, what: str = "This day") -> date | None:
        """For ``clean_<name>``: a day that has come, and not before anybody who reads this was born."""
        day: date | None = self.cleaned_data.get(name)
        if day and not self.says_as_stored(name):
            not_in_the_future(day, self.today, what=what)
            if day < EARLIEST:
                raise forms.ValidationError(f"Choose a day from {EARLIEST.year} on.")
        return day

    def offer_days_up_to_today(self, name: str) -> None:
        """Let the browser offer no later day, but the one that is stored."""
        latest = max(self.today, self.stored.get(name) or self.today)
        self.fields[name].widget.attrs["max"] = f"{latest:%Y-%m-%d}"

    def values(self) -> Document:
        """A valid form as the document of its row."""
        return {name: plain(value) for name, value in self.cleaned_data.items() if name not in ("token", "seen")}

    def keep_what_was_typed_over(self, edition: int, *, named: str = "seen") -> None:
        """Let the next press replace ``edition``, which another window saved meanwhile, knowing what it does.

        ``named`` is the field that says which edition was seen.
        """
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        data[named] = str(edition)
        self.data = data

    def be_another(self) -> None:
        """Let the next press make a row of its own: what this form has made stays as it is."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        data["token"], data["seen"] = str(fresh_token()), "0"
        self.data = data


class _Seen:
    """What nobody can see is no answer: a name of nothing but zero-width spaces could not be found or opened again."""

    def __init__(self, words: str) -> None:
        self.words = words

    def __call__(self, text: str) -> None:
        if not without_unseen(text):
            raise forms.ValidationError(self.words, code="required")


def _keep_all_that_is_pasted(field: forms.CharField) -> None:
    """Say that a text is too long, and by how much: a browser would cut what is pasted, without a word."""
    field.widget.attrs.pop("maxlength", None)
    field.error_messages.setdefault(
        "max_length", "Keep it to %(limit_value)d characters; yours has %(show_value)d. It is not saved yet."
    )
    if not isinstance(field, forms.URLField):
        field.widget.attrs.setdefault("dir", "auto")
