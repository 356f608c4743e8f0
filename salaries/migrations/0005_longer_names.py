import django.core.validators
from django.db import migrations, models

import salaries.models.claims


class Migration(migrations.Migration):
    dependencies = [
        ("salaries", "0004_import_drafts"),
    ]

    operations = [
        migrations.AlterField(
            model_name="distribution",
            name="as_of",
            field=models.CharField(
                help_text="The time the figures are about, as exactly as the source says: 2024, 2024-05 or 2024-05-31.",
                max_length=10,
                validators=[
                    django.core.validators.RegexValidator(
                        "^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
                        "A year, month or day, such as 2024, 2024-05 or 2024-05-31.",
                    ),
                    salaries.models.claims.refuse_no_such_day,
                ],
                verbose_name="as of",
            ),
        ),
        migrations.AlterField(
            model_name="distribution",
            name="slug",
            field=models.SlugField(
                help_text="Made from the fields below. It never changes.", max_length=300, unique=True
            ),
        ),
    ]
