"""The token of a form that a visitor was shown: their pages are the same for everybody and hold none of their own."""

import json
import uuid

from django import forms

from accounts.models import User

NAMED = ("token", "seen")


def new_token(user: User) -> uuid.UUID | None:
    """What the form of a new row begins with; nothing for a visitor, whose pages are kept ready-made."""
    return None if user.is_nobody else uuid.uuid4()


def of_words(form: forms.BaseForm) -> uuid.UUID:
    """A token made of what the form says: the same words again are the same form, other words another row."""
    says = {
        name: field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
        for name, field in form.fields.items()
        if name not in NAMED
    }
    return uuid.uuid5(uuid.NAMESPACE_OID, json.dumps([type(form).__qualname__, says], sort_keys=True, default=str))
