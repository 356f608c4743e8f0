"""An interview can be a round of an application."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0001_postings_stages_and_offers"),
        ("interviews", "0019_one_name_for_an_edition"),
    ]

    operations = [
        migrations.AddField(
            model_name="interview",
            name="application",
            field=models.ForeignKey(
                blank=True,
                help_text="What it is a round of. It goes to the bin and comes back with that.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="rounds",
                to="applications.application",
            ),
        ),
    ]
