"""What public pages are made of marks them anew."""

from django.db import migrations

from curation.migrations._public import marking

TABLES = (
    "occupation",
    "place",
    "industry",
    "method",
    "distribution",
    "salaryclaim",
)


class Migration(migrations.Migration):
    dependencies = [("salaries", "0012_constraints_say_what_is_wrong"), ("curation", "0014_public_pages_are_made_anew")]

    operations = [marking(f"salaries_{table}" for table in TABLES)]
