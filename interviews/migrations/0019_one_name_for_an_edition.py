"""The edition of an answer is called as that of every other row."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("interviews", "0018_the_learners_key_everywhere")]

    operations = [migrations.RenameField("answer", "draft_edition", "edition")]
