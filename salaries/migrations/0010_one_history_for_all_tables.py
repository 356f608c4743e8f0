"""The changes and imports of the salary tables go to where those of all tables are, each with its number moved on."""

from django.db import migrations

from curation.migrations._recording import recording

RECORDED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("salaries_distribution", "", ("newest", "year")),
    ("salaries_industry", "", ()),
    ("salaries_method", "", ()),
    ("salaries_occupation", "", ()),
    ("salaries_place", "", ()),
    ("salaries_salaryclaim", "distribution_id", ()),
)

# Other tables may have been recorded before this runs, so that numbers may be taken.
MOVE = """
DO $$
DECLARE
  batches bigint := (SELECT coalesce(max(id), 0) FROM curation_batch);
  moved bigint := (SELECT coalesce(max(id), 0) FROM curation_change);
BEGIN
  INSERT INTO curation_batch (id, at, by_id, what, kind, file_name, created, updated, undone_at, undone_by_id)
  SELECT batches + id, at, by_id, 'Imported salary claims from ' || file_name, 'import', file_name, created, updated,
         undone_at, undone_by_id
  FROM salaries_importbatch;
  INSERT INTO curation_change (id, "table", row, whole, at, by_id, batch_id, before, after)
  SELECT moved + id, "table", row,
         CASE WHEN "table" = 'salaries_salaryclaim' THEN (coalesce(after, before)->>'distribution_id')::bigint END,
         at, by_id, batches + batch_id, before, after
  FROM salaries_change;
  PERFORM setval(pg_get_serial_sequence('curation_batch', 'id'), max(id)) FROM curation_batch HAVING max(id) > 0;
  PERFORM setval(pg_get_serial_sequence('curation_change', 'id'), max(id)) FROM curation_change HAVING max(id) > 0;
END $$;
"""

# Who may look at the imports may look at them where they are now.
RIGHTS = """
UPDATE auth_permission p SET codename = replace(p.codename, 'importbatch', 'batch')
FROM django_content_type t WHERE t.id = p.content_type_id AND t.app_label = 'salaries' AND t.model = 'importbatch';
UPDATE django_content_type SET app_label = 'curation', model = 'batch'
WHERE app_label = 'salaries' AND model = 'importbatch';
UPDATE django_content_type SET app_label = 'curation' WHERE app_label = 'salaries' AND model = 'change';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("curation", "0009_who_changed_what"),
        ("salaries", "0009_areas_employment_and_errors"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunSQL(MOVE, migrations.RunSQL.noop),
        migrations.RunSQL("DROP FUNCTION salaries_record_change CASCADE;", migrations.RunSQL.noop),
        *(recording(*arguments) for arguments in RECORDED),
        migrations.RunSQL(RIGHTS, migrations.RunSQL.noop),
        migrations.DeleteModel("Change"),
        migrations.DeleteModel("ImportBatch"),
    ]
