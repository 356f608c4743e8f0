"""The tables as the migration met them that looks for moved values: views on those of today, for one run of it."""

from functools import cache
from importlib import import_module

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from evidence.models import Recovery

# Temporary tables and views stand before those of the same name.
THEN = """
CREATE TEMP VIEW evidence_evidence AS SELECT *, NULL::timestamptz AS binned_at FROM public.evidence_evidence;
CREATE TEMP VIEW evidence_project AS SELECT *, NULL::timestamptz AS binned_at FROM public.evidence_project;
CREATE TEMP VIEW evidence_ownevent AS
  SELECT e.id, e.user_id, split_part(e.subject, '.', 2) AS subject, coalesce(r.id, 0) AS row, act, at, before, after
  FROM keeping_event e LEFT JOIN (
    SELECT id, token FROM public.evidence_evidence UNION ALL SELECT id, token FROM public.evidence_project
  ) r ON r.token = e.token;
CREATE TEMP TABLE evidence_recovery (LIKE public.evidence_recovery INCLUDING IDENTITY, row bigint);
ALTER TABLE evidence_recovery ALTER token DROP NOT NULL;
"""
NOW = """
DROP VIEW pg_temp.evidence_evidence, pg_temp.evidence_project, pg_temp.evidence_ownevent;
DROP TABLE pg_temp.evidence_recovery;
"""


@cache
def apps_then():
    return MigrationExecutor(connection).loader.project_state(("evidence", "0009_degrees_that_were_over")).apps


def find():
    """Let the migration find what it finds, and offer it as its follower has it offered."""
    with connection.cursor() as cursor:
        cursor.execute(THEN)
        import_module("evidence.migrations.0007_values_to_give_back").find(apps_then(), None)
        found = apps_then().get_model("evidence", "Recovery").objects.order_by("pk")
        rows = [
            (one.user_id, f"evidence.{one.subject}", one.field, one.present, one.offered, one.at, one.row)
            for one in found
        ]
        tokens = {}
        for name in ("evidence", "project"):
            cursor.execute(f"SELECT id, token FROM evidence_{name}")  # noqa: S608
            tokens |= {(f"evidence.{name}", key): token for key, token in cursor.fetchall()}
        cursor.execute(NOW)
    names = ("user_id", "subject", "field", "present", "offered", "at")
    Recovery.objects.bulk_create(
        [Recovery(**dict(zip(names, row[:-1], strict=True)), token=tokens[row[1], row[-1]]) for row in rows],
        ignore_conflicts=True,
    )
