"""What learners keep marks them anew."""

from django.db import migrations

from accounts.migrations._marks import marking

TABLES = (
    "brought",
    "deletion",
    "event",
    "keptaside",
)


class Migration(migrations.Migration):
    dependencies = [("keeping", "0006_documents_that_were_brought"), ("accounts", "0011_learners_are_marked_anew")]

    operations = [marking(f"keeping_{table}" for table in TABLES)]
