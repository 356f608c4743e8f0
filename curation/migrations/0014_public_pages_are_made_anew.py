"""What public pages are made of marks them anew."""

from django.db import migrations

from curation.migrations._public import marking

TABLES = (
    "source",
    "linkcheck",
)


class Migration(migrations.Migration):
    dependencies = [("curation", "0013_constraints_say_what_is_wrong")]

    operations = [
        marking(f"curation_{table}" for table in TABLES),
    ]
