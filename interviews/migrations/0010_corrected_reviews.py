"""A review and a rating that the same form has said otherwise since are kept, marked, and count no more."""

from django.db import migrations, models

CORRECTED = "The same form was sent again with other words. It is kept, and does not count."


class Migration(migrations.Migration):
    dependencies = [("interviews", "0009_order_stories_as_people_do")]

    operations = [
        migrations.AddField("ratedanswer", "corrected", models.BooleanField(default=False, help_text=CORRECTED)),
        migrations.AddField("reviewlog", "corrected", models.BooleanField(default=False, help_text=CORRECTED)),
        migrations.RemoveConstraint("reviewlog", "interviews_reviewlog_once"),
        migrations.AddConstraint(
            "reviewlog",
            models.UniqueConstraint(
                fields=["card", "token"], condition=models.Q(corrected=False), name="interviews_reviewlog_once"
            ),
        ),
    ]
