"""What was done is called an act."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("curation", "0011_drafts"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="batch",
            options={"ordering": ("-pk",), "verbose_name": "act"},
        ),
    ]
