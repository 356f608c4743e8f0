from django.db import migrations

# A file that a curator is looking at right now stays with them.
MOVE = """
INSERT INTO curation_importdraft ("table", by_id, at, file_name, text)
SELECT 'salaries.salaryclaim', by_id, at, file_name, text FROM salaries_importdraft
"""


class Migration(migrations.Migration):
    dependencies = [
        ("salaries", "0005_longer_names"),
        ("curation", "0003_import_drafts"),
    ]

    operations = [
        migrations.RunSQL(MOVE, migrations.RunSQL.noop),
        migrations.DeleteModel(name="ImportDraft"),
    ]
