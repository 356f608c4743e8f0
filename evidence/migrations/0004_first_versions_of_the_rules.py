from django.db import migrations
from django.utils import timezone

DECIDING = (
    *("kind", "education", "experience", "months", "within_years", "non_overlapping"),
    *("training", "hours", "flag", "note"),
)


def keep_first_versions(apps, schema_editor):
    """Rules that are there already are kept as their own first version."""
    versions = apps.get_model("evidence", "PathVersion").objects
    for path in apps.get_model("evidence", "EligibilityPath").objects.filter(version_number=0):
        rows = path.requirements.filter(retired_at=None).order_by("position", "slug")
        snapshot = {
            "label": path.label,
            "requirements": [
                {
                    **{name: getattr(row, name) for name in DECIDING},
                    "waived_by": sorted(row.waived_by.values_list("slug", flat=True)),
                    "holds": sorted(row.holds.values_list("slug", flat=True)),
                }
                for row in rows
            ],
        }
        versions.create(path=path, number=1, snapshot=snapshot, recorded_at=timezone.now())
        path.version_number = 1
        path.save(update_fields=["version_number"])


class Migration(migrations.Migration):
    dependencies = [("evidence", "0003_learners_own_rows")]

    operations = [migrations.RunPython(keep_first_versions, migrations.RunPython.noop)]
