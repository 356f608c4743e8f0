"""Many counts in one query."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet


def counted(several: Sequence[QuerySet[Any, Any]], *, most: int | None = None) -> list[int]:
    """How many rows each of some querysets has, counted up to ``most``, or as far as it was cut off before."""
    parts: list[str] = []
    values: list[Any] = []
    for rows in several:
        try:
            cut = rows if rows.query.is_sliced else rows.order_by()[:most]
            sql, parameters = cut.query.sql_with_params()
        except EmptyResultSet:
            parts.append("0")
            continue
        parts.append(f"(SELECT count(*) FROM ({sql}) counted)")  # noqa: S608 (the parameters stay apart)
        values += parameters
    if not parts:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", values)
        return list(cursor.fetchone())
