"""A draft and the row that it began from, which others may have changed since.

What they changed and the draft leaves alone follows the row. What both changed is the draft's, and is said before it
is published: nothing of others' is replaced without a word.
"""

import json
import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict

from curation import meanwhile
from curation.meanwhile import Marks

Typed = list[list[str]]

# More is no page of content. Letters, of all boxes together.
MOST_TYPED = 400_000
# What a page sends along by itself.
CARRIED = re.compile(r"_.*|csrfmiddlewaretoken")
NUL = "\x00"


def typed_in(sent: QueryDict) -> Typed:
    """What was typed and chosen, and which rows inside the row it is for."""
    return [[name, value] for name, values in sent.lists() if not CARRIED.fullmatch(name) for value in values]


def refusal(typed: Typed) -> str:
    """Why this cannot be kept, or nothing."""
    if any(NUL in part for pair in typed for part in pair):
        return "There is a character in it that cannot be stored (NUL). Type that text again; nothing was saved yet."
    letters = sum(len(part) for pair in typed for part in pair)
    if letters > MOST_TYPED:
        return (
            f"This is {letters:,} characters long, and a draft holds {MOST_TYPED:,}. Shorten it; nothing was saved yet."
        )
    return ""


def marks_in(text: str) -> Marks:
    """The marks that a page was opened with, or none if it says none."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) and all(isinstance(mark, str) for mark in found.values()) else {}


def touched(form: forms.BaseForm, formsets: Iterable[Any], opened: Marks) -> list[str]:
    """The boxes of a filled form that say something else than the row, or than it did when it was opened."""
    formsets = list(formsets)
    found = {_box("", name) for name in form.changed_data}
    for formset in formsets:
        for part in formset.initial_forms:
            found |= {_box(f"{formset.prefix}-{part.instance.pk}", name) for name in part.changed_data}
    found |= {_box(name, field) for name, _, field in meanwhile.changed(form, formsets, opened)}
    return sorted(found)


def caught_up(
    sent: QueryDict, form: forms.BaseForm, formsets: Iterable[Any], opened: Marks, own: Iterable[str]
) -> list[str]:
    """Let ``sent`` follow the row in what ``own`` does not name. What both changed, as sentences of the row's values.

    ``form`` and ``formsets`` are as the row is stored.
    """
    formsets, own, sentences = list(formsets), set(own), []
    places = {_row(formset.prefix, value): part for formset in formsets for part, value in _ids(formset.prefix, sent)}
    for name, part, field in meanwhile.changed(form, formsets, opened):
        prefix = places.get(name) if name else part.prefix
        if _box(name, field) in own:
            sentences.append(meanwhile.sentence(name, part, field))
        elif not name or prefix:
            box = f"{prefix}-{field}" if prefix else field
            sent.setlist(box, _as_sent(part, field))
    return sentences


def _box(row: str, field: str) -> str:
    return f"{row}|{field}"


def _row(prefix: str, key: str) -> str:
    return f"{prefix}-{key}"


def _ids(prefix: str, sent: QueryDict) -> Iterable[tuple[str, str]]:
    """Where in what was sent each row inside the row stands, with its key."""
    inside = re.compile(rf"({re.escape(prefix)}-[0-9]+)-id")
    return [(match[1], str(sent[name])) for name in sent if (match := inside.fullmatch(name))]


def _as_sent(part: Any, field: str) -> list[str]:
    """A stored value as a browser would send it."""
    value, widget = part[field].value(), part.fields[field].widget
    if isinstance(value, list | tuple | set):
        return [str(getattr(one, "pk", one)) for one in value]
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if value else []
    shown = widget.format_value(value)
    if isinstance(shown, list | tuple):
        return [str(one) for one in shown]
    return ["" if shown is None else str(shown)]
