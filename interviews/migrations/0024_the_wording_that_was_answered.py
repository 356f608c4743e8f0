"""Each version of an answer keeps the question as it was worded. What was answered before has no wording: none is known."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0023_who_changed_what"),
    ]

    operations = [
        migrations.AddField(
            model_name="answerversion",
            name="asked_as",
            field=models.CharField(
                blank=True, help_text="The question as it was worded then; empty where nobody kept it.", max_length=300
            ),
        ),
    ]
