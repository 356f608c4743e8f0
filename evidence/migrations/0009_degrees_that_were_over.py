"""Whether a degree was finished where the learner was when they recorded it, or is expected.

Of those that are there it is not known. They go on counting from their day on where the learner is, as until now.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("evidence", "0008_words_as_searches_read_them")]

    operations = [
        migrations.AddField(
            "education",
            "was_over",
            models.BooleanField(
                "whether that day had come",
                default=False,
                help_text="Where the learner was when they said so. It tells what was finished from what is expected.",
            ),
        ),
    ]
