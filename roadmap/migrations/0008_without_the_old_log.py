"""The log that milestones had, which came over into ``keeping``, goes from here."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("roadmap", "0007_progress_in_the_history")]

    operations = [migrations.DeleteModel("ProgressEvent")]
