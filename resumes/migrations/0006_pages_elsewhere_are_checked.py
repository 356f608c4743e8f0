"""Pages elsewhere are checked wherever they come from; nothing changes in the database."""

from django.db import migrations, models

import resumes.base.models


class Migration(migrations.Migration):
    dependencies = [("resumes", "0005_email_in_one_spelling")]

    operations = [
        migrations.AlterField(
            model_name="contact",
            name="profiles",
            field=models.JSONField(
                blank=True,
                default=list,
                help_text="A list of network, username and url.",
                validators=[resumes.base.models.pages_elsewhere],
                verbose_name="pages elsewhere",
            ),
        ),
    ]
