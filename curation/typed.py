"""What was typed at the desk, in words: whoever has to sign in first sees labels and chosen words, not keys."""

import re
from collections.abc import Iterator
from typing import Any

from django.contrib.admin import ModelAdmin
from django.db.models import BooleanField, Model
from django.forms import BooleanField as Tick

from curation.keys import is_key
from curation.models import Curated

Pairs = list[tuple[str, str]]

# A box of a row inside the page, or of a list: which table, which row, which column.
INSIDE = re.compile(r"(.+)-(\d{1,6})-(\w+)")
LIST = "form"
# Beside a box of a list stands what it showed.
SHOWED = "initial-"
# Of a form with more chosen rows than this the rest stand with their keys: anybody can send one.
MOST_NAMED = 60


class Names:
    """What chosen rows are called. Nobody is named but what everybody can see: whoever reads this has signed out."""

    def __init__(self, look_up: bool) -> None:
        self.left = MOST_NAMED if look_up else 0
        self.found: dict[tuple[type[Model], str], str] = {}

    def of(self, rows: type[Curated], key: str) -> str:
        if (rows, key) not in self.found and self.left and is_key(key):
            self.left -= 1
            row = rows.objects.published().filter(pk=key).first()
            self.found[rows, key] = key if row is None else str(row)
        return self.found.get((rows, key), key)


def in_words(desk: "ModelAdmin[Any]", fields: Pairs, *, look_up: bool) -> Pairs:
    """Label and value of whatever somebody could type or choose; of a list only what differs from what it showed."""
    names = Names(look_up)
    showed = {name.removeprefix(SHOWED): value for name, value in fields if name.startswith(SHOWED)}
    found: dict[str, list[str]] = {}
    for name, value in fields:
        if value.strip() and showed.get(name) != value:
            for label, words in _in_words(desk, name, value, names):
                found.setdefault(label, []).append(words)
    return [(label, ", ".join(words)) for label, words in found.items()]


def _in_words(desk: "ModelAdmin[Any]", name: str, value: str, names: Names) -> Iterator[tuple[str, str]]:
    model, form, place, parent = desk.model, desk.form, "", ""
    if inside := INSIDE.fullmatch(name):
        prefix, number, name = inside.groups()
        if prefix != LIST:
            relations = {str(one.get_accessor_name()): one for one in model._meta.related_objects}
            relation = relations.get(prefix)
            forms = {inline.model: inline.form for inline in desk.inlines}
            if relation is None or relation.related_model not in forms:
                return
            model, parent = relation.related_model, relation.field.name
            form = forms[model]
        place = f"{model._meta.verbose_name} {int(number) + 1}: "
    box = form.declared_fields.get(name)
    column = {field.name: field for field in model._meta.get_fields() if hasattr(field, "verbose_name")}.get(name)
    if name == parent or (box is None and (column is None or not column.editable or column.primary_key)):
        return
    if box is not None and box.widget.is_hidden:
        return
    label = (box.label if box is not None else None) or (column.verbose_name if column else name)
    yield f"{place}{label}", _value(column, box, value, names)


def _value(column: Any, box: Any, value: str, names: Names) -> str:
    if isinstance(column, BooleanField) or type(box) is Tick:
        return "ticked"
    choices: Any = getattr(box, "choices", None) or getattr(column, "flatchoices", ())
    rows: type[Model] | None = getattr(column, "related_model", None)
    if rows is not None and issubclass(rows, Curated):
        return names.of(rows, value)
    return str(dict(choices).get(value, value))
