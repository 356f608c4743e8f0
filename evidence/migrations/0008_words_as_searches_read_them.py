"""What a learner did is found by its words as ``search_fold`` reads them. Reads every row once and keeps it as it is."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

from curation.searching import Folded


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0007_values_to_give_back"),
        ("curation", "0006_texts_as_searches_read_them"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="evidence", name="evidence_evidence_words"),
        migrations.RemoveField(model_name="evidence", name="words"),
        migrations.AddField(
            model_name="evidence",
            name="words",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.SearchVector(
                    Folded("happened"), Folded("did"), Folded("result"), Folded("unit"), config="english"
                ),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            model_name="evidence",
            index=django.contrib.postgres.indexes.GinIndex(fields=["words"], name="evidence_evidence_words"),
        ),
    ]
