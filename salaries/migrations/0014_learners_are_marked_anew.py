"""What learners keep marks them anew."""

from django.db import migrations

from accounts.migrations._marks import marking

TABLES = ("keptnumber",)


class Migration(migrations.Migration):
    dependencies = [("salaries", "0013_public_pages_are_made_anew"), ("accounts", "0011_learners_are_marked_anew")]

    operations = [marking(f"salaries_{table}" for table in TABLES)]
