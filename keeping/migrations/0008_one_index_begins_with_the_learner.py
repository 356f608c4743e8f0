"""The learner leads a longer index of each of these tables, which answers all that the short one did."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# By table: nobody waits while they go, nor while they are made again.
SHORT = {
    "keeping_deletion": "keeping_deletion_user_id_6e49b9db",
    "keeping_event": "keeping_event_user_id_b36c7a02",
    "keeping_keptaside": "keeping_keptaside_user_id_f6485663",
}


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("keeping", "0007_learners_are_marked_anew"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="deletion",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="event",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="keptaside",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            database_operations=[
                migrations.RunSQL(
                    f'DROP INDEX CONCURRENTLY IF EXISTS "{index}"',
                    f'CREATE INDEX CONCURRENTLY IF NOT EXISTS "{index}" ON "{table}" ("user_id")',
                )
                for table, index in SHORT.items()
            ],
        )
    ]
