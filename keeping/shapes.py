"""Whether a value of JSON has the shape that a column asks for, so that what reads it meets nothing else. Pure."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints


@dataclass(frozen=True)
class PartOf:
    """An object that says some of the fields of a dataclass, beside whatever else."""

    kind: type


def fits(shape: Any, value: Any) -> bool:
    """Whether ``value`` is what JSON has for ``shape``.

    That is ``Any``, ``None``, ``str``, ``bool``, ``int``, ``float``, an enumeration (its values), a list or a tuple of
    one such, a mapping of texts to one such, a dataclass (an object of its fields, of which those with a default may
    be missing), a ``PartOf`` one, and what one of several fits: a union, or several shapes in a tuple.
    """
    if shape is Any:
        return True
    if isinstance(shape, tuple):
        return any(fits(one, value) for one in shape)
    if isinstance(shape, PartOf):
        known = _fields(shape.kind)
        return isinstance(value, dict) and all(fits(known.get(name, Any), one) for name, one in value.items())
    kind, of = get_origin(shape) or shape, get_args(shape)
    if kind in (Union, UnionType):
        return any(fits(one, value) for one in of)
    if kind in (list, tuple):
        return isinstance(value, list) and all(fits(of[0] if of else Any, one) for one in value)
    if kind in (dict, Mapping):
        return isinstance(value, dict) and all(fits(of[1] if of else Any, one) for one in value.values())
    if is_dataclass(kind):
        whole: Any = kind
        return isinstance(value, dict) and _required(whole) <= value.keys() and _has_fields(whole, value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return type(value) is str and value in {one.value for one in kind}
    if kind is float:
        return type(value) in (int, float)
    return value is None if kind in (None, type(None)) else type(value) is kind


def _has_fields(kind: Any, value: dict[str, Any]) -> bool:
    known = _fields(kind)
    return all(name in known and fits(known[name], one) for name, one in value.items())


@cache
def _fields(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _required(kind: Any) -> frozenset[str]:
    return frozenset(one.name for one in fields(kind) if not _has_default(one))


def _has_default(one: "Field[Any]") -> bool:
    return one.default is not MISSING or one.default_factory is not MISSING
