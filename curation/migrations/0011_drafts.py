import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("curation", "0010_readers_reports"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, unique=True)),
                ("table", models.CharField(help_text="The model, as 'app.model'.", max_length=80)),
                (
                    "row",
                    models.BigIntegerField(help_text="The primary key; none for a row that is still to be.", null=True),
                ),
                ("title", models.CharField(max_length=200)),
                ("typed", models.JSONField(help_text="Every box with what was typed, as pairs in their order.")),
                (
                    "opened",
                    models.JSONField(
                        default=dict, help_text="The marks of the row it began from, see curation.meanwhile."
                    ),
                ),
                (
                    "touched",
                    models.JSONField(default=list, help_text="The boxes that say something else than that row did."),
                ),
                ("edition", models.PositiveIntegerField(default=1, help_text="Counts how often it was saved.")),
                ("at", models.DateTimeField(verbose_name="saved")),
                ("publish_on", models.DateField(null=True, verbose_name="to be published on")),
                ("problem", models.TextField(blank=True, verbose_name="why it could not be published")),
                (
                    "link",
                    models.UUIDField(help_text="Names the secret address at which it can be looked at.", null=True),
                ),
                ("link_until", models.DateTimeField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True, choices=[("published", "Published"), ("discarded", "Discarded")], max_length=10
                    ),
                ),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="last saved by",
                    ),
                ),
                (
                    "scheduled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-pk"),
                "indexes": [models.Index(fields=["table", "row"], name="curation_draft_of_row")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("outcome", "")),
                            models.Q(("closed_at__isnull", False), ("outcome__in", ["published", "discarded"])),
                            _connector="OR",
                        ),
                        name="curation_draft_closed_with_outcome",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("link", None), ("link_until", None)),
                            models.Q(("link__isnull", False), ("link_until__isnull", False)),
                            _connector="OR",
                        ),
                        name="curation_draft_link_ends",
                    ),
                ],
            },
        ),
    ]
