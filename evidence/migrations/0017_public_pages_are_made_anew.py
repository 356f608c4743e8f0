"""What public pages are made of marks them anew."""

from django.db import migrations

from curation.migrations._public import marking

TABLES = (
    "skillgroup",
    "skill",
    "skillalias",
    "credential_sources",
    "credential",
    "credentialfee",
    "credentialfact",
    "examdomain",
    "sequence",
    "sequenceitem",
    "eligibilitypath",
    "eligibilityrequirement_waived_by",
    "eligibilityrequirement_holds",
    "eligibilityrequirement",
    "pathversion",
    "renewalrule",
    "descriptionlimit",
)


class Migration(migrations.Migration):
    dependencies = [("evidence", "0016_constraints_say_what_is_wrong"), ("curation", "0014_public_pages_are_made_anew")]

    operations = [marking(f"evidence_{table}" for table in TABLES)]
