"""A deletion is a row, and the history names rows by token and slug: what there is comes over into ``keeping``.

Where an event named a row that is gone for good by its key, it now names none. Events on such a row get a token of
their own in its place.
"""

# ruff: noqa: S608 (the names of tables and columns are literals of the migrations)

from typing import Any

from django.db import migrations, models

from keeping.migrations import _moving as moving

TABLES = ("project", "evidence", "skillstanding", "education", "training", "heldcredential", "renewalunits")
FIRST_LINE = "split_part(btrim(happened, E' \\t\\n\\r'), E'\\n', 1)"
# What the page of the bin called each.
NAMES = {
    "project": "title",
    "skillstanding": "'skill ' || skill_id",
    "education": "CASE WHEN title <> '' THEN title ELSE CASE level "
    "WHEN 'none' THEN 'no completed secondary education' "
    "WHEN 'secondary' THEN 'a high school diploma, GED or global equivalent' "
    "WHEN 'associate' THEN 'an associate degree or other two-year qualification' "
    "WHEN 'bachelor' THEN 'a bachelor''s degree or global equivalent (four-year degree)' "
    "ELSE 'a master''s degree or higher' END END",
    "training": "title",
    "heldcredential": "(SELECT c.name FROM evidence_credential c WHERE c.id = credential_id)",
    "renewalunits": "what",
    "evidence": f"CASE WHEN length({FIRST_LINE}) <= 120 THEN {FIRST_LINE} "
    f"ELSE rtrim(left({FIRST_LINE}, 119)) || '…' END",
}


def move(apps: Any, schema_editor: Any) -> None:
    with schema_editor.connection.cursor() as cursor:
        for name, called in NAMES.items():
            if name == "evidence":
                cursor.execute(
                    "UPDATE evidence_evidence e SET deletion_id = p.deletion_id FROM evidence_project p "
                    "WHERE p.id = e.binned_with_id AND e.binned_at IS NOT NULL"
                )
            moving.to_the_bin(cursor, f"evidence_{name}", f"evidence.{name}", called)
        moving.along(
            cursor,
            "evidence_renewalunits",
            "evidence.renewalunits",
            parent="evidence_heldcredential",
            field="holding_id",
        )
        moving.count_along(cursor, "evidence_renewalunits", "evidence.heldcredential")
        moving.count_along(cursor, "evidence_evidence", "evidence.project")
        for name in TABLES:
            moving.history(cursor, f"evidence_{name}", name, f"evidence.{name}")
        moving.name_rows(cursor, "evidence.evidence", "project", "evidence_project", "token")
        moving.name_rows(cursor, "evidence.renewalunits", "holding", "evidence_heldcredential", "token")
        for name in ("training", "heldcredential"):
            moving.name_rows(cursor, f"evidence.{name}", "credential", "evidence_credential", "slug")
        _name_links(cursor)
        _name_recoveries(cursor)
        moving.settle(cursor)


def _name_links(cursor: Any) -> None:
    """Links were pairs of an address and a title."""
    for column in ("before", "after"):
        cursor.execute(
            f"UPDATE keeping_event e SET {column} = jsonb_set(e.{column}, '{{links}}', coalesce("
            f"(SELECT jsonb_agg(jsonb_build_object('url', pair->0, 'title', pair->1) ORDER BY place) "
            f"FROM jsonb_array_elements(e.{column}->'links') WITH ORDINALITY AS l(pair, place)), '[]')) "
            f"WHERE e.subject = 'evidence.evidence' AND jsonb_typeof(e.{column}->'links') = 'array'"
        )


def _name_recoveries(cursor: Any) -> None:
    for name in ("project", "evidence"):
        cursor.execute(
            f"UPDATE evidence_recovery o SET subject = %s, token = coalesce("
            f"(SELECT r.token FROM evidence_{name} r WHERE r.id = o.row), md5(%s || o.row)::uuid) WHERE subject = %s",
            [f"evidence.{name}", f"evidence.{name} ", name],
        )


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0009_degrees_that_were_over"),
        ("keeping", "0001_deletions_and_events"),
    ]

    operations = [
        *(migrations.AddField(name, "deletion", moving.deletion()) for name in TABLES),
        migrations.AddField("recovery", "token", models.UUIDField(null=True)),
        migrations.AlterField(
            "recovery", "subject", models.CharField(help_text="The table, as app.model.", max_length=60)
        ),
        migrations.RunPython(move, migrations.RunPython.noop),
    ]
