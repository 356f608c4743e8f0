"""The bin's acts are called what the pages call them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("keeping", "0003_the_last_thing_somebody_did")]

    operations = [
        migrations.AlterField(
            model_name="event",
            name="act",
            field=models.CharField(
                choices=[
                    ("added", "Added"),
                    ("changed", "Changed"),
                    ("binned", "Deleted"),
                    ("restored", "Restored"),
                ],
                max_length=10,
            ),
        )
    ]
