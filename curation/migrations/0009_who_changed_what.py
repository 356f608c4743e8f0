"""What changed in curated tables, and in which act. A trigger on each of them writes it, see ``_recording``."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import curation.changes
from curation.migrations._recording import FUNCTION, recording


class Migration(migrations.Migration):
    dependencies = [
        ("curation", "0008_what_links_led_to"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Batch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="when")),
                ("what", models.CharField(help_text="In words.", max_length=300)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("edit", "Edit"),
                            ("bulk", "Several rows at once"),
                            ("import", "Import"),
                            ("publish", "Publish"),
                            ("put_back", "Put back"),
                            ("undo", "Undo"),
                            ("seed", "Seeded from files"),
                        ],
                        max_length=10,
                    ),
                ),
                ("file_name", models.CharField(blank=True, max_length=200)),
                ("created", models.PositiveIntegerField(default=0, help_text="By an import.")),
                ("updated", models.PositiveIntegerField(default=0, help_text="By an import.")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="undone")),
                (
                    "by",
                    models.ForeignKey(
                        help_text="Nobody: a seeding, or somebody whose account is gone.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
                (
                    "undoes",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undone_in",
                        to="curation.batch",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "act",
                "verbose_name_plural": "what was done",
                "ordering": ("-pk",),
            },
        ),
        migrations.CreateModel(
            name="Change",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("table", models.CharField(max_length=60)),
                ("row", models.BigIntegerField(help_text="The primary key, of a row that may be gone by now.")),
                (
                    "whole",
                    models.BigIntegerField(
                        help_text="The primary key of the row that this one is a part of.", null=True
                    ),
                ),
                ("at", models.DateTimeField(db_index=True, verbose_name="when")),
                ("before", models.JSONField(decoder=curation.changes.Exact, null=True)),
                ("after", models.JSONField(decoder=curation.changes.Exact, null=True)),
                (
                    "batch",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="curation.batch",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
            },
        ),
        migrations.AddConstraint(
            model_name="batch",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["edit", "bulk", "import", "publish", "put_back", "undo", "seed"])),
                name="curation_batch_kind_known",
            ),
        ),
        migrations.AddIndex(
            model_name="change",
            index=models.Index(fields=["table", "row"], name="curation_change_row"),
        ),
        migrations.AddIndex(
            model_name="change",
            index=models.Index(
                condition=models.Q(("whole__isnull", False)), fields=["table", "whole"], name="curation_change_whole"
            ),
        ),
        migrations.RunSQL(FUNCTION, "DROP FUNCTION curation_record_change CASCADE;"),
        recording("curation_source"),
    ]
