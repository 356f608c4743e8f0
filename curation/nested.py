"""Rows that come along with others, in the same query."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import QuerySet
from django.db.models.functions import JSONObject


def objects(rows: QuerySet[Any], *names: str, **others: Any) -> ArraySubquery:
    """Rows of a subquery, in their order, as an array of objects with some of their fields.

    ``others`` says what a key of another name stands for. Dates and times arrive as text in ISO 8601.
    """
    return ArraySubquery(rows.values(document=JSONObject(**{name: name for name in names}, **others)))
