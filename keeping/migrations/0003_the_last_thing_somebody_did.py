"""The last thing that a learner did is found at once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("keeping", "0002_numbers_of_the_log_of_milestones")]

    operations = [
        migrations.AddIndex("event", models.Index(fields=["user", "-id"], name="keeping_event_last")),
        migrations.AlterField(
            "event",
            "version",
            models.PositiveIntegerField(blank=True, help_text="Of the content that was in force.", null=True),
        ),
    ]
