"""What the rules of a curated table refuse in rows that are about to be stored: named before anything is written.

The database judges its own rules about one row. Which values may stand only once is seen from all rows as they would
be. Two cannot change their places in one file: the database looks at each row as it is written.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models

from curation.table_file import TableFile

RULES = (
    "SELECT conname, pg_get_expr(conbin, conrelid) FROM pg_constraint "
    "WHERE conrelid = %s::regclass AND contype = 'c' ORDER BY conname"
)


def broken_rules(table: TableFile, rows: dict[str, Any]) -> dict[str, list[str]]:
    """Why some rows cannot be stored, in sentences by their names. Changes nothing."""
    found: dict[str, list[str]] = defaultdict(list)
    if not rows:
        return found
    for name, constraint in _checks_broken(table.model, rows):
        found[name].append(_in_words(table.model, constraint))
    for name, row in rows.items():
        try:
            row.clean()
        except ValidationError as error:
            found[name] += _of_clean(error)
    for name, said in _doubles(table, rows):
        found[name].append(said)
    return found


def _checks_broken(model: type[models.Model], rows: dict[str, Any]) -> list[tuple[str, str]]:
    """The rules about one row that some rows break: name of the row and of the rule."""
    table, names = model._meta.db_table, list(rows)
    with connection.cursor() as cursor:
        cursor.execute(RULES, [table])
        rules = cursor.fetchall()
        if not rules:
            return []
        broken = ", ".join(f"CASE WHEN NOT ({rule}) THEN '{name}' END" for name, rule in rules).replace("%", "%%")
        cursor.execute(
            # As the row that the table would hold: the rules name its columns. What is unknown breaks none.
            f"SELECT _number, array_remove(ARRAY[{broken}], NULL) "  # noqa: S608 (our own rules, as the database has them)
            "FROM jsonb_array_elements(%s) WITH ORDINALITY AS _rows (_row, _number), "
            f"LATERAL jsonb_populate_record(NULL::{table}, _row)",
            [json.dumps([_columns(row) for row in rows.values()], cls=DjangoJSONEncoder)],
        )
        return [(names[number - 1], rule) for number, rules_broken in cursor.fetchall() for rule in rules_broken]


def _columns(row: models.Model) -> dict[str, Any]:
    return {
        str(field.column): getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not (field.generated or field.primary_key)
    }


def _in_words(model: type[models.Model], name: str) -> str:
    """The rule's own sentence if it has one."""
    for constraint in model._meta.constraints:
        if constraint.name == name:
            return str(constraint.get_violation_error_message())
    return f"The database refuses it: {name}."


def _of_clean(error: ValidationError) -> list[str]:
    if hasattr(error, "error_dict"):
        return [f"{name}: {' '.join(said)}" for name, said in error.message_dict.items()]
    return list(error.messages)


def _doubles(table: TableFile, rows: dict[str, Any]) -> list[tuple[str, str]]:
    """The rows of which something is said that another one says, or still says, and may stand only once."""
    found = []
    ours = {id(row): name for name, row in rows.items()}
    for fields, condition, said in _once(table):
        columns = [table.field(name).attname for name in fields]

        def value(row: Any, columns: list[str] = columns, condition: dict[str, Any] = condition) -> Any:
            values = tuple(getattr(row, column) for column in columns)
            counts = None not in values and all(getattr(row, name) == one for name, one in condition.items())
            return values if counts else None

        stored: dict[Any, Any] = {
            row.pk: row for row in table.model._default_manager.only("pk", "slug", *fields, *condition)
        }
        after = stored | {row.pk: row for row in rows.values() if row.pk}
        having: dict[Any, list[Any]] = defaultdict(list)
        for row in (*after.values(), *(row for row in rows.values() if row.pk is None)):
            having[value(row)].append(row)
        holders = {value(row): row for row in stored.values()}
        named = ", ".join(fields)
        for values, same in having.items():
            new = [row for row in same if id(row) in ours] if values else []
            if len(same) > 1:
                found += [(ours[id(row)], said or f"{named}: the same as of {_other(same, row).slug}.") for row in new]
            elif new and values in holders and holders[values].pk != new[0].pk:
                slug = holders[values].slug
                found.append((ours[id(new[0])], f"{named}: still that of {slug}. Move that one first, by itself."))
    return found


def _other(same: list[Any], row: Any) -> Any:
    return next(one for one in same if one is not row)


def _once(table: TableFile) -> list[tuple[Sequence[str], dict[str, Any], str]]:
    """What may stand only once, besides the name of a row: the fields, among which rows, and the rule's own words."""
    model = table.model
    rules: list[tuple[Sequence[str], dict[str, Any], str]] = [
        ((field.name,), {}, "")
        for field in model._meta.concrete_fields
        if field.unique and not field.primary_key and (field.name,) != table.naming
    ]
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and set(constraint.fields) != set(table.naming):
            own = constraint.violation_error_message != constraint.default_violation_error_message
            # Our conditions are plain: some fields have these values.
            condition: Any = dict(constraint.condition.children) if constraint.condition else {}  # type: ignore[arg-type]
            rules.append((constraint.fields, condition, str(constraint.get_violation_error_message()) if own else ""))
    return rules
