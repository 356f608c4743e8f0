"""What came over into ``keeping`` goes from here: dates in the bin, the old history, keys in it."""

from django.db import migrations, models

TABLES = ("project", "evidence", "skillstanding", "education", "training", "heldcredential", "renewalunits")


class Migration(migrations.Migration):
    dependencies = [("evidence", "0010_deletions_and_events")]

    operations = [
        migrations.RemoveField("evidence", "binned_with"),
        *(migrations.RemoveField(name, "binned_at") for name in TABLES),
        migrations.RemoveConstraint("recovery", "evidence_recovery_once"),
        migrations.RemoveField("recovery", "row"),
        migrations.AlterField("recovery", "token", models.UUIDField()),
        migrations.AddConstraint(
            "recovery",
            models.UniqueConstraint(fields=["user", "subject", "token", "field"], name="evidence_recovery_once"),
        ),
        migrations.DeleteModel("OwnEvent"),
    ]
