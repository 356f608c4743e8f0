"""Mail that waits to be sent."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_spell_addresses_in_one_way"),
    ]

    operations = [
        migrations.CreateModel(
            name="OutgoingMail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sender", models.TextField()),
                ("recipients", models.JSONField()),
                ("subject", models.TextField()),
                ("body", models.TextField()),
                ("made_at", models.DateTimeField()),
                ("due_at", models.DateTimeField(db_index=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "verbose_name_plural": "outgoing mail",
            },
        ),
    ]
