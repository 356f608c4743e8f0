"""For the migrations of the apps above: their rows come over from a bin of dates and a history by primary key."""

# ruff: noqa: S608 (the names of tables and columns are literals of the migrations)

from typing import Any

import django.db.models.deletion
from django.db import models

# The day in words as ``%-d %b %Y`` writes it.
DAY = "to_char({}, 'FMDD Mon YYYY')"


def deletion() -> models.ForeignKey:
    """The field that says with which deletion a row is in the bin."""
    return models.ForeignKey(
        blank=True,
        editable=False,
        null=True,
        on_delete=django.db.models.deletion.CASCADE,
        related_name="+",
        to="keeping.deletion",
    )


def to_the_bin(cursor: Any, table: str, subject: str, name: str) -> None:
    """Make a deletion of each row with ``binned_at`` that has none yet; ``name`` is what its page called it, in SQL."""
    cursor.execute(
        f"INSERT INTO keeping_deletion (user_id, subject, token, name, at, along) "
        f"SELECT user_id, %s, token, left({name}, 300), binned_at, 0 FROM {table} r "
        f"WHERE binned_at IS NOT NULL AND deletion_id IS NULL",
        [subject],
    )
    cursor.execute(
        f"UPDATE {table} r SET deletion_id = d.id FROM keeping_deletion d "
        f"WHERE r.binned_at IS NOT NULL AND r.deletion_id IS NULL "
        f"AND d.subject = %s AND d.user_id = r.user_id AND d.token = r.token",
        [subject],
    )


def along(cursor: Any, table: str, subject: str, *, parent: str, field: str) -> None:
    """Let rows that cannot be without their parent go along with one in the bin, or wait for it if they are there."""
    cursor.execute(
        f"UPDATE keeping_deletion d SET waits_for_id = p.deletion_id FROM {table} r JOIN {parent} p ON p.id = r.{field} "
        f"WHERE d.subject = %s AND d.id = r.deletion_id AND p.deletion_id IS NOT NULL",
        [subject],
    )
    cursor.execute(
        f"UPDATE {table} r SET deletion_id = p.deletion_id FROM {parent} p "
        f"WHERE p.id = r.{field} AND r.deletion_id IS NULL AND p.deletion_id IS NOT NULL"
    )


def count_along(cursor: Any, table: str, parent: str) -> None:
    cursor.execute(
        f"UPDATE keeping_deletion d SET along = found.number "
        f"FROM (SELECT deletion_id, count(*) AS number FROM {table} GROUP BY 1) found "
        f"WHERE d.id = found.deletion_id AND d.subject = %s",
        [parent],
    )


def history(cursor: Any, table: str, old: str, subject: str) -> None:
    """Take the events over. A row that is gone for good gets a token that is made of its key, the same in them all."""
    cursor.execute(
        f"INSERT INTO keeping_event (id, user_id, subject, token, act, at, before, after) "
        f"SELECT e.id, e.user_id, %s, coalesce(r.token, md5(%s || e.row)::uuid), e.act, e.at, e.before, e.after "
        f"FROM evidence_ownevent e LEFT JOIN {table} r ON r.id = e.row AND r.user_id = e.user_id WHERE e.subject = %s",
        [subject, f"{subject} ", old],
    )


def name_rows(cursor: Any, subject: str, field: str, table: str, by: str) -> None:
    """Let events name by token or slug what they named by its key; null if that is gone for good."""
    for column in ("before", "after"):
        cursor.execute(
            f"UPDATE keeping_event e SET {column} = jsonb_set(e.{column}, %s, coalesce("
            f"(SELECT to_jsonb(t.{by}::text) FROM {table} t WHERE t.id = (e.{column}->>%s)::bigint), 'null')) "
            f"WHERE e.subject = %s AND jsonb_typeof(e.{column}->%s) = 'number'",
            [[field], field, subject, field],
        )


def name_lists(cursor: Any, subject: str, field: str, table: str) -> None:
    """The same for lists of keys, without what is gone for good."""
    for column in ("before", "after"):
        cursor.execute(
            f"UPDATE keeping_event e SET {column} = jsonb_set(e.{column}, %s, coalesce("
            f"(SELECT jsonb_agg(t.token::text ORDER BY t.token::text) FROM jsonb_array_elements_text(e.{column}->%s) k "
            f"JOIN {table} t ON t.id = k::bigint), '[]')) "
            f"WHERE e.subject = %s AND jsonb_typeof(e.{column}->%s) = 'array'",
            [[field], field, subject, field],
        )


def settle(cursor: Any) -> None:
    """Let the next event come after these, and the tables be altered in the same transaction."""
    cursor.execute(
        "SELECT setval(pg_get_serial_sequence('keeping_event', 'id'), coalesce(max(id), 1), max(id) IS NOT NULL) "
        "FROM keeping_event"
    )
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")
