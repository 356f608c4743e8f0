"""What hangs on a piece of evidence has the learner's key as well."""

from django.conf import settings
from django.db import migrations

from keeping.migrations import _learners_key as key


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("evidence", "0011_without_the_old_bin"),
    ]

    operations = [
        *key.filled_from("evidence", app="evidence", model="evidenceskill", field="evidence"),
        *key.filled_from("evidence", app="evidence", model="evidencelink", field="evidence"),
    ]
