"""A mock interview can be set up before its clock runs."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0021_times_places_and_what_to_ask"),
        ("keeping", "0003_the_last_thing_somebody_did"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="mockinterview",
            name="interviews_mockinterview_phase_known",
        ),
        migrations.AlterField(
            model_name="mockinterview",
            name="phase",
            field=models.CharField(
                choices=[
                    ("ready", "Set up, not begun"),
                    ("question", "The question"),
                    ("follow_up", "The follow-up"),
                    ("done", "Finished"),
                ],
                default="question",
                max_length=9,
            ),
        ),
        migrations.AddConstraint(
            model_name="mockinterview",
            constraint=models.CheckConstraint(
                condition=models.Q(("phase__in", ["ready", "question", "follow_up", "done"])),
                name="interviews_mockinterview_phase_known",
            ),
        ),
    ]
