"""Words of the trade that mean the same. A change to them marks the bank anew, as they are kept with its words."""

from django.db import migrations, models

import interviews.models.words

FORWARD = """
CREATE TRIGGER interviews_synonymgroup_marks_anew
AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE
ON interviews_synonymgroup FOR EACH STATEMENT EXECUTE FUNCTION interviews_mark_anew();
"""


class Migration(migrations.Migration):
    dependencies = [("interviews", "0012_words_as_searches_read_them")]

    operations = [
        migrations.CreateModel(
            name="SynonymGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "retired_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        help_text="Retired content is no longer offered, and stays with the learners who used it.",
                        null=True,
                        verbose_name="retired",
                    ),
                ),
                ("slug", models.SlugField(help_text="It never changes.", max_length=80, unique=True)),
                (
                    "terms",
                    models.TextField(
                        help_text="One per line, such as bug and defect. Capitals, hyphens and plurals are one.",
                        validators=[interviews.models.words.validate_terms],
                    ),
                ),
            ],
            options={
                "verbose_name": "group of synonyms",
                "verbose_name_plural": "synonyms",
                "ordering": ("slug",),
            },
        ),
        migrations.RunSQL(FORWARD, "DROP TRIGGER interviews_synonymgroup_marks_anew ON interviews_synonymgroup;"),
    ]
