"""Whether another window has changed a row since its page was opened, and what it made of it.

A page carries a mark of every value that it was opened with. What is stored now is compared with the marks when the
page is sent. Nothing of a page is saved over another change before that was shown; sent once more, it replaces it.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2s
from typing import Any

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.forms.widgets import Script
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator, capfirst

# Bytes of a mark, and its letters.
SIZE = 3
LETTERS = 2 * SIZE

Marks = dict[str, str]


def marks(form: forms.BaseForm, formsets: Iterable[Any]) -> Marks:
    """By row, the marks of its stored values one after the other; the row of the page itself has no name."""
    return {name: "".join(_mark(part, field) for field in part.fields) for name, part in _rows(form, formsets)}


def written(found: Marks) -> str:
    return json.dumps(found, separators=(",", ":"))


def _rows(form: forms.BaseForm, formsets: Iterable[Any]) -> list[tuple[str, Any]]:
    parts = [
        (f"{formset.prefix}-{part.instance.pk}", part)
        for formset in formsets
        for part in formset.initial_forms
        if part.instance.pk is not None
    ]
    return [("", form), *parts]


def changed(form: forms.BaseForm, formsets: Iterable[Any], opened: Marks) -> list[tuple[str, Any, str]]:
    """Which values are no longer as they were marked: the row's name, its form and the name of the box."""
    found = []
    for name, part in _rows(form, formsets):
        before, now = opened.get(name), marks(part, ())[""]
        if before is None or before == now:
            continue
        for number, field in enumerate(part.fields):
            here = slice(number * LETTERS, (number + 1) * LETTERS)
            if before[here] != now[here]:
                found.append((name, part, field))
    return found


def sentence(name: str, part: Any, field: str) -> str:
    """What a value is now, of a form that nobody has filled yet."""
    return f"{_named(name, part, field)} is now {_shown(part, field)}."


def _mark(form: Any, name: str) -> str:
    field = form.fields[name]
    value = field.prepare_value(form.get_initial_for_field(field, name))
    if isinstance(value, list | tuple | set):
        value = sorted(map(str, value))
    return blake2s(repr(value).encode(), digest_size=SIZE).hexdigest()


def others(form: forms.BaseForm, formsets: Iterable[Any], opened: Marks) -> list[str]:
    """What was changed since the page was opened, as sentences."""
    return [sentence(*one) for one in changed(form, formsets, opened)]


def _named(row: str, part: Any, field: str) -> str:
    label = str(part.fields[field].label or field.replace("_", " "))
    return (
        f"{capfirst(part.instance._meta.verbose_name)} “{part.instance}”: {label.lower()}" if row else capfirst(label)
    )


def _shown(part: Any, name: str) -> str:
    field = part.fields[name]
    value = part.get_initial_for_field(field, name)
    if isinstance(field, forms.ModelChoiceField) and not isinstance(field, forms.ModelMultipleChoiceField):
        value = getattr(part.instance, name)
    elif isinstance(field, forms.ChoiceField):
        value = dict(field.choices).get(value, value)  # type: ignore[arg-type]
    if isinstance(value, list | tuple):
        value = ", ".join(map(str, value))
    if isinstance(value, bool):
        return "ticked" if value else "not ticked"
    return "empty" if value in (None, "") else f"“{Truncator(value).chars(300)}”"


def judging(form: Any, opened: str, formsets: Callable[[], Iterable[Any]], row: Any) -> Any:
    """The form of a page that was sent: nothing is saved over what another window changed, unless it is the same."""
    try:
        before = json.loads(opened)
    except ValueError:
        before = None
    if not isinstance(before, dict):
        return form

    class Judging(form):  # type: ignore[misc]
        def clean(self) -> Any:
            # Before anything else: some forms write what was typed into the row while they judge it.
            changed = others(self, formsets(), before)
            edited = bool(changed) and (self.has_changed() or any(formset.has_changed() for formset in formsets()))
            cleaned = super().clean()
            if edited:
                last = "Nothing was saved yet. What you typed is below; save again to put it in place of that."
                self.add_error(None, [_who(row), *changed, last])
            return cleaned

    return Judging


def _who(row: Any) -> str:
    entry = (
        LogEntry.objects.filter(content_type=get_content_type_for_model(row), object_id=str(row.pk))
        .select_related("user")
        .order_by("-action_time")
        .first()
    )
    said = "This was changed in another window since you opened it"
    if entry:
        said += f", last by {entry.user} at {date_format(timezone.localtime(entry.action_time), 'DATETIME_FORMAT')}"
    return f"{said.removesuffix('.')}."  # after "p.m." there is one already


def remembering(form: Any, names: Sequence[str]) -> Any:
    """The form of a row in a list, which sends along what it showed."""

    class Remembering(form):  # type: ignore[misc]
        class Media:
            js: Sequence[Any] = (Script("js/unsaved.js", type="module"),)

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            for name in names:
                self.fields[name].show_hidden_initial = True
                label = self.fields[name].label or name
                self.fields[name].widget.attrs["aria-label"] = f"{capfirst(label)} of {self.instance}"

        data: Any

        def clean(self) -> Any:
            cleaned = super().clean()
            for name in set(names) & set(self.changed_data):
                box = self.add_initial_prefix(name)
                stored = self.get_initial_for_field(self.fields[name], name)
                if box in self.data and self.fields[name].has_changed(stored, self.data[box]):
                    again = self.data.copy()
                    again[box] = stored
                    self.data = again
                    self.add_error(name, f"Another window made this {_shown(self, name)}. Save again to replace it.")
            return cleaned

    return Remembering
