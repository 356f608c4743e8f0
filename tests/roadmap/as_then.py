"""The log that milestones had, made of the history that there is now, for one run of a migration that reads it."""

# ruff: noqa: S608 (the names of tables and columns are literals)

from contextlib import contextmanager
from functools import cache

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

NAMES = (
    ("items", "SELECT id, slug AS name FROM roadmap_howtoitem WHERE milestone_id = p.milestone_id"),
    ("links", "SELECT id, token::text AS name FROM roadmap_prooflink"),
    ("pieces", "SELECT id, token::text AS name FROM evidence_evidence"),
)


def by_key(column):
    """A document in which things are named by their keys, as they were."""
    whens = "".join(
        f"WHEN {column} ? '{field}' THEN jsonb_build_object('{field}', (SELECT jsonb_object_agg(t.id, k.value) "
        f"FROM jsonb_each({column}->'{field}') k JOIN ({rows}) t ON t.name = k.key)) "
        for field, rows in NAMES
    )
    return f"CASE {whens} ELSE {column} END"


# A temporary table stands before one of the same name.
THEN = f"""
CREATE TEMP TABLE roadmap_progressevent AS
SELECT e.id, p.id AS progress_id, v.id AS version_id, e.at, e.act AS kind, e.undoes_id,
  {by_key("before")} AS before, {by_key("after")} AS after
FROM keeping_event e
JOIN roadmap_milestoneprogress p ON e.subject = 'roadmap.milestoneprogress' AND p.token = e.token
JOIN roadmap_milestoneversion v ON v.milestone_id = p.milestone_id AND v.number = e.version
"""


@cache
def apps_then():
    return MigrationExecutor(connection).loader.project_state(("roadmap", "0006_plain_line_ends")).apps


@contextmanager
def log():
    """While there is the log of that day, with all that is recorded by now."""
    with connection.cursor() as cursor:
        cursor.execute(THEN)
        yield cursor
        cursor.execute("DROP TABLE pg_temp.roadmap_progressevent")
