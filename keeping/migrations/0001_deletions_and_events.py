"""What learners deleted, and the history of all they did."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Deletion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject", models.CharField(help_text="The table, as app.model.", max_length=60)),
                ("token", models.UUIDField()),
                ("name", models.CharField(help_text="What the row was called.", max_length=300)),
                ("at", models.DateTimeField()),
                ("along", models.PositiveIntegerField(default=0, help_text="How many other rows went along.")),
                ("restored_at", models.DateTimeField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "waits_for",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="keeping.deletion",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "what learners deleted",
                "ordering": ("-at", "-pk"),
                "indexes": [
                    models.Index(fields=["user", "-at", "-id"], name="keeping_deletion_own"),
                    models.Index(fields=["at"], name="keeping_deletion_at"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject", models.CharField(help_text="The table, as app.model.", max_length=60)),
                ("token", models.UUIDField()),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("added", "Added"),
                            ("changed", "Changed"),
                            ("binned", "Put in the bin"),
                            ("restored", "Brought back"),
                        ],
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("before", models.JSONField(default=dict)),
                ("after", models.JSONField(default=dict)),
                (
                    "version",
                    models.PositiveIntegerField(
                        blank=True, help_text="The number of the version of the content that was in force.", null=True
                    ),
                ),
                (
                    "undoes",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="keeping.event",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "what learners did",
                "ordering": ("pk",),
                "indexes": [models.Index(fields=["user", "subject", "token"], name="keeping_event_row")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("act", ""), _negated=True), name="keeping_event_says_what"
                    )
                ],
            },
        ),
    ]
