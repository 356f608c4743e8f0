"""The one door for rows that come along with others in the same query: as values of a frozen dataclass."""

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import ExpressionWrapper, JSONField, QuerySet
from django.db.models.functions import JSONObject

# How what JSON has no type for comes back. Numbers with a point are read as decimals, digit by digit.
READ: dict[type, Callable[[Any], Any]] = {
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    Decimal: lambda value: Decimal(str(value)),
}


def nested(rows: QuerySet[Any], shape: type, **paths: Any) -> ArraySubquery:
    """Rows of a subquery, in their order, as a list of ``shape``, a dataclass.

    Each of its fields is the row's field of that name, or what ``paths`` says it stands for: the way to another field,
    or an expression. Dates, times and decimals arrive as such, by the types that ``shape`` declares.
    """
    wanted = {field.name: paths.get(field.name, field.name) for field in fields(shape)}
    document = ExpressionWrapper(JSONObject(**wanted), output_field=_Shaped(shape))
    return ArraySubquery(rows.values(document=document))


class _Shaped(JSONField):
    """A JSON object that the database makes, read as a dataclass. No column is of this type."""

    def __init__(self, shape: type) -> None:
        super().__init__()
        self.shape = shape

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        row = json.loads(value, parse_float=Decimal) if isinstance(value, str) else value
        for name, read in _reads(self.shape):
            if row[name] is not None:
                row[name] = read(row[name])
        return self.shape(**row)


@cache
def _reads(shape: type) -> list[tuple[str, Callable[[Any], Any]]]:
    """The fields of a dataclass that JSON has no type for, with how each is read."""
    found = []
    for name, hint in get_type_hints(shape).items():
        kinds = get_args(hint) if get_origin(hint) is UnionType else (hint,)
        found += [(name, READ[kind]) for kind in kinds if kind in READ]
    return found
