"""What learners keep marks them anew."""

from django.db import migrations

from accounts.migrations._marks import marking

TABLES = (
    "aim",
    "checklisttick",
    "countedmilestone",
    "milestoneevidence",
    "milestoneprogress",
    "prooflink",
)


class Migration(migrations.Migration):
    dependencies = [("roadmap", "0014_public_pages_are_made_anew"), ("accounts", "0011_learners_are_marked_anew")]

    operations = [marking(f"roadmap_{table}" for table in TABLES)]
