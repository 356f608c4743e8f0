"""What happened to a milestone is in the history of all that a learner does; what hangs on it has the learner's key.

Events name lines of the checklist by slug, and links and evidence by token. What is gone for good by now gets a name that
is made of its key, the same in all events: a piece that of its own events in the history, where evidence has moved already.
Such an event is kept and reads as it did; taking it back leaves out what is not there.
"""

import uuid
from typing import Any

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import migrations, models

from keeping.migrations import _learners_key as key

RECORD = """
INSERT INTO keeping_event (user_id, subject, token, act, at, before, after, version, number_then)
SELECT p.user_id, 'roadmap.milestoneprogress', p.token, e.kind, e.at, e.before, e.after, v.number, e.id
FROM roadmap_progressevent e
JOIN roadmap_milestoneprogress p ON p.id = e.progress_id
JOIN roadmap_milestoneversion v ON v.id = e.version_id
ORDER BY e.id
"""
UNDOES = """
UPDATE keeping_event n SET undoes_id = undone.id
FROM roadmap_progressevent e
JOIN keeping_event undone ON undone.subject = 'roadmap.milestoneprogress' AND undone.number_then = e.undoes_id
WHERE n.subject = 'roadmap.milestoneprogress' AND n.number_then = e.id
"""
NAME = """
UPDATE keeping_event e SET {column} = jsonb_set(e.{column}, '{{{field}}}', (
  SELECT jsonb_object_agg(coalesce(t.{by}::text, md5('{subject} ' || k.key){cast}::text), k.value)
  FROM jsonb_each(e.{column}->'{field}') k LEFT JOIN {table} t ON t.id = k.key::bigint
))
WHERE e.subject = 'roadmap.milestoneprogress' AND e.{column}->'{field}' <> '{{}}'
"""
# What an event says of several things: where they are, and what names them.
NAMED = (
    ("items", "roadmap_howtoitem", "roadmap.howtoitem", "slug", ""),
    ("links", "roadmap_prooflink", "roadmap.prooflink", "token", "::uuid"),
    ("pieces", "evidence_evidence", "evidence.evidence", "token", "::uuid"),
)


def move(apps: Any, schema_editor: Any) -> None:
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(RECORD)
        cursor.execute(UNDOES)
        for field, table, subject, by, cast in NAMED:
            for column in ("before", "after"):
                cursor.execute(NAME.format(column=column, field=field, table=table, subject=subject, by=by, cast=cast))
        # The tables are altered in the same transaction.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("roadmap", "0006_plain_line_ends"),
        ("evidence", "0010_deletions_and_events"),
        ("keeping", "0002_numbers_of_the_log_of_milestones"),
    ]

    operations = [
        *key.filled_from("milestoneprogress", app="roadmap", model="checklisttick", field="progress"),
        *key.filled_from("milestoneprogress", app="roadmap", model="prooflink", field="progress"),
        *key.filled_from("evidence", parent_app="evidence", app="roadmap", model="milestoneevidence", field="evidence"),
        # Each row that is there gets a token of its own.
        *(
            migrations.AddField(name, "token", models.UUIDField(db_default=RandomUUID(), editable=False))
            for name in ("milestoneprogress", "prooflink")
        ),
        *(
            migrations.AlterField(name, "token", models.UUIDField(default=uuid.uuid4, editable=False))
            for name in ("milestoneprogress", "prooflink")
        ),
        *(
            migrations.AddConstraint(
                name, models.UniqueConstraint(fields=["user", "token"], name=f"roadmap_{name}_named")
            )
            for name in ("milestoneprogress", "prooflink")
        ),
        migrations.RunPython(move, migrations.RunPython.noop),
    ]
