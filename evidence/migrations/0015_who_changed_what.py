"""Every change of skills and credentials is recorded."""

from django.db import migrations

from curation.migrations._recording import recording

# Each table, with the column of the row that it is a part of and the columns that follow from others.
RECORDED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("evidence_skillgroup", "", ()),
    ("evidence_skill", "", ()),
    ("evidence_skillalias", "skill_id", ()),
    ("evidence_credential", "", ()),
    ("evidence_credential_sources", "credential_id", ()),
    ("evidence_credentialfee", "credential_id", ()),
    ("evidence_credentialfact", "credential_id", ()),
    ("evidence_examdomain", "credential_id", ()),
    ("evidence_renewalrule", "credential_id", ()),
    ("evidence_descriptionlimit", "credential_id", ()),
    ("evidence_sequence", "", ()),
    ("evidence_sequenceitem", "sequence_id", ()),
    ("evidence_eligibilitypath", "", ("version_number",)),
    ("evidence_eligibilityrequirement", "path_id", ()),
    ("evidence_eligibilityrequirement_waived_by", "eligibilityrequirement_id", ()),
    ("evidence_eligibilityrequirement_holds", "eligibilityrequirement_id", ()),
)


class Migration(migrations.Migration):
    dependencies = [("curation", "0009_who_changed_what"), ("evidence", "0014_credentials_by_any_name")]

    operations = [recording(*arguments) for arguments in RECORDED]
