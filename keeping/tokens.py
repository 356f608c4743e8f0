"""The token of a form, which names the row that it makes.

A visitor's pages are the same for everybody and hold none of their own.
"""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django import forms

from accounts.models import User

NAMED = ("token", "seen")
# Those of the page that is being made: a page that is shown again has others.
_given: ContextVar[list[str] | None] = ContextVar("given", default=None)


@contextmanager
def noted() -> Iterator[list[str]]:
    """All tokens that ``fresh_token`` gives inside."""
    given: list[str] = []
    before = _given.set(given)
    try:
        yield given
    finally:
        _given.reset(before)


def fresh_token() -> uuid.UUID:
    """One that no form has had: what every page takes that shows the form of something new."""
    token = uuid.uuid4()
    given = _given.get()
    if given is not None:
        given.append(str(token))
    return token


def new_token(user: User) -> uuid.UUID | None:
    """What the form of a new row begins with; nothing for a visitor, whose pages are kept ready-made."""
    return None if user.is_nobody else fresh_token()


def of_words(form: forms.BaseForm) -> uuid.UUID:
    """A token made of what the form says: the same words again are the same form, other words another row."""
    says = {
        name: field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
        for name, field in form.fields.items()
        if name not in NAMED
    }
    return uuid.uuid5(uuid.NAMESPACE_OID, json.dumps([type(form).__qualname__, says], sort_keys=True, default=str))
