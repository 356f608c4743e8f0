"""The shapes of what stands in JSON columns, as JSON Schema: what a table declares as ``SHAPES``. Pure.

``SHAPES`` names the columns of a table. ``EVENT_SHAPES`` names what the history of its rows says beside its columns.
They say what the pages that read such a column can take, and no more: what an older version of this site wrote fits.
"""

from typing import Any

Shape = dict[str, Any]

# Longer than anything that a form takes, and short enough for a page.
LONGEST = 100_000
TEXT: Shape = {"type": "string", "maxLength": LONGEST}
NUMBER: Shape = {"type": "integer"}
YES_OR_NO: Shape = {"type": "boolean"}


def list_of(shape: Shape, *, most: int = 10_000) -> Shape:
    return {"type": "array", "items": shape, "maxItems": most}


def any_of_keys(shape: Shape) -> Shape:
    """An object with whatever keys, and values of one shape."""
    return {"type": "object", "additionalProperties": shape}


def with_keys(*needed: str, may_have_more: bool = False, **shapes: Shape) -> Shape:
    """An object of ``shapes`` by key, those ``needed`` among them."""
    more: Shape = {} if may_have_more else {"additionalProperties": False}
    return {"type": "object", "properties": shapes, "required": sorted(needed)} | more


def or_none(shape: Shape) -> Shape:
    """Of a shape with a type, or of what may be anything."""
    kinds = shape.get("type", [])
    return shape | {"type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]} if kinds else shape
