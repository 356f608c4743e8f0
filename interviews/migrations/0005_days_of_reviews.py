"""Cards and reviews get days of the learner's calendar. What is stored is filled in and dropped in the next two."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("interviews", "0004_words_are_part_of_an_edition")]

    operations = [
        migrations.AddField("reviewlog", "on", models.DateField(null=True)),
        migrations.AddField("reviewcard", "due_on", models.DateField(null=True)),
        migrations.AddField("reviewcard", "last_on", models.DateField(blank=True, null=True)),
        migrations.AddField(
            "reviewcard",
            "moved_from",
            models.DateField(
                editable=False,
                help_text="Where it stood until days were counted as days, if replaying its log then moved it.",
                null=True,
            ),
        ),
    ]
