"""Positions as the database numbers them: 1, 2, 3 in the order that a curator gave, without gaps and ties."""

from typing import Any

from django.db import connection


def number(formset: Any) -> None:
    """Number the rows of a parent anew if a form has moved one or added one; else leave them as they are."""
    table, columns = formset.model._meta.db_table, {field.name: field for field in formset.model._meta.concrete_fields}
    moved = [form for form in formset.forms if "position" in form.changed_data]
    added = [form for form in formset.extra_forms if form.has_changed()]
    if "position" not in columns or not (moved or added):
        return
    link = columns[formset.fk.name].column
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} moved SET position = ordered.number FROM (SELECT id, row_number() OVER "  # noqa: S608
            f"(ORDER BY position, slug) AS number FROM {table} WHERE {link} = %s) ordered "
            "WHERE ordered.id = moved.id AND moved.position <> ordered.number",
            [formset.instance.pk],
        )
