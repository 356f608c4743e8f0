"""The number that an event had in the log of milestones, for pages that were open when that came over."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("keeping", "0001_deletions_and_events")]

    operations = [
        migrations.AddField(
            "event", "number_then", models.PositiveBigIntegerField(blank=True, editable=False, null=True)
        ),
    ]
