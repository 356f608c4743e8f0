"""What a column of each kind is written as in the document: for whoever checks a value, and for its JSON Schema."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import (
    BinaryField,
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    DecimalField,
    FloatField,
    IntegerField,
    TextField,
    TimeField,
    UUIDField,
)

Said = dict[str, Any]


@dataclass(frozen=True)
class Kind:
    """Columns of some ``fields``: the ``types`` of their values as JSON, these in ``words``, and their schema."""

    fields: tuple[Any, ...]
    types: tuple[type, ...]
    words: str
    schema: Said


# A moment is a day too, as Django has it, so it stands before.
KINDS = (
    Kind((BooleanField,), (bool,), "true or false", {"type": "boolean"}),
    Kind((IntegerField,), (int,), "a whole number", {"type": "integer"}),
    Kind((FloatField,), (int, float), "a number", {"type": "number"}),
    Kind((DecimalField,), (str,), "a number in quotes", {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}),
    Kind(
        (DateTimeField,),
        (str,),
        "a moment such as 2026-05-01T10:00:00+00:00",
        {"type": "string", "format": "date-time"},
    ),
    Kind((DateField,), (str,), "a day such as 2026-05-01", {"type": "string", "format": "date"}),
    Kind(
        (TimeField,),
        (str,),
        "a time such as 14:30:00",
        {"type": "string", "pattern": r"^\d\d:\d\d:\d\d(\.\d{6})?$"},
    ),
    Kind((UUIDField,), (str,), "a UUID", {"type": "string", "format": "uuid"}),
    Kind((BinaryField,), (str,), "Base64", {"type": "string", "contentEncoding": "base64"}),
    Kind((CharField, TextField), (str,), "a text", {"type": "string"}),
)


def kind_of(field: Any) -> Kind:
    """That of a column. Raises ``StopIteration`` if it is of none."""
    return _of(type(field))  # type: ignore[arg-type]


@cache
def _of(column: type[Any]) -> Kind:
    return next(kind for kind in KINDS if issubclass(column, kind.fields))
