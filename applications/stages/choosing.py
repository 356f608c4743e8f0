"""Which application something is for, as a field of a form."""

from typing import Any

from django import forms
from django.db.models import Q

from accounts.fields import PlainSelect
from accounts.models import User
from applications.postings.models import Application
from curation.keys import is_key

# Of a learner's applications, the newest; one that is asked for or chosen stands there too.
MOST_OFFERED = 200


class OwnApplicationField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the learner's applications, or none."""

    def __init__(self, *, empty_label: str, label: str, help_text: str = "") -> None:
        super().__init__(
            Application.objects.none(),
            required=False,
            empty_label=empty_label,
            label=label,
            help_text=help_text,
            widget=PlainSelect(),
            error_messages={"invalid_choice": "That application is not yours, or is gone."},
        )

    def offer(self, user: User, *, stored: int | None, asked: Any) -> None:
        """What can be chosen: any of ``user`` that is not in the bin, and the one that is ``stored``, by its key."""
        rows: Any = Application.objects
        own = rows.filter(Q(deletion=None) | Q(pk=stored), user=user).order_by("-pk")
        self.queryset = own
        shown = {row.pk: str(row) for row in own[:MOST_OFFERED]}
        others = {int(key) for key in (stored, asked) if key and is_key(key)} - shown.keys()
        shown |= {row.pk: str(row) for row in own.filter(pk__in=others)} if others else {}
        self.widget.choices = [("", self.empty_label), *shown.items()]
