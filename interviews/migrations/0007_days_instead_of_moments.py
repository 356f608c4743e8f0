"""The days of cards and reviews take the place of the moments."""

from importlib import import_module

from django.db import migrations, models


def replay_the_rest(apps, schema_editor):
    """A server of the release before may have gone on until now: what it wrote is replayed, and it has to wait."""
    schema_editor.execute("LOCK TABLE interviews_reviewcard, interviews_reviewlog IN EXCLUSIVE MODE")
    import_module("interviews.migrations.0006_replay_cards_by_days").replay_all(apps, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("interviews", "0006_replay_cards_by_days")]

    operations = [
        migrations.RunPython(replay_the_rest, migrations.RunPython.noop),
        migrations.AlterField("reviewlog", "on", models.DateField()),
        migrations.AlterField("reviewcard", "due_on", models.DateField()),
        migrations.RemoveIndex("reviewcard", "interviews_reviewcard_due"),
        migrations.RemoveField("reviewcard", "due"),
        migrations.RemoveField("reviewcard", "last_review"),
        migrations.AddIndex("reviewcard", models.Index(fields=["user", "due_on"], name="interviews_reviewcard_due_on")),
    ]
