"""What public pages are made of marks them anew."""

from django.db import migrations

from curation.migrations._public import marking

TABLES = (
    "role_skills",
    "role_credentials",
    "role_moves_from",
    "role_moves_to",
    "role_sources",
    "role",
    "passage",
    "duty_skills",
    "duty",
    "comparisonrow_note_sources",
    "comparisonrow",
    "marketfact_note_sources",
    "marketfact",
    "employmentfigure",
    "step",
    "milestone_prerequisites",
    "milestone_skills",
    "milestone_credentials",
    "milestone",
    "howtoitem",
    "proofhint",
    "resource",
    "milestoneversion",
    "sign",
)


class Migration(migrations.Migration):
    dependencies = [("roadmap", "0013_checklist_items"), ("curation", "0014_public_pages_are_made_anew")]

    operations = [marking(f"roadmap_{table}" for table in TABLES)]
