"""Every change of the roadmap and the guide is recorded."""

from django.db import migrations

from curation.migrations._recording import recording

# Each table, with the column of the row that it is a part of and the columns that follow from others.
RECORDED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("roadmap_step", "", ()),
    ("roadmap_milestone", "", ("version_number", "published_at")),
    ("roadmap_milestone_prerequisites", "from_milestone_id", ()),
    ("roadmap_milestone_skills", "milestone_id", ()),
    ("roadmap_milestone_credentials", "milestone_id", ()),
    ("roadmap_howtoitem", "milestone_id", ()),
    ("roadmap_proofhint", "milestone_id", ()),
    ("roadmap_resource", "milestone_id", ()),
    ("roadmap_sign", "milestone_id", ()),
    ("roadmap_role", "", ()),
    ("roadmap_role_skills", "role_id", ()),
    ("roadmap_role_credentials", "role_id", ()),
    ("roadmap_role_sources", "role_id", ()),
    ("roadmap_role_moves_from", "from_role_id", ()),
    ("roadmap_role_moves_to", "from_role_id", ()),
    ("roadmap_passage", "", ()),
    ("roadmap_duty", "", ()),
    ("roadmap_duty_skills", "duty_id", ()),
    ("roadmap_comparisonrow", "", ()),
    ("roadmap_comparisonrow_note_sources", "comparisonrow_id", ()),
    ("roadmap_marketfact", "", ()),
    ("roadmap_marketfact_note_sources", "marketfact_id", ()),
    ("roadmap_employmentfigure", "", ()),
)


class Migration(migrations.Migration):
    dependencies = [("curation", "0009_who_changed_what"), ("roadmap", "0010_what_a_learner_is_after")]

    operations = [recording(*arguments) for arguments in RECORDED]
