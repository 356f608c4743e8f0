"""Questions are found by their words as ``search_fold`` reads them. Reads every row once and keeps it as it is."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

from curation.searching import Folded


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0011_drafts"),
        ("curation", "0006_texts_as_searches_read_them"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="question", name="interviews_question_words"),
        migrations.RemoveField(model_name="question", name="words"),
        migrations.AddField(
            model_name="question",
            name="words",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.CombinedSearchVector(
                    django.contrib.postgres.search.CombinedSearchVector(
                        django.contrib.postgres.search.SearchVector(Folded("text"), config="english", weight="A"),
                        "||",
                        django.contrib.postgres.search.SearchVector(Folded("keywords"), config="english", weight="B"),
                        django.contrib.postgres.search.SearchConfig("english"),
                    ),
                    "||",
                    django.contrib.postgres.search.SearchVector(
                        Folded("points"), Folded("follow_ups"), config="english", weight="C"
                    ),
                    django.contrib.postgres.search.SearchConfig("english"),
                ),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            model_name="question",
            index=django.contrib.postgres.indexes.GinIndex(fields=["words"], name="interviews_question_words"),
        ),
    ]
