"""A deletion is a row, and the history names rows by token and slug: what there is comes over into ``keeping``.

Where an event named a row that is gone for good by its key, it now names none. The tellings of a story in the bin go
along with it.
"""

from typing import Any

from django.db import migrations

from keeping.migrations import _moving as moving

DAY = moving.DAY.format('"on"')
# What the page of the bin called each.
NAMES = {
    "story": "headline",
    "telling": f"employer || ', ' || {DAY}",
    "interview": f"company || ', ' || {DAY}",
    "askedquestion": "text",
    "mockinterview": "seed || ', ' || minutes || ' minutes'",
}
# What a document names by slug.
CURATED = (
    ("interview", "round_type", "interviews_roundtype"),
    ("askedquestion", "category", "interviews_category"),
    ("mockinterview", "round_type", "interviews_roundtype"),
    ("mockinterview", "category", "interviews_category"),
)


def move(apps: Any, schema_editor: Any) -> None:
    with schema_editor.connection.cursor() as cursor:
        for name, called in NAMES.items():
            moving.to_the_bin(cursor, f"interviews_{name}", f"interviews.{name}", called)
        moving.along(cursor, "interviews_telling", "interviews.telling", parent="interviews_story", field="story_id")
        moving.count_along(cursor, "interviews_telling", "interviews.story")
        for name in NAMES:
            moving.history(cursor, f"interviews_{name}", name, f"interviews.{name}")
        for name, field, table in CURATED:
            moving.name_rows(cursor, f"interviews.{name}", field, table, "slug")
        moving.name_rows(cursor, "interviews.telling", "story", "interviews_story", "token")
        moving.name_rows(cursor, "interviews.telling", "interview", "interviews_interview", "token")
        moving.name_lists(cursor, "interviews.story", "evidence", "evidence_evidence")
        moving.settle(cursor)


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0014_one_table_of_editions"),
        ("evidence", "0010_deletions_and_events"),
        ("keeping", "0001_deletions_and_events"),
    ]
    # The old history goes once everything in it is over.
    run_before = [("evidence", "0011_without_the_old_bin")]

    operations = [
        *(migrations.AddField(name, "deletion", moving.deletion()) for name in NAMES),
        migrations.RunPython(move, migrations.RunPython.noop),
    ]
