"""What learners keep marks them anew."""

from django.db import migrations

from accounts.migrations._marks import marking

TABLES = (
    "application",
    "applicationcopy",
    "duty",
    "habits",
    "offer",
    "offerequity",
    "person",
    "postingtext",
    "requirement",
    "requirementcredential",
    "requirementskill",
    "savedview",
    "stagechange",
    "task",
    "taskliking",
)


class Migration(migrations.Migration):
    dependencies = [("applications", "0003_postings_know_what_is_alike"), ("accounts", "0011_learners_are_marked_anew")]

    operations = [marking(f"applications_{table}" for table in TABLES)]
