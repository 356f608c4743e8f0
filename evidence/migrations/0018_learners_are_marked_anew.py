"""What learners keep marks them anew."""

from django.db import migrations

from accounts.migrations._marks import marking

TABLES = (
    "education",
    "evidence",
    "evidencelink",
    "evidenceskill",
    "heldcredential",
    "position",
    "project",
    "recovery",
    "renewalunits",
    "ruleread",
    "skillstanding",
    "training",
)


class Migration(migrations.Migration):
    dependencies = [("evidence", "0017_public_pages_are_made_anew"), ("accounts", "0011_learners_are_marked_anew")]

    operations = [marking(f"evidence_{table}" for table in TABLES)]
