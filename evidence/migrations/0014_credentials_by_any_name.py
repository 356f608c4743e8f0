"""A held credential can be one that the catalog does not know. All that are there name one of it, and stay as they are."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("evidence", "0013_where_a_learner_worked")]

    operations = [
        migrations.AlterField(
            "heldcredential",
            "credential",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="held_by",
                to="evidence.credential",
            ),
        ),
        migrations.AddField(
            "heldcredential",
            "name",
            models.CharField(
                "another one", blank=True, default="", help_text="If it is not in the list.", max_length=160
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "heldcredential",
            "issuer",
            models.CharField("who issued it", blank=True, default="", max_length=160),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "heldcredential",
            models.CheckConstraint(
                condition=(models.Q(credential=None) & ~models.Q(name=""))
                | (models.Q(credential__isnull=False) & models.Q(name="")),
                name="evidence_heldcredential_one_name",
            ),
        ),
    ]
