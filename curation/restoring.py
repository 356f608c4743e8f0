"""Rows of curated tables as they were recorded: written by the database itself, so that no amount is bent."""

import json
from collections import defaultdict
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, connection, models, transaction

from curation.curated_tables import curated_tables, ends_of, is_kept, link_of
from curation.reverting import Key, Net, State, in_order, without

# ruff: noqa: S608 (the names are those of our own tables and columns)

IN_ONE_STATEMENT = 2000
NOT_ONCE = "23505"

Documents = list[dict[str, Any]]


def restore(nets: dict[Key, Net], *, at: datetime, columns: dict[Key, str] | None = None) -> list[models.Model]:
    """Let rows be as they were before some changes; of those in ``columns`` only that column.

    What was made since is taken away: deleted, or retired where learners may point to it. Returns the rows that are to
    be offered again. That is an act with consequences of its own, and so it is left to whoever called.
    Raises ``IntegrityError`` if something stands against it.
    """
    wanted = without(nets, columns or {})
    tables: dict[str, dict[int, State]] = defaultdict(dict)
    for (table, row), state in wanted.items():
        tables[table][row] = state
    links = {table: {row: nets[table, row] for row in rows} for table, rows in tables.items() if link_of(table)}
    for table, rows in links.items():
        ends = ends_of(link_of(table))
        # Taken out and put in again, a link has another number: it is told by what it links.
        stood = {tuple(one.before[end] for end in ends) for one in rows.values() if one.before}
        come = [one.after for one in rows.values() if one.after and not one.before]
        _unlink(table, [state for state in come if tuple(state[end] for end in ends) not in stood])
    returning: list[models.Model] = []
    for table in (table for table in tables if table not in links):
        returning += _restore(curated_tables()[table], tables[table], at)
    for table, rows in links.items():
        _link(table, [one.before for one in rows.values() if one.before])
    return returning


def _restore(model: type[models.Model], states: dict[int, State], at: datetime) -> list[models.Model]:
    take_away(model, [row for row, state in states.items() if state is None], at=at)
    known = {field.column for field in model._meta.concrete_fields if not field.generated}
    documents = [{name: state[name] for name in state if name in known} for state in states.values() if state]
    rows = model._default_manager.filter(pk__in=[one["id"] for one in documents])
    retired: dict[int, Any] = dict(rows.values_list("pk", "retired_at"))
    there = [one for one in documents if one["id"] in retired]
    returning = {one["id"] for one in there if one.get("retired_at", at) is None and retired[one["id"]]}
    for one in there:
        if one["id"] in returning:
            del one["retired_at"]
    # Our conditions are plain: some fields have these values.
    conditions: list[dict[str, Any]] = [
        dict(constraint.condition.children)  # type: ignore[arg-type]
        for constraint in model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint) and constraint.condition is not None
    ]
    for part in in_order(there, conditions):
        _overwrite(model, part, retired, at)
    _insert(model, [one for one in documents if one["id"] not in retired])
    return list(model._default_manager.filter(pk__in=returning))


def take_away(model: type[models.Model], keys: list[int], *, at: datetime) -> None:
    """Delete rows, or retire them where learners may point to them."""
    if is_kept(model):
        model._default_manager.filter(pk__in=keys, retired_at=None).update(retired_at=at)
    elif keys:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {model._meta.db_table} WHERE id = ANY(%s)", [keys])


def _overwrite(model: type[models.Model], documents: Documents, retired: dict[int, Any], at: datetime) -> None:
    try:
        with transaction.atomic():
            _write(model, documents)
    except IntegrityError as error:
        if getattr(error.__cause__, "pgcode", None) != NOT_ONCE:
            raise
        # Two have changed places. All step back first: what may stand only once counts among what is offered.
        keys = [one["id"] for one in documents]
        model._default_manager.filter(pk__in=keys, retired_at=None).update(retired_at=at)
        _write(model, [{"retired_at": retired[one["id"]], **one} for one in documents])


def _write(model: type[models.Model], documents: Documents) -> None:
    # Each group of rows says the same columns: a record may be older than a column.
    groups: dict[tuple[str, ...], Documents] = defaultdict(list)
    for one in documents:
        groups[tuple(sorted(one.keys() - {"id"}))].append(one)
    table = model._meta.db_table
    for names, group in groups.items():
        columns = ", ".join(f'"{name}"' for name in names)
        _in_parts(
            f"UPDATE {table} stored SET ({columns}) = "
            f"(SELECT {columns} FROM jsonb_populate_record(stored, wanted.document)) "
            "FROM jsonb_array_elements(%s::jsonb) wanted(document) WHERE stored.id = (wanted.document->>'id')::bigint",
            group if names else [],
        )


def _insert(model: type[models.Model], documents: Documents) -> None:
    """Rows that are gone, with the keys they had. What no record holds is as in a new row."""
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    new = {str(field.column): field.get_default() for field in fields}
    columns = ", ".join(f'"{field.column}"' for field in fields)
    table = model._meta.db_table
    _in_parts(
        f"INSERT INTO {table} ({columns}) SELECT {columns} FROM jsonb_array_elements(%s::jsonb) wanted(document), "
        f"jsonb_populate_record(NULL::{table}, wanted.document)",
        [new | one for one in documents],
    )


def _unlink(table: str, documents: list[Any]) -> None:
    source, target = ends_of(link_of(table))
    _in_parts(
        f"DELETE FROM {table} stored USING jsonb_populate_recordset(NULL::{table}, %s::jsonb) wanted "
        f"WHERE (stored.{source}, stored.{target}) = (wanted.{source}, wanted.{target})",
        documents,
    )


def _link(table: str, documents: list[Any]) -> None:
    source, target = ends_of(link_of(table))
    _in_parts(
        f"INSERT INTO {table} ({source}, {target}) SELECT {source}, {target} "
        f"FROM jsonb_populate_recordset(NULL::{table}, %s::jsonb) ON CONFLICT DO NOTHING",
        documents,
    )


def _in_parts(statement: str, documents: Documents) -> None:
    for start in range(0, len(documents), IN_ONE_STATEMENT):
        part = json.dumps(documents[start : start + IN_ONE_STATEMENT], cls=DjangoJSONEncoder)
        with connection.cursor() as cursor:
            cursor.execute(statement, [part])
